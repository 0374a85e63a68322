"""`thread: auto`: a part too long for its platform becomes several."""

from __future__ import annotations

from smmgit.render.facets import facets_of
from smmgit.render.frame import Frame
from smmgit.render.wire import wire
from smmgit.text.count import counts
from smmgit.text.origin import Traced
from smmgit.text.split import split


def cut_to_fit(parts: list[Traced], frame: Frame) -> list[Traced]:
    """The parts, each long one cut where an editor would; parts that fit stay as they are."""
    return [piece for part in parts for piece in _cut(part, frame)]


def _cut(part: Traced, frame: Frame) -> list[Traced]:
    keep = [(mark.start, mark.end) for mark in part.marks if mark.kind in ("link", "mention")]
    spec = frame.spec

    def fits(text: str) -> bool:
        if spec.counts_wire:
            text = wire(text, facets_of(text, (), spec, frame.utm, frame.ws.lock), spec)
        found = counts(text, spec, format=frame.choice.format, overrides=frame.channel.limits)
        return all(count.fits for count in found if count.limit is not None and not count.soft)

    return [part.part(start, end) for start, end in split(part.text, fits, keep)]
