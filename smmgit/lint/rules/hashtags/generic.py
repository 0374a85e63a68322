"""A hashtag everybody uses.

What: `#love`, `#instagood`, `#fyp`, `#explore` and the like.
Why: millions of posts a day go by there; nobody looks for anything under them, and they read as begging.
How to fix: take the one your readers follow: a craft, a place, an event, your campaign.

Quoi : `#love`, `#instagood`, `#fyp`, `#pourtoi` et semblables.
Pourquoi : il y passe des millions de publications par jour ; personne n'y cherche rien, et cela se lit comme une quête.
Comment corriger : prendre celui que suivent vos lecteurs : un métier, un lieu, un événement, votre campagne.

Source: CH, simpleseotags.io (lint-sources §1, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.reading.tags import TypedTag
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.render.tail import folded


class Check(PostRule):
    severity = "suggestion"
    title = Say("Hashtag everybody uses", "Mot-dièse passe-partout")
    bad = (Example(post="Un carnet. #Reliure #instagood #fyp\n", line=6, says="#instagood and #fyp"),)
    good = (Example(post="Un carnet. #Reliure\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        from smmgit.lint.lists.hashtags import GENERIC

        wanted = {folded(name.lstrip("#")) for name in at.ws.hashtags}
        found: dict[str, TypedTag] = {}
        for tag in at.tags:
            bare = folded(tag.name)
            if bare in GENERIC and bare not in wanted:
                found.setdefault(bare, tag)
        if found:
            first = next(iter(found.values()))
            yield at.finding(
                Say("{tags}: nobody looks for you there. Take a hashtag your readers follow, or none.",
                    "{tags} : personne ne vous y cherche. Prendre un mot-dièse que suivent vos lecteurs, ou aucun."),
                offset=first.offset, mark=first.mark, tags=listed([f"#{tag.name}" for tag in found.values()]),
            )  # fmt: skip
