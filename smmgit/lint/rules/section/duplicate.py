"""Two texts for the same account.

What: two sections with the same channel or network and the same role.
Why: only one of them can go out, and which one is a guess.
How to fix: join them, or delete one; the parts of a thread stay in one section, with `---` between them.

Quoi : deux sections pour le même compte ou réseau, avec le même rôle.
Pourquoi : une seule peut partir, et laquelle est une devinette.
Comment corriger : les réunir ou en supprimer une ; les parties d'un fil restent dans une section, séparées par
`---`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say


class Check(PostRule):
    title = Say("Two sections for one account", "Deux sections pour un même compte")
    firm = True
    bad = (Example(post="Le carnet.\n\n## x\n\nUn texte.\n\n## x\n\nUn autre.\n", line=12, says="line 8"),)
    good = (Example(post="Le carnet.\n\n## x\n\nUn texte.\n\n---\n\nLa suite.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        first: dict[tuple[str, str], int] = {}
        for section in at.post.sections:
            for target in section.targets:
                line = first.setdefault((target, section.role), section.line)
                if line != section.line:
                    yield at.finding(
                        Say("{target} already has a section on line {line}; only one can go out.",
                            "{target} a déjà une section à la ligne {line} ; une seule peut partir."),
                        pos=Pos(section.line, 1), target=target, line=line,
                    )  # fmt: skip
