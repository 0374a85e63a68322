"""A text that already goes out on this channel.

What: two posts with the same words on one channel within `days` (14 unless set), such as a `retry-` copy of a file.
Why: the second is refused as a duplicate, or readers see the same post twice. smmgit sends again by itself what
did not go out; a copy has another id, so nothing protects from sending both.
How to fix: delete the copy; to say it again, find new words.

Quoi : deux publications aux mêmes mots sur un compte à moins de `days` jours (14), par exemple une copie `retry-`.
Pourquoi : la seconde est refusée comme doublon, ou les lecteurs la voient deux fois. smmgit renvoie lui-même ce qui
n'est pas parti ; une copie porte un autre id, et rien n'empêche alors d'envoyer les deux.
Comment corriger : supprimer la copie ; pour le redire, trouver d'autres mots.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import WorkspaceAt, WorkspaceRule
from smmgit.lint.source import gist, typed_text
from smmgit.lint.times import instant
from smmgit.lint.words import listed
from smmgit.model.finding import Finding, Pos
from smmgit.model.post import Post
from smmgit.model.say import Say
from smmgit.render.sections import section_for

POST = "---\nid: retry-carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\nLe carnet qui tient ses promesses !\n"
FIRST = "---\nid: carnet\npublish_at: 2026-11-23 09:00\nchannels: [x]\n---\nLe carnet qui tient ses promesses.\n"
FILE = "content/2026/11/carnet.md"
PATH = "content/2026/11/retry-carnet.md"


class Check(WorkspaceRule):
    severity = "warning"
    title = Say("Said before", "Déjà dit")
    options = {"days": 14, "shortest": 20}
    bad = (Example(post=POST, path=PATH, files={FILE: FIRST}, line=6, says="carnet"),)
    good = (
        Example(post=POST, path=PATH, files={FILE: FIRST.replace("2026-11-23", "2026-06-23")}),
        Example(post=POST, path=PATH, files={FILE: FIRST.replace("[x]", "[bluesky]")}),
    )

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        said: dict[tuple[str, str], list[tuple[Post, dt.datetime | None]]] = {}
        asked = {post.path for post in at.posts}
        for post in at.index.comparable:
            for name, words in texts(at, post):
                if len(words) >= at.option("shortest"):
                    moment = instant(post, name, at.ws)
                    said.setdefault((name, words), []).append((post, moment.at if moment else None))
        reach = dt.timedelta(days=at.option("days"))
        told: dict[str, tuple[Post, Post, list[str]]] = {}
        for (name, _), row in said.items():
            if len(row) < 2:
                continue
            row.sort(key=_rank)
            for place, (post, at_) in enumerate(row):
                first = next((other for other, when in row[:place] if near(when, at_, reach)), None)
                if first is not None and post.path in asked:
                    told.setdefault(post.path, (post, first, []))[2].append(name)
        for post, first, names in told.values():
            yield at.finding(
                Say("{names}: these words are already in {first}. Delete the copy, or find new ones.",
                    "{names} : ces mots sont déjà dans {first}. Supprimer la copie, ou en trouver d'autres."),
                post=post, pos=Pos(first_line(post), 1), names=listed(names), first=first.id or first.path,
            )  # fmt: skip


def texts(at: WorkspaceAt, post: Post) -> Iterator[tuple[str, str]]:
    """The post's channels with the gist of the text each uses."""
    known: dict[int, str] = {}
    for choice in post.channels:
        channel = at.ws.channel(choice.id)
        section = section_for(post, channel) if channel else None
        if channel is not None and section is not None:
            if id(section) not in known:
                known[id(section)] = gist(typed_text(section))
            yield channel.id, known[id(section)]


def first_line(post: Post) -> int:
    """Where the post's words begin."""
    return next((chunk.line for section in post.sections for chunk in section.chunks), post.body_line)


def near(one: dt.datetime | None, other: dt.datetime | None, reach: dt.timedelta) -> bool:
    """Within reach of one another; an undated post may go out any day."""
    return one is None or other is None or abs(one - other) <= reach


def _rank(item: tuple[Post, dt.datetime | None]) -> tuple[bool, bool, float, str]:
    """The original first: not called a retry, dated, earlier, then by path."""
    post, moment = item
    name = post.path.rpartition("/")[2].casefold()
    return (
        name.startswith(("retry", "copy", "copie")),
        moment is None,
        moment.timestamp() if moment else 0.0,
        post.path,
    )
