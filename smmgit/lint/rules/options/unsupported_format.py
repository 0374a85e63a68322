"""A format the network does not have.

What: `format: story`, `reel`, `poll`… on a network without it.
Why: the network refuses the post, or shows it as something else.
How to fix: choose a format the network has, as the message says.

Quoi : `format: story`, `reel`, `poll`… sur un réseau qui ne l'a pas.
Pourquoi : le réseau refuse la publication, ou la montre autrement.
Comment corriger : choisir un format que le réseau connaît, comme le dit le message.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels:\n  x: {format: post}\n---\nLe carnet.\n"


class Check(RenditionRule):
    title = Say("Format the network does not have", "Format que le réseau n'a pas")
    bad = (Example(post=POST.replace("post}", "reel}"), line=5, says="reel"),)
    good = (Example(post=POST),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        wanted = at.rendition.format
        if wanted != "post" and wanted not in at.spec.formats:
            known = ", ".join(dict.fromkeys(("post", *at.spec.formats)))
            yield at.finding(
                Say("{name} has no {wanted}; it has: {known}.", "{name} n'a pas de {wanted} ; il y a : {known}."),
                mark=at.choice_mark("format"), name=at.name, wanted=wanted, known=known,
            )  # fmt: skip
