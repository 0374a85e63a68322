"""A part as it travels, where the network reads a markup: escapes for what is literal, marks for what is styled.

One walk over the facets opens and closes marks (closing and opening again where two cross) and hands
the text between them to the markup's own escapes. Networks that read plain text, or text with entities,
need no wire text: the facets say it all.
"""

from __future__ import annotations

from collections.abc import Sequence

from smmgit.model.rendition import Facet
from smmgit.model.spec import PlatformSpec

READ_MARKUP = ("markdown", "mrkdwn", "html", "little-text")


def wire(text: str, facets: Sequence[Facet], spec: PlatformSpec) -> str:
    """The text in the markup a platform reads; the text itself where it reads none."""
    if spec.markup not in READ_MARKUP or not text:
        return text
    from smmgit.render.markups import MARKUPS

    markup = MARKUPS[spec.markup](spec)
    starting: dict[int, list[Facet]] = {}
    for facet in sorted(facets, key=lambda one: -one.end):
        starting.setdefault(facet.start, []).append(facet)
    pieces: list[str] = []
    opened: list[Facet] = []
    at = 0
    for offset in sorted({edge for facet in facets for edge in (facet.start, facet.end)} | {len(text)}):
        if offset > at:
            before = text[at - 1] if at else "\n"
            pieces.append(markup.escape(text[at:offset], before, [facet.kind for facet in opened]))
            at = offset
        again: list[Facet] = []
        while any(facet.end == offset for facet in opened):
            facet = opened.pop()
            pieces.append(markup.close(facet))
            if facet.end != offset:
                again.append(facet)
        for facet in [*reversed(again), *starting.get(offset, ())]:
            pieces.append(markup.open(facet))
            opened.append(facet)
    return "".join(pieces)
