"""A video or sound of the wrong length.

What: more or fewer seconds, frames or pages than the network takes for this format.
Why: the upload is refused, or the end is cut off.
How to fix: cut it, or choose another format for this channel, such as `format: video` instead of `reel`.

Quoi : plus ou moins de secondes, d'images ou de pages que le réseau n'en prend pour ce format.
Pourquoi : l'envoi est refusé, ou la fin est coupée.
Comment corriger : la couper, ou choisir un autre format pour ce compte, par exemple `format: video` au lieu de
`reel`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.limits import media_misfits
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [bluesky]\nmedia:\n"
    "  - file: carnet.mp4\n    decorative: true\n---\nLe carnet.\n"
)
MESSAGE = Say('{name}: {file} is {value} {what}, and {bound} at most is taken.{because}',
              '{name} : {file} fait {value} {what}, pour {bound} au plus.{because}')  # fmt: skip
SMALL = Say('{name}: {file} is {value} {what}, and {bound} at least is wanted.{because}',
            '{name} : {file} fait {value} {what}, pour {bound} au moins.{because}')  # fmt: skip


class Check(RenditionRule):
    media_only = True
    title = Say("Wrong length in time", "Mauvaise durée")
    bad = (
        Example(
            post=POST,
            media=picture("carnet.mp4", kind="video", mime="video/mp4", width=1280, height=720, duration=3600.0),
            line=6,
            says="seconds",
        ),
    )
    good = (
        Example(
            post=POST,
            media=picture("carnet.mp4", kind="video", mime="video/mp4", width=1280, height=720, duration=20.0),
        ),
    )

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        if at.rendition.media:
            yield from media_misfits(at, ("duration", "frames", "fps", "pages"), MESSAGE, SMALL)
