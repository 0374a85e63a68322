"""A text for an account the post does not go to.

What: a section for a channel or network that is not in the post's `channels`.
Why: someone wrote a text nobody will read; usually the channel was forgotten.
How to fix: add the channel to `channels`, or delete the section.

Quoi : une section pour un compte ou un réseau absent des `channels` de la publication.
Pourquoi : quelqu'un a écrit un texte que personne ne lira ; le plus souvent, le compte a été oublié.
Comment corriger : ajouter le compte à `channels`, ou supprimer la section.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.source import is_target
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say


class Check(PostRule):
    severity = "warning"
    title = Say("Section the post does not use", "Section inutilisée")
    bad = (Example(post="Le carnet.\n\n## bluesky\n\nTexte pour Bluesky.\n", line=8, says="bluesky"),)
    good = (Example(post="Le carnet.\n\n## x, bluesky\n\nTexte court.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        if all(not section.targets for section in at.post.sections):
            return
        going: set[str] = set()
        for choice in at.post.channels:
            going.add(choice.id.casefold())
            channel = at.ws.channel(choice.id)
            if channel:
                going.update((channel.id.casefold(), channel.platform, *(old.casefold() for old in channel.formerly)))
        for section in at.post.sections:
            unused = section.targets and going.isdisjoint(section.targets)
            if unused and all(is_target(target, at.ws) for target in section.targets):
                yield at.finding(
                    Say("The post does not go to {target}: add it to channels, or delete this section.",
                        "La publication ne part pas sur {target} : l'ajouter à channels, ou supprimer cette section."),
                    pos=Pos(section.line, 1), target=", ".join(section.targets),
                )  # fmt: skip
