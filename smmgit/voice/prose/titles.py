"""Title case as the Associated Press and the Chicago manual want it."""

from __future__ import annotations

import re
from collections.abc import Callable

from smmgit.text.late import late

_WORD = late(r"[^\W_]+[^\s/-]*")
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
_SMALL = frozenset("a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split())
_PREPOSITIONS = frozenset(
    "with from into during including until against among throughout despite towards upon concerning about over "
    "through before between after since without under within along following across beyond around down near "
    "above".split()
)


def title_case(text: str, style: str, vocab: Callable[[str], str]) -> str:
    """The text in title case: `Chicago` writes all prepositions small, any other style those of up to three letters.

    `vocab` gives the form of a word that has its own; nothing but letters' case changes.
    """
    plain = text.translate(_PLAIN)
    found = list(_WORD.finditer(text))
    made, end = [], 0
    for at, one in enumerate(found):
        word = one[0]
        made.append(text[end : one.start()])
        end = one.end()
        if known := vocab(word):
            made.append(known)
        elif _small(word.lower(), style, found, at, plain) and _inside(plain, one.start(), one.end()):
            made.append(word.lower())
        else:
            upper = word[0].title()
            made.append((upper if len(upper) == 1 else word[0]) + word[1:])
    return "".join([*made, text[end:]])


def _small(word: str, style: str, found: list[re.Match[str]], at: int, plain: str) -> bool:
    """Whether a style writes this word small when it stands inside a title."""
    first_or_last = found[at].start() == 0 or found[at].end() == len(plain)
    if style != "Chicago" and word == "to" and at + 1 < len(found):
        from smmgit.voice.prose.tagger import tag, words

        rest = plain if plain.endswith((".", "!", "?")) else plain + "."
        spans = words(rest)
        tags = tag([rest[start:end] for start, end in spans])
        after = found[at + 1].start()
        kind = next((kind for (start, end), kind in zip(spans, tags, strict=True) if start <= after < end), "")
        return kind.startswith("NN")
    return not first_or_last and (word in _SMALL or (style == "Chicago" and word in _PREPOSITIONS))


def _inside(plain: str, start: int, end: int) -> bool:
    """Whether a word stands in running text: not after a colon or a dash, not before a hyphen."""
    before, second, after = plain[start - 1 : start], plain[max(start - 2, 0) : max(start - 1, 0)], plain[end : end + 1]
    return before in (" ", "-", "/") and second not in (":", "-") and (after != "-" or before == "-")
