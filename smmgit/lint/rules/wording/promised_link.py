"""A link that is promised and not there.

What: “link in bio” in a post that names no link under `link:`, or “link in the comments” without a first comment.
Why: whoever looks after the profile does not know which page it must carry that day; readers look and find nothing.
How to fix: write the page under `link:`; or write the `/ first-comment` section.

Quoi : « lien en bio » dans une publication sans `link:`, ou « lien en commentaire » sans premier commentaire.
Pourquoi : qui tient le profil ne sait pas quelle page il doit porter ce jour-là ; les lecteurs cherchent, et rien.
Comment corriger : écrire la page sous `link:` ; ou écrire la section `/ first-comment`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.lists.promises import IN_BIO
from smmgit.lint.reading.phrases import phrases
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding
from smmgit.model.post import FIRST_COMMENT
from smmgit.model.say import Say
from smmgit.render.sections import section_for

IN_COMMENT = phrases(
    r"link (?:is )?(?:in|below in) (?:the )?(?:first )?comments?(?: below)?",
    r"(?:le )?lien (?:est )?(?:en|dans le|dans les|au) (?:premier )?commentaires?",
)
POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [instagram]\nmedia:\n"
    "  - {file: carnet.jpg, alt: Un carnet rouge ouvert sur une table}\n---\nLe guide : lien en bio.\n"
)


class Check(PostRule):
    severity = "warning"
    cues = frozenset("bio profile profil comment comments commentaire commentaires".split())
    title = Say("Promised link missing", "Lien promis, absent")
    bad = (
        Example(post=POST, media=picture("carnet.jpg"), line=8, says="link:"),
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [linkedin]\n---\n"
            "Le guide du carnet, le lien est en commentaire.\n",
            line=6, says="first-comment",
        ),
    )  # fmt: skip
    good = (
        Example(post=POST.replace("media:", "link: https://lune.example/guide\nmedia:"), media=picture("carnet.jpg")),
        Example(
            post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [linkedin]\n---\n"
            "Le guide du carnet, le lien est en commentaire.\n\n## linkedin / first-comment\n\nhttps://lune.example/\n"
        ),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        linked = bool(at.full.link) or any(choice.link for choice in at.post.channels)
        for passage in at.passages:
            found = None if linked or passage.role else IN_BIO.search(passage.plain)
            if found:
                yield at.finding(
                    Say("“{words}”: which page? Write it under link:, so that the profile carries it that day.",
                        "« {words} » : quelle page ? L'écrire sous link:, pour que le profil la porte ce jour-là."),
                    offset=passage.offset + found.start(), words=quoted(found[0]),
                )  # fmt: skip
            found = None if passage.role else IN_COMMENT.search(passage.plain)
            names = [spec.name for channel, spec in passage.channels
                     if section_for(at.post, channel, FIRST_COMMENT) is None]  # fmt: skip
            if found and names:
                yield at.finding(
                    Say("“{words}”, but there is none on {names}: add a section “## … / first-comment”.",
                        "« {words} », mais {names} n'en a pas : ajouter une section « ## … / first-comment »."),
                    offset=passage.offset + found.start(), words=quoted(found[0]),
                    names=listed(list(dict.fromkeys(names))),
                )  # fmt: skip
