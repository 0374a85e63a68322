"""A field that must be there is missing.

What: a post without `id`, a channel without `platform`, a crop without a name.
Why: the id is how smmgit knows a post for ever: without one, renaming the file would publish it again.
How to fix: add the field; `smmgit lint --fix` proposes an id from the title.

Quoi : une publication sans `id`, un compte sans `platform`, un recadrage sans nom.
Pourquoi : c'est à l'id que smmgit reconnaît une publication pour toujours : sans lui, renommer le fichier la
republierait.
Comment corriger : ajouter le champ ; `smmgit lint --fix` propose un id tiré du titre.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import LoadedRule
from smmgit.model.say import Say


class Check(LoadedRule):
    title = Say("Missing field", "Champ manquant")
    bad = (
        Example(
            post="---\ntitle: Le carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\nLe carnet.\n", says="id"
        ),
    )
    good = (Example(post="Le carnet qui tient ses promesses.\n"),)
