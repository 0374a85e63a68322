"""An exception to a rule that does not exist, or that cannot be waived.

What: a waiver naming no rule, a whole group (`alt/*`), a misspelt rule, or one of the rules about waivers.
Why: it silences nothing while it looks as if it did.
How to fix: name one rule as findings show it, such as `alt/weak`; write one waiver per rule.

Quoi : une dérogation qui ne nomme pas de règle, vise un groupe entier (`alt/*`), une règle mal écrite, ou une
règle sur les dérogations.
Pourquoi : elle ne fait rien taire tout en ayant l'air de le faire.
Comment corriger : nommer une règle comme la montrent les remarques, par exemple `alt/weak` ; une dérogation par
règle.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint import waivers
from smmgit.lint.example import Example
from smmgit.lint.rule import WaiverAt, WaiverRule
from smmgit.lint.words import did_you_mean, instead
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say


class Check(WaiverRule):
    severity = "error"
    title = Say("Exception to no rule", "Dérogation à aucune règle")
    bad = (
        Example(post="<!-- smmgit-disable alt/week: the logo says it all -->\nLe carnet.\n", line=6, says="alt/weak"),
        Example(post="<!-- smmgit-disable alt/*: the logo says it all -->\nLe carnet.\n", line=6, says="alt/*"),
    )
    good = (Example(post="<!-- smmgit-disable text/hidden-characters: our name -->\nLa\u200bLune.\n"),)

    def check(self, at: WaiverAt) -> Iterator[Finding]:
        if waivers.target(at.waiver):
            return
        fix = None
        if at.waiver.rule in at.known:
            message = Say("{rule} cannot be waived.", "{rule} n'admet pas de dérogation.")
        elif at.waiver.rule.endswith("*"):
            message = Say("An exception names one rule, not a whole group ({rule}).",
                          "Une dérogation nomme une règle, pas un groupe entier ({rule}).")  # fmt: skip
        else:
            message = Say("There is no rule {rule}.{near}", "Il n'y a pas de règle {rule}.{near}")
            fix = instead(at.waiver.rule, at.known, Pos(at.waiver.line, at.waiver.column))
        yield at.finding(message, rule=at.waiver.rule, near=did_you_mean(at.waiver.rule, at.known), fix=fix)
