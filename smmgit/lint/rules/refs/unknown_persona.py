"""A persona that does not exist.

What: a `persona` without a file in brand/personas/.
Why: nobody can tell for whom the post is written.
How to fix: write it as proposed, or add it to brand/personas/.

Quoi : une `persona` sans fichier dans brand/personas/.
Pourquoi : personne ne sait pour qui la publication est écrite.
Comment corriger : l'écrire comme proposé, ou l'ajouter à brand/personas/.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import ReferenceRule
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\npersona: lyceenne\n---\nLe carnet.\n"
FILES = {"brand/personas/lyceenne.md": "---\nname: La lycéenne\n---\nElle prépare le bac.\n"}


class Check(ReferenceRule):
    severity = "warning"
    title = Say("Unknown persona", "Persona inconnue")
    fields = ("persona",)
    among = "personas"
    unknown = Say(
        "There is no persona “{name}” in brand/personas/.{near}",
        "Il n'y a pas de persona « {name} » dans brand/personas/.{near}",
    )
    bad = (Example(post=POST.replace("lyceenne", "lycenne"), files=FILES, line=5, says="lyceenne"),)
    good = (Example(post=POST, files=FILES),)
