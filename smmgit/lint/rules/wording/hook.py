"""A first sentence that is cut off.

What: on networks that fold long texts (Instagram, LinkedIn, Facebook), a first sentence longer than `letters`
(125 on Instagram, 200 `elsewhere`).
Why: readers see only the beginning and decide on it; a sentence that stops half-way says nothing.
How to fix: begin with a short sentence that stands alone, then a new line.

Quoi : sur les réseaux qui replient les longs textes (Instagram, LinkedIn, Facebook), une première phrase de plus de
`letters` signes (125 sur Instagram, 200 ailleurs, `elsewhere`).
Pourquoi : on ne voit que le début, et l'on décide là-dessus ; une phrase coupée ne dit rien.
Comment corriger : commencer par une phrase courte qui se suffit, puis aller à la ligne.

Source: first 125 characters shown on Instagram (lint-sources §2, old; the networks document no number: a suggestion).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say
from smmgit.text.late import late

END = late(r"[.!?…:][»”\")]*(?=\s|$)|\n|[!?…](?=\W)")
LONG = (
    "Dans notre atelier au bord de la rivière nous relions depuis bientôt vingt ans des carnets de toutes les tailles"
    " et de toutes les couleurs pour celles et ceux qui oublient tout. Venez voir.\n"
)
POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [instagram]\nmedia:\n"
    "  - {file: carnet.jpg, alt: Un carnet rouge ouvert sur une table}\n---\n"
)


class Check(PostRule):
    severity = "suggestion"
    title = Say("First sentence cut off", "Première phrase coupée")
    options = {"letters": 125, "elsewhere": 200, "platforms": ("instagram", "linkedin", "facebook")}
    bad = (Example(post=POST + LONG, media=picture("carnet.jpg"), line=8, says="Instagram"),)
    good = (Example(post=POST + "Un carnet pour tête de linotte.\n\n" + LONG, media=picture("carnet.jpg")),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        platforms = self.chosen["platforms"]
        told: dict[int, tuple[Pos, str, list[str]]] = {}
        for shown in at.renditions:
            most = self.chosen["letters" if shown.platform == "instagram" else "elsewhere"]
            if shown.platform not in platforms or not shown.parts or len(shown.parts[0].text) <= most:
                continue
            part = shown.parts[0]
            end = END.search(part.text)
            if end is not None and end.end() <= most:
                continue
            offset = part.source_offset(0)
            pos = (at.post.place(offset) if offset is not None else None) or Pos(at.post.body_line, 1)
            told.setdefault(pos.line, (pos, part.text[:most], []))[2].append(at.spoken(shown))
        for pos, text, names in told.values():
            yield at.finding(
                Say("{names}: readers may see no more than “…{end}” before “more”. Begin with a shorter sentence.",
                    "{names} : on n'en verra peut-être que « …{end} » avant « plus ». Commencer par une phrase plus"
                    " courte."),
                pos=pos, names=listed(list(dict.fromkeys(names))), end=quoted(text[-32:]),
            )  # fmt: skip
