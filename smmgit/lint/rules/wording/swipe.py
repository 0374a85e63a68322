"""“Swipe” with nothing to swipe.

What: “swipe”, “faites défiler” in a post that shows one picture or none on that network.
Why: readers try, and nothing moves.
How to fix: add the pictures, or take the words out in a section for that network.

Quoi : « faites défiler », « swipez » dans une publication qui montre une image ou aucune sur ce réseau.
Pourquoi : les lecteurs essaient, et rien ne bouge.
Comment corriger : ajouter les images, ou ôter ces mots dans une section pour ce réseau.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.reading.phrases import phrases
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say

SWIPE = phrases(
    r"swipe (?:to see|for|left|right|through|across)", r"swipe(?=[ \u00a0]*(?:[.!→➡👉👈⬅]|$))", r"swipez",
    r"faites? défiler", r"fais défiler", r"(?:balayez|glissez) (?:vers la|à) (?:gauche|droite)",
)  # fmt: skip
POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [instagram]\nmedia:\n"
    "  - {file: carnet.jpg, alt: Un carnet rouge ouvert sur une table}\n---\nTrois carnets. Faites défiler !\n"
)


class Check(PostRule):
    severity = "warning"
    cues = frozenset("swipe swipez faites fais défiler balayez glissez".split())
    title = Say("Nothing to swipe", "Rien à faire défiler")
    bad = (Example(post=POST, media=picture("carnet.jpg"), line=8, says="Faites défiler"),)
    good = (
        Example(
            post=POST.replace("media:\n", "media:\n  - {file: deux.jpg, alt: Un carnet bleu fermé sur une chaise}\n"),
            media={**picture("carnet.jpg"), **picture("deux.jpg")},
        ),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        still = {shown.channel for shown in at.renditions if len(shown.media) < 2
                 and not any(item.kind in ("document", "video") for item in shown.media)}  # fmt: skip
        for passage in at.passages if still else ():
            found = SWIPE.search(passage.plain)
            names = [spec.name for channel, spec in passage.channels if channel.id in still]
            if found and names:
                yield at.finding(
                    Say("“{words}”, but {names} shows fewer than two pictures.",
                        "« {words} », mais {names} montre moins de deux images."),
                    offset=passage.offset + found.start(), words=quoted(found[0]),
                    names=listed(list(dict.fromkeys(names))),
                )  # fmt: skip
