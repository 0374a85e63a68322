"""The everyday part of YAML, read line by line: nothing to import, a fraction of the time.

It knows maps, lists, plain and simply quoted values, and lists on one line. For anything else (a
value over several lines, escapes, anchors, errors…) it gives up, and
`compose.py` reads the text with libyaml. What it does accept, it reads exactly as libyaml does.
"""

from __future__ import annotations

from smmgit.files.tree.node import Items, Node, Scalar, Table
from smmgit.text.late import late

MAX_DEPTH = 8

# Tabs, line ends only YAML knows, what it calls unprintable.
_ODD = late("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_KEY = late(r"([A-Za-z_][A-Za-z0-9_.\-]{0,99}):(?: +|$)")
_ITEM = late(r"[^\W_][^,:#\[\]{}\"'&*!|>%@`?]*")
_QUOTED = late(r"\"[^\"\\]*\"|'[^']*'")
_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@` ")


class _Beyond(Exception):
    """Not everyday YAML."""


def read(text: str, first: int = 1) -> Table | None:
    """The map in a text whose first line is `first`, or None where libyaml must look at it."""
    if _ODD.search(text):
        return None
    lines = []
    for number, line in enumerate(text.split("\n"), first):
        content = line.lstrip(" ")
        if content and content[0] != "#":
            lines.append((len(line) - len(content), content.rstrip(" "), number))
    if not lines or lines[0][0]:
        return None
    try:
        reader = _Reader(lines)
        table = reader.table(0, 1)
    except _Beyond:
        return None
    return table if reader.next == len(lines) else None


class _Reader:
    """Goes down the lines once; each is (indentation, content, number)."""

    __slots__ = ("lines", "next")

    def __init__(self, lines: list[tuple[int, str, int]]) -> None:
        self.lines = lines
        self.next = 0

    def table(self, indent: int, depth: int) -> Table:
        """The map whose keys stand at this indentation."""
        if depth > MAX_DEPTH:
            raise _Beyond
        lines = self.lines
        pairs: list[tuple[Scalar, Node]] = []
        seen: set[str] = set()
        line = lines[self.next][2]
        while self.next < len(lines):
            margin, content, number = lines[self.next]
            if margin != indent:
                if margin > indent:
                    raise _Beyond
                break
            found = _KEY.match(content)
            if found is None or found[1] in seen:
                raise _Beyond
            key = found[1]
            seen.add(key)
            self.next += 1
            typed = content[found.end() :]
            if typed and typed[0] != "#":
                value = self.value(typed, number, margin + found.end() + 1)
            else:
                value = self.below(indent, depth, number, margin + found.end(1) + 2)
            pairs.append((Scalar(key, number, margin + 1), value))
        return Table(pairs, line, indent + 1)

    def below(self, indent: int, depth: int, line: int, column: int) -> Node:
        """What stands under a key without a value of its own: a map, a list or nothing."""
        if self.next < len(self.lines):
            margin, content, _ = self.lines[self.next]
            listed = content[:2] == "- "
            if listed and margin >= indent:
                return self.items(margin, depth + 1)
            if margin > indent:
                return self.table(margin, depth + 1)
        return Scalar("", line, column)

    def items(self, indent: int, depth: int) -> Items:
        """The list whose dashes stand at this indentation."""
        if depth > MAX_DEPTH:
            raise _Beyond
        lines = self.lines
        items: list[Node] = []
        first = lines[self.next][2]
        while self.next < len(lines):
            margin, content, number = lines[self.next]
            if margin != indent or content[:2] != "- ":
                if margin > indent or content == "-":
                    raise _Beyond
                break
            entry = content[2:].lstrip(" ")
            column = margin + len(content) - len(entry)
            if _KEY.match(entry):
                lines[self.next] = (column, entry, number)
                items.append(self.table(column, depth + 1))
            else:
                self.next += 1
                items.append(self.value(entry, number, column + 1))
        return Items(items, first, indent + 1)

    def value(self, typed: str, line: int, column: int) -> Node:
        """A value on the line of its key; a line further right below would continue it."""
        comment = typed.find(" #")
        if comment >= 0:
            typed = typed[:comment].rstrip(" ")
        sign = typed[0]
        if sign == "[":
            return _row(typed, line, column)
        if sign in "\"'":
            if not _QUOTED.fullmatch(typed):
                raise _Beyond
            return Scalar(typed[1:-1], line, column, False)
        if sign in _SIGNS or ": " in typed or typed[-1] == ":":
            raise _Beyond
        return Scalar(typed, line, column)


def _row(typed: str, line: int, column: int) -> Items:
    """A list on one line: [a, "b", c d]."""
    if typed[-1] != "]":
        raise _Beyond
    items: list[Node] = []
    at = column + 1
    inner = typed[1:-1]
    if inner.strip(" "):
        for piece in inner.split(","):
            bare = piece.strip(" ")
            here = at + len(piece) - len(piece.lstrip(" "))
            if _ITEM.fullmatch(bare):
                items.append(Scalar(bare, line, here))
            elif _QUOTED.fullmatch(bare):
                items.append(Scalar(bare[1:-1], line, here, False))
            else:
                raise _Beyond
            at += len(piece) + 1
    return Items(items, line, column)
