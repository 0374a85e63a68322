"""A value that does not fit its field.

What: a date that does not exist, a word where a choice is wanted, a list where one value belongs, an id with
spaces.
Why: a guess about what was meant could publish at the wrong time or place.
How to fix: write the value in the form the message shows.

Quoi : une date qui n'existe pas, un mot là où il faut un choix, une liste là où il faut une valeur, un id avec
des espaces.
Pourquoi : deviner ce qui était voulu pourrait publier au mauvais moment ou au mauvais endroit.
Comment corriger : écrire la valeur sous la forme que montre le message.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import LoadedRule
from smmgit.model.say import Say


class Check(LoadedRule):
    title = Say("Value that does not fit", "Valeur qui ne convient pas")
    bad = (
        Example(
            post="---\nid: carnet\npublish_at: 2026-02-30 09:00\nchannels: [x]\n---\nLe carnet.\n",
            line=3,
            says="2026-02-30",
            also=("post/no-time",),
        ),
    )
    good = (Example(post="Le carnet qui tient ses promesses.\n"),)
