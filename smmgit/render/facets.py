"""The facets of a part: what was styled, who and what is named, what is linked."""

from __future__ import annotations

from smmgit.model.facts import Lock
from smmgit.model.rendition import Facet
from smmgit.model.spec import PlatformSpec
from smmgit.render.utm import Utm
from smmgit.text.late import late
from smmgit.text.links import links
from smmgit.text.origin import LITERAL, Mark
from smmgit.text.span import Span
from smmgit.text.tags import cashtags, hashtags, mentions

_WHOLE_ID = late(r"(?<![\w@/])@[\w.=/+-]+:[\w-]+(?:\.[\w-]+)+(?::\d+)?")
_WHOLE = ("link", "mention", "tag", "code", "pre")


def byte_span(text: str, facet: Facet) -> tuple[int, int]:
    """Where a facet begins and ends in the text's UTF-8 bytes (Bluesky's `byteStart`, `byteEnd`)."""
    start = len(text[: facet.start].encode("utf-8", "replace"))
    return start, start + len(facet.text.encode("utf-8", "replace"))


def facets_of(text: str, marks: tuple[Mark, ...], spec: PlatformSpec, utm: Utm, lock: Lock) -> tuple[Facet, ...]:
    """The facets of a text, sorted by place: its marks, and what the platform would find by itself or needs found."""
    explicit = spec.links == "facet"
    found: list[tuple[str, Span]] = []
    if explicit:
        if "." in text:
            found += [("link", span) for span in links(text, bare=True, reading="bluesky")]
        if spec.hashtags == "text" and ("#" in text or "$" in text or "\uff03" in text):
            found += [("tag", span) for span in hashtags(text, reading="bluesky")]
            found += [("tag", span) for span in cashtags(text, reading="bluesky")]
    if ("@" in text or "\uff20" in text) and spec.mention.startswith("@") and spec.markup != "little-text":
        found += [("mention", span) for span in _mentions(text, spec)]
    if not found and not marks:
        return ()
    facets = [
        Facet(
            kind=mark.kind,  # type: ignore[arg-type]
            start=mark.start,
            end=mark.end,
            text=text[mark.start : mark.end],
            target=utm.tagged(mark.target) if mark.kind == "link" else mark.target,
        )
        for mark in marks
        if mark.kind != LITERAL
    ]
    taken = sorted((mark.start, mark.end) for mark in marks if mark.kind in _WHOLE)
    at = last = 0
    for kind, span in sorted(found, key=lambda one: (one[1].start, -one[1].end)):
        while at < len(taken) and taken[at][1] <= span.start:
            at += 1
        if span.start >= last and (at == len(taken) or taken[at][0] >= span.end):
            facets.append(_facet(kind, span, utm, lock))
            last = span.end
    return tuple(sorted(facets, key=lambda facet: (facet.start, -facet.end, facet.kind)))


def _mentions(text: str, spec: PlatformSpec) -> list[Span]:
    """The accounts a platform would find by itself; where we write their links, whole ids only (`@lea:matrix.org`)."""
    if spec.facts.get("mention_url"):
        return [Span(m.start(), m.end(), m[0], m[0][1:]) for m in _WHOLE_ID.finditer(text)]
    return mentions(text, reading="bluesky" if spec.links == "facet" else "x")


def _facet(kind: str, span: Span, utm: Utm, lock: Lock) -> Facet:
    target = span.target
    if kind == "link":
        target = utm.tagged(target)
    elif kind == "mention":
        target = lock.dids.get(target, target)
    return Facet(kind=kind, start=span.start, end=span.end, text=span.text, target=target)  # type: ignore[arg-type]
