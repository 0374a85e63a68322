"""A chart described without what it shows.

What: an alt text that names a chart, map, table, poster, screenshot or infographic and tells hardly more.
Why: the point of such a picture is in its figures and words; “bar chart of sales” keeps them from whoever cannot see.
How to fix: say what is to be learnt from it (“sales doubled from March to June”), and the words written in it.

Quoi : un texte alternatif qui nomme un graphique, une carte, un tableau, une affiche, une capture ou une infographie,
et guère plus.
Pourquoi : l'intérêt d'une telle image est dans ses chiffres et ses mots ; « graphique des ventes » en prive qui ne la
voit pas.
Comment corriger : dire ce qu'il faut en retenir (« les ventes ont doublé de mars à juin »), et les mots écrits dedans.

Source: digital.accessibility.princeton.edu/guidelines/social-media (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.pictures import pictures
from smmgit.lint.reading.phrases import phrases
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n"
    "  - file: ventes.jpg\n    alt: {alt}\n---\nUne bonne année.\n"
)
SHOWN = picture("ventes.jpg")
FIGURES = phrases(
    r"(?:bar|line|pie) (?:chart|graph)", "chart", "infographic", "graph of", "histogram", "spreadsheet", "data table",
    "graphique", "infographie", "histogramme", "camembert", "tableau (?:de|des) (?:chiffres|données|prix|résultats)",
    "courbe", "diagramme",
)  # fmt: skip
WORDS_IN_IT = phrases(
    "flyer", "poster", "screenshot", "infographic", "quote card", "affiche", "capture d'écran", "prospectus", "tract",
    "visuel de citation", "carton d'invitation",
)  # fmt: skip


class Check(PostRule):
    severity = "suggestion"
    media_only = True
    title = Say("Chart without its figures", "Graphique sans ses chiffres")
    options = {"words": 12}
    bad = (
        Example(post=POST.replace("{alt}", "Graphique en barres des ventes de carnets"), media=SHOWN, line=7,
                says="chart"),
        Example(post=POST.replace("{alt}", "Flyer of the open day at our workshop"), media=SHOWN, line=7, says="words"),
    )  # fmt: skip
    good = (
        Example(post=POST.replace("{alt}", "Graphique : les ventes ont doublé, de 120 en mars à 240 en juin"),
                media=SHOWN),
        Example(post=POST.replace("{alt}", "A poster on a brick wall reads “Open day, 12 December, from 10 to 6”"),
                media=SHOWN),
    )  # fmt: skip

    def check(self, at: PostAt) -> Iterator[Finding]:
        for number, item in pictures(at):
            alt = item.alt or ""
            if not alt or item.decorative or len(alt.split()) >= self.chosen["words"]:
                continue
            if FIGURES.search(alt) and not re.search(r"\d", alt):
                message = Say("“{alt}” names a chart and not what it shows: say the figures, or what to learn.",
                              "« {alt} » nomme un graphique sans dire ce qu'il montre : donner les chiffres, ou ce"
                              " qu'il faut en retenir.")  # fmt: skip
            elif WORDS_IN_IT.search(alt) and not re.search(r"[“”\"«»:]|\d", alt):
                message = Say("“{alt}”: if there are words in the picture, say them here or in the post.",
                              "« {alt} » : si l'image contient des mots, les dire ici ou dans le texte.")  # fmt: skip
            else:
                continue
            yield at.finding(message, mark=f"media.{number}.alt", alt=quoted(alt))
