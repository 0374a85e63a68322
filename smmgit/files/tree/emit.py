"""Values -> YAML as a person would type it: quotes only where a reader would misread."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from smmgit.model.fields.field import Field
from smmgit.model.when import When
from smmgit.text.late import late

WIDTH = 100  # a list longer than this goes one entry a line
_LONGEST_KEY = 1000  # YAML reads no longer key on a line of its own

# What other YAML readers would take for something else than a text.
_TYPED = late(
    r"~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_]*)?\.?\d[\d_]*(?:e[-+]?\d+)?\.?|[-+]?0[xob][\da-f_]+"
    r"|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
_PLAIN = late(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`\\=<~\ufeff\ufffd](?:[^\n]*[^\s:])?|-\d[^\n]*[^\s:]|-\d")
_BREAKS_PLAIN = late(r":[\s]| #|\t#")
_FLOW = late(r"[,\[\]{}]|:$")
_SPECIAL = late("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def block(fields: Mapping[str, Any], table: tuple[Field, ...] = (), indent: str = "") -> list[str]:
    """The lines of a map, in the order of its field table; unknown keys last, `None` and empty lists left out.

    `table` is empty where any key goes; then nothing is reordered nor left out.
    """
    known = {field.name: field for field in table}
    names = [name for name in known if name in fields] + [name for name in fields if name not in known]
    lines: list[str] = []
    for name in names:
        value = fields[name]
        if table and (value is None or (isinstance(value, list | tuple | dict) and not value)):
            continue
        lines += _pair(name, value, known.get(name), indent)
    return lines


def _pair(name: str, value: Any, field: Field | None, indent: str) -> list[str]:
    key = scalar(name, flow=True)
    if len(key) > _LONGEST_KEY:
        start = f"{indent}? {key}\n{indent}:"
    else:
        start = f"{indent}{key}:"
    inner = indent + "  "
    if isinstance(value, Mapping):
        if not value:
            return [f"{start} {{}}"]
        if field is not None and field.kind == "channels":
            return [start, *_channels(value, field, inner)]
        return [start, *block(value, field.fields if field else (), inner)]
    if isinstance(value, list | tuple):
        flow = _flow(value)
        if flow is not None and len(start) + len(flow) < WIDTH:
            return [f"{start} {flow}"]
        return [start, *_items(value, field, inner)]
    return [start if value is None else f"{start} {scalar(value, inner)}"]


def _channels(value: Mapping[str, Any], field: Field, indent: str) -> list[str]:
    lines = []
    for name, options in value.items():
        lines.append(f"{indent}{scalar(name, flow=True)}:")
        if options:
            lines += block(options, field.fields, indent + "  ")
    return lines


def _items(value: Sequence[Any], field: Field | None, indent: str) -> list[str]:
    lines: list[str] = []
    for item in value:
        if isinstance(item, Mapping) and item:
            inner = block(item, field.fields if field else (), indent + "  ")
            lines += [f"{indent}- {inner[0][len(indent) + 2 :]}", *inner[1:]] if inner else [f"{indent}- {{}}"]
        elif isinstance(item, Mapping):
            lines.append(f"{indent}- {{}}")
        elif isinstance(item, list | tuple):
            flow = _flow(item)
            if flow is not None:
                lines.append(f"{indent}- {flow}")
            else:
                lines += [f"{indent}-", *_items(item, None, indent + "  ")]
        else:
            lines.append(f"{indent}- {scalar(item, indent + '  ')}".rstrip())
    return lines


def _flow(value: Sequence[Any]) -> str | None:
    """A list on one line, None when its entries are no short texts."""
    if any(isinstance(item, Mapping | list | tuple) or (isinstance(item, str) and "\n" in item) for item in value):
        return None
    return f"[{', '.join(scalar(item, flow=True) for item in value)}]"


def scalar(value: Any, indent: str = "  ", *, flow: bool = False) -> str:
    """One value as YAML. Texts of several lines become a literal block at `indent`, but in a flow list."""
    if value is None:
        return '""' if flow else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if not isinstance(value, str):
        return spoken(value)
    text: str = value
    if "\n" in text:
        return _literal(text, indent) if not flow and _fits_literal(text) else _escaped(text)
    if _SPECIAL.search(text):
        return _escaped(text)
    if (
        _PLAIN.fullmatch(text)
        and not _BREAKS_PLAIN.search(text)
        and not _TYPED.fullmatch(text)
        and not text.startswith(("---", "..."))
        and not (flow and _FLOW.search(text))
    ):
        return text
    if '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'


def spoken(value: Any) -> str:
    """A moment, date, time or duration as people type it in a post."""
    if isinstance(value, When):
        return value.text
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="minutes" if not value.second else "seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.isoformat("minutes" if not value.second else "seconds")
    if isinstance(value, dt.timedelta):
        seconds = int(value.total_seconds())
        for size, unit in ((86400, "d"), (3600, "h"), (60, "m")):
            if seconds and seconds % size == 0:
                return f"{seconds // size}{unit}"
        return f"{seconds}s"
    raise TypeError(f"{type(value).__name__} has no place in a post's fields")


def _fits_literal(text: str) -> bool:
    return not (
        _SPECIAL.search(text) or text[0] in " \n" or text.endswith("\n\n") or not text.strip()
        or any(line and not line.strip() for line in text.split("\n"))
    )  # fmt: skip


def _literal(text: str, indent: str) -> str:
    mark = "|" if text.endswith("\n") else "|-"
    lines = text.removesuffix("\n").split("\n")
    return "\n".join([mark, *(f"{indent}{line}" if line else "" for line in lines)])


def _escaped(text: str) -> str:
    import json

    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _SPECIAL.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))
