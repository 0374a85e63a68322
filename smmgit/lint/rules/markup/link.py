"""A link with words that becomes a bare address.

What: `[words](address)` on a network where words cannot carry a link.
Why: readers see the words and then the whole address, counted in full; with three links a post is mostly addresses.
How to fix: write a section for that network with the one address that matters, or use `link:`.

Quoi : `[mots](adresse)` sur un réseau où des mots ne peuvent pas porter de lien.
Pourquoi : on y lit les mots puis l'adresse entière, comptée en entier ; à trois liens, on ne lit plus que des
adresses.
Comment corriger : écrire pour ce réseau une section avec la seule adresse qui compte, ou utiliser `link:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.losses import lost
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.late import late


class Check(PostRule):
    severity = "warning"
    gate = late(r"\]")
    title = Say("Markdown link", "Lien Markdown")
    bad = (Example(post="Lisez [notre guide](https://lune.example/guide) avant lundi.\n", line=6, says="notre guide"),)
    good = (Example(post="Lisez notre guide avant lundi : https://lune.example/guide\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for found in lost(at, ("markdown-link",)):
            yield at.finding(
                Say("On {names}, words carry no link: “{text}” becomes words and a bare address{more}.",
                    "Sur {names}, pas de lien sur des mots : « {text} » devient des mots, puis l'adresse{more}."),
                pos=found.pos, names=listed(found.names), text=quoted(found.text),
                more=more(found.count - 1),
            )  # fmt: skip


def more(count: int) -> Say:
    """`(and 3 more)` where there are some."""
    return Say(f" (and {count} more)", f" (et {count} autres)") if count else Say("", "")
