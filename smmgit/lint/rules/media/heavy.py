"""A media file that is too heavy.

What: a picture, video or document of more (or less) bytes than the network takes.
Why: the upload is refused.
How to fix: export it with a lower quality or smaller size; the message says how much is allowed.

Quoi : une image, une vidéo ou un document de plus (ou moins) d'octets que le réseau n'en prend.
Pourquoi : l'envoi est refusé.
Comment corriger : l'exporter en qualité moindre ou en plus petit ; le message dit ce qui est permis.
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
    "  - file: carnet.jpg\n    alt: Un carnet rouge ouvert sur une table de bois\n---\nLe carnet.\n"
)
MESSAGE = Say('{name}: {file} weighs {value}, and {bound} at most is taken.{because}',
              '{name} : {file} pèse {value}, pour {bound} au plus.{because}')  # fmt: skip
SMALL = Say('{name}: {file} weighs {value}, and {bound} at least is wanted.{because}',
            '{name} : {file} pèse {value}, pour {bound} au moins.{because}')  # fmt: skip


class Check(RenditionRule):
    media_only = True
    title = Say("Too heavy", "Trop lourd")
    bad = (Example(post=POST, media=picture("carnet.jpg", size=30_000_000), line=6, says="30"),)
    good = (Example(post=POST, media=picture("carnet.jpg")),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        if at.rendition.media:
            yield from media_misfits(at, ("bytes",), MESSAGE, SMALL)
