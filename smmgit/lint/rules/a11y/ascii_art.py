"""A drawing made of signs.

What: a face such as `¯\\_(ツ)_/¯`, a picture in boxes and bars, several lines of nothing but signs.
Why: a screen reader says “macron backslash underscore…”; on a phone the lines break and the drawing falls apart.
How to fix: use one emoji, or a real picture with an alt text.

Quoi : un visage comme `¯\\_(ツ)_/¯`, une image en barres et en boîtes, plusieurs lignes qui ne sont que des signes.
Pourquoi : un lecteur d'écran dit « macron barre oblique inversée… » ; sur un téléphone, les lignes se cassent.
Comment corriger : mettre un émoji, ou une vraie image avec son texte alternatif.

Source: digital.accessibility.princeton.edu/guidelines/social-media, path.ie (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.late import late

FACE = late(
    r"¯\\+_*\(ツ\)_*/¯|[(（][^\w\s()（）]{0,2}[ಠ•◕ʘ°╥╯ᵔ˘ಥ◔͡≧ᴗ][^()（）\n]{1,6}[ಠ•◕ʘ°╥╯ᵔ˘ಥ◔͡≦ᴗ][^\w\s()（）]{0,2}[)）]"
    r"|[(（][╯ノ][^()（）\n]{1,8}[)）]╯?[︵彡]|ʕ[^ʔ\n]{1,5}ʔ|┻━┻|┬─┬"
)
HINT = late("[¯ಠ◕ʘ°•╥╯ᵔ˘ಥ◔≧ᴗʕ┻┬\u2500-\u259f]")
BOXES = frozenset(map(chr, range(0x2500, 0x25A0)))


class Check(PostRule):
    severity = "warning"
    title = Say("Drawing made of signs", "Dessin fait de signes")
    bad = (
        Example(post="Lundi matin ¯\\\\\\_(ツ)\\_/¯\n", line=6, says="ツ"),
        Example(post="Non (ಠ_ಠ).\n", line=6, says="ಠ_ಠ"),
        Example(post="Voyez :\n┌────┐\n│ oui│\n└────┘\n", line=7, says="picture"),
    )
    good = (Example(post="Il fait 3° (ou 4°), c'est 1/2 · ouf • voilà (°C) :-)\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            text = passage.plain
            if text.isascii() or HINT.search(text) is None:
                continue
            start = drawing(text)
            if start >= 0:
                yield at.finding(
                    Say("A picture made of signs is noise to a screen reader and breaks on a phone:"
                        " use a real picture with an alt text.",
                        "Une image faite de signes n'est que du bruit pour un lecteur d'écran et se casse sur un"
                        " téléphone : mettre une vraie image, avec son alt."),
                    offset=passage.offset + start,
                )  # fmt: skip
                continue
            for found in FACE.finditer(unescaped(text)):
                yield at.finding(
                    Say("{face} is read aloud sign by sign. Use one emoji, or words.",
                        "{face} est lu signe par signe. Mettre un émoji, ou des mots."),
                    offset=passage.offset + found.start(), face=found[0],
                )  # fmt: skip


def drawing(text: str) -> int:
    """Where two lines or more of boxes and bars in a row begin, -1 where there are none."""
    at = begin = rows = 0
    for line in text.split("\n"):
        if sum(sign in BOXES for sign in line) >= 2 and len(set(line) - {" "}) > 1:
            begin = at if not rows else begin
            rows += 1
            if rows == 2:
                return begin
        else:
            rows = 0
        at += len(line) + 1
    return -1


def unescaped(text: str) -> str:
    """The text with Markdown's backslashes, each still one sign, out of the way of a face's arms."""
    return text.replace("\\_", "__") if "ツ" in text else text
