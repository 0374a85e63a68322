"""A time that comes twice.

What: a local time in the hour that is repeated, in the night the clock is put back.
Why: it may mean two instants an hour apart; the first is taken.
How to fix: choose another time, or write the offset: `2026-10-25 02:30+01:00`.

Quoi : une heure locale répétée, la nuit où l'on recule la pendule.
Pourquoi : elle désigne deux instants à une heure d'écart ; le premier est retenu.
Comment corriger : choisir une autre heure, ou écrire le décalage : `2026-10-25 02:30+01:00`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.times import time_mark
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2027-10-31 02:30\nchannels: [x]\n---\nLe carnet.\n"


class Check(PostRule):
    severity = "warning"
    title = Say("Time that comes twice", "Heure qui revient deux fois")
    bad = (Example(post=POST, line=3, says="02:30"),)
    good = (Example(post=POST.replace("02:30", "04:30")), Example(post=POST.replace("02:30", "02:30+01:00")))

    def check(self, at: PostAt) -> Iterator[Finding]:
        told = set()
        for choice, instant in at.moments:
            mark = time_mark(at.post, choice)
            if instant.problem == "overlap" and mark not in told:
                told.add(mark)
                when = choice.publish_at or at.post.publish_at
                yield at.finding(
                    Say("{typed} comes twice in {zone}: the clock goes back. The first is taken; add an offset.",
                        "{typed} revient deux fois à l'heure de {zone} : la pendule recule. La première est retenue ;"
                        " ajouter un décalage pour être sûr."),
                    mark=mark, typed=when.text if when else "", zone=at.ws.brand.time_zone,
                )  # fmt: skip
