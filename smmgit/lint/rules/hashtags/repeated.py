"""The same hashtag twice.

What: one hashtag twice in a message, whatever its capitals.
Why: the second finds nobody the first did not, and it is read aloud again.
How to fix: keep one.

Quoi : un même mot-dièse deux fois dans un message, capitales mises à part.
Pourquoi : le second ne touche personne que le premier n'ait touché, et on l'entend de nouveau.
Comment corriger : en garder un.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.tags import hashtags


class Check(PostRule):
    severity = "suggestion"
    cues = frozenset("#＃")
    title = Say("Same hashtag twice", "Deux fois le même mot-dièse")
    bad = (Example(post="La #Reliure, c'est la vie. #reliure\n", line=6, says="#reliure"),)
    good = (Example(post="La #Reliure, c'est la vie. #Papier\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            if passage.plain.count("#") < 2:
                continue
            seen: set[str] = set()
            for span in hashtags(passage.plain):
                bare = span.target.casefold()
                if bare in seen:
                    yield at.finding(
                        Say("{tag} is here already: once is enough.", "{tag} est déjà là : une fois suffit."),
                        offset=passage.offset + span.start, tag=span.text,
                    )  # fmt: skip
                seen.add(bare)
