"""An exception past its last day.

What: a waiver whose `until` is over.
Why: an exception is a loan; the rule holds again.
How to fix: mend what it excused and delete it; only if the reason still stands, set a new `until` and have it
reviewed.

Quoi : une dérogation dont la date `until` est passée.
Pourquoi : une dérogation est un prêt ; la règle vaut de nouveau.
Comment corriger : corriger ce qu'elle excusait et la supprimer ; si la raison tient toujours, fixer une nouvelle
date et la faire relire.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import WaiverAt, WaiverRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(WaiverRule):
    title = Say("Exception past its date", "Dérogation périmée")
    bad = (
        Example(
            post="<!-- smmgit-disable text/hidden-characters until=2026-11-01: until the new font -->\nLa\u200bLune.\n",
            line=6, says="2026-11-01", also=("text/hidden-characters",),
        ),
    )  # fmt: skip
    good = (
        Example(
            post="<!-- smmgit-disable text/hidden-characters until=2026-11-30: until the new font -->\nLa\u200bLune.\n"
        ),
    )

    def check(self, at: WaiverAt) -> Iterator[Finding]:
        if at.waiver.until is not None and at.waiver.until < at.today:
            yield at.finding(
                Say("This exception to {rule} ended on {until}; the rule holds again.",
                    "Cette dérogation à {rule} a pris fin le {until} ; la règle vaut de nouveau."),
                rule=at.waiver.rule, until=at.waiver.until.isoformat(),
            )  # fmt: skip
