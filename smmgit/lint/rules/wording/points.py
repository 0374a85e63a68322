"""Exclamation marks in a row.

What: three or more `!` or `?` in a row.
Why: it reads as shouting or despair, and a screen reader may say each of them.
How to fix: one is enough.

Quoi : trois `!` ou `?` ou plus à la suite.
Pourquoi : cela se lit comme un cri ou du désespoir, et un lecteur d'écran peut dire chacun d'eux.
Comment corriger : un seul suffit.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.text.late import late

ROW = late(r"[!?]{3,}")


class Check(PostRule):
    severity = "suggestion"
    cues = frozenset("!?")
    title = Say("Exclamation marks in a row", "Points d'exclamation en série")
    bad = (Example(post="Le carnet est là !!!\n", line=6, says="!!!"),)
    good = (Example(post="Le carnet est là ! Vraiment ?!\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            for found in ROW.finditer(passage.plain):
                kept = "?" if "?" in found[0] else "!"
                yield at.finding(
                    Say("“{row}”: one is enough.", "« {row} » : un seul suffit."),
                    offset=passage.offset + found.start(), row=found[0][:12],
                    fix=Fix(Say("Keep one", "En garder un"),
                            (Edit(passage.offset + found.start(), passage.offset + found.end(), kept),), safe=False),
                )  # fmt: skip
