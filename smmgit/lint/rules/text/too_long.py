"""A text longer (or shorter) than the network takes.

What: a part, title or first comment over a limit of its network, counted the way that network counts.
Why: the network refuses the post, or cuts it in mid-sentence.
How to fix: cut what is over, or write a section for that network, such as `## bluesky`; `thread: auto` cuts a
long text into a thread where the network has threads.

Quoi : une partie, un titre ou un premier commentaire au-delà d'une limite du réseau, comptée à sa manière.
Pourquoi : le réseau refuse la publication, ou la coupe au milieu d'une phrase.
Comment corriger : couper ce qui dépasse, ou écrire une section pour ce réseau, par exemple `## bluesky` ;
`thread: auto` découpe un long texte en fil là où le réseau a des fils.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from smmgit.lint.example import Example
from smmgit.lint.limits import Broken, broken
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.lint.words import amount, because, number
from smmgit.model.finding import Finding
from smmgit.model.rendition import Part
from smmgit.model.say import Say
from smmgit.model.spec import Limit
from smmgit.text.count import limits, measure

LONG = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [bluesky]\n---\n" + "Un carnet qui tient. " * 15
OVER = Say("{name}: {what}{length} of {limit}; cut {excess}, or write a section “## {target}”.{because}",
           "{name} : {what}{length} sur {limit} ; coupez {excess} ou écrivez une section « ## {target} ».{because}",
           )  # fmt: skip
BRIEF = Say("{name}: {what}{length} of {limit}; cut {excess}.{because}",
            "{name} : {what}{length} sur {limit} ; coupez {excess}.{because}")  # fmt: skip
UNDER = Say("{name}: {what}{length}, but at least {limit} are wanted.{because}",
            "{name} : {what}{length}, mais il en faut au moins {limit}.{because}")  # fmt: skip
NOTHING = Say("", "")


class Check(RenditionRule):
    title = Say("Too long", "Trop long")
    bad = (Example(post=LONG, line=6, says="300"),)
    good = (Example(post=LONG.replace("Un carnet qui tient. " * 15, "Un carnet qui tient.")),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        shown = at.rendition
        several = len(shown.parts) > 1
        body = "caption" if shown.media and at.spec.facts.get("caption_replaces_body") else "body"
        for count, part in enumerate(shown.parts, 1):
            what = Say(f"part {count}, ", f"partie {count}, ") if several else NOTHING
            yield from judge(at, body, part, what, beside(at) if count == 1 else "")
        if shown.first_comment is not None:
            yield from judge(at, "first-comment", shown.first_comment, Say("first comment, ", "premier commentaire, "))
        small = [("title", "title", shown.title, Say("title, ", "titre, ")),
                 ("link", "link", shown.link, Say("link, ", "lien, "))]  # fmt: skip
        answers = shown.options.get("poll")
        for answer in answers if isinstance(answers, (list, tuple)) else ():
            small.append(("poll-option", "poll", str(answer), Say("poll choice, ", "choix du sondage, ")))
        for what_, mark, text, spoken in small:
            for found in misfits(at, what_, text) if text else ():
                yield at.finding(
                    BRIEF if found.over else UNDER, mark=at.choice_mark(mark),
                    severity="warning" if found.lenient else None, **words(at, found, spoken),
                )  # fmt: skip


def beside(at: RenditionAt) -> str:
    """Options that a platform counts together with the first part, such as a content warning."""
    names = at.spec.facts.get("counted_with_body", ())
    return "".join(str(at.rendition.options.get(name) or "") for name in names) if names else ""


def misfits(at: RenditionAt, what: str, text: str, aside: str = "") -> list[Broken]:
    """The limit this text breaks, if any: one that refuses, else one that cuts or is disputed."""
    found: list[Broken] = []
    for limit in limits(at.spec, what, format=at.rendition.format, overrides=at.channel.limits):
        if limit.max is not None and limit.min is None and surely_fits(text + aside, limit.unit, limit.max):
            continue
        pieces = text.split("\n") if limit.per == "paragraph" else [text + aside]
        length = max(measure(piece, limit.unit, url_length=at.spec.url_length) for piece in pieces)
        found.extend(broken(length, (limit,)))
    return [one for one in found if not one.lenient][:1] or found[:1]


def judge(at: RenditionAt, what: str, part: Part, spoken: Say, aside: str = "") -> Iterator[Finding]:
    """What is wrong with the length of one part; the place is where it runs over."""
    text = part.sent if at.spec.counts_wire else part.text
    for found in misfits(at, what, text, aside) if text else ():
        exact = found.over and text == part.text and not aside and not found.limit.per
        yield at.finding(
            OVER if found.over else UNDER, part=part, severity="warning" if found.lenient else None,
            start=overflow(text, found.limit, at.spec.url_length) if exact else 0, **words(at, found, spoken),
        )  # fmt: skip


def surely_fits(text: str, unit: str, most: float) -> bool:
    """A proof by the number of code points that counting exactly is not needed."""
    return len(text) * {"grapheme": 1, "code-point": 1, "utf-16": 2, "utf-8": 4, "threads": 5}.get(unit, 1e9) <= most


def words(at: RenditionAt, found: Broken, what: Say) -> dict[str, Any]:
    """What the messages are filled with."""
    unit = found.limit.unit
    limit = found.limit
    if limit.source == "channel":
        limit = Limit(source=f"{at.channel.path}, {at.channel.id}")
    return {
        "name": at.name, "what": what, "length": amount(found.value, unit), "limit": number(found.bound),
        "excess": amount(found.value - found.bound, "utf-8" if unit == "utf-8" else "grapheme"),
        "target": at.channel.id, "because": because(limit),
    }  # fmt: skip


def overflow(text: str, limit: Limit, url_length: int | None) -> int:
    """The offset of the first character that does not fit."""
    most = limit.max or 0
    return bisect_left(
        range(len(text)), True, key=lambda end: measure(text[: end + 1], limit.unit, url_length=url_length) > most
    )
