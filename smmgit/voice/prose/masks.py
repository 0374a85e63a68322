"""Which stretches of a text are no prose of its own, and which words are names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from smmgit.text.late import late

_RUN = late(r"\S+")
_DOMAIN = late(r"\w\.[a-z]{2,24}(?![\w.])|\w\.\w+/")
_MARKED = late(r"#\w+|`[^`\n]*`")
_QUOTED = late(r"«[^«»\n]{0,1000}»|“[^“”\n]{0,1000}”|(?<!\w)\"[^\"\n]{1,1000}\"(?!\w)")


class Masks:
    """Spans in order; `covers` must be asked with rising positions."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._at = 0
        self._reach = 0  # how far the spans that begin before the position reach

    def covers(self, position: int) -> bool:
        """Whether a position lies inside one of them."""
        while self._at < len(self._spans) and self._spans[self._at][0] <= position:
            self._reach = max(self._reach, self._spans[self._at][1])
            self._at += 1
        return position < self._reach


def no_prose(text: str, *, quoted: bool = False) -> Masks:
    """Addresses, handles, tags and code; with `quoted` also what stands in quotation marks: others' words."""
    return Masks(_spans(text, quoted))


def addresses(text: str) -> Masks:
    """Runs of letters with an @ or :// in them, and tags; a full stop alone makes none (client.e)."""
    runs = (run.span() for run in _RUN.finditer(text) if "@" in run[0] or "://" in run[0])
    return Masks([*runs, *(found.span() for found in _MARKED.finditer(text))])


def _spans(text: str, quoted: bool) -> Iterator[tuple[int, int]]:
    if "@" in text or "." in text or "://" in text:
        for run in _RUN.finditer(text):
            if "@" in run[0] or "://" in run[0] or _DOMAIN.search(text, run.start(), run.end()):
                yield run.span()
    patterns: tuple[re.Pattern[str], ...] = (_MARKED, _QUOTED) if quoted else (_MARKED,)
    for pattern in patterns:
        for found in pattern.finditer(text):
            yield found.span()


def is_name(text: str, start: int, word: str) -> bool:
    """Whether a capital inside a sentence says that a word is a name (Google News)."""
    if not word[:1].isupper() or word.isupper():
        return False
    before = text[max(0, start - 40) : start].rstrip(" \u00a0")
    return bool(before) and before[-1] not in '.!?…:\n"“«*-•–—(' and not before.endswith(("'", "’"))
