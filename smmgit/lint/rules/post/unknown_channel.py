"""A channel that does not exist.

What: a name in `channels` that is not in brand/channels.yml.
Why: the post would not go there, and nobody would notice on the day.
How to fix: write the channel as proposed, or add the account to brand/channels.yml.

Quoi : un nom dans `channels` qui n'est pas dans brand/channels.yml.
Pourquoi : la publication n'y partirait pas, et personne ne s'en apercevrait le jour venu.
Comment corriger : écrire le compte comme proposé, ou l'ajouter à brand/channels.yml.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import ALWAYS, PostAt, PostRule
from smmgit.lint.times import choice_mark
from smmgit.lint.words import did_you_mean, instead
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(PostRule):
    title = Say("Unknown channel", "Compte inconnu")
    statuses = ALWAYS
    firm = True
    bad = (
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels:\n  - x\n  - linkdin\n---\nLe carnet.\n",
            line=6, says="linkedin",
        ),
    )  # fmt: skip
    good = (Example(post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\nLe carnet.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for choice in at.post.channels:
            if at.ws.channel(choice.id) is None:
                mark = choice_mark(at.post, choice.id)
                yield at.finding(
                    Say("There is no account “{id}” in brand/channels.yml.{near}",
                        "Il n'y a pas de compte « {id} » dans brand/channels.yml.{near}"),
                    mark=mark, channel=choice.id, id=choice.id, near=did_you_mean(choice.id, at.ws.channels),
                    fix=instead(choice.id, at.ws.channels, at.post.near(mark)),
                )  # fmt: skip
