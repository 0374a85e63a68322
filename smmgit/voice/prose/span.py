"""One remark about a stretch of text: where, what, and what to write instead."""

from __future__ import annotations

from msgspec import Struct

from smmgit.model.say import Say


class Span(Struct, frozen=True, gc=False):
    """Code points `start` to `end` of a text; `replacements` are offered in order, the first being the usual one.

    `rule` names what found it (`known`, `grammalecte:g1__conf_…`), so a team can switch it off.
    """

    start: int
    end: int
    message: Say
    replacements: tuple[str, ...] = ()
    rule: str = ""
