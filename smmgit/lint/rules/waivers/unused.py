"""An exception that excuses nothing.

What: a waiver in force whose rule finds nothing in the lines it covers.
Why: what it excused is gone; left there, it would hide the next, different problem.
How to fix: delete it.

Quoi : une dérogation en vigueur dont la règle ne trouve rien dans les lignes qu'elle couvre.
Pourquoi : ce qu'elle excusait a disparu ; laissée là, elle cacherait le prochain problème.
Comment corriger : la supprimer.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint import waivers
from smmgit.lint.example import Example
from smmgit.lint.registry import all_rules
from smmgit.lint.rule import WaiverAt, WaiverRule, WorkspaceRule
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.post import Waiver
from smmgit.model.say import Say

DELETE = Say("Delete the exception", "Supprimer la dérogation")


class Check(WaiverRule):
    title = Say("Exception that excuses nothing", "Dérogation sans objet")
    bad = (
        Example(
            post="<!-- smmgit-disable text/hidden-characters: our name -->\nLa Lune.\n", line=6, says="text/hidden"
        ),
    )
    good = (Example(post="<!-- smmgit-disable text/hidden-characters: our name -->\nLa\u200bLune.\n"),)

    def check(self, at: WaiverAt) -> Iterator[Finding]:
        if at.judged and not at.used and waivers.holds(at.waiver, at.today):
            yield at.finding(
                Say("{rule} finds nothing here: delete this exception.",
                    "{rule} ne trouve rien ici : supprimer cette dérogation."),
                rule=at.waiver.rule, fix=deleted(at.waiver),
            )  # fmt: skip


def deleted(waiver: Waiver) -> Fix | None:
    """Take the comment out; one among the fields is taken out by hand.

    Not safely where the rule sees the clock or other posts: what it excused may be back tomorrow.
    """
    if not waiver.end:
        return None
    safe = not issubclass(all_rules()[waivers.target(waiver)], WorkspaceRule)
    return Fix(DELETE, (Edit(waiver.start, waiver.end, ""),), safe=safe)
