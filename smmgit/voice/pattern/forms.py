"""The few texts a simple pattern stands for, with their capitals: `OAuth2?` is `OAuth` or `OAuth2`."""

from __future__ import annotations

import re
from itertools import product

from smmgit.text.late import late

MOST = 64
_PART = late(
    r"(?:\((?:\?:)?(?P<inside>[^()\[\]\\.*+?{}^$]+)\)|\\(?P<escaped>\W)|(?P<plain>[^\\()\[\].*+?{}^$|]))"
    r"(?P<maybe>\??)"
)


def forms(pattern: str) -> list[str]:
    """All texts of a pattern made of plain text, optional parts and choices; empty for any other pattern."""
    parts: list[list[str]] = []
    at, count = 0, 1
    while at < len(pattern):
        found = _PART.match(pattern, at)
        if not found:
            return []
        texts = found["inside"].split("|") if found["inside"] else [found["escaped"] or found["plain"]]
        parts.append([*texts, ""] if found["maybe"] else texts)
        count *= len(parts[-1])
        if count > MOST:
            return []
        at = found.end()
    return ["".join(chosen) for chosen in product(*parts)]


def written_as(pattern: str, observed: str) -> str:
    """How a term should be written where this was found: its only form with these letters, else the pattern."""
    plain = re.sub(r"^\(\?i\)", "", pattern)
    fitting = {form for form in forms(plain) if form.casefold() == observed.casefold()}
    return fitting.pop() if len(fitting) == 1 else pattern
