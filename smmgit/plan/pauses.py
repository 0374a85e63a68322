"""What a pause holds back, and what waits for a decision once it is over."""

from __future__ import annotations

import datetime as dt

from smmgit.model.delivery import Delivery
from smmgit.model.inherit import inherited
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace
from smmgit.plan.history import Histories, Pause

KINDS = ("platform", "channel", "campaign", "post")


def scopes(post: Post, channel_id: str, ws: Workspace) -> frozenset[str]:
    """Every scope a delivery belongs to: `all`, `platform:x`, `channel:x`, `campaign:x`, `post:x`."""
    channel = ws.channel(channel_id)
    found = {"all", f"channel:{channel_id}", f"post:{post.id}"}
    if channel is not None:
        found |= {f"platform:{channel.platform}", f"channel:{channel.id}"}
        found |= {f"channel:{old}" for old in channel.formerly}
    campaign = inherited(post, ws).campaign
    return frozenset(found | {f"campaign:{campaign}"} if campaign else found)


def holding(delivery: Delivery, post: Post, ws: Workspace, histories: Histories, now: dt.datetime) -> Pause | None:
    """The pause that holds a delivery back at `now`, None when nothing does."""
    if not histories.pauses:
        return None
    mine = scopes(post, delivery.key.channel, ws)
    return next((each for each in histories.pauses if each.scope in mine and each.over(now) is None), None)


def fell_due(delivery: Delivery, post: Post, ws: Workspace, histories: Histories, now: dt.datetime) -> Pause | None:
    """The ended pause that a delivery was overdue in, and for which nobody has decided: skip, move or send."""
    if not histories.pauses or delivery.at is None:
        return None
    mine = scopes(post, delivery.key.channel, ws)
    for each in histories.pauses:
        ended = each.over(now)
        if (
            ended is not None
            and each.scope in mine
            and delivery.key not in each.sends
            and was_due(delivery, each, ended)
        ):
            return each
    return None


def was_due(delivery: Delivery, pause: Pause, ended: dt.datetime) -> bool:
    """Was it this delivery's time at some moment of a pause that ended then?"""
    latest = delivery.not_after
    return delivery.at is not None and delivery.at <= ended and (latest is None or latest >= pause.since)
