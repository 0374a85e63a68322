"""An option the network does not have.

What: a key under a channel that is neither a field of smmgit nor an option of that platform.
Why: it does nothing, while it looks as if it did: `visibilty: private` is public.
How to fix: write it as proposed.

Quoi : une clé sous un compte qui n'est ni un champ de smmgit ni une option de cette plateforme.
Pourquoi : elle ne fait rien, tout en ayant l'air d'agir : `visibilty: private` reste public.
Comment corriger : l'écrire comme proposé.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.times import choice_mark
from smmgit.lint.words import did_you_mean
from smmgit.model.fields.post import CHOICE
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels:\n  mastodon: {visibility: unlisted}\n---\nLe carnet.\n"
COMMON = tuple(field.name for field in CHOICE)


class Check(PostRule):
    title = Say("Unknown option", "Option inconnue")
    bad = (Example(post=POST.replace("visibility", "visibilty"), line=5, says="visibility"),)
    good = (Example(post=POST),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for choice in at.post.channels:
            channel = at.ws.channel(choice.id) if choice.options else None
            spec = at.ws.spec_of(channel) if channel else None
            if spec is None:
                continue
            known = {*COMMON, "crop", *(option.name for option in spec.options)}
            for name in choice.options:
                if name not in known:
                    yield at.finding(
                        Say("{platform} has no option {name}.{near}", "{platform} n'a pas d'option {name}.{near}"),
                        mark=choice_mark(at.post, choice.id, name), channel=choice.id, platform=spec.name, name=name,
                        near=did_you_mean(name, known),
                    )  # fmt: skip
