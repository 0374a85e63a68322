"""Posts by id, by channel and time: what rules that compare posts need, built once and only when asked."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from smmgit.lint.source import Words, words_of
from smmgit.lint.times import moments
from smmgit.model.finding import Finding
from smmgit.model.post import ChannelChoice, Post
from smmgit.model.when import Instant
from smmgit.model.workspace import Workspace

NEAR = dt.timedelta(days=40)


class Dated(Struct, frozen=True, gc=False):
    """A post's planned time on one channel."""

    at: dt.datetime
    post: Post


class Index:
    """Over all posts of a workspace, or, for rules about time, those near the posts asked for."""

    def __init__(
        self, ws: Workspace, asked: Sequence[Post] | None = None, words: Mapping[str, Sequence[Words]] | None = None
    ) -> None:
        self.ws = ws
        self._asked = asked
        self._words = dict(words) if words else {}
        self._moments: dict[str, tuple[tuple[ChannelChoice, Instant], ...]] = {}

    @cached_property
    def by_id(self) -> dict[str, list[Post]]:
        """Every post by its id; more than one where an id was used twice."""
        found: dict[str, list[Post]] = {}
        for post in self.ws.posts:
            found.setdefault(post.id, []).append(post)
        return found

    @cached_property
    def loaded(self) -> dict[str, list[Finding]]:
        """The loader's findings by rule."""
        found: dict[str, list[Finding]] = {}
        for finding in self.ws.findings:
            found.setdefault(finding.rule, []).append(finding)
        return found

    @cached_property
    def dated(self) -> dict[str, list[Dated]]:
        """Per channel id (as of today), its dated posts that will go out, in time's order."""
        found: dict[str, list[Dated]] = {}
        for post in self._near():
            if post.status not in ("ready", "draft"):
                continue
            for choice, instant in self.moments(post):
                channel = self.ws.channel(choice.id)
                name = channel.id if channel else choice.id
                found.setdefault(name, []).append(Dated(instant.at, post))
        for row in found.values():
            row.sort(key=lambda item: (item.at, item.post.path))
        return found

    @cached_property
    def comparable(self) -> Sequence[Post]:
        """Written posts whose words could meet those of the posts asked for: near in time, or undated."""
        near = self._near()
        if near is not self.ws.posts:
            known = {post.path for post in near}
            near = [*near, *(post for post in self.ws.posts if post.path not in known and not any(_moments(post)))]
        return [post for post in near if post.status in ("ready", "draft")]

    def words(self, post: Post) -> Sequence[Words]:
        """`source.words_of`, from an earlier run where the engine was handed it."""
        found = self._words.get(post.path)
        if found is None:
            found = self._words[post.path] = words_of(post, self.ws)
        return found

    def moments(self, post: Post) -> Sequence[tuple[ChannelChoice, Instant]]:
        """`times.moments`, reckoned once a post."""
        found = self._moments.get(post.path)
        if found is None:
            found = self._moments[post.path] = tuple(moments(post, self.ws))
        return found

    def around(self, channel: str, at: dt.datetime, reach: dt.timedelta, most: int = 6) -> Sequence[Dated]:
        """The channel's posts from `at - reach` to `at + reach`, both included: the `most` nearest on either side."""
        row = self.dated.get(channel, [])
        low = bisect_left(row, at - reach, key=_moment)
        high = bisect_right(row, at + reach, key=_moment)
        if high - low > most:
            here = bisect_left(row, at, low, high, key=_moment)
            low, high = max(low, here - most), min(high, here + most)
        return row[low:high]

    def _near(self) -> Sequence[Post]:
        """All posts, or for a few asked posts those that could be near one of them in time."""
        posts = self.ws.posts
        if self._asked is None or len(self._asked) == len(posts):
            return posts
        times = [moment for post in self._asked for moment in _moments(post)]
        if not times:
            return self._asked
        try:
            first, last = min(times) - NEAR, max(times) + NEAR
        except OverflowError:
            return posts
        return [post for post in posts if any(first <= moment <= last for moment in _moments(post))]


def _moment(item: Dated) -> dt.datetime:
    return item.at


def _moments(post: Post) -> list[dt.datetime]:
    """The local times typed in a post, offsets dropped (`NEAR` leaves more room than any offset)."""
    typed = [post.publish_at, *(choice.publish_at for choice in post.channels)]
    return [when.local.replace(tzinfo=None) for when in typed if when is not None and when.local is not None]
