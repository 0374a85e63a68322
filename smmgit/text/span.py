"""A marked stretch of a text: what links, tags and mentions are found as."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, gc=False):
    """Code points `start` to `end` of a text, which read `text`; `target` is what they mean.

    The target is a whole address for a link, the name without its sign for a tag or a mention.
    """

    start: int
    end: int
    text: str
    target: str
