"""YAML and front matter written for other tools, read as the texts that were typed."""

from __future__ import annotations

from typing import Any

import yaml
from msgspec import Struct

MAX_NODES = 20_000
MAX_DEPTH = 40


class Foreign(Struct, frozen=True):
    """What a piece of YAML holds: maps, lists, texts (and None for nothing); or why it cannot be read.

    `line` and `column` (from 1) tell where a problem is. `twice` names keys that were written more
    than once: their lists are joined, other values of them follow each other in a list.
    """

    value: Any = None
    problem: str = ""
    line: int = 1
    column: int = 1
    twice: tuple[str, ...] = ()


def read_yaml(text: str) -> Foreign:
    """Parse YAML without guessing types: `no`, `12:30`, `0123` and `5.1` stay what was typed."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Foreign(
            problem=error.problem or "unreadable",
            line=mark.line + 1 if mark else 1,
            column=mark.column + 1 if mark else 1,
        )
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return Foreign(problem=str(error).splitlines()[0][:200] if str(error) else "unreadable")
    if node is None:
        return Foreign()
    twice: list[str] = []
    budget = [MAX_NODES]
    try:
        return Foreign(_value(node, 0, budget, twice), twice=tuple(twice))
    except _TooMuch:
        return Foreign(problem="too deep or too many repetitions")


class _TooMuch(Exception):
    pass


def _value(node: yaml.Node, depth: int, budget: list[int], twice: list[str]) -> Any:
    budget[0] -= 1
    if budget[0] < 0 or depth > MAX_DEPTH:
        raise _TooMuch
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, depth + 1, budget, twice) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            value = _value(value_node, depth + 1, budget, twice)
            if key in found:
                twice.append(key)
                value = _joined(found[key], value)
            found[key] = value
        return found
    if not getattr(node, "style", None) and node.value in ("", "~", "null", "Null", "NULL"):
        return None
    return node.value


def _joined(first: Any, second: Any) -> Any:
    if isinstance(first, dict) and isinstance(second, dict):
        return {
            key: _joined(first[key], second[key]) if key in first and key in second else (first | second)[key]
            for key in [*first, *(key for key in second if key not in first)]
        }
    return [*_list(first), *_list(second)]


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """(YAML, rest, line the rest starts on). YAML is None where there is no front matter at the top.

    `text` has LF line ends. The fences are lines of exactly three dashes, blanks after them allowed.
    """
    lines = text.split("\n")
    start = 0
    while start < len(lines) and not lines[start].strip():
        start += 1
    if start == len(lines) or lines[start].rstrip() != "---":
        return None, text, 1
    for number in range(start + 1, len(lines)):
        if lines[number].rstrip() == "---":
            return "\n".join(lines[start + 1 : number]), "\n".join(lines[number + 1 :]), number + 2
    return None, text, 1
