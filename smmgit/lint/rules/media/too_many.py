"""More media than the network takes.

What: more pictures, videos or media in all than one post of this format may have (or fewer).
Why: the network refuses the post, or drops the rest.
How to fix: choose some for this channel: `channels: {x: {media: [one.jpg, two.jpg]}}`.

Quoi : plus d'images, de vidéos ou de médias en tout qu'une publication de ce format n'en admet (ou moins).
Pourquoi : le réseau refuse la publication, ou laisse tomber le reste.
Comment corriger : en choisir pour ce compte : `channels: {x: {media: [un.jpg, deux.jpg]}}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.limits import broken, counted
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.lint.words import because, number
from smmgit.model.finding import Finding
from smmgit.model.say import Say

TOP = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n"
ALT = "alt: Un carnet rouge ouvert sur une table de bois"
FIVE = "".join(f"  - {{file: c{n}.jpg, {ALT}, numéro {n}}}\n".replace(", numéro", " numéro") for n in range(5))
FILES = {path: facts for n in range(5) for path, facts in picture(f"c{n}.jpg").items()}
KINDS = {"media": ("image", "gif", "video", "audio", "document", "unknown"), "images": ("image",), "videos": ("video",),
         "gifs": ("gif",), "documents": ("document",)}  # fmt: skip
NAMES = {"media": Say("media", "médias"), "images": Say("pictures", "images"), "videos": Say("videos", "vidéos"),
         "gifs": Say("animated GIFs", "GIF animés"), "documents": Say("documents", "documents")}  # fmt: skip

MANY = Say(
    "{name}: {value} {what}, and {bound} at most.{because}", "{name} : {value} {what}, et {bound} au plus.{because}"
)
FEW = Say("{name}: {value} {what}, and {bound} at least.{because}",
          "{name} : {value} {what}, et {bound} au moins.{because}")  # fmt: skip


class Check(RenditionRule):
    media_only = True
    title = Say("Too many media", "Trop de médias")
    bad = (Example(post=TOP + FIVE + "---\nLe carnet.\n", media=FILES, line=5, says="5"),)
    good = (Example(post=TOP + FIVE[: FIVE.index("\n") + 1] + "---\nLe carnet.\n", media=FILES),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        shown = at.rendition.media
        if not shown:
            return
        form = at.spec.formats.get(at.rendition.format)
        for name, kinds in KINDS.items():
            limits = counted(at, name)
            total = sum(item.kind in kinds for item in shown) if limits else 0
            # None of a kind breaks a least number only where the format asks for that kind.
            asked = total or (form is not None and name in form.counts)
            for found in broken(total, limits) if asked else ():
                yield at.finding(
                    MANY if found.over else FEW, mark="media", severity="warning" if found.lenient else None,
                    name=at.name, what=NAMES[name], value=number(found.value), bound=number(found.bound),
                    because=because(found.limit),
                )  # fmt: skip
                return
