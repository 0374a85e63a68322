"""A channel that is switched off.

What: a post for a channel with `enabled: false`.
Why: it will not go out there.
How to fix: take the channel off the post, or switch the account on again in brand/channels.yml.

Quoi : une publication pour un compte en `enabled: false`.
Pourquoi : elle n'y partira pas.
Comment corriger : retirer le compte de la publication, ou le réactiver dans brand/channels.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.times import choice_mark
from smmgit.model.finding import Finding
from smmgit.model.say import Say

OFF = {"brand/channels.yml": "x: {platform: x, handle: lune}\nbluesky: {platform: bluesky, enabled: false}\n"}
POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels:\n  - x\n  - bluesky\n---\nLe carnet.\n"


class Check(PostRule):
    severity = "warning"
    title = Say("Channel switched off", "Compte désactivé")
    bad = (Example(post=POST, files=OFF, line=6, says="bluesky"),)
    good = (Example(post=POST),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for choice in at.post.channels:
            channel = at.ws.channel(choice.id)
            if channel is not None and not channel.enabled:
                yield at.finding(
                    Say("The account {id} is switched off: the post will not go out there.",
                        "Le compte {id} est désactivé : la publication n'y partira pas."),
                    mark=choice_mark(at.post, choice.id), channel=choice.id, id=choice.id,
                )  # fmt: skip
