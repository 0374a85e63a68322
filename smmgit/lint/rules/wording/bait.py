"""Begging for reactions.

What: “RT if…”, “like if…”, “tag a friend who…”, “comment YES”, “partagez si…”, “identifie deux amis”.
Why: Facebook shows such posts less (since 2017), other networks follow, and readers feel used.
How to fix: ask a question people have an answer to: “which of the two would you take?”.

Quoi : « RT si… », « likez si… », « identifie un ami qui… », « commentez OUI », « partagez si vous… ».
Pourquoi : Facebook montre moins ces publications (depuis 2017), d'autres réseaux suivent, et l'on se sent utilisé.
Comment corriger : poser une question à laquelle on a envie de répondre : « lequel des deux prendriez-vous ? ».

Source: Facebook, “Fighting engagement bait”, 2017-12-18 (as reported by lexology.com and axios.com, read 2026-11-24).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.reading.phrases import phrases
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say

BAIT = phrases(
    r"(?:rt|retweet|share|repost) (?:this )?if", r"(?:please|pls) (?:rt|retweet)", r"like (?:this |this post )?if you",
    r"double[ -]tap (?:if|to)", r"tag (?:a|your|two|three|\d|someone|somebody)(?: \w+){0,2} (?:friends?|who|below)",
    r"tag (?:a|your) (?:friend|bestie|mate|colleague)s?", r"tag someone", r"follow (?:for|4) follow",
    r"comment [\"“'](?:yes|amen|me|info)[\"”']", "like and share to win", r"share (?:this )?with \d+ friends",
    r"rt (?:si|pour|svp)", r"(?:like|likez|aime|aimez) si (?:vous|tu|toi)", r"(?:partage|partagez) si (?:vous|tu|toi)",
    r"(?:tag|tague|taguez|identifie|identifiez|mentionne|mentionnez)(?:-| )?(?:nous )?"
    r"(?:un|une|deux|trois|\d|ton|ta|tes|votre|vos|cet|la|le)(?: \w+)? ?"
    r"(?:ami|amie|amis|amies|pote|potes|copine|copines|personne|personnes|collègue|collègues)",
    r"comment(?:e|ez) [«\"“] ?(?:oui|moi|info|go|intéressée?) ?[»\"”]",
)  # fmt: skip
LOUD = phrases(r"(?:Comment|Commente|Commentez|COMMENT|COMMENTEZ) (?-i:OUI|YES|MOI|GO|INFO|AMEN)")


class Check(PostRule):
    severity = "warning"
    cues = frozenset(
        "rt retweet share repost like likez aime aimez partage partagez double tag tague taguez identifie identifiez"
        " mentionne mentionnez comment commente commentez follow".split()
    )
    title = Say("Begging for reactions", "Quête de réactions")
    bad = (
        Example(post="RT si vous aimez le papier !\n", line=6, says="RT si"),
        Example(post="Tag a friend who loves paper.\n", line=6, says="Tag a friend"),
        Example(post="Identifiez deux amies dans les commentaires.\n", line=6, says="deux amies"),
    )
    good = (
        Example(post="Lequel des deux prendriez-vous ? Dites-le en commentaire, ou partagez si le cœur vous en dit.\n"),
        Example(post="Share your story with us. I like it if it rains. Comment partager ? Comment vous aimez-vous ?\n"),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            found = BAIT.search(passage.plain) or LOUD.search(passage.plain)
            if found:
                yield at.finding(
                    Say("“{words}” begs for reactions: networks show it less. Ask a real question instead.",
                        "« {words} » quémande des réactions : les réseaux le montrent moins. Poser une question."),
                    offset=passage.offset + found.start(), words=quoted(found[0]),
                )  # fmt: skip
