"""Something the network must be told.

What: an option this network requires (a board, a subreddit, a privacy setting) or a title is missing.
Why: the network refuses the post without it.
How to fix: write it under the channel: `channels: {pinterest: {board: "1234"}}`, or in brand/channels.yml under
`options` for all posts of that channel.

Quoi : une option que ce réseau exige (un tableau, un subreddit, une visibilité) ou un titre manque.
Pourquoi : le réseau refuse la publication sans elle.
Comment corriger : l'écrire sous le compte : `channels: {pinterest: {board: "1234"}}`, ou dans brand/channels.yml sous
`options` pour toutes les publications de ce compte.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels:\n"
    "  reddit: {title: Quel carnet pour la rentrée ?, subreddit: papeterie}\n---\nLe carnet.\n"
)


class Check(RenditionRule):
    title = Say("Option missing", "Option manquante")
    bad = (
        Example(post=POST.replace(", subreddit: papeterie", ""), line=5, says="subreddit"),
        Example(post=POST.replace("title: Quel carnet pour la rentrée ?, ", ""), line=5, says="title"),
    )
    good = (Example(post=POST),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        if at.rendition.action == "repost":
            return
        for option in at.spec.options:
            if option.required and at.rendition.options.get(option.name) in (None, "", [], {}):
                yield at.finding(
                    Say("{name} wants {option}{about}: write it under this channel.",
                        "{name} exige {option}{about} : l'écrire sous ce compte."),
                    mark=at.choice_mark(), name=at.name, option=option.name,
                    about=Say(f" ({option.about})" if option.about else "",
                              f" ({option.about_fr or option.about})" if option.about else ""),
                )  # fmt: skip
        if at.spec.title == "required" and not at.rendition.title.strip():
            yield at.finding(
                Say("{name} wants a title: write title under this channel.",
                    "{name} exige un titre : écrire title sous ce compte."),
                mark=at.choice_mark(), name=at.name,
            )  # fmt: skip
