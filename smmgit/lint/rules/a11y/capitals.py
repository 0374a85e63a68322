"""Words in capitals.

What: three words or more in capitals in a row, or letters that jump from small to capital and back.
Why: readers hear shouting, screen readers may spell the words out, and people with dyslexia lose their shapes.
How to fix: write as usual; keep capitals for initials (SNCF, NASA), which are left alone.

Quoi : trois mots ou plus en capitales à la suite, ou des lettres qui sautent de minuscule en capitale.
Pourquoi : les lecteurs entendent crier, un lecteur d'écran peut épeler, et qui est dyslexique perd la forme des mots.
Comment corriger : écrire comme d'habitude ; les sigles (SNCF, NASA) gardent leurs capitales.

Source: ada.uky.edu, usu.edu (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.late import late

UPPER = "A-ZÀ-ÖØ-ÞŒŸ"
HINT = late(f"[{UPPER}](?:[{UPPER}]|[a-z][A-Z])")
RUN = late(rf"(?<![\w#-])[{UPPER}]+(?:['’-][{UPPER}]+)*(?:[ \u00a0,!?:'’-]{{1,3}}[{UPPER}]+(?![\w@.]\w))+")
WORD = late(f"[{UPPER}]+")
JUMPING = late(r"(?<![\w#])[^\W\d_]?(?:[a-z][A-Z]){3,}[a-z]?(?!\w)")


class Check(PostRule):
    severity = "warning"
    title = Say("Words in capitals", "Mots en capitales")
    options = {"words": 3}
    bad = (
        Example(post="NOS CARNETS SONT ARRIVÉS ce matin.\n", line=6, says="NOS CARNETS SONT ARRIVÉS"),
        Example(post="Free shipping: THIS WEEKEND ONLY!\n", line=6, says="THIS WEEKEND ONLY"),
        Example(post="Un cArNeTrOuGe, vraiment.\n", line=6, says="cArNeTrOuGe"),
    )
    good = (
        Example(post="La SNCF, l'ONU et la NASA. FR EN ES DE. ISO, TEI, DNA. #BLACK FRIDAY\n"),
        Example(post="OUI ! Le carnet est là.\n"),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        least = self.chosen["words"]
        for passage in at.passages:
            if HINT.search(passage.plain) is None:
                continue
            for found in RUN.finditer(passage.plain):
                if shouted(WORD.findall(found[0]), least):
                    yield at.finding(
                        Say("“{words}” is in capitals: readers hear shouting, screen readers may spell it."
                            " Write it as usual.",
                            "« {words} » est en capitales : on entend crier, et un lecteur d'écran peut épeler."
                            " L'écrire comme d'habitude."),
                        offset=passage.offset + found.start(), words=quoted(found[0].strip(" ,!?:'’-\u00a0")),
                    )  # fmt: skip
            for found in JUMPING.finditer(passage.plain):
                yield at.finding(
                    Say("“{word}” jumps between small letters and capitals: nobody can read that aloud.",
                        "« {word} » saute de minuscules en capitales : personne ne peut le lire à voix haute."),
                    offset=passage.offset + found.start(), word=quoted(found[0]),
                )  # fmt: skip


def shouted(words: list[str], least: int) -> bool:
    """True for a row of words; initials, which are short and in no vocabulary, make none."""
    from smmgit.text.social.vocabulary import LITTLE, fold
    from smmgit.text.social.vocabulary import words as everyday

    if len(words) < least:
        return False
    folded = [fold(word) for word in words]
    little = sum(word in LITTLE for word in folded)
    real = sum(word in everyday() or len(word) > 5 for word in folded)
    return real >= 1 and real + little >= max(2, len(words) - len(words) // 3) and sum(map(len, words)) >= 9
