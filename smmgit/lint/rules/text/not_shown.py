"""Something written that a network has no place for.

What: a title, hashtags, a caption or the cuts of a thread on a network that has none of these.
Why: it would silently be left out, or run together.
How to fix: take it off that channel, or say it in the text of its section.

Quoi : un titre, des mots-dièse, une légende ou les coupes d'un fil sur un réseau qui n'en a pas.
Pourquoi : ce serait laissé de côté sans un mot, ou mis bout à bout.
Comment corriger : l'ôter de ce compte, ou le dire dans le texte de sa section.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.losses import lost
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say

NAMES = {
    "title": Say("no title (“{text}”)", "pas de titre (« {text} »)"),
    "hashtags": Say("no hashtags (“{text}”)", "pas de mots-dièse (« {text} »)"),
    "caption": Say("no caption (“{text}”)", "pas de légende (« {text} »)"),
    "thread": Say("no threads: the parts become one text", "pas de fils : les parties deviennent un seul texte"),
}


class Check(PostRule):
    severity = "warning"
    title = Say("Nowhere to show it", "Aucune place pour le montrer")
    bad = (
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels:\n  x:\n    title: Le carnet\n---\n"
            "Le carnet.\n",
            line=6, says="Le carnet",
        ),
    )  # fmt: skip
    good = (Example(post="Le carnet.\n\n---\n\nLa suite.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for found in lost(at, NAMES):
            yield at.finding(
                Say("{names} has {what}.", "{names} : {what}."), pos=found.pos, names=listed(found.names),
                what=NAMES[found.what].with_(text=quoted(found.text)),
            )  # fmt: skip
