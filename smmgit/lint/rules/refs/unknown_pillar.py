"""A pillar that does not exist.

What: a `pillar` that is not in brand/pillars.yml.
Why: the post would be missing from the mix the strategy counts.
How to fix: write it as proposed, or add it to brand/pillars.yml.

Quoi : un `pillar` absent de brand/pillars.yml.
Pourquoi : la publication manquerait dans l'équilibre que la stratégie compte.
Comment corriger : l'écrire comme proposé, ou l'ajouter à brand/pillars.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.at import mark_of
from smmgit.lint.example import Example
from smmgit.lint.rule import ALWAYS, PostAt, PostRule
from smmgit.lint.words import did_you_mean, instead
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\npillar: conseils\n---\nLe carnet.\n"
FILES = {"brand/pillars.yml": "conseils: {name: Conseils}\n"}


class Check(PostRule):
    severity = "warning"
    title = Say("Unknown pillar", "Pilier inconnu")
    statuses = ALWAYS
    firm = True
    bad = (Example(post=POST.replace("conseils", "conseil"), files=FILES, line=5, says="conseils"),)
    good = (Example(post=POST, files=FILES),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        name = at.post.pillar
        if name and name not in at.ws.pillars:
            yield at.finding(
                Say("There is no pillar “{name}” in brand/pillars.yml.{near}",
                    "Il n'y a pas de pilier « {name} » dans brand/pillars.yml.{near}"),
                mark="pillar", name=name, near=did_you_mean(name, at.ws.pillars),
                fix=instead(name, at.ws.pillars, mark_of(at.post, "pillar")),
            )  # fmt: skip
