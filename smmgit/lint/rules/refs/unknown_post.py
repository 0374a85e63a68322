"""A post that does not exist.

What: `translation_of` or `requires: post` naming an id that no post has.
Why: the post would wait for ever, or lose the link to the text it translates.
How to fix: write the id as proposed; ids stand at the top of each post's file.

Quoi : `translation_of` ou `requires: post` avec un id que ne porte aucune publication.
Pourquoi : la publication attendrait pour toujours, ou perdrait le lien avec le texte qu'elle traduit.
Comment corriger : écrire l'id comme proposé ; les ids sont en tête de chaque publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import ALWAYS, WorkspaceAt, WorkspaceRule
from smmgit.lint.words import did_you_mean, instead
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: notebook\npublish_at: 2026-11-25 09:00\nchannels: [x]\ntranslation_of: carnet\n---\nThe notebook.\n"
OTHER = {"content/2026/11/carnet.md": "---\nid: carnet\npublish_at: 2026-11-27 09:00\nchannels: [x]\n---\nLe carnet.\n"}


class Check(WorkspaceRule):
    title = Say("Unknown post", "Publication inconnue")
    fields = ("translation_of", "requires")
    statuses = ALWAYS
    firm = True
    bad = (Example(post=POST.replace("carnet", "carnets"), files=OTHER, line=5, says="carnet"),)
    good = (Example(post=POST, files=OTHER),)

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        for post in at.posts:
            named = [("translation_of", post.translation_of)]
            named += [(f"requires.{number}.post", need.post) for number, need in enumerate(post.requires)]
            for mark, name in named:
                if name and name not in at.index.by_id:
                    yield at.finding(
                        Say("No post has the id “{name}”.{near}", "Aucune publication ne porte l'id « {name} ».{near}"),
                        post=post, mark=mark, name=name, near=did_you_mean(name, at.index.by_id),
                        fix=instead(name, at.index.by_id, post.near(mark)),
                    )  # fmt: skip
