"""A last moment before the first.

What: a `not_after` that is not later than `publish_at`.
Why: the post would be too late before it may even go out.
How to fix: set `not_after` later, or as a duration such as `6h`.

Quoi : un `not_after` qui n'est pas postérieur à `publish_at`.
Pourquoi : la publication serait en retard avant même de pouvoir partir.
Comment corriger : repousser `not_after`, ou l'écrire comme une durée, par exemple `6h`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.times import end_of, spoken
from smmgit.lint.words import listed
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nnot_after: 2026-11-25 08:00\nchannels: [x]\n---\nLe carnet.\n"


class Check(PostRule):
    title = Say("Too late before it starts", "En retard d'avance")
    fields = ("not_after",)
    bad = (Example(post=POST, line=4, says="08:00"),)
    good = (Example(post=POST.replace("2026-11-25 08:00", "6h")), Example(post=POST.replace("08:00", "18:00")))

    def check(self, at: PostAt) -> Iterator[Finding]:
        limit = at.post.not_after
        if limit is None:
            return
        late: list[str] = []
        last = ""
        for choice, instant in at.moments:
            end = instant.at + limit if isinstance(limit, dt.timedelta) else end_of(limit, at.ws)
            if end is not None and end <= instant.at:
                late.append(choice.id)
                last = spoken(end, at.ws)
        if late:
            yield at.finding(
                Say("It may go out until {last} only, which is not after its time on {names}.",
                    "Elle ne peut partir que jusqu'à {last}, ce qui n'est pas après son heure sur {names}."),
                mark="not_after", last=last, names=listed(late),
            )  # fmt: skip
