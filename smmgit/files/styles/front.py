"""The text values of a file's front matter (YAML, TOML or JSON) with the place of every character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from smmgit.files.tree.compose import compose
from smmgit.files.tree.node import Node, Scalar, Table, is_empty
from smmgit.files.tree.report import Report
from smmgit.voice.document.block import Field, Front

FENCES = {"---": "---", "+++": "+++", ";;;": ";;;"}
LARGEST = 200_000


def front(text: str) -> Front:
    """Where the body of a text begins, and the texts above it; nothing where there is no front matter."""
    fence = text[:3]
    if fence not in FENCES or text[3:4] not in ("\n", " "):
        return Front()
    opening = text.find("\n") + 1
    closing = re.compile(rf"^{re.escape(fence)}[ \t]*$", re.MULTILINE).search(text, opening)
    if not opening or closing is None or closing.start() - opening > LARGEST:
        return Front()
    inside = text[opening : closing.start()]
    reader = {"---": _yaml, "+++": _toml, ";;;": _json}[fence]
    body = min(closing.end() + 1, len(text))
    return Front(body, tuple(reader(inside, opening)))


def _yaml(inside: str, base: int) -> Iterator[Field]:
    node: Node | None = compose(inside, Report(""))
    if not isinstance(node, Table):
        return
    starts = [0]
    for line in inside.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for key, value in node.pairs:
        if isinstance(value, Scalar) and not is_empty(value) and not (value.plain and _is_no_text(value.text)):
            at = starts[value.line - 1] + value.column - 1
            yield Field(key.text, value.text, _spots(value.text, inside, at, base))


def _is_no_text(typed: str) -> bool:
    """Whether YAML reads a plain value as a number, a truth or a date."""
    return re.fullmatch(
        r"[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0[xob][\da-fA-F_]+|true|false|True|False|TRUE|FALSE"
        r"|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?", typed
    ) is not None  # fmt: skip


def _toml(inside: str, base: int) -> Iterator[Field]:
    import tomllib

    try:
        table = tomllib.loads(inside)
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    yield from _found(table, inside, base, r"^[ \t]*[\"']?{key}[\"']?[ \t]*=[ \t]*")


def _json(inside: str, base: int) -> Iterator[Field]:
    import json

    try:
        table = json.loads(inside)
    except (ValueError, RecursionError):
        return
    if isinstance(table, dict):
        yield from _found(table, inside, base, r'"{key}"\s*:\s*')


def _found(table: dict[str, Any], inside: str, base: int, written: str) -> Iterator[Field]:
    for key, value in table.items():
        if not isinstance(value, str):
            continue
        at = re.compile(written.replace("{key}", re.escape(key)), re.MULTILINE).search(inside)
        if at:
            yield Field(key, value, _spots(value, inside, at.end(), base))


def _spots(value: str, inside: str, at: int, base: int) -> list[int]:
    """The places of a value's characters: each is looked for in turn from where the value begins."""
    spots: list[int] = []
    for character in value:
        if inside.startswith(character, at):
            found = at
        elif character == " " and at < len(inside) and inside[at] == "\n":
            found = at  # a folded line
        else:
            near = inside.find(character, at, at + 200)
            found = near if near >= 0 else at
        spots.append(base + min(found, len(inside)))
        at = found + 1
    return spots
