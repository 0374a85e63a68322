"""Vale's script rules: not run; the common ones are recognised and worked out, others say why they are skipped."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class Script(Struct, frozen=True):
    """A recognised script as a function of a block's text to spans with an own message, empty for the rule's."""

    name: str
    run: Callable[[str], list[tuple[int, int, str]]]


def translate(source: str) -> Script | str:
    """The script as a function, or the reason it is skipped."""
    return "no translation is known for this script"
