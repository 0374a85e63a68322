"""A rule's message with what was found put in, as Go's Sprintf does it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smmgit.text.late import late

_VERB = late(r"%(?:\[(?P<index>\d+)\])?(?P<flags>[-+# 0]*\d*(?:\.\d+)?)(?P<verb>[A-Za-z%])")


def filled(message: str, values: Sequence[object]) -> str:
    """The message with `%s`, `%d`, `%[2]s` and `%%` replaced; values left over are dropped, missing ones empty."""
    if "%" not in message:
        return message
    at = 0

    def one(found: re.Match[str]) -> str:
        nonlocal at
        if found["verb"] == "%":
            return "%"
        if found["verb"] not in "sdvqfgt" or " " in found["flags"]:
            return found[0]  # “100 % sure” is no verb
        if found["index"]:
            at = int(found["index"]) - 1
        value = values[at] if at < len(values) else ""
        at += 1
        return f'"{value}"' if found["verb"] == "q" else str(value)

    return _VERB.sub(one, message)


def one_line(message: str) -> str:
    """Line ends as spaces."""
    return message.replace("\n", " ")


def listed(words: Sequence[str], joint: str = "or") -> str:
    """`'a'`, `'a' or 'b'`, `'a', 'b', or 'c'`."""
    quoted = [f"'{word}'" for word in words]
    if len(quoted) < 3:
        return f" {joint} ".join(quoted)
    return ", ".join([*quoted[:-1], f"{joint} {quoted[-1]}"])


def quoted_once(message: str) -> str:
    """A message with two quoted places, its first without quotes: `listed` brings its own."""
    for place in ("'%s'", '"%s"'):
        if message.count(place) == 2:
            message = message.replace(place, "%s", 1)
    return message


def capital_first(text: str) -> str:
    """The text with its first letter a capital; Vale looks at ASCII letters only."""
    return text[:1].upper() + text[1:] if text[:1].isascii() else text
