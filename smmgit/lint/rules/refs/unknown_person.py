"""A speaker who does not exist.

What: a `speaker` who is not in brand/people.yml.
Why: the post needs this person's voice and approval, and nobody could give it.
How to fix: write it as proposed, or add it to brand/people.yml.

Quoi : un `speaker` absent de brand/people.yml.
Pourquoi : la publication a besoin de la voix et de l'accord de cette personne, et personne ne pourrait le donner.
Comment corriger : l'écrire comme proposé, ou l'ajouter à brand/people.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import ALWAYS, PostAt, PostRule
from smmgit.lint.words import did_you_mean
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nspeaker: lea\n---\nLe carnet.\n"
FILES = {"brand/people.yml": "lea: {name: Léa Martin, handles: {x: leamartin}}\n"}


class Check(PostRule):
    severity = "error"
    title = Say("Unknown speaker", "Personne inconnue")
    statuses = ALWAYS
    firm = True
    bad = (Example(post=POST.replace("lea", "leo"), files=FILES, line=5, says="lea"),)
    good = (Example(post=POST, files=FILES),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        name = at.post.speaker
        if name and name not in at.ws.people:
            yield at.finding(
                Say("There is nobody called “{name}” in brand/people.yml.{near}",
                    "Il n'y a personne du nom de « {name} » dans brand/people.yml.{near}"),
                mark="speaker", name=name, near=did_you_mean(name, at.ws.people),
            )  # fmt: skip
