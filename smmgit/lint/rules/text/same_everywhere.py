"""The same words on networks that differ.

What: one text for networks that are no family. X, Threads, Bluesky and Mastodon are one: short, public, quick.
Why: each network has its own length, tone and habits; a text that fits all of them suits none.
How to fix: write a section for the others, such as `## linkedin`, with its own first line and call to action.

Quoi : un seul texte pour des réseaux qui ne sont pas de la même famille. X, Threads, Bluesky et Mastodon en sont
une.
Pourquoi : chaque réseau a sa longueur, son ton, ses usages ; un texte qui va à tous ne convient à aucun.
Comment corriger : écrire une section pour les autres, par exemple `## linkedin`, avec sa propre accroche.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.source import typed_text
from smmgit.lint.words import listed
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say
from smmgit.render.sections import section_for

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x, linkedin]\n---\nLe carnet qui tient ses promesses.\n"
)


class Check(PostRule):
    severity = "warning"
    title = Say("Same text everywhere", "Même texte partout")
    options = {"shortest": 20}
    bad = (Example(post=POST, line=6, says="LinkedIn"),)
    good = (
        Example(post=POST.replace("linkedin", "bluesky, mastodon")),
        Example(post=POST + "\n## linkedin\n\nUn carnet, cela se juge à la reliure. Voici la nôtre.\n"),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        if len(at.post.channels) < 2 or at.post.action == "repost":
            return
        same: dict[str, dict[str, list[str]]] = {}
        lines: dict[str, int] = {}
        for channel, spec in at.channels:
            section = section_for(at.post, channel) if spec.family else None
            words = typed_text(section)
            if section is None or len(words) < at.option("shortest"):
                continue
            same.setdefault(words, {}).setdefault(spec.family, []).append(spec.name)
            lines.setdefault(words, section.chunks[0].line)
        for words, families in same.items():
            if len(families) > 1:
                names = list(dict.fromkeys(name for names in families.values() for name in names))
                yield at.finding(
                    Say("The same text goes to {names}; write a section for those that speak differently.",
                        "Le même texte part sur {names} ; écrire une section pour ceux qui parlent autrement."),
                    pos=Pos(lines[words], 1), names=listed(names),
                )  # fmt: skip
