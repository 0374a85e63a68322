"""A hashtag that ends too early.

What: `#l'été` is the tag #l, `#bien-être` the tag #bien, `#R&D` the tag #R; and `hashtags:` with spaces or signs.
Why: readers land on the wrong tag, sometimes an embarrassing one; it cannot be edited afterwards everywhere.
How to fix: write it in one word with capitals: `#BienÊtre`, `#LÉté`.

Quoi : `#l'été` donne le mot-dièse #l, `#bien-être` #bien, `#R&D` #R ; et `hashtags:` avec des espaces ou des signes.
Pourquoi : les lecteurs arrivent sur le mauvais mot-dièse, parfois gênant ; et cela ne se corrige pas partout.
Comment corriger : l'écrire en un mot avec des capitales : `#BienÊtre`, `#LÉté`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.text.late import late

# After an apostrophe two letters or more (`#Lune's` is an English genitive), after a hyphen or `&` a letter,
# after a full stop two small ones (`#Node.js`; a sentence begins with a capital).
CUT = late(r"(?<![\w&/#])#(\w*[^\W\d_]\w*)(?:['’](?!s\b)\w{2,}|[-&][^\W\d_]\w*|\.[a-z]{2}\w*)[\w'’-]*")
FIELD = late(r"#?\w*[^\W\d_]\w*")
URL = late(r"https?://\S+")

WRITE = Say("Write #{tag}", "Écrire #{tag}")


class Check(PostRule):
    severity = "warning"
    title = Say("Hashtag cut short", "Mot-dièse coupé")
    bad = (
        Example(post="Vive #l'été !\n", line=6, says="#l"),
        Example(post="Un peu de #bien-être.\n", line=6, says="BienÊtre"),
        Example(post="Notre #R&D recrute.\n", line=6, says="#RD"),
        Example(post="Écrit en #Node.js.\n", line=6, says="#NodeJs"),
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nhashtags: [rentrée des classes]\n---\n"
            "Le carnet.\n",
            line=5, says="RentréeDesClasses",
        ),
    )  # fmt: skip
    good = (Example(post="Vive #lÉté, #Lune's et https://lune.example/#l'ete, le #1 de 2026.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        message = Say("Networks stop at {sign}: this is the hashtag #{tag}. Write #{whole}.",
                      "Les réseaux s'arrêtent à {sign} : c'est le mot-dièse #{tag}. Écrire #{whole}.")  # fmt: skip
        for text, offset in at.body():
            if "#" not in text:
                continue
            addresses = [found.span() for found in URL.finditer(text)] if "://" in text else []
            for found in CUT.finditer(text):
                if not any(start <= found.start() < end for start, end in addresses):
                    start, whole = offset + found.start(), joined(found[0])
                    fix = Fix(WRITE.with_(tag=whole), (Edit(start, start + len(found[0]), f"#{whole}"),), safe=False)
                    yield at.finding(message, offset=start, tag=found[1], fix=fix,
                                     sign=found[0][len(found[1]) + 1], whole=whole)  # fmt: skip
        for number, tag in enumerate(at.post.hashtags):
            if not FIELD.fullmatch(tag) and not tag.lstrip("#").isdigit():
                yield at.finding(
                    Say("“{tag}” is no hashtag: write {whole}.", "« {tag} » n'est pas un mot-dièse : écrire {whole}."),
                    mark=f"hashtags.{number}", tag=tag, whole=joined(tag) or "…",
                )  # fmt: skip


def joined(tag: str) -> str:
    """The words of a tag in one, each with its capital."""
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"\w+", tag))
