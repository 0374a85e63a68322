"""More of something than the network takes.

What: too many (or too few) parts, hashtags, mentions, links, cashtags or poll choices.
Why: the network refuses the post, ignores the rest, or takes it for spam.
How to fix: keep those that matter; other networks may have them in their own section.

Quoi : trop (ou trop peu) de parties, de mots-dièse, de mentions, de liens ou de choix de sondage.
Pourquoi : le réseau refuse la publication, ignore le reste, ou y voit du spam.
Comment corriger : garder ceux qui comptent ; les autres réseaux peuvent les avoir dans leur propre section.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.limits import broken, counted
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.lint.words import because, number
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.links import links
from smmgit.text.tags import cashtags, hashtags, mentions

NAMES = {
    "parts": Say("parts", "parties"),
    "hashtags": Say("hashtags", "mots-dièse"),
    "mentions": Say("mentions", "mentions"),
    "links": Say("links", "liens"),
    "cashtags": Say("cashtags", "cashtags"),
    "poll-options": Say("poll choices", "choix de sondage"),
}
POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [instagram]\nmedia:\n"
    "  - {file: carnet.jpg, alt: Un carnet rouge ouvert sur une table de bois}\n---\nLe carnet.\n"
)


class Check(RenditionRule):
    title = Say("Too many", "Trop nombreux")
    bad = (
        Example(
            post=POST + " ".join(f"#carnet{letter}" for letter in "abcdefghijklmnopqrstuvwxyzéèêëàâ"),
            media=picture("carnet.jpg"), line=8, says="32",
        ),
    )  # fmt: skip
    good = (Example(post=POST + "#carnet #lune", media=picture("carnet.jpg")),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        form = at.spec.formats.get(at.rendition.format)
        for name, spoken in NAMES.items():
            if name not in at.spec.counts and (form is None or name not in form.counts) and not at.channel.limits:
                continue
            limits = counted(at, name)
            for found in broken(how_many(at, name), limits) if limits else ():
                if not found.value and not found.over and name != "hashtags":
                    continue  # none at all is no poll, no thread
                message = (
                    Say("{name}: {value} {what}, and {bound} at most.{because}",
                        "{name} : {value} {what}, et {bound} au plus.{because}")
                    if found.over
                    else Say("{name}: {value} {what}, and {bound} at least.{because}",
                             "{name} : {value} {what}, et {bound} au moins.{because}")
                )  # fmt: skip
                yield at.finding(
                    message, pos=at.section_pos(), severity="warning" if found.lenient else None, name=at.name,
                    value=number(found.value), bound=number(found.bound), what=spoken, because=because(found.limit),
                )  # fmt: skip


def how_many(at: RenditionAt, name: str) -> int:
    """How many of these the rendition has."""
    shown = at.rendition
    if name == "parts":
        return len(shown.parts)
    if name == "poll-options":
        choices = shown.options.get("poll")
        return len(choices) if isinstance(choices, (list, tuple)) else 0
    if name == "hashtags" and shown.tags:
        return len(shown.tags)
    ways = {"hashtags": hashtags, "mentions": mentions, "links": links, "cashtags": cashtags}
    return max((len(ways[name](part.text)) for part in shown.parts), default=0)
