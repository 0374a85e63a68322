"""Two posts too close on one channel.

What: two posts on a channel with less time between them than `spacing` in brand.yml (30 minutes unless set).
Why: they take each other's readers, and feeds show the second less.
How to fix: move one of them; `smmgit plan` shows what else goes out that day.

Quoi : deux publications sur un compte, moins espacées que `spacing` de brand.yml (30 minutes par défaut).
Pourquoi : elles se prennent leurs lecteurs, et les fils montrent moins la seconde.
Comment corriger : en déplacer une ; `smmgit plan` montre ce qui part ce jour-là.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice, pairwise

from msgspec import Struct

from smmgit.lint.example import Example
from smmgit.lint.index import Dated
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
        asked = {post.path for post in at.posts}
        near: dict[str, dict[tuple[str, str], Near]] = {}
        for name, row in at.index.dated.items():
            channel = at.ws.channel(name)
            if channel is None or not channel.enabled:
                continue
            coming = [one for one in row if one.post.status == "ready" and one.at >= at.now]
            for early, late in pairwise(coming):
                gap = late.at - early.at
                if gap >= spacing or early.post is late.post:
                    continue
                for one, other in ((early, late), (late, early)):
                    if one.post.path in asked and not at.is_out(one.post, channel):
                        told = near.setdefault(one.post.path, {})
                        key = (other.post.path, mark_on(one.post, name, at))
                        told.setdefault(key, Near(one.post, other, gap, [])).names.append(name)
        for told in near.values():
            for (_, mark), found in islice(told.items(), NEIGHBOURS):
                yield at.finding(
                    Say("Only {minutes} minutes from {id} ({when}) on {names}; the brand wants {wanted}.",
                        "À {minutes} minutes seulement de {id} ({when}) sur {names} ; la marque en veut {wanted}."),
                    post=found.post, mark=mark, minutes=number(found.gap.total_seconds() / 60),
                    id=found.other.post.id or found.other.post.path, when=spoken(found.other.at, at.ws),
                    names=listed(found.names), wanted=number(spacing.total_seconds() / 60),
                )  # fmt: skip


class Near(Struct, frozen=True):
    """A post, its neighbour in time, how far apart they are, and on which channels."""

    post: Post
    other: Dated
    gap: dt.timedelta
    names: list[str]


def mark_on(post: Post, channel: str, at: WorkspaceAt) -> str:
    """The field that says when the post goes out on a channel."""
    for choice in post.channels:
        known = at.ws.channel(choice.id)
        if known is not None and known.id == channel:
            return time_mark(post, choice)
    return "publish_at"
