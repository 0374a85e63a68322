"""A hashtag stuck to a word.

What: a `#` right behind a letter or another hashtag: `carnet#papier`, `#carnet#papier`.
Why: networks see no hashtag there, or one of the two; TikTok only takes those with a space before them.
How to fix: put a space before the `#`; `smmgit lint --fix` does it.

Quoi : un `#` juste derrière une lettre ou un autre mot-dièse : `carnet#papier`, `#carnet#papier`.
Pourquoi : les réseaux n'y voient pas de mot-dièse, ou un seul des deux ; TikTok en veut un espace devant chacun.
Comment corriger : mettre un espace avant le `#` ; `smmgit lint --fix` le fait.

Source: TTX, twitter-text 3 (lint-sources §1, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.text.late import late

GLUED = late(r"(?<=[^\W_])#([^\W\d_]\w{2,})")


class Check(PostRule):
    severity = "warning"
    cues = frozenset("#")
    title = Say("Hashtag stuck to a word", "Mot-dièse collé")
    bad = (
        Example(post="Un carnet. #Reliure#Papier\n", line=6, says="#Papier"),
        Example(post="Un beau carnet#Reliure\n", line=6, says="#Reliure"),
    )
    good = (Example(post="C# et F#m, l'#Automne, (#Papier) et https://lune.example/page#Reliure\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            for found in GLUED.finditer(passage.plain) if "#" in passage.plain else ():
                place = passage.offset + found.start()
                yield at.finding(
                    Say("#{tag} has no space before it: networks see no hashtag there.",
                        "#{tag} n'a pas d'espace avant : les réseaux n'y voient pas de mot-dièse."),
                    offset=place, tag=found[1],
                    fix=Fix(Say("Put a space before it", "Mettre un espace avant"), (Edit(place, place, " "),)),
                )  # fmt: skip
