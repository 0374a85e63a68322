"""An alt text longer than the network keeps.

What: an alt text over the network's limit.
Why: the network refuses the picture, or cuts the text in mid-sentence.
How to fix: say the essential first and shorten; long explanations belong in the post or on your site.

Quoi : un texte alternatif au-delà de la limite du réseau.
Pourquoi : le réseau refuse l'image, ou coupe le texte au milieu d'une phrase.
Comment corriger : dire l'essentiel d'abord et raccourcir ; les longues explications vont dans le texte ou sur le
site.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.limits import broken
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.lint.words import amount, because, number
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.count import limits, measure

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n"
    "  - file: carnet.jpg\n    alt: {alt}\n---\nLe carnet.\n"
)


class Check(RenditionRule):
    media_only = True
    title = Say("Alt text too long", "Texte alternatif trop long")
    bad = (
        Example(post=POST.replace("{alt}", "Un carnet rouge " * 80), media=picture("carnet.jpg"), line=7, says="1,000"),
    )
    good = (Example(post=POST.replace("{alt}", "Un carnet rouge ouvert"), media=picture("carnet.jpg")),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        for item in at.rendition.media:
            if not item.alt or not at.spec.alt:
                continue
            for limit in limits(at.spec, "alt", format=at.rendition.format, overrides=at.channel.limits):
                length = measure(item.alt, limit.unit)
                for found in broken(length, (limit,)):
                    yield at.finding(
                        Say("{name}: alt text of {length}, and {bound} at most.{because}",
                            "{name} : alt de {length}, et {bound} au plus.{because}"),
                        mark=at.media_mark(item.index, "alt"), severity="warning" if found.lenient else None,
                        name=at.name, length=amount(length, limit.unit), bound=number(found.bound),
                        because=because(limit),
                    )  # fmt: skip
