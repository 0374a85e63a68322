"""A time the clock jumps over.

What: a local time that does not exist, in the night the clock is put forward.
Why: nobody can tell whether an hour before or after was meant.
How to fix: choose another time, or write the offset: `2026-03-29 02:30+01:00`.

Quoi : une heure locale qui n'existe pas, la nuit où l'on avance la pendule.
Pourquoi : rien ne dit si c'est l'heure d'avant ou celle d'après qui était voulue.
Comment corriger : choisir une autre heure, ou écrire le décalage : `2026-03-29 02:30+01:00`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import NOW, Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.times import spoken, time_mark
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2027-03-28 02:30\nchannels: [x]\n---\nLe carnet.\n"


class Check(PostRule):
    title = Say("Time that does not exist", "Heure qui n'existe pas")
    bad = (Example(post=POST, line=3, says="02:30", now=NOW),)
    good = (Example(post=POST.replace("02:30", "03:30")), Example(post=POST.replace("02:30", "02:30+01:00")))

    def check(self, at: PostAt) -> Iterator[Finding]:
        told = set()
        for choice, instant in at.moments:
            mark = time_mark(at.post, choice)
            if instant.problem == "gap" and mark not in told:
                told.add(mark)
                when = choice.publish_at or at.post.publish_at
                yield at.finding(
                    Say("{typed} does not exist in {zone}: the clock jumps ahead. It would go out at {then}:"
                        " write that, or another time.",
                        "{typed} n'existe pas à l'heure de {zone} : la pendule avance. Le départ serait à {then} :"
                        " écrire cette heure, ou une autre."),
                    mark=mark, typed=when.text if when else "", zone=at.ws.brand.time_zone,
                    then=spoken(instant.at, at.ws),
                )  # fmt: skip
