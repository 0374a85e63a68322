"""Small workspaces made by hand, for plans: no files, no git, one pinned week."""

from __future__ import annotations

import datetime as dt
from typing import Any

from smmgit.model.brand import Brand, Channel
from smmgit.model.delivery import Entry
from smmgit.model.post import ChannelChoice, Chunk, Post, Section
from smmgit.model.spec import PlatformSpec
from smmgit.model.when import When
from smmgit.model.workspace import Workspace
from smmgit.plan.plan import Plan, plan
from smmgit.plan.state import Facts

NOW = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)  # Monday, 08:00 in Paris
REHEARSAL = Facts(rehearsal=True)


def at(text: str) -> When:
    """A moment as typed."""
    return When(text, None if text == "asap" else dt.datetime.fromisoformat(text))


def post(id: str = "carnet", when: str = "2026-11-23 08:00", text: str = "", **fields: Any) -> Post:
    """A ready post on channel `feed` (or `channels`), planned for Monday at eight in Paris."""
    channels = fields.pop("channels", ("feed",))
    fields.setdefault("path", f"content/{id}.md")
    return Post(
        id=id,
        publish_at=at(when) if when else None,
        channels=tuple(ChannelChoice(id=each) if isinstance(each, str) else each for each in channels),
        sections=(Section(chunks=(Chunk(text or f"Words of {id}.", 7),)),),
        **fields,
    )


def workspace(*posts: Post, channels: dict[str, str] | None = None, **fields: Any) -> Workspace:
    """A workspace in Paris time with channels by platform (`feed`, `other` on the sandbox; `hand` by hand)."""
    named = channels or {"feed": "sandbox", "other": "sandbox", "hand": "manual"}
    return Workspace(
        brand=Brand(time_zone="Europe/Paris", **fields),
        channels={id: Channel(id=id, platform=platform) for id, platform in named.items()},
        specs={each: PlatformSpec(id=each, name=each) for each in ("sandbox", "manual")},
        posts=posts,
    )


def entry(event: str, post: str = "carnet", channel: str = "feed", **fields: Any) -> Entry:
    """A ledger entry of that Monday."""
    fields.setdefault("at", "2026-11-23T07:00:00Z")
    fields.setdefault("occurrence", "once")
    return Entry(event=event, post=post, channel=channel, **fields)  # type: ignore[arg-type]


def planned(*posts: Post, entries: tuple[Entry, ...] = (), now: dt.datetime = NOW, facts: Facts = REHEARSAL) -> Plan:
    """The plan of these posts."""
    return plan(workspace(*posts), entries, now, facts)


def reasons(found: Plan) -> dict[str, str]:
    """Reasons by delivery, as `post · channel · occurrence`."""
    return {str(item.delivery.key): item.state.reason for item in found.items}
