"""Something the network cannot do.

What: `action: repost`, `quote` or `reply` on a network on which smmgit cannot do it, or without `of:`.
Why: nothing would be published there.
How to fix: take the channel off the post, or do it by hand; give the address to repost, quote or answer as `of:`.

Quoi : `action: repost`, `quote` ou `reply` sur un réseau où smmgit ne sait pas le faire, ou sans `of:`.
Pourquoi : rien n'y serait publié.
Comment corriger : retirer le compte, ou le faire à la main ; donner l'adresse à partager, citer ou commenter : `of:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [bluesky]\naction: quote\n"
    "of: https://bsky.app/profile/lune.example/post/3k\n---\nLe carnet.\n"
)


class Check(PostRule):
    title = Say("The network cannot do this", "Le réseau ne sait pas le faire")
    fields = ("action",)
    bad = (
        Example(post=POST.replace("[bluesky]", "[pinterest]"), line=5, says="Pinterest",
                also=("media/needed", "options/missing")),
        Example(post=POST.replace("of: https://bsky.app/profile/lune.example/post/3k\n", ""), line=5, says="of:"),
    )  # fmt: skip
    good = (Example(post=POST),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        action = at.post.action
        if action == "post":
            return
        names = [spec.name for _, spec in at.channels if action not in spec.actions]
        if names:
            yield at.finding(
                Say("{action} is not possible on {names}.", "{action} n'est pas possible sur {names}."),
                mark="action", action=action, names=listed(list(dict.fromkeys(names))),
            )  # fmt: skip
        if not at.post.of and "of" not in at.post.marks:
            yield at.finding(
                Say("Say what to {action}: its address as of:", "Dire quoi, pour {action} : son adresse sous of:"),
                mark="action", action=action,
            )  # fmt: skip
