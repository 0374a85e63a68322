"""A ready post without a time.

What: a post whose status is ready, with no `publish_at` for one of its channels.
Why: it is ready but would wait for ever.
How to fix: give it `publish_at: 2026-11-25 09:00`, or `publish_at: asap`; or set `status: draft`.

Quoi : une publication prête, sans `publish_at` pour l'un de ses comptes.
Pourquoi : elle est prête mais attendrait pour toujours.
Comment corriger : lui donner `publish_at: 2026-11-25 09:00`, ou `publish_at: asap` ; ou mettre `status: draft`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(PostRule):
    title = Say("No time", "Pas d'heure")
    statuses = frozenset({"ready"})
    bad = (Example(post="---\nid: carnet\nchannels: [x]\n---\nLe carnet.\n", says="publish_at"),)
    good = (
        Example(post="---\nid: carnet\npublish_at: asap\nchannels: [x]\n---\nLe carnet.\n"),
        Example(post="---\nid: carnet\nstatus: draft\nchannels: [x]\n---\nLe carnet.\n"),
        Example(post="---\nid: carnet\nchannels: {x: {publish_at: 2026-11-25 09:00}}\n---\nLe carnet.\n"),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        post = at.post
        if post.publish_at is not None or "publish_at" in post.marks:
            return  # given, or given in a form the loader already speaks of
        if not post.channels or any(choice.publish_at is None for choice in post.channels):
            yield at.finding(
                Say("This post is ready but has no time: add publish_at: 2026-11-25 09:00, or asap, or status: draft.",
                    "Cette publication est prête mais n'a pas d'heure : ajouter publish_at: 2026-11-25 09:00, ou asap,"
                    " ou status: draft."),
            )  # fmt: skip
