"""A first comment where there is none.

What: a `/ first-comment` section for a network on which smmgit cannot write a first comment.
Why: the text, often the link, would never appear.
How to fix: put it into the post, or, where the network has threads, into a second part after `---`.

Quoi : une section `/ first-comment` pour un réseau où smmgit ne peut pas écrire de premier commentaire.
Pourquoi : ce texte, souvent le lien, n'apparaîtrait jamais.
Comment corriger : le mettre dans la publication ou, si le réseau a des fils, dans une deuxième partie après `---`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say


class Check(PostRule):
    severity = "warning"
    title = Say("No first comment on this network", "Pas de premier commentaire sur ce réseau")
    bad = (Example(post="Le carnet.\n\n## x / first-comment\n\nLe lien est ici.\n", line=8, says="X"),)
    good = (
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [linkedin]\n---\n"
            "Le carnet.\n\n## linkedin / first-comment\n\nLe lien est ici.\n"
        ),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        for section in at.post.sections:
            if section.role != "first-comment":
                continue
            for channel, spec in at.channels:
                if not spec.first_comment and (channel.id.casefold() in section.targets or spec.id in section.targets):
                    yield at.finding(
                        Say("{name} has no first comment here: this text would not appear.",
                            "{name} n'a pas de premier commentaire ici : ce texte n'apparaîtrait pas."),
                        pos=Pos(section.line, 1), channel=channel.id, name=spec.name,
                    )  # fmt: skip
