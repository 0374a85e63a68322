"""A ready post whose time has passed and that never went out.

What: the latest time a post may go out is over, and nothing says it was published.
Why: it will never go out now; usually the year or month is wrong, or the approval came too late.
How to fix: give it a new `publish_at`, or set `status: cancelled`.

Quoi : le dernier moment où la publication pouvait partir est passé, et rien ne dit qu'elle est partie.
Pourquoi : elle ne partira plus ; souvent l'année ou le mois est faux, ou la validation est venue trop tard.
Comment corriger : lui donner un nouveau `publish_at`, ou mettre `status: cancelled`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import WorkspaceAt, WorkspaceRule
from smmgit.lint.times import spoken, time_mark
from smmgit.lint.words import listed
from smmgit.model.delivery import Key
from smmgit.model.finding import Finding
from smmgit.model.inherit import latest
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2025-11-25 09:00\nchannels: [x]\n---\nLe carnet.\n"


class Check(WorkspaceRule):
    severity = "warning"
    title = Say("Its time has passed", "Son heure est passée")
    statuses = frozenset({"ready"})
    bad = (Example(post=POST, line=3, says="2025-11-25"),)
    good = (
        Example(post=POST, published=frozenset({Key("carnet", "x")})),
        Example(post=POST, now="2025-11-25T09:00:00Z"),
    )

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        for post in at.posts:
            if post.repeat:
                continue
            missed: dict[str, list[str]] = {}
            spoke: dict[str, str] = {}
            for choice, instant in at.moments(post):
                channel = at.ws.channel(choice.id)
                if channel is None or not channel.enabled or instant.at >= at.now:
                    continue
                if at.is_out(post, channel) or latest(post, instant.at, at.ws) >= at.now:
                    continue
                mark = time_mark(post, choice)
                missed.setdefault(mark, []).append(channel.id)
                spoke[mark] = spoken(instant.at, at.ws)
            for mark, names in missed.items():
                yield at.finding(
                    Say("{when} has passed and it never went out on {names}: give it a new time, or cancel it.",
                        "{when} est passé, et rien n'est parti sur {names} : donner une autre heure, ou annuler."),
                    post=post, mark=mark, when=spoke[mark], names=listed(names),
                )  # fmt: skip
