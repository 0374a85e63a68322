"""A rendition against its platform's limits: which one is broken, by how much, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from smmgit.lint.at import RenditionAt
from smmgit.lint.words import amount, because, number
from smmgit.model.facts import MediaFacts
from smmgit.model.finding import Finding
from smmgit.model.rendition import ShownMedia
from smmgit.model.say import Say
from smmgit.model.spec import Limit, MediaRules


class Broken(Struct, frozen=True):
    """A limit and the value that breaks it; `over` is true above `max`, false below `min`."""

    limit: Limit
    value: float
    over: bool

    @property
    def bound(self) -> float:
        """The number that was not kept."""
        return (self.limit.max if self.over else self.limit.min) or 0

    @property
    def lenient(self) -> bool:
        """True where the platform does not refuse for certain: a soft or a disputed limit."""
        return bool(self.limit.uncertain or self.limit.soft)


def broken(value: float, limits: Sequence[Limit]) -> Iterator[Broken]:
    """The limits a value breaks; of several upper ones only the certain and tightest matter to readers."""
    found = []
    for limit in limits:
        if limit.max is not None and value > limit.max:
            found.append(Broken(limit, value, True))
        elif limit.min is not None and value < limit.min:
            found.append(Broken(limit, value, False))
    certain = [one for one in found if not one.lenient]
    yield from certain[:1] or found[:1]


def own(at: RenditionAt, name: str, limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """The limits with the channel's own (`limits: {counts.hashtags.max: 5}` in channels.yml) in their place."""
    for bound in ("max", "min"):
        typed = at.channel.limits.get(f"{name}.{bound}")
        if typed is None:
            continue
        try:
            value = float(typed)
        except ValueError:
            continue
        unit = limits[0].unit if limits else "item"
        source = f"brand/channels.yml, {at.channel.id}"
        limits = (Limit(max=value, unit=unit, source=source) if bound == "max" else
                  Limit(min=value, unit=unit, source=source),)  # fmt: skip
    return limits


def counted(at: RenditionAt, name: str) -> tuple[Limit, ...]:
    """The limits on how many of something there may be, of the format where it has its own."""
    form = at.spec.formats.get(at.rendition.format)
    limits = (form.counts.get(name) if form else None) or at.spec.counts.get(name, ())
    return own(at, f"counts.{name}", limits)


def media_rules(at: RenditionAt, kind: str) -> MediaRules | None:
    """What the platform says of a kind of media, the format's own rules first."""
    form = at.spec.formats.get(at.rendition.format)
    return (form.media.get(kind) if form else None) or at.spec.media.get(kind)


def measured(at: RenditionAt) -> Iterator[tuple[ShownMedia, MediaFacts]]:
    """The media shown whose file was read, with what was seen."""
    for item in at.rendition.media:
        facts = at.ws.media.get(item.file)
        if facts is not None and facts.exists and not facts.problem:
            yield item, facts


def value_of(measure: str, item: ShownMedia, facts: MediaFacts) -> float:
    """A measure of a media item as shown, cut-out applied; 0 where it is unknown."""
    wide, high = facts.width, facts.height
    if item.crop:
        wide, high = round(wide * item.crop[2]), round(high * item.crop[3])
    if measure == "ratio":
        return wide / high if wide and high else 0
    if measure == "pixels":
        return wide * high
    return {"width": wide, "height": high}.get(measure) or getattr(facts, measure, 0) or 0


def media_misfits(at: RenditionAt, measures: Sequence[str], message: Say, small: Say) -> Iterator[Finding]:
    """Findings about media whose measures break a limit; `message` above it, `small` below it."""
    for item, facts in measured(at):
        rules = media_rules(at, item.kind)
        for measure in measures if rules else ():
            value = value_of(measure, item, facts)
            limits = own(at, f"media.{item.kind}.{measure}", rules.limits.get(measure, ()) if rules else ())
            for found in broken(value, limits) if value else ():
                if found.over and found.limit.soft and measure in SHRUNK:
                    continue  # the network makes it smaller by itself
                yield at.finding(
                    message if found.over else small,
                    mark=at.media_mark(item.index),
                    severity="warning" if found.lenient else None,
                    name=at.name,
                    file=item.file.rpartition("/")[2],
                    what=MEASURES.get(measure, Say(measure, measure)),
                    value=figure(measure, value, found.limit),
                    bound=figure(measure, found.bound, found.limit),
                    because=because(found.limit),
                )


SHRUNK = ("width", "height", "pixels")
MEASURES = {
    "width": Say("wide", "de large"),
    "height": Say("high", "de haut"),
    "pixels": Say("in all", "en tout"),
    "duration": Say("long", "de durée"),
    "frames": Say("", ""),
    "fps": Say("", ""),
    "pages": Say("", ""),
}


def figure(measure: str, value: float, limit: Limit) -> Say:
    """A measured value in words; a ratio as `4:5` where it is one, else as `0.8`."""
    if measure == "ratio":
        return ratio(value)
    return amount(value, limit.unit)


def ratio(value: float) -> Say:
    """A width to height ratio as people say it."""
    for wide, high in ((1, 1), (4, 5), (5, 4), (3, 4), (4, 3), (2, 3), (3, 2), (9, 16), (16, 9), (1, 2), (2, 1)):
        if abs(value - wide / high) < 0.004:
            return Say(f"{wide}:{high}", f"{wide}:{high}")
    figure = number(round(value, 2))
    return Say(f"{figure.en}:1", f"{figure.fr}:1")
