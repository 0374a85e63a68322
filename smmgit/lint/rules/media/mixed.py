"""Pictures and videos in one post.

What: media of different kinds together on a network that takes one kind a post.
Why: the network refuses the post, or drops some of them.
How to fix: choose for this channel: `channels: {bluesky: {media: [carnet.mp4]}}`.

Quoi : des médias de genres différents ensemble, sur un réseau qui n'en prend qu'un genre par publication.
Pourquoi : le réseau refuse la publication, ou en laisse tomber.
Comment corriger : choisir pour ce compte : `channels: {bluesky: {media: [carnet.mp4]}}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [bluesky]\nmedia:\n"
    "  - {file: carnet.jpg, alt: Un carnet rouge ouvert sur une table}\n"
    "  - {file: carnet.mp4, decorative: true}\n---\nLe carnet.\n"
)
FILM = picture("carnet.mp4", kind="video", mime="video/mp4", width=1280, height=720, duration=20.0)


class Check(RenditionRule):
    media_only = True
    title = Say("Media of different kinds", "Médias de genres différents")
    bad = (Example(post=POST, media={**picture("carnet.jpg"), **FILM}, line=5, says="Bluesky"),)
    good = (Example(post=POST.replace("mp4", "png"), media={**picture("carnet.jpg"), **picture("carnet.png")}),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        kinds = {item.kind for item in at.rendition.media if item.kind != "unknown"}
        if at.spec.one_kind and len(kinds) > 1:
            yield at.finding(
                Say("{name} takes one kind of media a post: choose pictures or a video for it.",
                    "{name} ne prend qu'un genre de média par publication : lui choisir des images ou une vidéo."),
                mark="media", name=at.name,
            )  # fmt: skip
