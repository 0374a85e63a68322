"""Which stretches of a text are no prose, asked from left to right."""

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
