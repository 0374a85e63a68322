"""Signs of formatting that readers would see.

What: `**`, `](`, HTML tags, entities such as `&amp;`, or a table's bars, left in the text as published.
Why: readers see the signs; it looks broken.
How to fix: close the formatting on the same paragraph, or write the words without it; a sign that is meant is
written with a backslash: `\\*`.

Quoi : `**`, `](`, des balises HTML, des entités comme `&amp;` ou les barres d'un tableau restées dans le texte
publié.
Pourquoi : les lecteurs voient les signes ; cela fait cassé.
Comment corriger : fermer la mise en forme dans le même paragraphe, ou écrire sans elle ; un signe voulu s'écrit
avec
une barre oblique inverse : `\\*`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from smmgit.lint.example import Example
from smmgit.lint.losses import lost
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding, Pos
from smmgit.model.rendition import Part, Rendition
from smmgit.model.say import Say
from smmgit.text.late import late

MOST = 200  # places looked at in one text
# What to look for, by the sign without which there is none.
SIGNS = {
    "**": late(r"(?<![\w*/])\*\*(?=[^\s*/])|(?<=[^\s*/])\*\*(?![\w*/])"),
    "](": late(r"\]\((?=https?:|/|\w+\.)"),
    "![": late(r"!\[[^\[\]\n]{0,300}\]"),
    "<": late(
        r"</?(?:a|b|i|u|s|p|br|em|strong|span|div|img|h[1-6]|ul|ol|li|blockquote|code)(?:\s+[a-z-]+=[^<>\n]*)?\s*/?>",
        re.IGNORECASE,
    ),
    "&": late(r"&(?:amp|lt|gt|quot|nbsp|apos|eacute|egrave|#\d{2,5});", re.IGNORECASE),
}


class Check(PostRule):
    severity = "warning"
    gate = late(r"[*\])<&|]")
    title = Say("Signs of formatting left over", "Signes de mise en forme restants")
    bad = (
        Example(post="Le carnet **qui tient ses promesses.\n", line=6, says="**"),
        Example(post="Lune &amp; fils, papetiers.\n", line=6, says="&amp;"),
        Example(post="| Prix | Carnet |\n| --- | --- |\n| 9 € | rouge |\n", line=7, says="---"),
    )
    good = (Example(post="Notes : ***** par nos clients ; 2**8 = 256 ; R&D ; a < b > c ; `**` et `<b>`.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        seen: dict[str, tuple[Pos | None, list[str]]] = {}
        for text, places in at.said.items():
            for found in islice(signs(text), MOST):
                for shown, part in places:
                    offset = part.source_offset(found.start())
                    if not in_code(part, found.start(), shown, offset):
                        where = at.post.place(offset) if offset is not None else None
                        names = seen.setdefault(found[0], (where, []))[1]
                        if at.spoken(shown) not in names:
                            names.append(at.spoken(shown))
        for table in lost(at, ("table",)):
            seen[quoted(table.text, 24)] = (table.pos, table.names)
        for sign, (pos, names) in seen.items():
            yield at.finding(
                Say("Readers on {names} would see the sign “{sign}”: finish the formatting, or take it out.",
                    "Sur {names}, les lecteurs verraient le signe « {sign} » : finir la mise en forme, ou l'enlever."),
                pos=pos or Pos(at.post.body_line, 1), names=listed(names), sign=sign,
            )  # fmt: skip


def signs(text: str) -> Iterator[re.Match[str]]:
    """Every sign of formatting in a text."""
    for hint, pattern in SIGNS.items():
        if hint in text:
            yield from pattern.finditer(text)


def in_code(part: Part, start: int, shown: Rendition, offset: int | None) -> bool:
    """Inside a code span, signs are meant, also where the network shows no code."""
    if any(facet.kind in ("code", "pre") and facet.start <= start < facet.end for facet in part.facets):
        return True
    lost_code = [loss for loss in shown.losses if loss.what in ("code", "pre")]
    return offset is not None and any(one.offset <= offset < one.offset + len(one.text) for one in lost_code)
