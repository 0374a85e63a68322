"""One file being read by field tables: where findings go, where each field stands."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from typing import Any

from smmgit.files.tree.node import Items, Node, Scalar, is_empty
from smmgit.files.tree.report import Report
from smmgit.model.finding import Pos
from smmgit.model.say import Say

ONE = Say("One value is expected here, not a list or a group.",
          "Il faut ici une seule valeur, pas une liste ni un groupe.")  # fmt: skip
LIST = Say("A list of short texts is expected here, as in [one, two].",
           "Il faut ici une liste de textes courts, comme [un, deux].")  # fmt: skip


class Reading:
    """One file being read: where its findings go, the folder its paths start from, its marks.

    `folder` is relative to the repository, with `/`; `marks` collects the place of every field.
    """

    __slots__ = ("folder", "marks", "report")

    def __init__(self, report: Report, folder: str = "") -> None:
        self.report = report
        self.folder = folder
        self.marks: dict[str, Pos] = {}

    def mark(self, path: str, line: int, column: int) -> None:
        """Remember the place of a field; posts share the names of their fields' paths."""
        self.marks[sys.intern(path)] = pos(line, column)

    def bad(self, message: Say, node: Node, rule: str = "schema/bad-value", **values: Any) -> None:
        """A finding at a node."""
        self.report.add(rule, message, node.line, node.column, **values)


@functools.lru_cache(maxsize=8192)
def pos(line: int, column: int) -> Pos:
    """A shared `Pos`: most files put the same things in the same places."""
    return Pos(line, column)


def single(at: Reading, node: Node) -> str | None:
    """The text of a node that must be one value."""
    if type(node) is Scalar:
        return node.text.strip() if not node.plain else node.text
    at.bad(ONE, node)
    return None


def entries(at: Reading, node: Node, path: str, *, commas: bool = False) -> Iterator[Scalar]:
    """The texts of a list; a lone value is a list of one (or several, parted by `commas`)."""
    if type(node) is Scalar:
        if commas and "," in node.text:
            column = node.column
            for piece in node.text.split(","):
                if piece.strip():
                    yield Scalar(piece.strip(), node.line, column + len(piece) - len(piece.lstrip()))
                column += len(piece) + 1
        elif not is_empty(node):
            yield node
    elif type(node) is Items:
        for number, item in enumerate(node.items):
            at.mark(f"{path}.{number}", item.line, item.column)
            if type(item) is not Scalar:
                at.bad(LIST, item)
            elif not is_empty(item):
                yield item
    else:
        at.bad(LIST, node)
