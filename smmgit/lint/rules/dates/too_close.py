"""Two posts too close on one channel.

What: two posts on a channel with less time between them than `spacing` in brand.yml (30 minutes unless set).
Why: they take each other's readers, and feeds show the second less.
How to fix: move one of them; `smmgit plan` shows what else goes out that day.

Quoi : deux publications sur un compte, moins espacées que `spacing` de brand.yml (30 minutes par défaut).
Pourquoi : elles se prennent leurs lecteurs, et les fils montrent moins la seconde.
Comment corriger : en déplacer une ; `smmgit plan` montre ce qui part ce jour-là.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from smmgit.lint.example import Example
from smmgit.lint.rule import WorkspaceAt, WorkspaceRule
from smmgit.lint.times import spoken, time_mark
from smmgit.lint.words import listed, number
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\nLe carnet.\n"
OTHER = "---\nid: cahier\npublish_at: 2026-11-25 09:10\nchannels: [x]\n---\nUn cahier.\n"
NEIGHBOURS = 2  # told of one post: where twenty share a minute, two make the point
FILE = "content/2026/11/cahier.md"


class Check(WorkspaceRule):
    severity = "warning"
    title = Say("Too close", "Trop rapprochées")
    statuses = frozenset({"ready"})
    bad = (Example(post=POST, files={FILE: OTHER}, line=3, says="10 minutes", count=2),)
    good = (Example(post=POST, files={FILE: OTHER.replace("09:10", "11:00")}),)

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        spacing = at.ws.brand.spacing
        if not spacing:
            return
        for post in at.posts:
            near: dict[tuple[str, str], tuple[Post, float, str, list[str]]] = {}
            for choice, instant in at.moments(post):
                channel = at.ws.channel(choice.id)
                if channel is None or not channel.enabled or instant.at < at.now or at.is_out(post, channel):
                    continue  # what has gone out, or is past, cannot be moved
                for other in at.index.around(channel.id, instant.at, spacing, most=2):
                    gap = abs(other.at - instant.at)
                    if other.post is post or other.post.status != "ready" or gap >= spacing:
                        continue
                    key = (other.post.path, time_mark(post, choice))
                    row = near.setdefault(key, (other.post, gap.total_seconds() / 60, spoken(other.at, at.ws), []))
                    if channel.id not in row[3]:
                        row[3].append(channel.id)
            for (_, mark), (neighbour, minutes, when, names) in islice(near.items(), NEIGHBOURS):
                yield at.finding(
                    Say("Only {minutes} minutes from {id} ({when}) on {names}; the brand wants {wanted}.",
                        "À {minutes} minutes seulement de {id} ({when}) sur {names} ; la marque en veut {wanted}."),
                    post=post, mark=mark, minutes=number(minutes), id=neighbour.id or neighbour.path, when=when,
                    names=listed(names), wanted=number(spacing.total_seconds() / 60),
                )  # fmt: skip
