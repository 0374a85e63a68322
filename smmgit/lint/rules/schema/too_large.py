"""The file is too large to be a post or a setting.

What: a text file of more than five megabytes.
Why: no network takes such a text; usually a picture or an export was saved under the wrong name.
How to fix: keep media beside the post and name it under `media:`; split long settings.

Quoi : un fichier texte de plus de cinq mégaoctets.
Pourquoi : aucun réseau n'accepte un tel texte ; le plus souvent, une image ou un export porte le mauvais nom.
Comment corriger : garder les médias à côté de la publication et les nommer sous `media:` ; diviser les longs
réglages.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import LoadedRule
from smmgit.model.say import Say


class Check(LoadedRule):
    title = Say("File too large", "Fichier trop gros")
    bad = (
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\nLe carnet.\n",
            pad=5_100_000,
            line=1,
        ),
    )
    good = (Example(post="Le carnet qui tient ses promesses.\n"),)
