"""A post that goes nowhere.

What: a ready post without `channels`.
Why: it would never be published, and nothing else would say so.
How to fix: list its channels, such as `channels: [x, linkedin]`; or set `status: idea` until you know.

Quoi : une publication prête sans `channels`.
Pourquoi : elle ne partirait jamais, et rien d'autre ne le dirait.
Comment corriger : lister ses comptes, par exemple `channels: [x, linkedin]` ; ou mettre `status: idea` en
attendant.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(PostRule):
    title = Say("No channels", "Aucun compte")
    statuses = frozenset({"ready"})
    bad = (Example(post="---\nid: carnet\npublish_at: 2026-11-25 09:00\n---\nLe carnet.\n", says="channels"),)
    good = (Example(post="---\nid: carnet\nstatus: idea\n---\nUn carnet à spirale ?\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        if not at.post.channels and "channels" not in _unread(at):
            yield at.finding(
                Say("This post goes nowhere: add its accounts, such as channels: [{some}].",
                    "Cette publication ne va nulle part : ajouter ses comptes, par exemple channels: [{some}]."),
                mark="channels", some=", ".join(list(at.ws.channels)[:2]) or "x",
            )  # fmt: skip


def _unread(at: PostAt) -> set[str]:
    """Fields that are typed but could not be read; the loader already says so."""
    return {"channels"} if any(mark.startswith("channels.") for mark in at.post.marks) else set()
