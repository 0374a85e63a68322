"""What somebody is typing at a place: a field, its value, a section's name, a mention. Half-typed YAML is the rule.

The YAML reader answers for whole files; here a line is looked at with the less indented lines above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from smmgit.files.front_matter import split
from smmgit.files.tables import BRAND, FOLDERS, LISTS, MAPS
from smmgit.model.fields.field import Field
from smmgit.model.fields.post import POST

Kind = Literal["key", "value", "entry", "target", "rule", "person", "hashtag", "text", "none"]

_KEY = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[^\s#:\[\]{},"'&*!|>%@`-][^:#]*?|-[^\s:][^:]*?)\s*:(?=\s|$)\s*""")
_ITEM = re.compile(r"-(?:\s+|$)")
_HEADING = re.compile(r" {0,3}##\s+(?P<typed>.*)")
_WAIVER = re.compile(r"<!--\s*smmgit-disable\s+(?P<typed>[^\s:]*)$")
_MENTION = re.compile(r"(?<![\w@./-])@(?P<typed>[\w.-]*)$")
_HASHTAG = re.compile(r"(?<![\w&/#])#(?P<typed>[\w-]*)$")


class Spot(Struct, frozen=True, kw_only=True):
    """A place. `keys` lead to it, `typed` is what stands there already, from column `start` to the cursor.

    An `entry` is the name of something a settings file describes; `siblings` are names used beside it.
    """

    kind: Kind
    keys: tuple[str, ...] = ()
    typed: str = ""
    start: int = 0
    siblings: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """How a file is laid out: its fields, and whether names or list entries stand above them."""

    fields: tuple[Field, ...]
    named: bool = False


def table_of(path: str) -> Table:
    """The field table of a file's YAML."""
    for file in MAPS:
        if path == file.path:
            return Table(file.fields, named=True)
    for file in (BRAND, *LISTS):
        if path == file.path:
            return Table(file.fields)
    for file in FOLDERS:
        if path.startswith(f"{file.path}/"):
            return Table(file.fields)
    return Table(POST) if path.startswith("content/") else Table(())


def spot(path: str, lines: Sequence[str], line: int, column: int) -> Spot:
    """What is being typed at a place of a file (from 0)."""
    if path.endswith((".yml", ".yaml")):
        return _in_yaml(table_of(path), lines[: line + 1], column, lines[line + 1 :])
    start, end = yaml_lines(lines)
    if start <= line < end:
        return _in_yaml(table_of(path), lines[start : line + 1], column, lines[line + 1 : end])
    if line >= end and path.startswith("content/"):
        return _in_body(lines[line], column)
    return Spot(kind="none")


def yaml_lines(lines: Sequence[str]) -> tuple[int, int]:
    """The first line of the fields of a text and the line after their last; all of it while nothing ends them."""
    text = "\n".join(lines).removeprefix("\ufeff")
    places = split(text)
    if places is None:
        return 0, 0
    start, end, _ = places
    first = text.count("\n", 0, start)
    return first, first + text.count("\n", start, end) if end >= 0 else len(lines)


def fields_at(table: Table, keys: Sequence[str]) -> tuple[Field, ...]:
    """The fields that may stand below these keys."""
    fields = table.fields
    for key in keys[1:] if table.named else keys:
        field = next((one for one in fields if one.name == key), None)
        if field is not None:
            fields = field.fields
        elif not any(one.kind == "channels" and one.fields is fields for one in table.fields):
            return ()  # a name below `channels` is a channel's: its fields are those of the choice
    return fields


def field_at(table: Table, keys: Sequence[str]) -> Field | None:
    """The field these keys lead to."""
    if not keys:
        return None
    return next((one for one in fields_at(table, keys[:-1]) if one.name == keys[-1]), None)


def _in_body(text: str, column: int) -> Spot:
    before = text[:column]
    heading = _HEADING.fullmatch(before)
    if heading:
        typed = re.split(r"[,/]", heading["typed"])[-1].lstrip()
        role = "/" in heading["typed"]
        siblings = tuple(name.strip() for name in re.split(r"[,/]", heading["typed"])[:-1])
        return Spot(kind="target", typed=typed, start=column - len(typed), siblings=siblings,
                    keys=("role",) if role else ())  # fmt: skip
    patterns: tuple[tuple[Kind, re.Pattern[str]], ...] = (
        ("rule", _WAIVER), ("person", _MENTION), ("hashtag", _HASHTAG)
    )  # fmt: skip
    for kind, pattern in patterns:
        found = pattern.search(before)
        if found:
            return Spot(kind=kind, typed=found["typed"], start=found.start("typed"))
    return Spot(kind="text")


class _Piece(Struct, frozen=True):
    """What begins at a column of a line: a list entry, or a key (`end`: where its value begins)."""

    column: int
    key: str = ""
    end: int = 0


