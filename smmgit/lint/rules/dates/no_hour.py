"""A day without an hour.

What: a ready post whose `publish_at` is a day without a time.
Why: it would go out at midnight, when nobody reads.
How to fix: add the time: `publish_at: 2026-11-25 09:00`.

Quoi : une publication prête dont `publish_at` est un jour sans heure.
Pourquoi : elle partirait à minuit, quand personne ne lit.
Comment corriger : ajouter l'heure : `publish_at: 2026-11-25 09:00`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import WorkspaceAt, WorkspaceRule
from smmgit.lint.times import time_mark
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25\nchannels: [x]\n---\nLe carnet.\n"


class Check(WorkspaceRule):
    severity = "warning"
    title = Say("No hour", "Pas d'heure précise")
    statuses = frozenset({"ready"})
    bad = (Example(post=POST, line=3, says="2026-11-25"),)
    good = (Example(post=POST.replace("-25\n", "-25 09:00\n")), Example(post=POST, now="2026-12-24T08:00:00Z"))

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        for post in at.posts:
            typed = [post.publish_at, *(choice.publish_at for choice in post.channels)]
            if not any(when is not None and when.whole_day for when in typed):
                continue
            told = set()
            for choice, instant in at.moments(post):
                when = choice.publish_at or post.publish_at
                mark = time_mark(post, choice)
                if when is None or not when.whole_day or instant.at < at.now or mark in told:
                    continue
                told.add(mark)
                yield at.finding(
                    Say("{day} has no hour: it would go out at midnight. Write {day} 09:00.",
                        "{day} n'a pas d'heure : le départ serait à minuit. Écrire {day} 09:00."),
                    post=post, mark=mark, day=when.text,
                )  # fmt: skip
