"""The same words on networks that differ.

What: one text, or two that differ by a word or two, for networks that are no family. X, Threads, Bluesky and Mastodon
are one: short, public, quick.
Why: each network has its own length, tone and habits; a text that fits all of them suits none.
How to fix: write a section for the others, such as `## linkedin`, with its own first line and call to action.

Quoi : un seul texte, ou deux qui diffèrent d'un mot ou deux, pour des réseaux qui ne sont pas de la même famille. X,
Threads, Bluesky et Mastodon en sont une.
Pourquoi : chaque réseau a sa longueur, son ton, ses usages ; un texte qui va à tous ne convient à aucun.
Comment corriger : écrire une section pour les autres, par exemple `## linkedin`, avec sa propre accroche.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

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
    options = {"shortest": 20, "alike": 0.85}
    bad = (
        Example(post=POST, line=6, says="LinkedIn"),
        Example(
            post=POST.replace("qui tient ses promesses.", "qui tient ses promesses depuis vingt ans, page après page.")
            + "\n## linkedin\n\nLe carnet qui tient vraiment ses promesses depuis vingt ans, page après page !\n",
            line=10, says="hardly",
        ),
    )  # fmt: skip
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
        for words, other in combinations(same, 2) if len(same) > 1 else ():
            if same[words].keys() != same[other].keys() and nearly(words, other, at.option("alike")):
                late = max(words, other, key=lines.__getitem__)
                names = list(dict.fromkeys(name for names in same[late].values() for name in names))
                yield at.finding(
                    Say("This text for {names} is hardly another one: give it its own first line.",
                        "Ce texte pour {names} n'en est guère un autre : lui donner sa propre accroche."),
                    pos=Pos(lines[late], 1), names=listed(names),
                )  # fmt: skip


def nearly(one: str, other: str, alike: float) -> bool:
    """True for two texts that share nearly all their words."""
    if min(len(one), len(other)) < alike * alike * max(len(one), len(other)):
        return False
    mine, theirs = ({word.strip('.,;:!?…«»“”"()') for word in text.casefold().split()} for text in (one, other))
    return len(mine & theirs) >= max(8, alike * len((mine | theirs) - {""}))
