"""The four things a document is made of, in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple


class Event(NamedTuple):
    """A tag that opens, closes or stands alone, a text, or a comment."""

    kind: Literal["start", "end", "alone", "text", "comment"]
    name: str  # the tag, or the text itself
    spots: Sequence[int] = ()
    attrs: Mapping[str, str] = {}
    inner: tuple[str, Sequence[int]] = ("", ())  # an image's text for those who do not see it
