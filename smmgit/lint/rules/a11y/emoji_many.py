"""Many emoji.

What: more emoji in one part than `most` (5 unless set).
Why: a screen reader says each name in full; after the third the text is lost.
How to fix: keep those that carry meaning, at the end of a line.

Quoi : plus d'émojis dans une partie que `most` (5).
Pourquoi : un lecteur d'écran dit chaque nom en entier ; après le troisième, on a perdu le texte.
Comment corriger : garder ceux qui portent un sens, en fin de ligne.

Source: usu.edu (three at most), aims.edu, path.ie (lint-sources §4, read 2026-11-22); five is our tolerance.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(PostRule):
    severity = "suggestion"
    title = Say("Many emoji", "Beaucoup d'émojis")
    options = {"most": 5}
    bad = (Example(post="Papier 📄, encre 🖋, colle 🧴, fil 🧵, aiguille 🪡 et patience 🧘.\n", line=6, says="6"),)
    good = (Example(post="Papier 📄, encre 🖋, colle 🧴 et patience.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        most = self.chosen["most"]
        for passage in at.passages:
            count = len(passage.emoji)
            if count > most:
                yield at.finding(
                    Say("{count} emoji here: a screen reader says every name. Keep the few that add something.",
                        "{count} émojis ici : un lecteur d'écran dit chaque nom. Garder ceux qui apportent"
                        " quelque chose."),
                    offset=passage.offset + passage.emoji[most][0], count=count,
                )  # fmt: skip
