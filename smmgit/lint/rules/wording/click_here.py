"""“Click here”.

What: “click here”, “cliquez ici”, “tap here” in place of what there is to see.
Why: screen readers list links by their words: ten times “here”; and “click” tells nobody why.
How to fix: say what is behind it: “the guide to paper weights: …”.

Quoi : « cliquez ici », « cliquer ici », « c'est par ici » avant un lien, à la place de ce qu'il y a à voir.
Pourquoi : un lecteur d'écran liste les liens par leurs mots : dix fois « ici » ; et « cliquez » ne dit pas pourquoi.
Comment corriger : dire ce qui est derrière : « le guide des grammages : … ».

Source: uada.edu (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.reading.phrases import phrases
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say

HERE = phrases(
    r"(?:click|tap|press) (?:on )?(?:here|this link|the link below|the link)",
    r"(?:clique|cliquez|cliquer) (?:juste )?ici",
    r"(?:clique|cliquez|cliquer) (?:sur )?(?:ce|le) lien(?: ci-dessous)?", r"c'est (?:par )?ici(?= ?:? ?[👉👇→\x00])",
)  # fmt: skip


class Check(PostRule):
    severity = "warning"
    cues = frozenset("here ici link lien".split())
    title = Say("“Click here”", "« Cliquez ici »")
    bad = (
        Example(post="Pour le guide, cliquez ici : https://lune.example/guide\n", line=6, says="cliquez ici"),
        Example(post="Click here: https://lune.example/guide\n", line=6, says="Click here"),
    )
    good = (Example(post="Le guide des grammages : https://lune.example/guide. C'est ici que tout commence.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            for found in HERE.finditer(passage.plain):
                yield at.finding(
                    Say("“{words}” does not say what is behind the link: name it, “the guide: …”.",
                        "« {words} » ne dit pas ce qu'il y a derrière le lien : le nommer, « le guide : … »."),
                    offset=passage.offset + found.start(), words=quoted(found[0]),
                )  # fmt: skip
