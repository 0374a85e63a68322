"""Which stretches of a text are no prose, and which words are names."""

from __future__ import annotations

import re


class Masks:
    """The matches of a pattern; `covers` must be asked with rising positions."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self._spans = [found.span() for found in pattern.finditer(text)]
        self._at = 0

    def covers(self, position: int) -> bool:
        """Whether a position lies inside one of them."""
        while self._at < len(self._spans) and self._spans[self._at][1] <= position:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at][0] <= position


def is_name(text: str, start: int, word: str) -> bool:
    """Whether a capital inside a sentence says that a word is a name (Google News)."""
    if not word[:1].isupper() or word.isupper():
        return False
    before = text[max(0, start - 40) : start].rstrip(" \u00a0")
    return bool(before) and before[-1] not in '.!?…:\n"“«*-•–—(' and not before.endswith(("'", "’"))
