"""The same channel twice.

What: a channel listed twice, or by its old and its new id.
Why: it would go out twice, and readers would see it.
How to fix: keep one of them.

Quoi : un compte cité deux fois, ou sous son ancien et son nouvel id.
Pourquoi : la publication partirait deux fois, et cela se verrait.
Comment corriger : n'en garder qu'un.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import ALWAYS, PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

RENAMED = {"brand/channels.yml": "x: {platform: x, handle: lune, formerly: [twitter]}\n"}
POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x, twitter]\n---\nLe carnet.\n"


class Check(PostRule):
    title = Say("Channel named twice", "Compte cité deux fois")
    statuses = ALWAYS
    firm = True
    bad = (Example(post=POST, files=RENAMED, line=4, says="twitter"),)
    good = (Example(post=POST.replace("x, twitter", "twitter"), files=RENAMED),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        seen: dict[str, str] = {}
        for number, choice in enumerate(at.post.channels):
            channel = at.ws.channel(choice.id)
            name = channel.id if channel else choice.id
            if name in seen:
                yield at.finding(
                    Say("{id} is the same account as {first}: it would go out twice.",
                        "{id} est le même compte que {first} : la publication partirait deux fois."),
                    mark=f"channels.{number}", channel=name, id=choice.id, first=seen[name],
                )  # fmt: skip
            seen.setdefault(name, choice.id)