def _pieces(text: str) -> tuple[list[_Piece], int]:
    """The pieces of a line, and where the rest of it begins."""
    found: list[_Piece] = []
    at = len(text) - len(text.lstrip())
    while item := _ITEM.match(text, at):
        found.append(_Piece(at))
        at = item.end()
    key = _KEY.match(text, at)
    if key:
        found.append(_Piece(at, key["key"].strip("\"'"), key.end()))
        at = key.end()
    return found, at


def _in_yaml(table: Table, lines: Sequence[str], column: int, below: Sequence[str]) -> Spot:
    """The spot at a column of the last of these lines."""
    text = lines[-1]
    before = text[:column]
    if before.lstrip().startswith("#"):
        return Spot(kind="none")
    pieces, rest = _pieces(before)
    key = pieces[-1] if pieces and pieces[-1].key else None
    level = pieces[-1].column if pieces else len(before) - len(before.lstrip())
    inner = key is None and bool(pieces)  # the text of a list entry
    keys = _above(lines[:-1], pieces[0].column if pieces else rest, bool(pieces) and not pieces[0].key)
    if key is not None:
        path = (*keys, key.key)
        flow = _in_flow(before[key.end :], path)
        if flow is not None:
            return replace(flow, start=flow.start + key.end)
        typed = before[key.end :].rpartition(",")[2].lstrip().lstrip("\"'")
        return Spot(kind="value", keys=path, typed=typed, start=column - len(typed))
    flow = _in_flow(before[rest:], keys)
    if flow is not None:
        return replace(flow, start=flow.start + rest)
    typed = before[rest:]
    field = field_at(table, keys)
    if inner and field is not None and field.kind not in ("groups", "group", "channels"):
        return Spot(kind="value", keys=keys, typed=typed, start=rest)
    if inner and field is not None and field.kind == "channels":
        return Spot(kind="value", keys=keys, typed=typed, start=rest, siblings=_siblings(lines, below, level, True))
    if not inner and field is not None and field.kind == "channels":
        return Spot(kind="value", keys=keys, typed=typed, start=rest, siblings=_siblings(lines, below, rest, False))
    kind: Kind = "entry" if table.named and not keys else "key"
    return Spot(kind=kind, keys=keys, typed=typed, start=rest, siblings=_siblings(lines, below, rest, False))


def _above(lines: Sequence[str], column: int, item: bool) -> tuple[str, ...]:
    """The keys that hold what stands at a column below these lines; a list may stand as far left as its key."""
    keys: list[str] = []
    limit = column + (1 if item else 0)
    for text in reversed(lines):
        bare = text.strip()
        if not bare or bare.startswith("#"):
            continue
        for piece in reversed(_pieces(text)[0]):
            if piece.column < limit:
                if piece.key:
                    keys.append(piece.key)
                    limit = piece.column
                else:
                    limit = piece.column + 1
        if limit <= 0:
            break
    return tuple(reversed(keys))


def _siblings(lines: Sequence[str], below: Sequence[str], column: int, items: bool) -> tuple[str, ...]:
    """Names that stand at the same column in the same table, above and below."""
    found: list[str] = []
    for block in (reversed(lines[:-1]), below):
        for text in block:
            pieces, rest = _pieces(text)
            indent = pieces[0].column if pieces else rest
            if not text.strip() or text.lstrip().startswith("#"):
                continue
            if indent < column and not any(piece.column == column and piece.key for piece in pieces):
                break
            if items and pieces and not pieces[-1].key and pieces[-1].column == column:
                found.append(text[rest:].strip())
            found += [piece.key for piece in pieces if piece.key and piece.column == column and not items]
            if indent < column:
                break  # the entry that begins this table
    return tuple(found)


def _in_flow(text: str, path: tuple[str, ...]) -> Spot | None:
    """The spot at the end of a value that holds an open `[` or `{`; None where it holds none."""
    stack: list[tuple[str, tuple[str, ...], list[str]]] = []
    keys = path
    start = 0
    quote = ""
    for index, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and not text[start:index].strip():
            quote = sign
        elif sign in "[{":
            stack.append((sign, keys, []))
            start = index + 1
        elif sign in "]}" and stack:
            keys = stack.pop()[1]
            start = index + 1
        elif sign == ":" and stack and stack[-1][0] == "{" and text[index + 1 : index + 2] in ("", " "):
            name = text[start:index].strip().strip("\"'")
            stack[-1][2].append(name)
            keys = (*stack[-1][1], name)
            start = index + 1
        elif sign == "," and stack:
            if stack[-1][0] == "[":
                stack[-1][2].append(text[start:index].strip().strip("\"'"))
            keys = stack[-1][1]
            start = index + 1
    if not stack:
        return None
    typed = text[start:].lstrip()
    at = len(text) - len(typed)
    opening, held, names = stack[-1]
    if opening == "[" or keys != held:
        bare = typed[1:] if typed[:1] in ("'", '"') else typed
        return Spot(kind="value", keys=keys, typed=bare, start=len(text) - len(bare), siblings=tuple(names))
    return Spot(kind="key", keys=held, typed=typed, start=at, siblings=tuple(names))
