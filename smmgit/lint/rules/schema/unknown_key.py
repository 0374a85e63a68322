"""A key nothing reads.

What: a field that smmgit does not know, most often a slip of the finger.
Why: `chanels:` would be ignored, and the post would go nowhere.
How to fix: write the field as proposed; notes go under `imported:` or into a comment after `#`.

Quoi : un champ que smmgit ne connaît pas, le plus souvent une faute de frappe.
Pourquoi : `chanels:` serait ignoré, et la publication n'irait nulle part.
Comment corriger : écrire le champ comme proposé ; les notes vont dans un commentaire après `#`.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import LoadedRule
from smmgit.model.say import Say


class Check(LoadedRule):
    title = Say("Unknown key", "Clé inconnue")
    bad = (
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\ncampain: noel\n---\nLe carnet.\n",
            line=5,
            says="campaign",
        ),
    )
    good = (Example(post="Le carnet qui tient ses promesses.\n"),)
