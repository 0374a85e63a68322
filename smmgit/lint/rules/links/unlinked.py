"""An address no network turns into a link.

What: `mailto:`, `tel:` or `sms:` in a text.
Why: readers see the letters “mailto:” and can tap nothing.
How to fix: write the address or the number plainly; a button or your site can carry the link.

Quoi : `mailto:`, `tel:` ou `sms:` dans un texte.
Pourquoi : on voit les lettres « mailto: » et l'on ne peut rien toucher.
Comment corriger : écrire simplement l'adresse ou le numéro ; un bouton ou votre site peut porter le lien.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.text.late import late

SCHEME = late(r"(?<![\w/(])(mailto|tel|sms):(?=[+\w])", re.IGNORECASE)
FAMILIES = ("short", "linkedin", "meta", "pinterest", "video", "local")


class Check(PostRule):
    severity = "warning"
    cues = frozenset({"mailto", "tel", "sms"})
    title = Say("Address nobody can tap", "Adresse qu'on ne peut pas toucher")
    bad = (Example(post="Écrivez à mailto:bonjour@lune.example\n", line=6, says="mailto:"),)
    good = (Example(post="Écrivez à bonjour@lune.example. Tel: 01 02 03 04 05, tel : voir le site.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            names = [spec.name for _, spec in passage.channels if spec.family in FAMILIES]
            for found in SCHEME.finditer(passage.text) if names else ():
                place = passage.offset + found.start()
                yield at.finding(
                    Say("{names}: “{scheme}:” stays plain text. Write the address or the number alone.",
                        "{names} : « {scheme}: » reste du texte. Écrire l'adresse ou le numéro seul."),
                    offset=place, names=listed(list(dict.fromkeys(names))), scheme=found[1],
                    fix=Fix(Say("Keep the address alone", "Garder l'adresse seule"),
                            (Edit(place, place + len(found[0]), ""),)),
                )  # fmt: skip
