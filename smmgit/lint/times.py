"""When a post goes out, per channel, for rules: never raises on what was typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from smmgit.model.inherit import planned
from smmgit.model.post import ChannelChoice, Post
from smmgit.model.when import Instant, When, resolve, zone
from smmgit.model.workspace import Workspace


def instant(post: Post, channel_id: str, ws: Workspace) -> Instant | None:
    """`model.inherit.planned`; None too where the time zone is unknown or the year beyond reckoning."""
    try:
        return planned(post, channel_id, ws)
    except (ValueError, OverflowError):
        return None


def moments(post: Post, ws: Workspace) -> Iterator[tuple[ChannelChoice, Instant]]:
    """Each channel the post asks for that has a time, with it; the post's own time is reckoned once."""
    shared = _resolved(post.publish_at, ws)
    for choice in post.channels:
        found = _resolved(choice.publish_at, ws) if choice.publish_at is not None else shared
        if found is not None:
            yield choice, found


def _resolved(when: When | None, ws: Workspace) -> Instant | None:
    if when is None or when.local is None:
        return None
    try:
        return resolve(when.local, ws.brand.time_zone)
    except (ValueError, OverflowError):
        return None


def exact(when: When, ws: Workspace) -> dt.datetime | None:
    """The instant in UTC of what was typed; None for `asap` or what cannot be reckoned."""
    if when.local is None:
        return None
    try:
        return resolve(when.local, ws.brand.time_zone).at
    except (ValueError, OverflowError):
        return None


def end_of(when: When, ws: Workspace) -> dt.datetime | None:
    """Like `exact`, but a day without a time ends at midnight of the next."""
    if when.whole_day and when.local is not None:
        try:
            when = When(when.text, when.local + dt.timedelta(days=1))
        except OverflowError:
            return None
    return exact(when, ws)


def spoken(at: dt.datetime, ws: Workspace) -> str:
    """An instant on the brand's clock: `2026-11-25 09:00`."""
    try:
        local = at.astimezone(zone(ws.brand.time_zone))
    except (ValueError, OverflowError):
        local = at
    return local.strftime("%Y-%m-%d %H:%M")


def time_mark(post: Post, choice: ChannelChoice) -> str:
    """The field path of the time that counts for a channel."""
    return choice_mark(post, choice.id, "publish_at") if choice.publish_at else "publish_at"


def choice_mark(post: Post, channel_id: str, field: str = "") -> str:
    """The field path of one channel (or of a field given for it) in a post's `channels`."""
    number = next((i for i, choice in enumerate(post.channels) if choice.id == channel_id), None)
    tail = f".{field}" if field else ""
    for path in (f"channels.{channel_id}{tail}", f"channels.{number}{tail}", f"channels.{channel_id}",
                 f"channels.{number}"):  # fmt: skip
        if path in post.marks:
            return path
    return "channels"
