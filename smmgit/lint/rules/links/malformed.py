"""An address that leads nowhere.

What: `http:/`, `https//`, `htps://`, an address with no host, or two addresses run together.
Why: readers tap and nothing happens; after publishing it is often too late to mend.
How to fix: paste the address again from the browser.

Quoi : `http:/`, `https//`, `htps://`, une adresse sans hôte, ou deux adresses collées.
Pourquoi : on touche le lien et rien ne se passe ; après publication, il est souvent trop tard.
Comment corriger : recopier l'adresse depuis le navigateur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.text.late import late

# A slip in `https://`, a scheme twice, a host without a dot, or one that ends in a dot before the path.
SLIPS = late(
    r"(?<![\w/.@+-])(?:"
    r"h{0,2}t{1,4}ps?:/{0,1}(?=[\w.-])[^\s/][^\s]*"
    r"|https?//[^\s]+"
    r"|(?!https?://)(?:h?t?tps?|htt?ps?|http?s|hhttps?|htpps?|httsp|htttps?|https?s|ttps?)://[^\s]+"
    r"|https?:/{3,}[^\s]+"
    r"|https?://(?=[\s)\]]|$)"
    r"|https?://https?:?/*[^\s]*"
    r"|https?://[^\s/.:?#@]+(?=[/\s)\]]|$)(?!:)[^\s]*"
    r")",
    re.IGNORECASE,
)
HINT = late(r"tps?:|ps?//|://|\0(?:[^\s/.:?#@]*(?:[/\s)\]]|$)|h|\0)|\w\0")
CODE = late(r"`[^`\n]*`|<!--.*?-->|^(?:```|~~~).*?^(?:```|~~~)", re.DOTALL | re.MULTILINE)

# All that stands before a host: slips of one scheme, or the same one again.
SCHEME = late(
    r"(?:(?:h{0,2}t{1,4}p{1,2}s{0,1}|httsp|http[a-z]s|ttps?):?/*)+(?=[a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE
)
WRITE = Say("Write {scheme}", "Écrire {scheme}")


class Check(PostRule):
    title = Say("Broken address", "Adresse cassée")
    bad = (
        Example(post="Le guide : https:/lune.example/guide\n", line=6, says="https:/lune"),
        Example(post="Le guide : htps://lune.example/guide\n", line=6, says="htps"),
        Example(post="Le guide : https://https://lune.example/guide\n", line=6, says="https://https"),
    )
    good = (
        Example(post="Le guide : https://lune.example/guide, http://lune.example. Note : `http:/x`. Mail ? Non.\n"),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        for text, offset in at.body():
            # Addresses that begin well are set apart: most posts have nothing left to look at.
            rest = text.casefold().replace("https://", "\0").replace("http://", "\0")
            if HINT.search(rest) is None:
                continue
            aside = [found.span() for found in CODE.finditer(text)]
            for found in SLIPS.finditer(text):
                if not any(start <= found.start() < end for start, end in aside):
                    yield at.finding(
                        Say("This address leads nowhere: {url}. Paste it again from the browser.",
                            "Cette adresse ne mène nulle part : {url}. La recopier depuis le navigateur."),
                        offset=offset + found.start(), url=quoted(found[0]), fix=mended(found, offset),
                    )  # fmt: skip


def mended(found: re.Match[str], offset: int) -> Fix | None:
    """Write the scheme as it must be, where what follows it is plainly the rest of an address."""
    slip = SCHEME.match(found[0])
    if slip is None:
        return None
    scheme = "https://" if "s" in slip[0].casefold() else "http://"
    start = offset + found.start()
    return Fix(WRITE.with_(scheme=scheme), (Edit(start, start + slip.end(), scheme),))
