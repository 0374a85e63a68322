"""Someone named who has no account there.

What: `@name` of people.yml on a network for which people.yml gives no handle.
Why: readers see the plain name; nobody is told, and nobody can follow the link.
How to fix: add the handle to brand/people.yml (on Bluesky and LinkedIn, refresh `smmgit lock` too), or name the
person without `@`.

Quoi : `@nom` de people.yml sur un réseau pour lequel people.yml ne donne pas d'adresse de compte.
Pourquoi : les lecteurs voient le nom sans lien, et la personne n'est pas prévenue.
Comment corriger : ajouter le compte dans brand/people.yml (pour Bluesky et LinkedIn, rafraîchir aussi `smmgit
lock`),
ou nommer la personne sans `@`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.losses import lost
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(PostRule):
    severity = "warning"
    title = Say("No account to name", "Pas de compte à nommer")
    bad = (
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [threads]\n---\nMerci @lea !\n",
            line=6, says="@lea",
        ),
    )  # fmt: skip
    good = (Example(post="Merci @lea !\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for found in lost(at, ("mention",)):
            yield at.finding(
                Say("{text} has no known account on {names}: the plain name is shown. Add it to brand/people.yml.",
                    "{text} n'a pas de compte connu sur {names} : le nom est montré sans lien."
                    " L'ajouter à brand/people.yml."),
                pos=found.pos, text=quoted(found.text), names=listed(found.names),
            )  # fmt: skip
