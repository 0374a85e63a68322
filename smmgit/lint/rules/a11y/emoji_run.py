"""Emoji in a row.

What: three emoji or more one behind the other, or the same one three times in a part.
Why: a screen reader says each name in full: “party popper party popper party popper”.
How to fix: keep the one that says something.

Quoi : trois émojis ou plus à la suite, ou trois fois le même dans une partie.
Pourquoi : un lecteur d'écran dit chaque nom en entier : « cotillons cotillons cotillons ».
Comment corriger : garder celui qui dit quelque chose.

Source: usu.edu, aims.edu, path.ie (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(PostRule):
    severity = "warning"
    title = Say("Emoji in a row", "Émojis en série")
    options = {"run": 3, "same": 3}
    bad = (
        Example(post="Le carnet est là 🎉🎉🎉\n", line=6, says="🎉🎉🎉"),
        Example(post="✨ Le carnet ✨ est là. Un régal pour les yeux, vraiment ✨\n", line=6, says="✨"),
    )
    good = (Example(post="Le carnet est là 🎉\nDe Paris à Londres 🇫🇷🇬🇧, à 9 h 📅, chez nous 🏠\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        longest, same = self.chosen["run"], self.chosen["same"]
        for passage in at.passages:
            if len(passage.emoji) < min(longest, same):
                continue
            rows = [row for row in runs(passage.text, passage.emoji) if len(row) >= longest]
            for row in rows:
                start, end = row[0][0], row[-1][1]
                yield at.finding(
                    Say("{emoji}: {count} emoji in a row, and a screen reader says each name. Keep one.",
                        "{emoji} : {count} émojis à la suite, et un lecteur d'écran dit chaque nom. En garder un."),
                    offset=passage.offset + start, emoji=passage.text[start:end][:24], count=len(row),
                )  # fmt: skip
            inside = {span for row in rows for span in row}
            often = Counter(passage.text[a:b].rstrip("\ufe0f") for a, b in passage.emoji if (a, b) not in inside)
            for sign, count in often.items():
                if count >= same and not starts_lines(passage.text, sign):
                    place = passage.text.find(sign)
                    yield at.finding(
                        Say("{emoji} comes {count} times, and a screen reader says its name each time. Once is enough.",
                            "{emoji} revient {count} fois, et un lecteur d'écran dit son nom à chaque fois."
                            " Une seule suffit."),
                        offset=passage.offset + place, emoji=sign, count=count,
                    )  # fmt: skip


def runs(text: str, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Emoji that follow one another with nothing but spaces between them."""
    row: list[tuple[int, int]] = []
    for span in spans:
        if row and text[row[-1][1] : span[0]].strip(" \u00a0\ufe0f"):
            yield row
            row = []
        row.append(span)
    if row:
        yield row


def starts_lines(text: str, sign: str) -> bool:
    """True for a bullet, which another rule speaks of."""
    return sum(line.lstrip().startswith(sign) for line in text.split("\n")) >= 2
