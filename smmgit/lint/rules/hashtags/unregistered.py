"""A hashtag that is not in the register.

What: a hashtag missing from brand/hashtags.yml, where that file lists the brand's hashtags.
Why: hashtags chosen on the spot scatter readers, and nobody has looked at what else is said under them.
How to fix: look it up on the network, then register it with what it is for; or take one of those there.

Quoi : un mot-dièse absent de brand/hashtags.yml, quand ce fichier liste ceux de la marque.
Pourquoi : des mots-dièse choisis sur le moment dispersent les lecteurs, et personne n'a regardé ce qui s'y dit d'autre.
Comment corriger : le chercher sur le réseau, puis l'inscrire avec son usage ; ou en prendre un du registre.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.reading.tags import TypedTag, meant, register
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.render.tail import folded

FILES = {"brand/hashtags.yml": "Reliure: {about: le métier}\nConcours: {banned: true}\n"}


class Check(PostRule):
    severity = "suggestion"
    title = Say("Hashtag not registered", "Mot-dièse hors registre")
    bad = (Example(post="Un carnet. #Reliure #Papier #Encre\n", files=FILES, line=6, says="#Papier and #Encre"),)
    good = (
        Example(post="Un carnet. #reliure\n", files=FILES),
        Example(post="Un carnet. #Papier\n", files={"brand/hashtags.yml": "Concours: {banned: true}\n"}),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        known = register(at.post, at.ws) if any(not tag.banned for tag in at.ws.hashtags.values()) else {}
        if not known:
            return
        banned = {folded(name.lstrip("#")) for name, tag in at.ws.hashtags.items() if tag.banned}
        strangers: dict[str, TypedTag] = {}
        for tag in at.tags:
            bare = folded(tag.name)
            if bare and bare not in known and bare not in banned and not meant(tag.name, known):
                strangers.setdefault(bare, tag)
        if strangers:
            first, *_ = found = list(strangers.values())
            yield at.finding(
                Say("{tags}: not in brand/hashtags.yml. Look what is said under it, then register it.",
                    "{tags} : absent de brand/hashtags.yml. Regarder ce qui s'y dit, puis l'inscrire."),
                offset=first.offset, mark=first.mark, tags=listed([f"#{tag.name}" for tag in found[:5]]),
            )  # fmt: skip
