"""A network that wants a picture.

What: a post without media on a network whose posts are pictures or videos.
Why: the network cannot publish it.
How to fix: add media, or take the channel off the post.

Quoi : une publication sans média sur un réseau dont les publications sont des images ou des vidéos.
Pourquoi : le réseau ne peut pas la publier.
Comment corriger : ajouter un média, ou retirer le compte de la publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [instagram]\n---\nLe carnet.\n"
WITH = POST.replace("---\nLe", "media:\n  - {file: carnet.jpg, alt: Un carnet rouge ouvert sur une table}\n---\nLe")


class Check(RenditionRule):
    title = Say("A picture is needed", "Il faut une image")
    bad = (Example(post=POST, line=4, says="Instagram"),)
    good = (Example(post=WITH, media=picture("carnet.jpg")),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        if at.spec.needs_media and not at.rendition.media and at.rendition.action != "repost":
            yield at.finding(
                Say("{name} publishes nothing without a picture or video: add one.",
                    "{name} ne publie rien sans image ni vidéo : en ajouter une."),
                mark=at.choice_mark(), name=at.name,
            )  # fmt: skip
