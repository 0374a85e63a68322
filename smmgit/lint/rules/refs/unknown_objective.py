"""An objective that does not exist.

What: an `objective` that is not in brand/objectives.yml.
Why: the post would not count towards any goal.
How to fix: write it as proposed, or add it to brand/objectives.yml.

Quoi : un `objective` absent de brand/objectives.yml.
Pourquoi : la publication ne compterait pour aucun objectif.
Comment corriger : l'écrire comme proposé, ou l'ajouter à brand/objectives.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.at import mark_of
from smmgit.lint.example import Example
from smmgit.lint.rule import ALWAYS, PostAt, PostRule
from smmgit.lint.words import did_you_mean, instead
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nobjective: notoriete\n---\nLe carnet.\n"
FILES = {"brand/objectives.yml": "notoriete: {name: Notoriété, metric: reach, target: 10000}\n"}


class Check(PostRule):
    severity = "warning"
    title = Say("Unknown objective", "Objectif inconnu")
    statuses = ALWAYS
    firm = True
    bad = (Example(post=POST.replace("notoriete", "notorite"), files=FILES, line=5, says="notoriete"),)
    good = (Example(post=POST, files=FILES),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        name = at.post.objective
        if name and name not in at.ws.objectives:
            yield at.finding(
                Say("There is no objective “{name}” in brand/objectives.yml.{near}",
                    "Il n'y a pas d'objectif « {name} » dans brand/objectives.yml.{near}"),
                mark="objective", name=name, near=did_you_mean(name, at.ws.objectives),
                fix=instead(name, at.ws.objectives, mark_of(at.post, "objective")),
            )  # fmt: skip
