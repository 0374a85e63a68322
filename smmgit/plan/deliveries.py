"""Every delivery the content asks for: each post, on each enabled channel, at each occurrence."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator

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

recurrence = functools.lru_cache(maxsize=1024)(parse_repeat)


def around(now: dt.datetime) -> Window:
    """The window that plans look at."""
    return Window(now - BACK, now + AHEAD)


def channels_of(post: Post, ws: Workspace) -> tuple[Channel, ...]:
    """The known, enabled channels a post goes to, each once, in the post's order."""
    found = (ws.channel(choice.id) for choice in post.channels)
    return tuple({channel.id: channel for channel in found if channel is not None and channel.enabled}.values())


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
