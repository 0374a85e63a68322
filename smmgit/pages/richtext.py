"""A part's text as HTML: its links, mentions, tags and styles, escaped character for character."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from smmgit.model.rendition import Facet, Part
from smmgit.pages.links import web
from smmgit.text.links import links
from smmgit.text.tags import hashtags, mentions

BY_THEMSELVES = frozenset(("link", "tag", "mention"))
_STYLES = {
    "bold": (Markup("<strong>"), Markup("</strong>")),
    "italic": (Markup("<em>"), Markup("</em>")),
    "strike": (Markup("<s>"), Markup("</s>")),
    "code": (Markup("<code>"), Markup("</code>")),
    "pre": (Markup("<code>"), Markup("</code>")),
    "quote": (Markup("<q>"), Markup("</q>")),
}
_LINK = (Markup('<a href="'), Markup('" rel="noopener noreferrer nofollow">'), Markup("</a>"))
_SPANS = {
    "link": Markup('<span class="sg-link">'),
    "mention": Markup('<span class="sg-mention">'),
    "tag": Markup('<span class="sg-tag">'),
}
_SPAN_END = Markup("</span>")
_FOLD = Markup('<span class="sg-fold" aria-hidden="true"></span>')


def rich(part: Part, fold: int | None = None, marks: frozenset[str] = BY_THEMSELVES) -> Markup:
    """The text with its facets, and of `marks` (link, tag, mention) what the network finds by itself.

    `fold` is the offset after which a network hides the text behind "more"; a mark is put there.
    """
    facets = [*part.facets, *_automatic(part.text, marks - {facet.kind for facet in part.facets})]
    text = part.text
    if not facets and fold is None:
        return escape(text)
    cuts = {0, len(text)} | {facet.start for facet in facets} | {facet.end for facet in facets}
    if fold is not None and fold < len(text):
        cuts.add(fold)
    places = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    pieces: list[Markup] = []
    for start, end in pairwise(places):
        if start == fold:
            pieces.append(_FOLD)
        pieces.append(_wrapped(text[start:end], [f for f in facets if f.start <= start and end <= f.end]))
    return Markup("").join(pieces)


def _wrapped(piece: str, facets: list[Facet]) -> Markup:
    html = escape(piece)
    for facet in facets:
        if facet.kind in _STYLES:
            before, after = _STYLES[facet.kind]
            html = before + html + after
    for facet in facets:
        if facet.kind == "link" and web(facet.target):
            return _LINK[0] + web(facet.target) + _LINK[1] + html + _LINK[2]
        if facet.kind in _SPANS:
            return _SPANS[facet.kind] + html + _SPAN_END
    return html


def _automatic(text: str, marks: frozenset[str]) -> Sequence[Facet]:
    """What a network would find by itself."""
    found = []
    if "link" in marks and "://" in text:
        found += [
            Facet(kind="link", start=s.start, end=s.end, text=s.text, target=s.target)
            for s in links(text, reading="bluesky")
        ]
    if "tag" in marks and "#" in text:
        found += [Facet(kind="tag", start=s.start, end=s.end, text=s.text) for s in hashtags(text)]
    if "mention" in marks and "@" in text:
        found += [Facet(kind="mention", start=s.start, end=s.end, text=s.text) for s in mentions(text)]
    return found
