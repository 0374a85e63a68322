"""Which blocks a rule looks at: selectors of scope parts, joined by `&`, turned round by `~`."""

from __future__ import annotations

from collections.abc import Iterable

Selector = tuple[tuple[frozenset[str], bool], ...]  # all of: these parts are (or, when True, are not) there

MEASURED = frozenset(("raw", "summary"))


def selectors(scopes: Iterable[str]) -> tuple[Selector, ...]:
    """The selectors of a rule; a block is looked at when any of them fits."""
    return tuple(tuple(map(_part, scope.split("&"))) for scope in scopes)


def _part(written: str) -> tuple[frozenset[str], bool]:
    plain = written.strip()
    return frozenset(part.strip() for part in plain.removeprefix("~").split(".")), plain.startswith("~")


def fits(chosen: tuple[Selector, ...], scope: frozenset[str]) -> bool:
    """Whether a block of this scope is looked at. What is not wanted never chooses a whole file."""
    return any(
        all((not parts <= scope and not scope & MEASURED) if negated else parts <= scope for parts, negated in selector)
        for selector in chosen
    )


def wants(chosen: tuple[Selector, ...], part: str) -> bool:
    """Whether a selector asks for blocks with this part (`sentence`, `paragraph`)."""
    return any(part in parts and not negated for selector in chosen for parts, negated in selector)
