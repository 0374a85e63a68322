"""An address only you can open.

What: an address on this machine or inside a network (`localhost`, `192.168.…`, `….local`), or of a site in the making
(`staging.…`, `preprod.…`, a tunnel).
Why: readers get an error page, or see what was not meant for them yet.
How to fix: write the public address.

Quoi : une adresse de cette machine ou d'un réseau interne (`localhost`, `192.168.…`, `….local`), ou d'un site en
chantier (`staging.…`, `preprod.…`, un tunnel).
Pourquoi : les lecteurs tombent sur une erreur, ou voient ce qui ne leur est pas encore destiné.
Comment corriger : écrire l'adresse publique.

Source: RFC 1918, RFC 6761, RFC 6762 (private addresses and names).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.lists.hosts import draft, private
from smmgit.lint.reading.addresses import WEB
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say


class Check(PostRule):
    cues = WEB
    title = Say("Address only you can open", "Adresse que vous seul pouvez ouvrir")
    bad = (
        Example(post="Le guide : https://localhost:8000/guide\n", line=6, says="localhost"),
        Example(post="Le guide : https://staging.lune.example/guide\n", line=6, says="staging"),
    )
    good = (Example(post="Le guide : https://lune.example/localhost/staging, https://stagingworks.example\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for link in at.links:
            host = link.host
            if private(host):
                message = Say("{url} opens on your network only: write the public address.",
                              "{url} ne s'ouvre que sur votre réseau : écrire l'adresse publique.")  # fmt: skip
            elif draft(host):
                message = Say("{url} looks like a site in the making: write the public address.",
                              "{url} a l'air d'un site en chantier : écrire l'adresse publique.")  # fmt: skip
            else:
                continue
            yield at.finding(message, offset=link.offset, mark=link.mark, url=quoted(link.url, 60),
                             severity=None if private(host) else "warning")  # fmt: skip
