"""A line of ornaments.

What: a line that is nothing but the same sign over and over: `────────`, `• • • • •`, `~*~*~*~`.
Why: a screen reader may say each of them: “box drawings light horizontal” eight times.
How to fix: leave an empty line; a thread's next part begins after `---`.

Quoi : une ligne qui n'est que le même signe répété : `────────`, `• • • • •`, `~*~*~*~`.
Pourquoi : un lecteur d'écran peut dire chacun d'eux : « filet horizontal fin » huit fois.
Comment corriger : laisser une ligne vide ; la partie suivante d'un fil commence après `---`.

Source: path.ie, digital.accessibility.princeton.edu (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.text.late import late

SIGNS = r"_*~=.+°•·●○◦■□▪▫★☆✦✧✨❖◆◇—–\-\u2500-\u257f"
LINE = late(rf"\n[ \t]*((?:[{SIGNS}][ \u00a0]?){{5,}})(?=\n|\Z)")


class Check(PostRule):
    severity = "suggestion"
    title = Say("Line of ornaments", "Ligne d'ornements")
    bad = (Example(post="Le carnet.\n\n────────────\n\nEt le crayon.\n", line=8, says="───"),)
    good = (Example(post="Le carnet…\n\nEt le crayon. — Lune\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            for found in LINE.finditer("\n" + passage.plain):
                if len(set(found[1]) - set(" \u00a0")) > 2:
                    continue  # a drawing, which another rule speaks of
                place = passage.offset + found.start()
                yield at.finding(
                    Say("“{line}” is read aloud sign by sign. An empty line separates as well.",
                        "« {line} » est lu signe par signe. Une ligne vide sépare aussi bien."),
                    offset=place, line=quoted(found[1], 24),
                    fix=Fix(Say("Leave an empty line", "Laisser une ligne vide"),
                            (Edit(place, passage.offset + found.end() - 1, ""),)),
                )  # fmt: skip
