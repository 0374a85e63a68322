"""Formatting that disappears.

What: bold, italics, headings, quotes or code on a network that shows plain text only.
Why: the words stay but the stress is lost; a heading becomes a line like the others.
How to fix: put the stress into the words, or write a plain section for that network.

Quoi : gras, italique, titres, citations ou code sur un réseau qui n'affiche que du texte simple.
Pourquoi : les mots restent mais l'accent se perd ; un titre devient une ligne comme les autres.
Comment corriger : mettre l'accent dans les mots, ou écrire une section simple pour ce réseau.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.losses import lost
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say

NAMES = {
    "bold": Say("bold", "le gras"),
    "italic": Say("italics", "l'italique"),
    "strike": Say("strike-through", "le texte barré"),
    "code": Say("code", "le style de code"),
    "pre": Say("a block of code", "un bloc de code"),
    "quote": Say("a quote", "la mise en citation"),
    "heading": Say("a heading", "un titre"),
}


class Check(PostRule):
    severity = "warning"
    title = Say("Formatting that disappears", "Mise en forme qui disparaît")
    bad = (Example(post="Le carnet **qui tient** ses promesses.\n", line=6, says="qui tient"),)
    good = (Example(post="Le carnet qui tient ses promesses. 2 * 3 * 4 étoiles, _lune_papeterie et snake_case.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for found in lost(at, NAMES):
            yield at.finding(
                Say("On {names}, {what} disappears: “{text}”{more}.",
                    "Sur {names}, {what} disparaît : « {text} »{more}."),
                pos=found.pos, names=listed(found.names), what=NAMES[found.what], text=quoted(found.text, 36),
                more=more(found.count),
            )  # fmt: skip


def more(count: int) -> Say:
    """`(and 3 more)` where there is more than one."""
    return Say(f" (and {count - 1} more)", f" (et {count - 1} autres)") if count > 1 else Say("", "")
