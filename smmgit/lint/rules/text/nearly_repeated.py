"""Nearly the same text again.

What: two posts on one channel within `days` (14 unless set) whose words are the same for `alike` (85 %) or more.
Why: readers feel they have seen it, X refuses some near copies, and both posts are shown less.
How to fix: tell it from another side (a picture, a voice, a figure), leave more time between, or share the first again.

Quoi : deux publications sur un compte à moins de `days` jours (14) dont les mots sont les mêmes à `alike` (85 %).
Pourquoi : on croit l'avoir déjà vue, X refuse certaines presque-copies, et les deux sont moins montrées.
Comment corriger : la dire autrement (une image, une voix, un chiffre), espacer, ou partager la première.

Source: AY bulk-post, PZ: the same text within 3 days is refused (lint-sources §7, read 2026-11-22).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from smmgit.lint.example import Example
from smmgit.lint.rule import WorkspaceAt, WorkspaceRule
from smmgit.lint.source import gists
from smmgit.lint.words import number
from smmgit.model.finding import Finding, Pos
from smmgit.model.post import Post
from smmgit.model.say import Say
from smmgit.text.social.likeness import alike

POST = (
    "---\nid: carnet-bis\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\n"
    "Le carnet à spirale qui tient vraiment toutes ses promesses, relié à la main chez nous, au bord de la rivière.\n"
)
FIRST = POST.replace("-bis", "").replace("11-25", "11-20").replace("vraiment ", "")
FILE = "content/2026/11/carnet.md"
SHARED = 3  # of a sketch: fewer, and the texts cannot be very alike
NEAREST = 6  # posts in time's order that one is compared with, so that a phrase in every post costs nothing


class Check(WorkspaceRule):
    severity = "warning"
    title = Say("Nearly said before", "Presque déjà dit")
    options = {"days": 14, "shortest": 40, "alike": 0.85}
    bad = (Example(post=POST, files={FILE: FIRST}, line=6, says="carnet", now="2026-11-18T08:00:00Z"),)
    good = (
        Example(post=POST, files={FILE: FIRST.replace("11-20", "10-20")}),
        Example(post=POST, files={FILE: FIRST.replace("promesses", "promesses depuis 2009")}),
        Example(post=POST, files={FILE: FIRST.replace("[x]", "[bluesky]")}),
    )

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        reach, least = dt.timedelta(days=at.option("days")), at.option("alike")
        asked = {post.path for post in at.posts}
        for first, late in suspects(at, reach, at.option("shortest")):
            if late.post.path not in asked:
                continue
            same = alike(late.words(at), first.words(at), least)
            if same:
                asked.discard(late.post.path)  # one remark a post
                days = max(1, round((late.at - first.at) / dt.timedelta(days=1)))
                yield at.finding(
                    Say("{percent} % of these words are in {first}, {days} day(s) before on {name}."
                        " Tell it from another side, or later.",
                        "{percent} % de ces mots sont dans {first}, {days} jour(s) plus tôt sur {name}."
                        " Le dire autrement, ou plus tard."),
                    post=late.post, pos=Pos(late.line, 1), percent=number(int(100 * same)), first=first.post.id,
                    days=days, name=late.channel, channel=late.channel,
                )  # fmt: skip


class Said(Struct, frozen=True, gc=False):
    """A post on a channel, when it goes out, and the fingerprint of what it says."""

    path: str
    channel: str
    at: dt.datetime
    print: bytes
    post: Post

    @property
    def line(self) -> int:
        """Where its words begin."""
        return next((chunk.line for section in self.post.sections for chunk in section.chunks), self.post.body_line)

    def words(self, at: WorkspaceAt) -> str:
        """The gist of what it says."""
        return dict(gists(self.post, at.ws)).get(self.channel, "")


def suspects(at: WorkspaceAt, reach: dt.timedelta, shortest: int) -> list[tuple[Said, Said]]:
    """Pairs of posts near in time, the earlier first, that share enough of their sketches and are no plain copies."""
    buckets: dict[tuple[str, int], list[Said]] = {}
    for post in at.index.comparable:
        if post.path.rpartition("/")[2].casefold().startswith(("retry", "copy-", "copie-")):
            continue  # text/repeated has looked at these
        moments = {choice.id: moment.at for choice, moment in at.moments(post)}
        for words in at.index.words(post):
            when = moments.get(words.channel)
            if when is not None and words.length >= shortest:
                said = Said(post.path, words.channel, when, words.print, post)
                for value in words.sketch:
                    buckets.setdefault((words.channel, value), []).append(said)
    shared: Counter[tuple[str, str, str]] = Counter()
    pairs: dict[tuple[str, str, str], tuple[Said, Said]] = {}
    for row in buckets.values():
        if len(row) < 2:
            continue
        row.sort(key=lambda one: (one.at, one.path))
        for place, one in enumerate(row):
            for other in row[place + 1 : place + 1 + NEAREST]:
                if other.at - one.at > reach:
                    break
                if one.print != other.print:
                    key = (one.channel, one.path, other.path)
                    shared[key] += 1
                    pairs[key] = (one, other)
    return [pairs[key] for key in sorted(shared) if shared[key] >= SHARED]
