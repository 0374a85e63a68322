"""Every delivery the content asks for: each post, on each enabled channel, at each occurrence."""

from __future__ import annotations

import datetime as dt
import functools
import heapq
from collections.abc import Iterable, Iterator

from smmgit.model.brand import Channel
from smmgit.model.delivery import Delivery, Key
from smmgit.model.inherit import latest, planned
from smmgit.model.post import ChannelChoice, Post
from smmgit.model.repeat import Repeat, parse_repeat
from smmgit.model.when import When
from smmgit.model.workspace import Workspace
from smmgit.plan.occurrences import Window, occurrences

# How far a recurring post is looked at: a month back for what was missed, a quarter ahead to plan.
BACK, AHEAD = dt.timedelta(days=31), dt.timedelta(days=92)

# Wall clocks differ by less than this from UTC, so a quick look by wall clock misses nothing.
ZONES = dt.timedelta(days=1)

recurrence = functools.lru_cache(maxsize=1024)(parse_repeat)


def around(now: dt.datetime) -> Window:
    """The window that plans look at."""
    return Window(now - BACK, now + AHEAD)


def channels_of(post: Post, ws: Workspace) -> tuple[Channel, ...]:
    """The known, enabled channels a post goes to, each once, in the post's order."""
    found = (ws.channel(choice.id) for choice in post.channels)
    return tuple({channel.id: channel for channel in found if channel is not None and channel.enabled}.values())


def at_their_time(ws: Workspace, now: dt.datetime, coming: int = 0) -> set[str]:
    """Files of the posts that may have to leave at `now`, and of the next `coming` ones; cheap, and never too few.

    A ledger may know better and a rule may hold them: this only spares the plan everything else.
    """
    found: set[str] = set()
    ahead: list[tuple[dt.datetime, str]] = []
    clock = now.replace(tzinfo=None)
    for post in ws.posts:
        if post.status != "ready":
            continue
        if post.repeat:
            found.add(post.path)
            continue
        for when in _moments(post):
            if when.local is None:
                found.add(post.path)
                continue
            local = when.local.replace(tzinfo=None) if when.local.tzinfo else when.local
            if local - clock > ZONES:
                ahead.append((local, post.path))
            elif not _surely_over(post, local, clock, ws):
                found.add(post.path)
    return found | {path for _, path in heapq.nsmallest(coming, ahead)}


def _moments(post: Post) -> Iterable[When]:
    """The different moments a post is typed for."""
    typed = {choice.publish_at or post.publish_at for choice in post.channels}
    return (when for when in typed if when is not None)


def _surely_over(post: Post, local: dt.datetime, clock: dt.datetime, ws: Workspace) -> bool:
    limit = post.not_after if post.not_after is not None else ws.brand.not_after
    if isinstance(limit, When):
        if limit.local is not None:
            return clock - limit.local.replace(tzinfo=None) > ZONES
        limit = ws.brand.not_after
    return clock - local - ZONES > limit


def deliveries(ws: Workspace, window: Window) -> tuple[Delivery, ...]:
    """All deliveries in file order; of recurring posts those whose instant lies in the window."""
    return tuple(each for post in ws.posts for each in deliveries_of(post, ws, window))


def deliveries_of(post: Post, ws: Workspace, window: Window) -> Iterator[Delivery]:
    """One post's deliveries. A recurrence that is not understood counts as `once`; its state says so."""
    repeat = recurrence(post.repeat) if post.repeat else None
    for channel in channels_of(post, ws):
        when = _when(post, channel)
        if isinstance(repeat, Repeat) and when is not None and when.local is not None:
            try:
                for each in occurrences(repeat, when.local, ws.brand.time_zone, window):
                    yield _delivery(post, Key(post.id, channel.id, each.name), each.instant.at, ws)
                continue
            except (ValueError, OverflowError):
                pass  # an unknown time zone: it is planned as undated, and the finding is lint's
        asap = when is not None and when.asap
        yield _delivery(post, Key(post.id, channel.id), _planned(post, channel, ws), ws, asap=asap)


def _delivery(post: Post, key: Key, at: dt.datetime | None, ws: Workspace, asap: bool = False) -> Delivery:
    return Delivery(key=key, at=at, not_after=_latest(post, at, ws), path=post.path, asap=asap)


def _planned(post: Post, channel: Channel, ws: Workspace) -> dt.datetime | None:
    try:
        instant = planned(post, _choice(post, channel).id, ws)
    except (ValueError, OverflowError):
        return None
    return instant.at if instant else None


def _latest(post: Post, at: dt.datetime | None, ws: Workspace) -> dt.datetime | None:
    if at is None:
        return None
    try:
        return latest(post, at, ws)
    except (ValueError, OverflowError):
        return at


def _when(post: Post, channel: Channel) -> When | None:
    return _choice(post, channel).publish_at or post.publish_at


def _choice(post: Post, channel: Channel) -> ChannelChoice:
    """The post's words about a channel, under its id of today or a former one."""
    return next(choice for choice in post.channels if choice.id == channel.id or choice.id in channel.formerly)
