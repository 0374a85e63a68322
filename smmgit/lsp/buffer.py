"""A text as an editor holds it: its lines, and places in the units the editor counts in."""

from __future__ import annotations

import re
from functools import cached_property

from lsprotocol import types as lsp

from smmgit.files.disk.edits import Lines
from smmgit.model.finding import Edit, Finding

# The line ends of the protocol, and no others: U+2028 is a character like any other there.
_END = re.compile("\r\n|\n|\r")
_WORD = re.compile(r"[^\s,;\[\]{}]+|\S")


class Buffer:
    """One version of a document. Lines and columns here count from 0, columns in code points."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self.text = text
        self._width = _WIDTHS[encoding]
        self.lines = _END.split(text)
        self._mark = text.startswith("\ufeff")

    @property
    def data(self) -> bytes:
        """The bytes a file of this text would have; half a surrogate pair makes them no UTF-8, as it should."""
        return self.text.encode("utf-8", "surrogatepass")

    @cached_property
    def edits(self) -> Lines:
        """The text as fixes address it."""
        return Lines(self.text)

    def place(self, position: lsp.Position) -> tuple[int, int]:
        """The line and column of a position; the nearest there is where the editor is ahead of us."""
        line = min(position.line, len(self.lines) - 1)
        text = self.lines[line]
        left = position.character
        for column, sign in enumerate(text):
            if left <= 0:
                return line, column
            left -= self._width(sign)
        return line, len(text)

    def position(self, line: int, column: int) -> lsp.Position:
        """The position of a line and column; the end of the text where there is no such line."""
        if line >= len(self.lines):
            line, column = len(self.lines) - 1, len(self.lines[-1])
        return lsp.Position(line, sum(map(self._width, self.lines[line][:column])))

    def range(self, line: int, start: int, end: int) -> lsp.Range:
        """A span of one line."""
        return lsp.Range(self.position(line, start), self.position(line, end))

    def at(self, finding: Finding) -> lsp.Range:
        """Where a finding is; to the end of the word where nobody said how far it goes."""
        line, column = finding.line - 1, finding.column - 1 + self._shift(finding.line)
        if finding.end_line:
            end = self.position(finding.end_line - 1, finding.end_column - 1 + self._shift(finding.end_line))
            return lsp.Range(self.position(line, column), end)
        text = self.lines[line] if line < len(self.lines) else ""
        word = _WORD.match(text, column)
        return self.range(line, column, word.end() if word else column + 1)

    def edit(self, edit: Edit) -> lsp.TextEdit:
        """An edit of ours as one of the protocol's."""
        start, end = self.edits.place(edit.start), self.edits.place(edit.end)
        places = [(spot.line - 1, spot.column - 1 + self._shift(spot.line)) for spot in (start, end)]
        new = edit.text if self.edits.end == "\n" else edit.text.replace("\n", self.edits.end)
        return lsp.TextEdit(lsp.Range(*(self.position(*place) for place in places)), new)

    def _shift(self, line: int) -> int:
        """Our columns do not count a byte order mark, an editor's that kept it do."""
        return 1 if self._mark and line == 1 else 0


def _utf16(sign: str) -> int:
    return 2 if sign > "\uffff" else 1


def _utf8(sign: str) -> int:
    return 1 if sign < "\x80" else 2 if sign < "\u0800" else 3 if sign <= "\uffff" else 4


_WIDTHS = {"utf-8": _utf8, "utf-16": _utf16, "utf-32": len}
