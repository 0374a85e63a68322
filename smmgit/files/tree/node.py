"""What a YAML file is made of, with the place of each piece (line and column from 1)."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Scalar(Struct, gc=False):
    """A text as typed. `plain` when it stood without quotes."""

    text: str
    line: int
    column: int
    plain: bool = True


class Items(Struct):
    """A list."""

    items: list[Scalar | Items | Table]
    line: int
    column: int


class Table(Struct):
    """A map; keys in the order they were typed, each once."""

    pairs: list[tuple[Scalar, Scalar | Items | Table]]
    line: int
    column: int


Node = Scalar | Items | Table


def is_empty(node: Node) -> bool:
    """True when nothing was said: no value, `~`, or an unquoted `null`."""
    return isinstance(node, Scalar) and node.plain and node.text in ("", "~", "null")


def texts(node: Node) -> Any:
    """The node as plain dicts and lists of texts; what says nothing is an empty text."""
    if isinstance(node, Scalar):
        return "" if is_empty(node) else node.text
    if isinstance(node, Items):
        return [texts(item) for item in node.items]
    return {key.text: texts(value) for key, value in node.pairs}
