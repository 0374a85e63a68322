"""What to write instead, from a rule's `action`."""

from __future__ import annotations

import re
from collections.abc import Callable

from smmgit.voice.rule import Action

Suggest = Callable[[str], list[str]]


def suggestions(action: Action, match: str, spellings: Suggest | None = None) -> list[str]:
    """The texts that may stand instead of the match; empty when the action offers none."""
    name, params = action.name, action.params
    if name == "replace":
        return list(params)
    if name == "remove":
        return [""]
    if name == "convert":
        return [_simple(match) if params[:1] == ("simple",) else match]
    if name == "edit":
        return [_edited(match, params)]
    if name == "suggest" and params[:1] == ("spellings",) and spellings:
        return spellings(match)
    return []


def _edited(match: str, params: tuple[str, ...]) -> str:
    how, *rest = params or ("",)
    if how == "regex" and len(rest) == 2:
        match = _replaced(match, *rest)
    elif how == "trim_right" and len(rest) == 1:
        match = match.rstrip(rest[0])
    elif how == "trim_left" and len(rest) == 1:
        match = match.lstrip(rest[0])
    elif how == "trim" and len(rest) == 1:
        match = match.strip(rest[0])
    elif how == "truncate" and len(rest) == 1 and rest[0]:
        match = match.split(rest[0])[0]
    elif how == "split" and len(rest) == 2 and rest[0] and rest[1].isdigit():
        parts = match.split(rest[0])
        match = parts[int(rest[1])] if int(rest[1]) < len(parts) else match
    return match.strip()


def _replaced(match: str, pattern: str, replacement: str) -> str:
    """The match with a pattern replaced, `$1` and `${1}` being groups."""
    from smmgit.voice.pattern.dialect import PatternError, TooSlow, finditer

    def whole(found: re.Match[str]) -> str:
        return re.sub(r"\$(?:\{(\w+)\}|(\w+))", lambda group: _group(found, group[1] or group[2]), replacement)

    said, at = [], 0
    try:
        for found in finditer(pattern, match):
            said += [match[at : found.start()], whole(found)]
            at = found.end()
    except (PatternError, TooSlow):
        return match
    return "".join(said) + match[at:]


def _group(found: re.Match[str], name: str) -> str:
    try:
        return found[int(name) if name.isdigit() else name] or ""
    except (IndexError, KeyError):
        return ""


def _simple(text: str) -> str:
    """The text in lower case with words apart: `HTTPServer_name` is `http server name`."""
    apart = re.sub(r"([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])", lambda m: f"{m[1] or m[3]} {m[2] or m[4]}", text)
    return re.sub(r"[\s_\-]+", " ", apart).strip().lower()
