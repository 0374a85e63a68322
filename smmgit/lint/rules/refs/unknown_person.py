"""A speaker who does not exist.

What: a `speaker` who is not in brand/people.yml.
Why: the post needs this person's voice and approval, and nobody could give it.
How to fix: write it as proposed, or add it to brand/people.yml.

Quoi : un `speaker` absent de brand/people.yml.
Pourquoi : la publication a besoin de la voix et de l'accord de cette personne, et personne ne pourrait le donner.
Comment corriger : l'écrire comme proposé, ou l'ajouter à brand/people.yml.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import ReferenceRule
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nspeaker: lea\n---\nLe carnet.\n"
FILES = {"brand/people.yml": "lea: {name: Léa Martin, handles: {x: leamartin}}\n"}


class Check(ReferenceRule):
    title = Say("Unknown speaker", "Personne inconnue")
    fields = ("speaker",)
    among = "people"
    unknown = Say(
        "There is nobody called “{name}” in brand/people.yml.{near}",
        "Il n'y a personne du nom de « {name} » dans brand/people.yml.{near}",
    )
    bad = (Example(post=POST.replace("lea", "leo"), files=FILES, line=5, says="lea"),)
    good = (Example(post=POST, files=FILES),)
