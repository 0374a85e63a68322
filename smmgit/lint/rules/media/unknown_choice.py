"""A choice of media that is not there.

What: `media:` of a channel names something that is not in the post's own `media`.
Why: it would be left out without a word.
How to fix: write the file as it stands under the post's `media:`.

Quoi : `media:` d'un compte nomme ce qui n'est pas dans les `media` de la publication.
Pourquoi : ce serait laissé de côté sans un mot.
Comment corriger : écrire le fichier comme il figure sous `media:` de la publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.times import choice_mark
from smmgit.lint.words import did_you_mean
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels:\n  x:\n    media: [carnet.jpg]\nmedia:\n"
    "  - {file: carnet.jpg, alt: Un carnet rouge ouvert sur une table}\n---\nLe carnet.\n"
)


class Check(PostRule):
    title = Say("Unknown choice of media", "Choix de média inconnu")
    bad = (Example(post=POST.replace("[carnet", "[carnets"), media=picture("carnet.jpg"), line=6, says="carnet.jpg"),)
    good = (Example(post=POST, media=picture("carnet.jpg")),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        known = {item.key for item in at.post.media}
        full = {item.file or item.url for item in at.post.media}
        for choice in at.post.channels:
            for key in choice.media or ():
                if key not in known and key not in full:
                    yield at.finding(
                        Say("“{key}” is not in this post's media.{near}",
                            "« {key} » n'est pas dans les médias de cette publication.{near}"),
                        mark=choice_mark(at.post, choice.id, "media"), channel=choice.id, key=key,
                        near=did_you_mean(key, known),
                    )  # fmt: skip
