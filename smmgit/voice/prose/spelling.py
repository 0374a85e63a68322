"""Which words of a text no dictionary knows, and what they may have been meant to be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any

from smmgit.text.late import late
from smmgit.voice.prose.hunspell.dictionary import Dictionary
from smmgit.voice.prose.masks import Masks

__all__ = ["PLAIN_FILTERS", "VALE_FILTERS", "Dictionary", "misspelt", "words"]

SECONDS = 0.25  # the longest one search of a pattern from a style may take

# A word in which one of these is found is left alone. Vale's own: names in CamelCase, what ends in capitals, and
# anything with a character that is no letter.
VALE_FILTERS = (r"[A-Z]{1}[a-z]+[A-Z]+\w+", r"[\p{Lu}]+$", r"[^\p{L}_']")
# Ours for posts: handles, tags, addresses, figures and initials are left alone; accented words are read.
PLAIN_FILTERS = (r"[@#\d_\\<>=+*~^|{}\[\]&:?]|\w\.\w", r"\p{Lu}.*\p{Lu}")

_RUN = late(r"\S+")
_BEFORE = "$(\"['«“‘"
_AFTER = ",)\"]!;.?:'»”’…"
_LETTER = late(r"[^\W\d_]")
_BETWEEN = late(r"[/…—–]|[^\w\s'’.@#:&+=%?~*·•-]+")
_ADDRESS = late(r"://|[@#]|\.\w+/|\w/\w+\.\w")
_ELIDED = late(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=.)", 2)


def words(text: str) -> list[tuple[int, int]]:
    """The words to look up, as Vale cuts them: between spaces, without the punctuation around them."""
    found = []
    for one in _RUN.finditer(text):
        run = one[0]
        start = one.start() + len(run) - len(run.lstrip(_BEFORE))
        end = one.end() - (len(run) - len(run.rstrip(_AFTER)))
        if start < end and _LETTER.search(text, start, end):
            found.append((start, end))
    return found


def misspelt(
    text: str,
    dictionaries: Sequence[Dictionary],
    *,
    filters: Sequence[str] = PLAIN_FILTERS,
    ignore: Collection[str] = (),
    accept: Sequence[str] = (),
    names: Collection[str] = (),
    hashtags: Collection[str] = (),
) -> list[tuple[int, int, str]]:
    """The words no dictionary knows, with where they stand.

    A word is left alone when a pattern of `filters` is found in it, when `ignore` (in any case), `names` (as written)
    or `hashtags` list it, or when a pattern of `accept` covers it (in any case; one with a space covers a phrase).
    Raises `regex.error` for a pattern that does not compile and `TimeoutError` for one that takes too long.
    """
    if not dictionaries:
        return []
    skips = [_compiled(one) for one in filters]
    accepted = _accepted(tuple(accept))
    phrases = _phrases(tuple(accept))
    covered = Masks(one.span() for one in phrases.finditer(text, timeout=_time(text))) if phrases else None
    listed = {one.casefold() for one in ignore} | {one.lstrip("#").casefold() for one in hashtags}
    own = set(names) | {part for name in names for part in name.split()}
    skipped: dict[str, bool] = {}
    judged: dict[str, bool] = {}

    def right(word: str) -> bool:
        plain = word.replace("’", "'")
        return (
            word in own
            or word.casefold() in listed
            or any(one.search(plain, timeout=SECONDS) for one in skips)
            or _known(plain, dictionaries, own)
            or bool(accepted and accepted.search(plain, timeout=SECONDS))
        )

    found = []
    for begin, stop in words(text):
        run = text[begin:stop].replace("’", "'")
        if run not in skipped:
            skipped[run] = any(one.search(run, timeout=_time(run)) for one in skips)
        if skipped[run]:
            continue
        for start, end in _pieces(text, begin, stop):
            word = text[start:end]
            if word not in judged:
                judged[word] = right(word)
            if not judged[word] and not (covered and covered.covers(start)):
                found.append((start, end, word))
    return found


def _time(text: str) -> float:
    """How long a search of a whole text may take."""
    return SECONDS * (1 + len(text) / 10_000)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word, cut further where a dash, an ellipsis or an emoji joins two; addresses stay whole."""
    if _ADDRESS.search(text, start, end):
        yield start, end
        return
    at = start
    for gap in _BETWEEN.finditer(text, start, end):
        yield from _lettered(text, at, gap.start())
        at = gap.end()
    yield from _lettered(text, at, end)


def _lettered(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    run = text[start:end]
    start += len(run) - len(run.lstrip(_BEFORE + "*·•-"))
    end -= len(run) - len(run.rstrip(_AFTER + "*·•-"))
    if start < end and _LETTER.search(text, start, end):
        yield start, end


def _known(word: str, dictionaries: Sequence[Dictionary], own: Collection[str]) -> bool:
    if any(one.known(word) for one in dictionaries):
        return True
    if word.endswith("'s") and word[:-2] in own:
        return True
    elided = _ELIDED.match(word)
    if elided:  # d'Octet: the elision is right before any name or word that is
        rest = word[elided.end() :]
        return rest in own or any(one.known(rest) for one in dictionaries)
    return False


@lru_cache(256)
def _compiled(pattern: str) -> Any:
    import regex

    return regex.compile(pattern)


@lru_cache(64)
def _accepted(accept: tuple[str, ...]) -> Any:
    single = [one for one in accept if one]
    return _compiled(r"(?i)\b(?:" + "|".join(f"(?:{one})" for one in single) + r")\b") if single else None


@lru_cache(64)
def _phrases(accept: tuple[str, ...]) -> Any:
    several = [one for one in accept if " " in one or "\t" in one or r"\s" in one]
    return _compiled(r"(?i)\b(?:" + "|".join(f"(?:{one})" for one in several) + r")\b") if several else None
