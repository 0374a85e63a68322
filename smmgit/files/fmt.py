"""A post as typed -> the same post in the order of its field table; comments and body stay."""

from __future__ import annotations

from smmgit.files import front_matter
from smmgit.files.tree.compose import compose
from smmgit.files.tree.node import Items, Node, Scalar, Table, texts
from smmgit.files.tree.report import Report
from smmgit.files.typed import by_name
from smmgit.files.values import scalars
from smmgit.model.fields.field import Field
from smmgit.model.fields.post import POST
from smmgit.model.say import Say


def format_post(text: str, table: tuple[Field, ...] = POST) -> str:
    """The canonical form: LF line ends, keys in the order of `table`, choices by their own names, one newline last.

    Idempotent. Comments go with the key below them. A text whose fields cannot be read without
    doubt comes back as it was.
    """
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    places = front_matter.split(whole)
    if places is None or places[1] < 0:
        return text
    start, end, body = places
    front = whole[start:end]
    node = _tree(front)
    if node is None or any(key.column != 1 for key, _ in node.pairs):
        return text
    said = _say_choices(front, node, table)
    lines = said.split("\n")[:-1]
    meant = texts(node) if said == front else _texts(said)
    for attempt in (_ordered(lines, node, table), lines):
        tidy = [line.rstrip(" ") for line in attempt]
        for candidate in (tidy, attempt):
            if _texts("\n".join([*candidate, ""])) == meant:
                return "\n".join(["---", *candidate, "---", _body(whole[body:])])
    return text


def _body(text: str) -> str:
    text = text.rstrip("\n")
    return f"{text}\n" if text else ""


def _tree(front: str) -> Table | None:
    """The fields, None when anything about them is in doubt."""
    report = Report("")
    node = compose(front, report)
    return node if isinstance(node, Table) and not report.findings else None


def _texts(front: str) -> object:
    node = _tree(front)
    return None if node is None else texts(node)


def _say_choices(front: str, node: Table, table: tuple[Field, ...]) -> str:
    """The fields with every synonym replaced by the choice it stands for: `prêt` by `ready`."""
    lines = front.split("\n")
    for scalar, new in reversed(list(_synonyms(node, table))):
        line = lines[scalar.line - 1]
        at = scalar.column - 1
        typed = scalar.text if scalar.plain else line[at] + scalar.text + line[at]
        if line.startswith(typed, at):
            lines[scalar.line - 1] = line[:at] + new + line[at + len(typed) :]
    return "\n".join(lines)


def _synonyms(node: Table, table: tuple[Field, ...]) -> list[tuple[Scalar, str]]:
    found: list[tuple[Scalar, str]] = []
    known = by_name(table)[0]
    for key, value in node.pairs:
        field = known.get(key.text)
        if field is None:
            continue
        if field.kind == "choice" and isinstance(value, Scalar):
            meant = scalars.choice(value.text, field)
            if not isinstance(meant, Say) and meant != value.text:
                found.append((value, meant))
        for inner, _ in _tables(value, field):
            found += _synonyms(inner, field.fields)
    return found


def _tables(value: Node, field: Field, end: int = 0) -> list[tuple[Table, int]]:
    """The nested tables of a value that have `field.fields`, each with the row (from 0) after its last.

    `end` is the row after the value.
    """
    entries = value.items if isinstance(value, Items) else [value]
    stops = [*(entry.line - 1 for entry in entries[1:]), end]
    found = [(entry, stop) for entry, stop in zip(entries, stops, strict=False) if isinstance(entry, Table)]
    if field.kind != "channels":
        return found if field.kind in ("group", "groups") else []
    return [
        (options, below)
        for table, stop in found
        for (_, options), below in zip(table.pairs, [*(key.line - 1 for key, _ in table.pairs[1:]), stop], strict=True)
        if isinstance(options, Table)
    ]


def _ordered(lines: list[str], node: Table, table: tuple[Field, ...]) -> list[str]:
    """The lines with the keys of every table in order."""
    lines = list(lines)
    _order(lines, node, table, 0, len(lines))
    return lines


def _order(lines: list[str], node: Table, table: tuple[Field, ...], start: int, end: int) -> None:
    """Put the keys of one table, which stands on lines `start` to `end`, in order; its inner tables first."""
    keys = [key for key, _ in node.pairs]
    rows = [key.line - 1 for key in keys]
    margin = node.column - 1
    if len(set(rows)) != len(rows) or any(key.column != node.column for key in keys):
        return  # written on one line: { }
    known = by_name(table)[0]
    ends = [*rows[1:], end]
    for (key, value), below in zip(node.pairs, ends, strict=True):
        field = known.get(key.text)
        if field is not None:
            for nested, stop in _tables(value, field, below):
                _order(lines, nested, field.fields, nested.line - 1, stop)
    head = lines[rows[0]][:margin]
    if head.strip(" -"):
        return
    lines[rows[0]] = " " * margin + lines[rows[0]][margin:]
    blocks = _blocks(lines, rows, start, end, margin)
    order = {name: number for number, name in enumerate(known)}
    top, foot = blocks.pop(""), blocks.pop(" ")
    ranked = sorted(range(len(keys)), key=lambda at: order.get(keys[at].text, len(order)))
    placed = [line for at in ranked for line in blocks[str(at)]]
    whole = [*top, *placed, *foot]
    first = len(top) + next((at for at, line in enumerate(placed) if line.strip() and line.lstrip()[0] != "#"), 0)
    if head.strip():
        if first != len(top):
            whole.insert(len(top), whole.pop(first))  # a dash wants its key; the comment goes below it
        whole[len(top)] = head + whole[len(top)][margin:]
    lines[start:end] = whole


def _blocks(lines: list[str], rows: list[int], start: int, end: int, margin: int) -> dict[str, list[str]]:
    """Each key's lines under its number, with the comments above it; "" what stays on top, " " at the foot."""
    heads = [_comments_above(lines, row, rows[at - 1] + 1 if at else start, margin) for at, row in enumerate(rows)]
    blocks = {"": lines[start : heads[0]]}
    for at, head in enumerate(heads):
        blocks[str(at)] = lines[head : heads[at + 1] if at + 1 < len(heads) else end]
    last = blocks[str(len(rows) - 1)]
    foot = len(last)
    while foot > 1 and (not last[foot - 1].strip() or _is_below(last[foot - 1], margin)):
        foot -= 1
    blocks[str(len(rows) - 1)], blocks[" "] = last[:foot], last[foot:]
    return blocks if margin else {name: _without_gaps(block, name) for name, block in blocks.items()}


def _without_gaps(block: list[str], name: str) -> list[str]:
    """Lines without the empty ones that follow; a comment on top keeps its distance from the keys."""
    end = len(block)
    while end and not block[end - 1].strip():
        end -= 1
    return [*block[:end], ""] if end and end < len(block) and not name else block[:end]


def _comments_above(lines: list[str], row: int, stop: int, margin: int) -> int:
    """The first of the comment lines that stand right above a key, at its margin."""
    while row > stop and _is_comment(lines[row - 1], margin):
        row -= 1
    return row


def _is_comment(line: str, margin: int) -> bool:
    return line[:margin].strip(" ") == "" and line[margin : margin + 1] == "#"


def _is_below(line: str, margin: int) -> bool:
    """True for a comment that ends a table rather than its last value."""
    return line.lstrip(" ").startswith("#") and len(line) - len(line.lstrip(" ")) <= margin
