"""Emoji as bullets.

What: three lines or more that begin with an emoji.
Why: a screen reader says its name before every line: “white heavy check mark” five times in a row.
How to fix: begin the lines with a hyphen, or with words.

Quoi : trois lignes ou plus qui commencent par un émoji.
Pourquoi : un lecteur d'écran dit son nom avant chaque ligne : « coche blanche en gras » cinq fois de suite.
Comment corriger : commencer les lignes par un tiret, ou par des mots.

Source: usu.edu, path.ie (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(PostRule):
    severity = "suggestion"
    title = Say("Emoji as bullets", "Émojis en guise de puces")
    options = {"lines": 3}
    bad = (Example(post="Au programme :\n✅ plier\n✅ coudre\n✅ presser\n", line=7, says="✅"),)
    good = (Example(post="Au programme :\n- plier\n- coudre\n- presser ✅\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            if len(passage.emoji) < self.chosen["lines"]:
                continue
            first = [start for start, _ in passage.emoji if starts_line(passage.text, start)]
            if len(first) >= self.chosen["lines"]:
                sign = next(passage.text[a:b] for a, b in passage.emoji if a == first[0])
                yield at.finding(
                    Say("{count} lines begin with an emoji ({emoji}…), and its name is read before each."
                        " Use hyphens.",
                        "{count} lignes commencent par un émoji ({emoji}…), et son nom est lu avant chacune."
                        " Mettre des tirets."),
                    offset=passage.offset + first[0], count=len(first), emoji=sign,
                )  # fmt: skip


def starts_line(text: str, start: int) -> bool:
    """True where only spaces or a list mark stand before the place on its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t\u00a0-*•")
