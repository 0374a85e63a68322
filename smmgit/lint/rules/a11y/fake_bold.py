"""Letters that are no letters.

What: words in mathematical or circled signs, small capitals or struck-through letters, as “font generators” make them.
Why: a screen reader says “mathematical bold capital N” or nothing at all, search does not find the word, and on
some phones it is a row of empty boxes.
How to fix: write plain letters; `smmgit lint --fix` does it. For stress, use the order of words and a short line.

Quoi : des mots en signes mathématiques ou cerclés, en petites capitales ou barrés, comme en font les « générateurs
de polices ».
Pourquoi : un lecteur d'écran dit « N majuscule gras mathématique » ou rien du tout, la recherche ne trouve pas le
mot, et sur certains téléphones c'est une suite de carrés vides.
Comment corriger : écrire de vraies lettres ; `smmgit lint --fix` le fait. Pour insister, jouer de l'ordre des mots.

Source: usu.edu/accessibility/social-media, ada.uky.edu (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.text.social.styled import styled


class Check(PostRule):
    title = Say("Letters that are no letters", "Lettres qui n'en sont pas")
    bad = (
        Example(post="𝗡𝗼𝘂𝘃𝗲𝗮𝘂 : le carnet.\n", line=6, says="Nouveau"),
        Example(post="Le ⓒⓐⓡⓝⓔⓣ.\n", line=6, says="carnet"),
        Example(post="Plus de s̶o̶l̶d̶e̶s̶ chez nous.\n", line=6, says="soldes"),
    )
    good = (Example(post="Le XXIᵉ siècle, Mᵐᵉ Lune, la 1ʳᵉ page, x² et 𝕏 : rien de gras.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for text, offset in at.body():
            for found in styled(text):
                place = offset + found.start
                yield at.finding(
                    Say("“{word}” is written in signs that only look like letters: screen readers spell or skip them."
                        " Write it plainly.",
                        "« {word} » est écrit en signes qui imitent des lettres : les lecteurs d'écran les épellent"
                        " ou les sautent. L'écrire simplement."),
                    offset=place, word=quoted(found.plain),
                    fix=Fix(Say("Write plain letters", "Écrire de vraies lettres"),
                            (Edit(place, offset + found.end, found.plain),)),
                )  # fmt: skip
