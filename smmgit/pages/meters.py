"""How long each text of a rendition is, against the limit that leaves it the least room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smmgit.model.brand import Channel
from smmgit.model.rendition import Part, Rendition
from smmgit.model.say import Say
from smmgit.model.spec import PlatformSpec
from smmgit.pages.at import At
from smmgit.text.count import Count, counts

WORDS = {
    "text": Say("Text", "Texte"),
    "part": Say("Part {n} of {total}", "Partie {n} sur {total}"),
    "title": Say("Title", "Titre"),
    "comment": Say("First comment", "Premier commentaire"),
    "no_limit": Say("no known limit", "sans limite connue"),
    "unsure": Say("sources disagree", "sources en désaccord"),
}
_UNITS = {
    "weighted": Say("characters, X's way", "caractères à la façon de X"),
    "mastodon": Say("characters, Mastodon's way", "caractères à la façon de Mastodon"),
    "threads": Say("characters, Threads' way", "caractères à la façon de Threads"),
    "grapheme": Say("characters", "caractères"),
    "code-point": Say("characters", "caractères"),
    "utf-16": Say("characters (UTF-16)", "caractères (UTF-16)"),
    "utf-8": Say("bytes", "octets"),
}


def meters(at: At, rendition: Rendition, channel: Channel, spec: PlatformSpec) -> Iterator[dict[str, Any]]:
    """A count for every part, the title and the first comment, each against its tightest limit."""
    total = len(rendition.parts)
    texts: list[tuple[str, str, str]] = [
        (
            "body",
            at.say(WORDS["part"], n=number, total=total) if total > 1 else at.say(WORDS["text"]),
            _counted(part, spec),
        )
        for number, part in enumerate(rendition.parts, 1)
    ]
    if rendition.title and "title" in spec.text:
        texts.append(("title", at.say(WORDS["title"]), rendition.title))
    if rendition.first_comment is not None:
        texts.append(("first-comment", at.say(WORDS["comment"]), _counted(rendition.first_comment, spec)))
    for what, name, text in texts:
        found = counts(text, spec, what=what, format=rendition.format, overrides=channel.limits)
        yield _meter(at, name, _tightest(found))


def _counted(part: Part, spec: PlatformSpec) -> str:
    return part.sent if spec.counts_wire else part.text


def _tightest(found: list[Count]) -> Count:
    """The count that matters most: one that is broken, else the one with least room."""
    return max(found, key=lambda count: (not count.fits, count.length / count.limit if count.limit else 0))


def _meter(at: At, name: str, count: Count) -> dict[str, Any]:
    unit = at.say(_UNITS[count.unit]) if count.unit in _UNITS else count.unit
    if count.uncertain:
        unit += f" · {at.say(WORDS['unsure'])}"
    return {
        "name": name,
        "length": count.length,
        "limit": int(count.limit) if count.limit else 0,
        "unit": unit if count.limit else f"{unit} · {at.say(WORDS['no_limit'])}",
        "part": min(100, round(100 * count.length / count.limit)) if count.limit else 0,
        "kind": "is-over" if not count.fits else "is-close" if count.limit and count.length > 0.9 * count.limit else "",
    }
