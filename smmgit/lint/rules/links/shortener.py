"""A shortened address.

What: a link of bit.ly and the like.
Why: it hides where it leads, may die with its service, and X counts every link as 23 anyway.
How to fix: write the real address; readers trust what they can read.

Quoi : un lien de bit.ly et semblables.
Pourquoi : il cache où il mène, peut mourir avec son service, et X compte tout lien pour 23 de toute façon.
Comment corriger : écrire la vraie adresse ; on fait confiance à ce qu'on peut lire.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

HOSTS = ("bit.ly", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "t.co", "is.gd", "cutt.ly", "rebrand.ly", "shorturl.at",
         "rb.gy", "tiny.cc", "bl.ink", "lnkd.in", "dlvr.it", "urlz.fr")  # fmt: skip


class Check(PostRule):
    severity = "warning"
    title = Say("Shortened address", "Adresse raccourcie")
    options = {"hosts": HOSTS}
    bad = (Example(post="Le guide : https://bit.ly/3xYz\n", line=6, says="bit.ly"),)
    good = (Example(post="Le guide : https://lune.example/bit.ly\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        hosts = at.option("hosts")
        for text, offset in at.body():
            if "." not in text:
                continue
            folded = text.casefold()
            for host in hosts if "/" in folded else ():
                if host in folded:
                    for found in re.finditer(rf"(?<![\w./@-])(?:https?://)?(?:www\.)?{re.escape(host)}/\w", folded):
                        yield at.finding(MESSAGE, offset=offset + found.start(), host=host)
        for mark, url in [("link", at.post.link), *((f"channels.{one.id}.link", one.link) for one in at.post.channels)]:
            name = url.partition("://")[2].partition("/")[0].casefold().removeprefix("www.")
            if name in hosts:
                yield at.finding(MESSAGE, mark=mark, host=name)


MESSAGE = Say("{host} hides where the link leads: write the real address.",
              "{host} cache où mène le lien : écrire la vraie adresse.")  # fmt: skip
