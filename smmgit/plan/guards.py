"""What must not go out though its file looks right: copies, borrowed ids, a second time on one day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

import msgspec

from smmgit.digest import sha256
from smmgit.model.delivery import ONCE, Delivery, Key
from smmgit.model.post import Post
from smmgit.model.rendition import Rendition
from smmgit.model.say import Say
from smmgit.model.workspace import Workspace
from smmgit.plan.deliveries import recurrence
from smmgit.plan.history import OUT, Histories, instant
from smmgit.plan.state import Guard

# The same words a month later are a habit of the house; sooner they are a copy.
HABIT = dt.timedelta(weeks=4)
UTM = re.compile(r"[?&]utm_[a-z]+=[^&\s#]*")


def likeness(rendition: Rendition) -> str:
    """What a reader would call the same post: text without tracking, title, pictures, what it answers.

    Unlike the digest it does not know the post's id, so two files with one text are alike.
    """
    texts = [UTM.sub("", part.text).split() for part in rendition.parts]
    pictures = [item.digest or item.url or item.file for item in rendition.media]
    value = (texts, rendition.title, pictures, UTM.sub("", rendition.link), rendition.action, rendition.of)
    return sha256(msgspec.json.encode(value))


def same_ids(posts: Iterable[Post]) -> dict[str, str]:
    """Files whose id another file has too, with that other file; both sides are named."""
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for post in posts:
        if not post.id:
            continue
        other = first.setdefault(post.id, post.path)
        if other != post.path:
            found[post.path] = other
            found.setdefault(other, post.path)
    return found


def plain_guard(
    delivery: Delivery, post: Post, ws: Workspace, histories: Histories, same_id: dict[str, str]
) -> Guard | None:
    """The guard that holds without knowing what would be shown."""
    if not post.id:
        return Guard("no-id")
    if post.path in same_id:
        return Guard("same-id", {"path": same_id[post.path]})
    channel = ws.channel(delivery.key.channel)
    if channel is not None and channel.platform not in ws.specs:
        return Guard("unknown-platform", {"platform": channel.platform})
    if post.repeat and isinstance(why := recurrence(post.repeat), Say):
        return Guard("bad-repeat", {"why": why})
    if _sent_that_day(delivery, histories):
        return Guard("sent-that-day")
    return None


def _sent_that_day(delivery: Delivery, histories: Histories) -> bool:
    """Changing the hour of a recurring post, or making a sent post recur, must not send a day twice."""
    if delivery.key.occurrence == ONCE:
        return False
    for past in histories.by_post.get(delivery.key.post, ()):
        if past.key == delivery.key or past.key.channel != delivery.key.channel or past.standing not in OUT:
            continue
        day = past.said("planned")[:10] or past.at[:10] if past.key.occurrence == ONCE else past.key.occurrence[:10]
        if day == delivery.key.occurrence[:10]:
            return True
    return False


def shown_guard(
    delivery: Delivery, post: Post, rendition: Rendition, now: dt.datetime, histories: Histories
) -> Guard | None:
    """The guard that needs to know what would be shown: a copy on this channel, an id with another past."""
    alike = likeness(rendition)
    for other in histories.shown.get((delivery.key.channel, alike), ()):
        if other.standing in OUT and _is_copy(delivery, other.key):
            sent = instant(other.at)
            if sent is None or abs(now - sent) < HABIT:
                return Guard("already-sent", {"post": other.key.post})
    noted = [
        past for past in histories.by_post.get(delivery.key.post, ()) if past.said("path") and past.standing in OUT
    ]
    planned = delivery.at.isoformat() if delivery.at else ""
    if noted and not any(
        past.said("path") == post.path or past.said("planned") == planned or past.said("likeness") == alike
        for past in noted
    ):
        return Guard("id-reused", {"path": noted[0].said("path")})
    return None


def _is_copy(delivery: Delivery, other: Key) -> bool:
    """A recurring post may repeat itself; anything else with the same words is a copy."""
    if other == delivery.key:
        return False
    return other.post != delivery.key.post or ONCE in (delivery.key.occurrence, other.occurrence)
