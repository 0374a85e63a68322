"""A hashtag the brand does not use.

What: a hashtag that brand/hashtags.yml marks `banned: true`.
Why: the brand said so: taken over by others, or one that makes people cringe.
How to fix: leave it out; hashtags.yml may say what to write instead.

Quoi : un mot-dièse que brand/hashtags.yml marque `banned: true`.
Pourquoi : la marque l'a décidé : détourné par d'autres, ou gênant.
Comment corriger : l'ôter ; hashtags.yml dit peut-être quoi écrire à la place.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.tags import hashtags

FILES = {"brand/hashtags.yml": "girlboss: {banned: true, about: daté}\ncarnet: {about: nos carnets}\n"}


class Check(PostRule):
    title = Say("Banned hashtag", "Mot-dièse banni")
    bad = (Example(post="Le carnet #GirlBoss.\n", files=FILES, line=6, says="daté"),)
    good = (Example(post="Le #carnet.\n", files=FILES),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        banned = {tag.casefold().lstrip("#"): known for tag, known in at.ws.hashtags.items() if known.banned}
        if not banned:
            return
        message = Say("The brand does not use #{tag}{about}.", "La marque n'emploie pas #{tag}{about}.")
        for text, offset in at.body():
            for span in hashtags(text):
                known = banned.get(span.target.casefold())
                if known:
                    yield at.finding(message, offset=offset + span.start, tag=span.target, about=why(known.about))
        for number, tag in enumerate(at.full.hashtags):
            known = banned.get(tag.casefold().lstrip("#"))
            if known:
                yield at.finding(message, mark=f"hashtags.{number}", tag=tag.lstrip("#"), about=why(known.about))


def why(about: str) -> str:
    """What hashtags.yml says about it."""
    return f" ({about})" if about else ""
