"""An address without encryption.

What: an address that begins with `http://`.
Why: browsers warn before opening it, and networks may show no preview.
How to fix: try it with `https://`; `smmgit lint --unsafe-fixes` writes that, once you know that it opens.

Quoi : une adresse qui commence par `http://`.
Pourquoi : les navigateurs mettent en garde avant de l'ouvrir, et les réseaux peuvent n'en montrer aucun aperçu.
Comment corriger : l'essayer avec `https://` ; `smmgit lint --unsafe-fixes` l'écrit, une fois vérifié qu'elle s'ouvre.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.lists.hosts import private
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say


class Check(PostRule):
    severity = "warning"
    cues = frozenset({"http"})
    title = Say("Address without encryption", "Adresse non chiffrée")
    bad = (Example(post="Le guide : http://lune.example/guide\n", line=6, says="https"),)
    good = (Example(post="Le guide : https://lune.example/guide?de=http\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for link in at.links:
            if link.url[:7].lower() != "http://" or private(link.host):
                continue
            fix = None
            if link.offset is not None:
                fix = Fix(Say("Write https://", "Écrire https://"), (Edit(link.offset, link.offset + 4, "https"),),
                          safe=False)  # fmt: skip
            yield at.finding(
                Say("{url} is not encrypted, and browsers may warn of it: try https:// and write that.",
                    "{url} n'est pas chiffrée, et un navigateur peut s'en alarmer : essayer https:// et l'écrire."),
                offset=link.offset, mark=link.mark, url=quoted(link.url, 60), fix=fix,
            )  # fmt: skip
