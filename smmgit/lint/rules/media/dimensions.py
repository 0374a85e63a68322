"""A picture of the wrong size.

What: a picture or video with more or fewer pixels than the network takes.
Why: too large is refused; too small is blown up and looks blurred.
How to fix: export it at a size within the limits; a crop under `crops:` counts as what is shown.

Quoi : une image ou une vidéo de plus ou moins de pixels que le réseau n'en prend.
Pourquoi : trop grande, elle est refusée ; trop petite, elle est agrandie et floue.
Comment corriger : l'exporter à une taille permise ; un recadrage sous `crops:` compte comme ce qui est montré.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.limits import media_misfits
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [mastodon]\nmedia:\n"
    "  - file: carnet.jpg\n    alt: Un carnet rouge ouvert sur une table de bois\n---\nLe carnet.\n"
)
MESSAGE = Say('{name}: {file} is {value} {what}, and {bound} at most is taken.{because}',
              '{name} : {file} fait {value} {what}, pour {bound} au plus.{because}')  # fmt: skip
SMALL = Say('{name}: {file} is {value} {what}, and {bound} at least is wanted.{because}',
            '{name} : {file} fait {value} {what}, pour {bound} au moins.{because}')  # fmt: skip


class Check(RenditionRule):
    media_only = True
    title = Say("Wrong size in pixels", "Mauvaise taille en pixels")
    bad = (Example(post=POST, media=picture("carnet.jpg", width=9000, height=9000), line=6, says="pixels"),)
    good = (Example(post=POST, media=picture("carnet.jpg")),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        if at.rendition.media:
            yield from media_misfits(at, ("width", "height", "pixels"), MESSAGE, SMALL)
