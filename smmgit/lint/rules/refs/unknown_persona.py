"""A persona that does not exist.

What: a `persona` without a file in brand/personas/.
Why: nobody can tell for whom the post is written.
How to fix: write it as proposed, or add it to brand/personas/.

Quoi : une `persona` sans fichier dans brand/personas/.
Pourquoi : personne ne sait pour qui la publication est écrite.
Comment corriger : l'écrire comme proposé, ou l'ajouter à brand/personas/.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.at import mark_of
from smmgit.lint.example import Example
from smmgit.lint.rule import ALWAYS, PostAt, PostRule
from smmgit.lint.words import did_you_mean, instead
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\npersona: lyceenne\n---\nLe carnet.\n"
FILES = {"brand/personas/lyceenne.md": "---\nname: La lycéenne\n---\nElle prépare le bac.\n"}


class Check(PostRule):
    severity = "warning"
    title = Say("Unknown persona", "Persona inconnue")
    statuses = ALWAYS
    firm = True
    bad = (Example(post=POST.replace("lyceenne", "lycenne"), files=FILES, line=5, says="lyceenne"),)
    good = (Example(post=POST, files=FILES),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        name = at.post.persona
        if name and name not in at.ws.personas:
            yield at.finding(
                Say("There is no persona “{name}” in brand/personas/.{near}",
                    "Il n'y a pas de persona « {name} » dans brand/personas/.{near}"),
                mark="persona", name=name, near=did_you_mean(name, at.ws.personas),
                fix=instead(name, at.ws.personas, mark_of(at.post, "persona")),
            )  # fmt: skip
