"""An exception without a reason.

What: a waiver that names a rule but does not say why the rule should not hold here.
Why: a reviewer cannot agree to a reason that is not there, and next year nobody will remember it.
How to fix: write the reason after the colon: `<!-- smmgit-disable alt/weak until=2026-12-31: the logo says it all
-->`.

Quoi : une dérogation qui nomme une règle sans dire pourquoi elle ne vaudrait pas ici.
Pourquoi : personne ne peut valider une raison absente, et personne ne s'en souviendra l'an prochain.
Comment corriger : écrire la raison après les deux-points : `<!-- smmgit-disable alt/weak until=2026-12-31: le
logo dit tout -->`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import WaiverAt, WaiverRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(WaiverRule):
    severity = "error"
    title = Say("Exception without a reason", "Dérogation sans raison")
    bad = (Example(post="Le carnet.\n\n<!-- smmgit-disable alt/missing -->\n", line=8, says="alt/missing"),)
    good = (
        Example(
            post="<!-- smmgit-disable text/hidden-characters: our name is spelt so -->\nLa\u200bLune ouvre lundi.\n"
        ),
    )

    def check(self, at: WaiverAt) -> Iterator[Finding]:
        if not at.waiver.reason.strip():
            yield at.finding(
                Say("This exception to {rule} gives no reason, so it does not hold. Write it after the colon.",
                    "Cette dérogation à {rule} est sans raison : elle ne vaut pas. L'écrire après les deux-points."),
                rule=at.waiver.rule or "…",
            )  # fmt: skip
