"""The file is not UTF-8 text.

What: bytes that are not UTF-8, or a NUL character.
Why: accents would come out as question marks, on the network too.
How to fix: open the file in your editor and save it as UTF-8.

Quoi : des octets qui ne sont pas de l'UTF-8, ou un caractère NUL.
Pourquoi : les accents deviendraient des points d'interrogation, sur le réseau aussi.
Comment corriger : ouvrir le fichier dans l'éditeur et l'enregistrer en UTF-8.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import LoadedRule
from smmgit.model.say import Say


class Check(LoadedRule):
    title = Say("Not UTF-8 text", "Ce n'est pas du texte UTF-8")
    bad = (
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\nLe carnet\x00 qui tient.\n",
            line=6,
            also=("text/hidden-characters",),
        ),
    )
    good = (Example(post="Le carnet qui tient ses promesses.\n"),)
