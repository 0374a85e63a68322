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
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from smmgit.lint.example import Example
from smmgit.lint.rule import WorkspaceAt, WorkspaceRule
from smmgit.lint.source import gists
from smmgit.lint.times import instant
from smmgit.lint.words import listed
from smmgit.model.finding import Finding, Pos
from smmgit.model.post import Post
from smmgit.model.say import Say

POST = "---\nid: retry-carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\nLe carnet qui tient ses promesses !\n"
FIRST = "---\nid: carnet\npublish_at: 2026-11-23 09:00\nchannels: [x]\n---\nLe carnet qui tient ses promesses.\n"
FILE = "content/2026/11/carnet.md"
PATH = "content/2026/11/retry-carnet.md"


class Check(WorkspaceRule):
    severity = "warning"
    title = Say("Said before", "Déjà dit")
    options = {"days": 14, "shortest": 20, "alike": 0.8}
    bad = (
        Example(post=POST, path=PATH, files={FILE: FIRST}, line=6, says="carnet"),
        Example(post=POST.replace("!", "enfin"), path=PATH, files={FILE: FIRST}, line=6, says="carnet"),
    )
    good = (
        Example(post=POST, path=PATH, files={FILE: FIRST.replace("2026-11-23", "2026-06-23")}),
        Example(post=POST, path=PATH, files={FILE: FIRST.replace("[x]", "[bluesky]")}),
    )

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        said: dict[tuple[str, bytes], list[Post]] = {}
        asked = {post.path for post in at.posts}
        shortest = at.option("shortest")
        for post in at.index.comparable:
            for words in at.index.words(post):
                if words.length >= shortest:
                    said.setdefault((words.channel, words.print), []).append(post)
        reach = dt.timedelta(days=at.option("days"))
        told: dict[str, tuple[Post, Post, list[str]]] = {}
        for (name, _), posts in said.items():
            if len(posts) > 1:
                row = [Said(post, moment.at if (moment := instant(post, name, at.ws)) else None) for post in posts]
                for post, first in copies(row, reach):
                    if post.path in asked:
                        told.setdefault(post.path, (post, first, []))[2].append(name)
        for post in at.posts:
            if post.path not in told and is_retry(post):
                original, channels = almost(at, post, reach, at.option("alike"))
                if original is not None:
                    told[post.path] = (post, original, channels)
        for post, first, names in told.values():
            yield at.finding(
                Say("{names}: these words are already in {first}. Delete the copy, or find new ones.",
                    "{names} : ces mots sont déjà dans {first}. Supprimer la copie, ou en trouver d'autres."),
                post=post, pos=Pos(first_line(post), 1), names=listed(names), first=first.id or first.path,
            )  # fmt: skip


class Said(Struct, frozen=True, gc=False):
    """A post and when it goes out, None while it has no date."""

    post: Post
    at: dt.datetime | None


def copies(row: list[Said], reach: dt.timedelta) -> Iterator[tuple[Post, Post]]:
    """Each post of a row of equal texts that another said before it, with that other.

    The original is dated and not called a retry; an undated post may go out any day, so it is a copy of any other.
    """
    dated = sorted((one for one in row if one.at and not is_retry(one.post)), key=lambda one: (one.at, one.post.path))
    rest = sorted((one for one in row if not one.at or is_retry(one.post)), key=lambda one: one.post.path)
    for before, one in pairwise(dated):
        if one.at and before.at and one.at - before.at <= reach:
            yield one.post, before.post
    times = [one.at for one in dated if one.at]
    for number, one in enumerate(rest):
        first = None
        if one.at:
            place = bisect_left(times, one.at - reach)
            first = dated[place] if place < len(dated) and times[place] <= one.at + reach else None
        elif dated:
            first = dated[-1]
        if first is None and number:
            before = rest[number - 1]
            if not one.at or not before.at or abs(one.at - before.at) <= reach:
                first = before
        if first is not None:
            yield one.post, first.post


def almost(at: WorkspaceAt, post: Post, reach: dt.timedelta, alike: float) -> tuple[Post | None, list[str]]:
    """The post of which a file called `retry-…` is a slightly edited copy, and the channels they share."""
    for name, words in gists(post, at.ws):
        moment = instant(post, name, at.ws)
        mine = set(words.split())
        for other in at.index.around(name, moment.at, reach, most=60) if moment and len(mine) > 3 else ():
            if other.post is post or is_retry(other.post):
                continue
            theirs = set(dict(gists(other.post, at.ws)).get(name, "").split())
            if len(mine & theirs) >= alike * len(mine | theirs):
                return other.post, [name]
    return None, []


def is_retry(post: Post) -> bool:
    """True for a file called like a copy."""
    return post.path.rpartition("/")[2].casefold().startswith(("retry", "copy-", "copie-"))


def first_line(post: Post) -> int:
    """Where the post's words begin."""
    return next((chunk.line for section in post.sections for chunk in section.chunks), post.body_line)
