"""Spaces that are too many.

What: two spaces or more between words, or a space before a comma or a full stop.
Why: they are slips of the hand, they count as characters, and some networks show them.
How to fix: `smmgit lint --fix` takes them out.

Quoi : deux espaces ou plus entre des mots, ou un espace avant une virgule ou un point.
Pourquoi : ce sont des fautes de frappe, elles comptent comme signes, et certains réseaux les montrent.
Comment corriger : `smmgit lint --fix` les ôte.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.text.late import late

SPARE = late(r"(?<=[^\s\x00|]) {2,}(?=[^\s\x00|])|(?<=[\w»”)\]]) +(?=[,.](?=[\s\x00]|$)(?![.,]))")


class Check(PostRule):
    severity = "suggestion"
    cues = frozenset(" ")
    title = Say("Too many spaces", "Espaces en trop")
    bad = (
        Example(post="Le carnet  est là.\n", line=6, says="1"),
        Example(post="Le carnet est là , enfin .\n", line=6, says="2"),
    )
    good = (Example(post="Le carnet est là ! À 9 h, .com et `a  b`.\n\n| a  | b |\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            text = passage.plain
            if "  " not in text and " ," not in text and " ." not in text:
                continue
            edits = []
            for found in SPARE.finditer(text):
                kept = "" if text[found.end()] in ",." else " "
                edits.append(Edit(passage.offset + found.start(), passage.offset + found.end(), kept))
            if edits:
                yield at.finding(
                    Say("Spaces too many ({count}): --fix takes them out.",
                        "Espaces en trop ({count}) : --fix les ôte."),
                    offset=edits[0].start, count=len(edits),
                    fix=Fix(Say("Take them out", "Les ôter"), tuple(edits)),
                )  # fmt: skip
