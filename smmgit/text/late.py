"""Patterns compiled when first used, and not even then when an earlier run remembers them compiled.

Compiling is Python code that reads the pattern letter by letter: a list of words costs as much as importing a large
module, and a hook that lints one file uses dozens of patterns. What comes out is a list of numbers, which `recall`
takes back in no time. Numbers from a broken or hostile memory can make a pattern find something else, never run code:
the engine checks them first.
"""

from __future__ import annotations

import re
import sys
from typing import Any, cast

from msgspec import Struct

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class Compiled(Struct, frozen=True, array_like=True):
    """A compiled pattern as numbers: its flags, its groups and their names, and the engine's code, four bytes each."""

    flags: int
    groups: int
    names: dict[str, int]
    code: bytes


class Memory(Struct, frozen=True, array_like=True):
    """Compiled patterns by flags and source, and the Python they were compiled for."""

    python: str
    patterns: dict[str, Compiled]


_known: dict[str, Compiled] = {}
_made: dict[str, tuple[str, int]] = {}


class _Late:
    """Stands for a compiled pattern until somebody asks it something; then answers as fast as the pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self._made_of = (source, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = pattern(*self._made_of)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """`pattern(source, flags)`, made at the first use. Raises `re.error` then, not here."""
    return cast("re.Pattern[str]", _Late(source, flags))


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(source, flags)`, from memory where there is one."""
    flags = int(flags)
    key = f"{flags} {source!a}"  # a pattern may hold lone surrogates, which no file can
    known = _known.get(key)
    if known is not None:
        try:
            return _revived(source, known)
        except (ImportError, AttributeError, TypeError, ValueError, IndexError, RuntimeError, OverflowError):
            _known.clear()
    _made[key] = (source, flags)
    return re.compile(source, flags)


def recall(memory: Memory) -> None:
    """Believe what `memory` of an earlier run says, if it was this very Python."""
    if memory.python == sys.version:
        _known.update(memory.patterns)


def memory() -> Memory | None:
    """Everything compiled so far, to be recalled by the next run; None when there is nothing new."""
    if not _made:
        return None
    for key, (source, flags) in _made.items():
        numbers = _numbers(source, flags)
        if numbers is None:
            return None
        _known[key] = numbers
    _made.clear()
    return Memory(sys.version, dict(_known))


def _revived(source: str, known: Compiled) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    code = memoryview(known.code).cast("I").tolist()
    if not 0 <= known.groups < len(code):
        raise ValueError(known.groups)
    names = [None] * (known.groups + 1)
    for name, number in known.names.items():
        names[number] = name  # type: ignore[call-overload]
    found: re.Pattern[str] = _sre.compile(source, known.flags, code, known.groups, known.names, tuple(names))
    return found


def _numbers(source: str, flags: int) -> Compiled | None:
    """The pattern as numbers; None on a Python that keeps them elsewhere."""
    from array import array

    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(source, flags)
        code = array("I", _compiler._code(parsed, flags)).tobytes()
        return Compiled(flags | parsed.state.flags, parsed.state.groups - 1, dict(parsed.state.groupdict), code)
    except (ImportError, AttributeError, TypeError, OverflowError):
        return None
