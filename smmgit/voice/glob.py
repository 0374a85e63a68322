"""File patterns of `.vale.ini` sections: `*` also crosses folders, unless the pattern has `**`."""

from __future__ import annotations

import functools
import re


@functools.lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    deep = "**" in pattern
    said, at, depth = "", 0, 0
    while at < len(pattern):
        character = pattern[at]
        if pattern.startswith("**", at):
            slash = pattern.startswith("/", at + 2)
            said += "(?:.*/)?" if slash else ".*"
            at += 3 if slash else 2
            continue
        if character == "*":
            said += "[^/]*" if deep else ".*"
        elif character == "?":
            said += "[^/]" if deep else "."
        elif character == "{":
            said, depth = said + "(?:", depth + 1
        elif character == "}" and depth:
            said, depth = said + ")", depth - 1
        elif character == "," and depth:
            said += "|"
        elif character == "[" and (end := pattern.find("]", at + 2)) > 0:
            inside = pattern[at + 1 : end].replace("\\", "\\\\")
            said += f"[{'^' if inside[0] in '!^' else ''}{inside.lstrip('!^')}]"
            at = end
        elif character == "\\" and at + 1 < len(pattern):
            at += 1
            said += re.escape(pattern[at])
        else:
            said += re.escape(character)
        at += 1
    try:
        return re.compile(said + ")" * depth, re.DOTALL)
    except re.error:
        return re.compile(re.escape(pattern))


def matches(pattern: str, path: str) -> bool:
    """Whether the path (with `/`) fits; a leading `!` turns it round."""
    plain = pattern.lstrip("!")
    return (_compiled(plain).fullmatch(path.replace("\\", "/")) is not None) != (plain != pattern)
