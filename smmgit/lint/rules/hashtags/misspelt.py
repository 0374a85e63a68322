"""A hashtag spelt otherwise than the brand spells it.

What: a hashtag a letter, an accent or a capital away from one in brand/hashtags.yml or of the campaign.
Why: it leads to another page, and the count of the campaign misses it; capitals make words audible.
How to fix: write it as registered; if it is another one, register it too.

Quoi : un mot-dièse à une lettre, un accent ou une capitale près de celui de brand/hashtags.yml ou de la campagne.
Pourquoi : il mène à une autre page, et le décompte de la campagne le manque ; les capitales font entendre les mots.
Comment corriger : l'écrire comme au registre ; si c'en est un autre, l'y inscrire aussi.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.reading.tags import meant, register
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say

FILES = {"brand/hashtags.yml": "TêteDeLinotte: {about: notre signature}\nReliure: {about: le métier}\n"}


class Check(PostRule):
    severity = "warning"
    cues = frozenset("#＃")
    title = Say("Hashtag spelt otherwise", "Mot-dièse mal orthographié")
    bad = (
        Example(post="Un oubli. #TeteDeLinote\n", files=FILES, line=6, says="TêteDeLinotte"),
        Example(post="Un oubli. #TêteDelinotte\n", files=FILES, line=6, says="TêteDeLinotte"),
    )  # fmt: skip
    good = (Example(post="Un oubli. #TêteDeLinotte #reliures\n", files=FILES),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        known = register(at.post, at.ws)
        if not known:
            return
        told = set()
        for tag in at.tags:
            right = meant(tag.name, known)
            if not right or tag.name in told:
                continue
            told.add(tag.name)
            fix = None
            if tag.offset is not None:
                start = tag.offset + 1
                same = right.casefold() == tag.name.casefold()
                fix = Fix(Say("Write it as registered", "L'écrire comme au registre"),
                          (Edit(start, start + len(tag.name), right),), safe=same)  # fmt: skip
            yield at.finding(
                Say("#{tag}: the register writes #{right}.", "#{tag} : le registre écrit #{right}."),
                offset=tag.offset, mark=tag.mark, tag=tag.name, right=right, fix=fix,
            )  # fmt: skip
