"""What a post says once the campaign's and the brand's defaults are filled in."""

from __future__ import annotations

import datetime as dt

import msgspec

from smmgit.model.brand import Channel
from smmgit.model.post import Post
from smmgit.model.when import Instant, resolve
from smmgit.model.workspace import Workspace

FROM_CAMPAIGN = ("pillar", "persona", "objective", "lang", "link", "owner", "hashtags", "disclosure")


def inherited(post: Post, ws: Workspace) -> Post:
    """The post with empty fields taken from its campaign."""
    campaign = ws.campaigns.get(post.campaign)
    if campaign is None:
        return post
    missing = {name: getattr(campaign, name) for name in FROM_CAMPAIGN if not getattr(post, name)}
    missing = {name: value for name, value in missing.items() if value}
    return msgspec.structs.replace(post, **missing) if missing else post


def language(post: Post, channel: Channel, ws: Workspace) -> str:
    """The language of a post on a channel: the post's, else the channel's, else the brand's."""
    return post.lang or channel.lang or (ws.brand.languages[0] if ws.brand.languages else "en")


def planned(post: Post, channel_id: str, ws: Workspace) -> Instant | None:
    """The instant a post is planned for on a channel; None when undated or `asap`."""
    choice = post.choice(channel_id)
    when = (choice.publish_at if choice else None) or post.publish_at
    if when is None or when.local is None:
        return None
    return resolve(when.local, ws.brand.time_zone)


def latest(post: Post, at: dt.datetime, ws: Workspace) -> dt.datetime:
    """The latest instant a delivery planned for `at` may still go out."""
    limit = post.not_after if post.not_after is not None else ws.brand.not_after
    if isinstance(limit, dt.timedelta):
        return at + limit
    if limit.local is None:
        return at + ws.brand.not_after
    return resolve(limit.local, ws.brand.time_zone).at
