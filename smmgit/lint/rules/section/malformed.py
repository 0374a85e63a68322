"""A section heading that cannot be read.

What: a level-2 heading with an empty name or an unknown part after `/`.
Why: its text would be published nowhere, or in the wrong place.
How to fix: write `## x`, `## x, bluesky` or `## linkedin / first-comment`; a heading meant for readers is written
`\\## …`.

Quoi : un titre de niveau 2 au nom vide, ou suivi d'un rôle inconnu après `/`.
Pourquoi : son texte ne serait publié nulle part, ou au mauvais endroit.
Comment corriger : écrire `## x`, `## x, bluesky` ou `## linkedin / first-comment` ; un titre destiné aux lecteurs
s'écrit `\\## …`.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import LoadedRule
from smmgit.model.say import Say


class Check(LoadedRule):
    title = Say("Section heading that cannot be read", "Titre de section illisible")
    bad = (Example(post="Le carnet.\n\n##x\n\nTexte pour X.\n", line=8, says="## x"),)
    good = (Example(post="Le carnet.\n\n## x\n\nTexte pour X.\n"),)
