"""A heading that names no channel and no network.

What: a level-2 heading of a post whose words are not channel ids or platform ids.
Why: its text would be published nowhere; and a title published as a heading looks wrong on every network.
How to fix: write the channel as proposed; a heading readers should see is written `\\## …`.

Quoi : un titre de niveau 2 dont les mots ne sont ni des comptes ni des réseaux.
Pourquoi : son texte ne serait publié nulle part ; et un titre publié tel quel est laid sur tous les réseaux.
Comment corriger : écrire le compte comme proposé ; un titre que les lecteurs doivent voir s'écrit `\\## …`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import ALWAYS, PostAt, PostRule
from smmgit.lint.source import is_target, known_targets
from smmgit.lint.words import did_you_mean, instead
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say


class Check(PostRule):
    title = Say("Section for nobody", "Section pour personne")
    statuses = ALWAYS
    firm = True
    bad = (Example(post="Le carnet.\n\n## blusky\n\nTexte pour Bluesky.\n", line=8, says="bluesky"),)
    good = (Example(post="Le carnet.\n\n## x\n\nTexte pour X.\n"), Example(post="Le carnet.\n\n\\## Nos prix\n"))

    def check(self, at: PostAt) -> Iterator[Finding]:
        if all(not section.targets for section in at.post.sections):
            return
        for section in at.post.sections:
            for target in section.targets:
                if not is_target(target, at.ws):
                    yield at.finding(
                        Say("“{target}” is neither an account nor a network: its text would go nowhere.{near}"
                            " For a heading readers see, write \\## …",
                            "« {target} » n'est ni un compte ni un réseau : son texte n'irait nulle part.{near}"
                            " Pour un titre que les lecteurs voient, écrire \\## …"),
                        pos=Pos(section.line, 1), target=target, near=did_you_mean(target, known_targets(at.ws)),
                        fix=instead(target, known_targets(at.ws), Pos(section.line, 1)),
                    )  # fmt: skip
