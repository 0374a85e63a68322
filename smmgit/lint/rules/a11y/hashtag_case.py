"""A hashtag whose words run together.

What: a hashtag of several words, all in lower case: `#fêtedesmères`.
Why: a screen reader says one unknown word; eyes too stumble, and some joined words read as others.
How to fix: begin each word with a capital: `#FêteDesMères` is the same hashtag for every network.

Quoi : un mot-dièse de plusieurs mots, tout en minuscules : `#fêtedesmères`.
Pourquoi : un lecteur d'écran n'y lit qu'un mot inconnu ; l'œil aussi bute, et certains mots collés en forment
d'autres.
Comment corriger : une capitale à chaque mot : `#FêteDesMères` est le même mot-dièse pour tous les réseaux.

Source: ada.uky.edu, digitalaccessibility.virginia.edu, usu.edu (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.render.tail import folded
from smmgit.text.social.joined import capitalised, parted
from smmgit.text.tags import hashtags

MESSAGE = Say("#{tag} reads as one word: write #{whole}, with a capital for each word.",
              "#{tag} se lit comme un seul mot : écrire #{whole}, une capitale à chaque mot.")  # fmt: skip


class Check(PostRule):
    severity = "warning"
    title = Say("Words run together", "Mots collés")
    bad = (
        Example(post="Bientôt la #fêtedesmères.\n", line=6, says="FêteDesMères"),
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nhashtags: [handwrittenletters]\n---\n"
            "Le carnet.\n",
            line=5, says="HandwrittenLetters",
        ),
    )  # fmt: skip
    good = (
        Example(post="#FêteDesMères #carnet #aujourdhui #newsletter #together #papeterie\n"),
        Example(post="Le #carnetlune.\n", files={"brand/hashtags.yml": "carnetlune: {about: de la maison}\n"}),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        known = {folded(tag) for tag in at.ws.hashtags}
        told = set()
        for text, offset in at.body():
            for span in hashtags(text):
                whole = better(span.target, known)
                if whole and span.target not in told:
                    told.add(span.target)
                    start = offset + span.start + 1
                    yield at.finding(
                        MESSAGE, offset=offset + span.start, tag=span.target, whole=whole,
                        fix=Fix(Say("Add the capitals", "Mettre les capitales"),
                                (Edit(start, start + len(span.target), whole),)),
                    )  # fmt: skip
        for number, tag in enumerate(at.post.hashtags):
            bare = tag.lstrip("#")
            whole = better(bare, known)
            if whole and bare not in told:
                told.add(bare)
                yield at.finding(MESSAGE, mark=f"hashtags.{number}", tag=bare, whole=whole)


def better(tag: str, known: set[str]) -> str:
    """The tag with its capitals, empty where it needs none or the brand has it in its register."""
    if not tag.islower() or folded(tag) in known:
        return ""
    return capitalised(parted(tag))
