"""Whether a heading or a hook is in the case a style asks for, and how it would read if it were.

The verdicts are Vale's (`capitalization`): the share of words written as expected must reach a threshold. `lang`
adds what French needs, outside Vale's format.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Literal

from smmgit.voice.prose.titles import title_case

Match = Literal["$title", "$sentence", "$lower", "$upper"]

SECONDS = 0.25  # the longest one search of a pattern from a style may take
_WORDS = r"[\p{N}\p{L}*]+[^\s]*"


def expected_case(
    text: str,
    match: Match,
    *,
    style: str = "AP",
    exceptions: Sequence[str] = (),
    indicators: Sequence[str] = (),
    threshold: float = 0.8,
    prefix: str = "",
    lang: str = "en",
) -> tuple[bool, str]:
    """Whether the text is in that case, and what is expected; exceptions and prefix are patterns.

    Raises `regex.error` for a pattern that does not compile and `TimeoutError` for one that takes too long.
    """
    if match in ("$lower", "$upper"):
        expected = text.lower() if match == "$lower" else text.upper()
        return expected == text or _excepted(_exceptions(tuple(exceptions)), text), expected
    head, body = _cut(text, prefix)
    vocab = _vocabulary(tuple(exceptions))
    if match == "$title":
        expected = head + title_case(body, style, vocab)
    else:
        expected = head + _sentence_case(body, vocab, tuple(indicators), tuple(exceptions), lang)
    return _verdict(text, expected, tuple(exceptions), threshold or 0.8, sentence=match == "$sentence"), expected


def _verdict(text: str, expected: str, exceptions: tuple[str, ...], threshold: float, *, sentence: bool) -> bool:
    """Whether enough words are as expected; a sentence must begin right."""
    tokens, excepted = _tokens(exceptions), _exceptions(exceptions)
    wanted = [found[0] for found in tokens.finditer(expected, timeout=_time(expected))]
    right = total = 0
    for at, found in enumerate(tokens.finditer(text, timeout=_time(text))):
        word, total = found[0], total + 1
        if at >= len(wanted) or word == wanted[at] or _excepted(excepted, word):
            right += 1
        elif sentence:
            if at == 0 and word != _titled(word.lower()):
                return False
        elif word == word.upper():
            right += 1
    return total == 0 or right / total >= threshold


def _sentence_case(
    text: str, vocab: Callable[[str], str], indicators: tuple[str, ...], exceptions: tuple[str, ...], lang: str
) -> str:
    """The text in sentence case, word by word; what stands between words becomes one space, as in Vale."""
    made: list[str] = []
    previous = ""
    for at, found in enumerate(_tokens(exceptions, exact=False).finditer(text, timeout=_time(text))):
        token = found[0]
        begins = at == 0 or _indicates(previous, indicators, first=at == 1)
        known = vocab(token)
        if known:
            made.append(known)
        elif lang[:2] == "fr":
            from smmgit.voice.prose.french.case import french_word

            made.append(french_word(token, begins=begins))
        else:
            made.append(_first_upper(token.lower()) if begins else token.lower())
        previous = token
    return " ".join(made)


def _indicates(previous: str, indicators: tuple[str, ...], *, first: bool) -> bool:
    """Whether the word before calls for a capital."""
    if any(previous.endswith(suffix) and len(previous) > len(suffix) for suffix in indicators):
        return True
    return first and any(char.isdigit() and after == "." for char, after in pairwise(previous))


def _cut(text: str, prefix: str) -> tuple[str, str]:
    """The text without the prefix that is not judged."""
    if prefix:
        found = _compiled(prefix).search(text, timeout=SECONDS)
        if found and text.startswith(found[0]):
            return found[0], text[found.end() - found.start() :]
    return "", text


def _first_upper(word: str) -> str:
    return word[:1].title() + word[1:] if word[:1] != "ß" else word


def _titled(word: str) -> str:
    """Every letter after what is no letter, digit, `_` or `'` becomes a capital, as in Go's `strings.Title`."""
    out, boundary = [], True
    for char in word:
        out.append(char.upper() if boundary and len(char.upper()) == 1 else char)
        boundary = not (char.isalnum() or char in "_'")
    return "".join(out)


@lru_cache(256)
def _compiled(pattern: str) -> Any:
    import regex

    return regex.compile(pattern)


def _longest_first(exceptions: tuple[str, ...]) -> list[str]:
    return sorted((entry for entry in exceptions if entry), key=len, reverse=True)


def _joined(exceptions: tuple[str, ...]) -> str:
    """One alternation in which each entry keeps its own case sensitivity."""
    return "|".join(
        f"(?i:{entry[4:]})" if entry.startswith("(?i)") else f"(?-i:{entry.removeprefix('(?-i)')})"
        for entry in _longest_first(exceptions)
    )


@lru_cache(256)
def _exceptions(exceptions: tuple[str, ...]) -> Any:
    """One pattern for all exceptions; None without any."""
    joined = _joined(exceptions)
    return _compiled(rf"(?m)\b(?:{joined})\b") if joined else None


@lru_cache(256)
def _tokens(exceptions: tuple[str, ...], *, exact: bool = True) -> Any:
    """Words, an exception of several words being one; `exact` minds the case of exceptions."""
    joined = _joined(exceptions)
    if not joined:
        return _compiled(_WORDS)
    if not exact:
        joined = joined.replace("(?-i:", "(?:")
        return _compiled(rf"(?i)\b(?:{joined})\b|{_WORDS}")
    return _compiled(rf"(?m)\b(?:{joined})\b|{_WORDS}")


def _time(text: str) -> float:
    """How long a search of a whole text may take."""
    return SECONDS * (1 + len(text) / 10_000)


def _excepted(pattern: Any, word: str) -> bool:
    return bool(pattern is not None and pattern.search(word, timeout=SECONDS))


@lru_cache(256)
def _vocabulary(exceptions: tuple[str, ...]) -> Callable[[str], str]:
    """A function from a word to how the exceptions write it; the empty text where they do not know it."""
    entries = [(entry.casefold(), entry, _compiled(entry)) for entry in _longest_first(exceptions)]

    def look_up(word: str) -> str:
        folded = word.casefold()
        for key, entry, pattern in entries:
            if key == folded:
                return entry
            if pattern.search(word, timeout=SECONDS):
                return word
        return ""

    return look_up
