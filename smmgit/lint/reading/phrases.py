"""Patterns for phrases as people write them: any apostrophe, any space, whole words, any case."""

from __future__ import annotations

import re

from smmgit.text.late import late


def phrases(*choices: str) -> re.Pattern[str]:
    """A late pattern for any of these phrases; each may hold `re` syntax, with a space for any one space.

    `'` stands for both apostrophes; a phrase begins and ends where a word does.
    """
    return late(rf"(?<!\w)(?:{'|'.join(map(_loose, choices))})(?!\w)", re.IGNORECASE)


def _loose(source: str) -> str:
    """The pattern with every plain space and apostrophe standing for its kind, inside a `[…]` as well."""
    written, inside = [], False
    for at, sign in enumerate(source):
        escaped = at > 0 and source[at - 1] == "\\"
        if sign == "[" and not escaped:
            inside = True
        elif sign == "]" and not escaped:
            inside = False
        kind = {" ": " \u00a0\u202f", "'": "'’"}.get(sign)
        written.append(sign if kind is None else kind if inside else f"[{kind}]")
    return "".join(written)
