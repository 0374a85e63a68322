"""Edits put into a file's bytes; its byte order mark and its line ends stay as they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from smmgit.model.finding import Edit, Fix, Pos, Swap


class Lines:
    """A file's text with its own line ends, addressed as an `Edit` counts: every line end is one character."""

    def __init__(self, text: str) -> None:
        self.text = text
        pairs = [found.start() - number for number, found in enumerate(re.finditer("\r\n", text))]
        self._pairs = pairs
        self.length = len(text) - len(pairs)
        ends = text.count("\n")
        self.end = "\r\n" if len(pairs) * 2 > ends else "\r" if "\r" in text and not ends else "\n"

    def index(self, offset: int) -> int:
        """The index into `text` of an edit's offset."""
        return offset + bisect_left(self._pairs, offset)

    def place(self, offset: int) -> Pos:
        """The line and column of an edit's offset; a byte order mark is no column."""
        before = re.sub("\r\n?", "\n", self.text[: self.index(offset)]).removeprefix("\ufeff")
        return Pos(before.count("\n") + 1, len(before) - before.rfind("\n"))

    def applied(self, edits: Iterable[Edit]) -> str:
        """The text with edits that do not meet put in."""
        text = self.text
        for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):
            new = edit.text if self.end == "\n" else edit.text.replace("\n", self.end)
            text = text[: self.index(edit.start)] + new + text[self.index(edit.end) :]
        return text

    def edits(self, fix: Fix) -> tuple[Edit, ...]:
        """What a fix changes here; nothing where the text has not the places it is about."""
        found = [*fix.edits, *(self._swapped(swap) for swap in fix.swaps)]
        edits = tuple(edit for edit in found if edit is not None and 0 <= edit.start <= edit.end <= self.length)
        return edits if len(edits) == len(found) else ()

    def _swapped(self, swap: Swap) -> Edit | None:
        start = 1 if self.text.startswith("\ufeff") else 0
        lines = re.sub("\r\n?", "\n", self.text[start:]).split("\n")
        if swap.line > len(lines):
            return None
        word = re.compile(rf"(?<![\w-]){re.escape(swap.old)}(?![\w-])", re.IGNORECASE)
        found = word.search(lines[swap.line - 1], swap.column - 1)
        if found is None:
            return None
        start += sum(len(line) + 1 for line in lines[: swap.line - 1])
        return Edit(start + found.start(), start + found.end(), swap.new)


def apart(one: Edit, other: Edit) -> bool:
    """True when two edits touch no common place; two insertions at one place do."""
    if one.start == one.end == other.start == other.end:
        return False
    return one.end <= other.start or other.end <= one.start
