"""A post planned before its own embargo.

What: `requires: embargo` is later than the post's time on a channel.
Why: the post would be blocked at its time, or the news would leak.
How to fix: move `publish_at` after the embargo.

Quoi : `requires: embargo` tombe après l'heure de la publication sur un compte.
Pourquoi : la publication serait bloquée à son heure, ou la nouvelle fuiterait.
Comment corriger : placer `publish_at` après l'embargo.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.times import exact
from smmgit.lint.words import listed
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nrequires:\n"
    "  - embargo: 2026-11-25 10:00\n---\nLe carnet.\n"
)


class Check(PostRule):
    title = Say("Before its embargo", "Avant son embargo")
    fields = ("requires",)
    bad = (Example(post=POST, line=6, says="10:00"),)
    good = (Example(post=POST.replace("10:00", "08:00")),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for number, need in enumerate(at.post.requires):
            lifted = exact(need.embargo, at.ws) if need.embargo else None
            if lifted is None or need.embargo is None:
                continue
            early = [choice.id for choice, instant in at.moments if instant.at < lifted]
            if early:
                yield at.finding(
                    Say("Planned before its embargo ({when}) on {names}: move publish_at.",
                        "Prévue avant son embargo ({when}) sur {names} : déplacer publish_at."),
                    mark=f"requires.{number}.embargo", when=need.embargo.text, names=listed(early),
                )  # fmt: skip
