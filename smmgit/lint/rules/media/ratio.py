"""A picture of the wrong shape.

What: a picture or video too wide or too tall for the network and format.
Why: it is refused, or cut: a border, a face or a word goes missing.
How to fix: add a crop for this channel under `crops:`, such as `{name: instagram, box: [0, 0.1, 1, 0.8]}`, or
another picture.

Quoi : une image ou une vidéo trop large ou trop haute pour le réseau et le format.
Pourquoi : elle est refusée, ou coupée : un bord, un visage ou un mot disparaît.
Comment corriger : ajouter sous `crops:` un recadrage pour ce compte, par exemple `{name: instagram, box: [0, 0.1,
1, 0.8]}`, ou une autre image.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.limits import media_misfits
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [instagram]\nmedia:\n"
    "  - file: carnet.jpg\n    alt: Un carnet rouge ouvert sur une table de bois\n---\nLe carnet.\n"
)
MESSAGE = Say('{name}: {file} is {value}, too wide: {bound} at most (width to height).{because}',
              '{name} : {file} est en {value}, trop large : {bound} au plus.{because}')  # fmt: skip
SMALL = Say('{name}: {file} is {value}, too tall: {bound} at least.{because}',
            '{name} : {file} est en {value}, trop haute : {bound} au moins.{because}')  # fmt: skip


class Check(RenditionRule):
    media_only = True
    title = Say("Wrong shape", "Mauvaises proportions")
    bad = (Example(post=POST, media=picture("carnet.jpg", width=3000, height=1000), line=6, says="3:1"),)
    good = (Example(post=POST, media=picture("carnet.jpg")),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        if at.rendition.media:
            yield from media_misfits(at, ("ratio",), MESSAGE, SMALL)
