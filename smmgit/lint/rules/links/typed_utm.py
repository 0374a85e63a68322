"""Campaign tags typed by hand.

What: `utm_…` in an address of the brand's own site, in the text or under `link:`.
Why: smmgit adds them for each channel; typed by hand they are the same everywhere, and reports count all visits for
one network.
How to fix: keep the plain address; set the campaign under `campaign:`.

Quoi : `utm_…` dans une adresse du site de la marque, dans le texte ou sous `link:`.
Pourquoi : smmgit les ajoute pour chaque compte ; tapés à la main, ils sont partout les mêmes et les rapports comptent
toutes les visites pour un seul réseau.
Comment corriger : garder l'adresse simple ; donner la campagne sous `campaign:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Edit, Finding, Fix, Swap
from smmgit.model.say import Say
from smmgit.render.utm import host_of
from smmgit.text.late import late

ADDRESS = late(r"https?://[^\s<>()]+", re.IGNORECASE)
TAG = late(r"[?&]utm_[a-z]+=", re.IGNORECASE)

PARAMETER = late(r"(?<=[?&])utm_[a-z]+=[^&#]*&?", re.IGNORECASE)
PLAIN = Say("Keep the plain address", "Garder l'adresse simple")


class Check(PostRule):
    severity = "warning"
    title = Say("UTM typed by hand", "UTM tapé à la main")
    bad = (
        Example(post="Le guide : https://lune.example/guide?utm_source=twitter\n", line=6, says="utm"),
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n"
            "link: https://lune.example/?utm_medium=social\n---\nLe guide.\n",
            line=5, says="utm",
        ),
    )  # fmt: skip
    good = (Example(post="Le guide : https://lune.example/guide?page=2, https://autre.example/?utm_source=lettre\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        site = host_of(at.ws.brand.site).removeprefix("www.")
        if not at.ws.brand.utm or not site:
            return  # nothing is added for us then: what is typed is all there is
        message = Say(
            "UTM is added for each channel, never typed: {url}", "L'UTM s'ajoute par compte, jamais à la main : {url}"
        )
        for text, offset in at.body():
            for found in ADDRESS.finditer(text) if "utm_" in text.casefold() else ():
                if TAG.search(found[0]) is None or not ours(found[0], site):
                    continue
                start = offset + found.start()
                fix = Fix(PLAIN, (Edit(start, start + len(found[0]), bare(found[0])),), safe=False)
                yield at.finding(message, offset=start, url=quoted(found[0], 72), fix=fix)
        for mark, url in [("link", at.post.link), *((f"channels.{one.id}.link", one.link) for one in at.post.channels)]:
            if url and TAG.search(url) and ours(url, site):
                where = at.post.near(mark)
                fix = Fix(PLAIN, swaps=(Swap(where.line, where.column, url, bare(url)),), safe=False)
                yield at.finding(message, mark=mark, url=quoted(url, 72), fix=fix)


def ours(url: str, site: str) -> bool:
    """True for the brand's own site; tags on a partner's address are the partner's."""
    host = host_of(url)
    return host == site or host.endswith("." + site)


def bare(url: str) -> str:
    """The address without campaign tags."""
    head, mark, fragment = url.partition("#")
    return PARAMETER.sub("", head).rstrip("?&") + mark + fragment
