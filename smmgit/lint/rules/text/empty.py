"""Nothing to show.

What: a post that has neither text nor media on one of its channels.
Why: the network refuses an empty post; usually the section for it was left blank.
How to fix: write the text, or take the channel off the post.

Quoi : une publication qui n'a ni texte ni média sur l'un de ses comptes.
Pourquoi : le réseau refuse une publication vide ; le plus souvent, sa section est restée vide.
Comment corriger : écrire le texte, ou retirer le compte de la publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(RenditionRule):
    title = Say("Nothing to show", "Rien à montrer")
    bad = (Example(post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\n", says="X"),)
    good = (Example(post="Le carnet.\n"),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        shown = at.rendition
        if shown.action == "repost" or shown.media or shown.link or shown.options.get("poll"):
            return
        if not any(part.text.strip() for part in shown.parts):
            yield at.finding(
                Say("{name}: there is no text and no media to publish.", "{name} : ni texte ni média à publier."),
                pos=at.section_pos(), name=at.name,
            )  # fmt: skip
