"""Hashtags all through the sentences.

What: more than `most` hashtags (2 unless set) with words on both sides of each.
Why: blue words and “number” read aloud break the sentence; readers leave by the links before its end.
How to fix: write the words as words, and put the hashtags on a line of their own at the end.

Quoi : plus de `most` mots-dièse (2) avec des mots avant et après chacun.
Pourquoi : des mots bleus, et « dièse » à voix haute, cassent la phrase ; on la quitte par un lien avant la fin.
Comment corriger : écrire les mots comme des mots, et mettre les mots-dièse sur une ligne à la fin.

Source: CH, TTX: at the end, not inside the sentence (lint-sources §1, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.late import late
from smmgit.text.tags import hashtags

WORD_BEFORE = late(r"[^\W\d_][\w'’]*[,;:]?[ \u00a0]\Z")
WORD_AFTER = late(r"[,;]?[ \u00a0][^\W\d_A-ZÀ-Þ]")


class Check(PostRule):
    severity = "suggestion"
    cues = frozenset("#＃")
    title = Say("Hashtags inside sentences", "Mots-dièse dans les phrases")
    options = {"most": 2}
    bad = (
        Example(post="Un #carnet de bon #papier pour votre #bureau et votre #sac.\n", line=6, says="#carnet"),
    )  # fmt: skip
    good = (Example(post="Un #carnet de bon papier pour votre bureau.\n\n#papier #reliure #bureau\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        most = self.chosen["most"]
        for passage in at.passages:
            text = passage.plain
            if text.count("#") <= most:
                continue
            inside = [
                span
                for span in hashtags(text)
                if WORD_BEFORE.search(text, max(0, span.start - 40), span.start) and WORD_AFTER.match(text, span.end)
            ]
            if len(inside) > most:
                yield at.finding(
                    Say("{tags} stand inside sentences: write words there, and put the hashtags at the end.",
                        "{tags} sont au milieu des phrases : y écrire des mots, et mettre les mots-dièse à la fin."),
                    offset=passage.offset + inside[0].start, tags=listed([span.text for span in inside[:6]]),
                )  # fmt: skip
