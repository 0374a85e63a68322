"""A pattern written for Vale (.NET syntax with RE2's `(?P<name>…)`) as one for the `regex` module, and run safely.

The two agree nearly everywhere, variable-width lookbehind and flags in the middle included. What differs is rewritten
here: braces that are no quantifier, `\\z`, `\\k<name>`, `\\x{…}`. Backtracking has no end in either, so every search
has a time limit.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from smmgit.text.late import late
from smmgit.voice.pattern.literal import read

SECONDS = 0.25  # for one search in one text
LONGEST = 100_000  # characters of a pattern

_STEP = late(
    r"\\x\{(?P<hex>[0-9A-Fa-f]{1,6})\}|\\k<(?P<named>\w+)>|\\k'(?P<quoted>\w+)'|(?P<end>\\z)"
    r"|(?P<kept>\\[pPuNxcg]\{[^}]*\}|\\.)"
    r"|(?P<quantifier>\{\d+(?:,\d*)?\})|(?P<brace>[{}])|(?P<class>\[)",
    re.DOTALL,
)
_CLASS_END = late(r"\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]", re.DOTALL)


_SOUND: set[str] = set()


class PatternError(Exception):
    """A pattern that cannot be compiled; `str()` says why in the words of the regex library."""


class TooSlow(Exception):
    """A search that did not end in time."""


def translated(pattern: str) -> str:
    """The pattern in the dialect of `regex`."""
    said: list[str] = []
    at = 0
    while found := _STEP.search(pattern, at):
        said.append(pattern[at : found.start()])
        at = found.end()
        if found["hex"]:
            said.append(re.escape(chr(min(int(found["hex"], 16), 0x10FFFF))))
        elif found["named"] or found["quoted"]:
            said.append(f"(?P={found['named'] or found['quoted']})")
        elif found["end"]:
            said.append(r"\Z")
        elif found["brace"]:
            said.append("\\" + found["brace"])
        elif found["class"] and (whole := _CLASS_END.match(pattern, found.start())):
            said.append(whole[0])
            at = whole.end()
        else:
            said.append(found[0])
    said.append(pattern[at:])
    return "".join(said)


@functools.lru_cache(maxsize=4096)
def compiled(pattern: str) -> Any:
    """The compiled pattern. Raises `PatternError`."""
    import regex

    if len(pattern) > LONGEST:
        raise PatternError(f"a pattern of {len(pattern):,} characters is too long (at most {LONGEST:,})")
    try:
        return regex.compile(translated(pattern), regex.V0)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        raise PatternError(str(error)) from error


def check(pattern: str) -> None:
    """Refuse a pattern that cannot be compiled. Raises `PatternError`.

    Compiling is most of what a large style costs, and most patterns never meet a text that could match: one that
    `literal.py` reads to its end is sound but for rare slips, which are found when it is first needed.
    """
    if pattern not in _SOUND:
        if read(pattern) is None:
            compiled(pattern)
        _SOUND.add(pattern)


def trust(patterns: Iterable[str]) -> None:
    """Patterns that were checked in an earlier run."""
    _SOUND.update(patterns)


def finditer(pattern: str, text: str, start: int = 0) -> Iterator[Any]:
    """All matches, leftmost first. Raises `TooSlow` when the search takes too long."""
    try:
        yield from compiled(pattern).finditer(text, start, timeout=SECONDS)
    except TimeoutError as error:
        raise TooSlow(pattern) from error


def search(pattern: str, text: str) -> Any:
    """The first match or None. Raises `TooSlow`."""
    try:
        return compiled(pattern).search(text, timeout=SECONDS)
    except TimeoutError as error:
        raise TooSlow(pattern) from error


def match_at(pattern: str, text: str, at: int) -> Any:
    """The match that begins exactly here, or None; what stands before is seen. Raises `TooSlow`."""
    try:
        return compiled(pattern).match(text, at, timeout=SECONDS)
    except TimeoutError as error:
        raise TooSlow(pattern) from error


def spans(pattern: str, text: str) -> list[tuple[int, int]]:
    """Where a team's pattern matches: its first group where it has one."""
    return [match.span(1) if match.re.groups and match[1] is not None else match.span()
            for match in finditer(pattern, text)]  # fmt: skip
