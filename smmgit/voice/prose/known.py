"""Known misspellings: the cheap check that is right whenever it speaks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from smmgit.model.say import Say
from smmgit.text.late import late
from smmgit.voice.prose.span import Span

_WORD = late(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HIDDEN = late(r"\S*(?://|@|\.\w+/)\S*|[#@]\w+")


def check(text: str, lang: str, more: Mapping[str, tuple[str, ...]] | None = None) -> list[Span]:
    """The misspellings of a text in `fr` or `en`; `more` are a team's or a package's own."""
    spans = []
    table = _table(lang[:2])
    hidden = [found.span() for found in _HIDDEN.finditer(text)]
    at = 0
    for found in _WORD.finditer(text):
        while at < len(hidden) and hidden[at][1] <= found.start():
            at += 1
        if at < len(hidden) and hidden[at][0] <= found.start():
            continue
        word = found[0]
        key = word.lower().replace("’", "'")
        right = table.get(key) or (more or {}).get(key, ())
        if right:
            spans.append(Span(found.start(), found.end(), _MESSAGE.with_(word=word, right=right[0]), right, "known"))
    return spans


_MESSAGE = Say("“{word}” is misspelt; write “{right}”.", "« {word} » est mal orthographié ; écrire « {right} ».")


def read_codespell(text: str) -> dict[str, tuple[str, ...]]:
    """A codespell dictionary: `wrong->right` or `wrong->one, two, reason` a line."""
    table = {}
    for line in text.splitlines():
        wrong, arrow, rights = line.partition("->")
        fixes = [one.strip() for one in rights.split(",")]
        if arrow and fixes[0]:
            if len(fixes) > 1:
                fixes = fixes[:-1]  # what follows the last comma is a reason, or nothing
            table[wrong.lower()] = tuple(fixes)
    return table


@lru_cache(4)
def _table(lang: str) -> dict[str, tuple[str, ...]]:
    return {}
