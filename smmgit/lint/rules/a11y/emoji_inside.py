"""Emoji all through the sentence.

What: three emoji or more in one line with words before and after each of them.
Why: a screen reader says a name in the middle of every clause, and the sentence can no longer be followed.
How to fix: put one at the end of the line.

Quoi : trois émojis ou plus dans une même ligne, avec des mots avant et après chacun.
Pourquoi : un lecteur d'écran dit un nom au milieu de chaque membre de phrase, et l'on perd le fil.
Comment corriger : en mettre un seul, en fin de ligne.

Source: usu.edu, aims.edu, path.ie (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(PostRule):
    severity = "suggestion"
    title = Say("Emoji inside the sentence", "Émojis au milieu de la phrase")
    options = {"inside": 3}
    bad = (Example(post="Du papier 📄 du fil 🧵 une aiguille 🪡 et voilà un carnet.\n", line=6, says="3"),)
    good = (Example(post="Du papier, du fil, une aiguille, et voilà un carnet 🧵\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        least = self.chosen["inside"]
        for passage in at.passages:
            spans = passage.emoji
            if len(spans) < least:
                continue
            lines: dict[int, list[int]] = {}
            for start, end in spans:
                begin = passage.text.rfind("\n", 0, start) + 1
                stop = passage.text.find("\n", end)
                before, after = passage.text[begin:start], passage.text[end : stop if stop >= 0 else None]
                if any(map(str.isalpha, before)) and after.lstrip(" \u00a0\ufe0f")[:1].islower():
                    lines.setdefault(begin, []).append(start)
            for places in lines.values():
                if len(places) >= least:
                    yield at.finding(
                        Say("{count} emoji inside one sentence: read aloud, nobody follows. Put one at the end.",
                            "{count} émojis au milieu d'une phrase : à voix haute, on perd le fil."
                            " En mettre un à la fin."),
                        offset=passage.offset + places[0], count=len(places),
                    )  # fmt: skip
