"""A picture inside the text.

What: `![…](…)` in the text of a post.
Why: networks show pictures beside the text, not in it; this one would not be published at all.
How to fix: name it under `media:` at the top, with its `alt`.

Quoi : `![…](…)` dans le texte d'une publication.
Pourquoi : les réseaux montrent les images à côté du texte, pas dedans ; celle-ci ne serait pas publiée du tout.
Comment corriger : la nommer en tête sous `media:`, avec son `alt`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.losses import lost
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.late import late


class Check(PostRule):
    gate = late(r"!\[")
    title = Say("Picture inside the text", "Image dans le texte")
    bad = (Example(post="Le carnet.\n\n![Un carnet ouvert](carnet.jpg)\n", line=8, says="media"),)
    good = (Example(post="Le carnet ! [enfin]\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for found in lost(at, ("image",)):
            yield at.finding(
                Say("The picture “{text}” would not be published ({names}): name it under media: with its alt.",
                    "L'image « {text} » ne serait pas publiée ({names}) : la nommer sous media: avec son alt."),
                pos=found.pos, names=listed(found.names), text=quoted(found.text),
            )  # fmt: skip
