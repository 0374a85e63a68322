"""What a person saw: a delivery that is out after all, or is not, or is given up; also posts made by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Literal

from smmgit.errors import UsageError
from smmgit.jobs.publishing.hand import Hand
from smmgit.model.delivery import Entry
from smmgit.plan.plan import Planned

Seen = Literal["published", "not-published", "skipped"]
# Where a person's word is asked for: unclear, refused, held, or posted by hand.
OPEN = ("to-check", "by-hand", "blocked", "to-review", "scheduled")


def resolve(
    root: str, now: dt.datetime, name: str, seen: Seen, *, channels: Collection[str] = (), occurrence: str = "",
    url: str = "", reason: str = "",
) -> tuple[Entry, ...]:  # fmt: skip
    """Record what a person saw of a post's deliveries. `UsageError` where nothing of it waits for an answer."""
    hand = Hand(root, now)
    (post, *others) = hand.posts([name])
    if others:
        raise UsageError(f"Several files have the id {name!r}.", hint="Name the file instead.")
    plan = hand.plan([post])
    items = [
        item
        for item in plan.items
        if (not channels or item.delivery.key.channel in channels)
        and (not occurrence or item.delivery.key.occurrence == occurrence)
    ]
    asked = [item for item in items if item.state.name in (OPEN if channels else ("to-check", "by-hand"))]
    if not asked:
        out = any(item.state.name == "published" for item in items)
        raise UsageError(
            f"Nothing of {name!r} waits for an answer" + (": it is recorded as published." if out else "."),
            hint=f"smmgit explain {post.id} says where each account stands; --channel names one.",
        )
    if seen == "published" and (len({item.delivery.key for item in asked}) > 1):
        raise UsageError(
            "An address belongs to one account.",
            hint="Say which: --channel " + " or ".join(sorted({item.delivery.key.channel for item in asked})),
        )
    entries = [_entry(hand, item, seen, url, reason) for item in asked]
    hand.write(entries)
    return tuple(entries)


def _entry(hand: Hand, item: Planned, seen: Seen, url: str, reason: str) -> Entry:
    key = item.delivery.key
    place = {"post": key.post, "channel": key.channel, "occurrence": key.occurrence}
    if seen == "skipped":
        return hand.entry("skipped", reason=reason, **place)
    told = {"as": "published" if seen == "published" else "not-sent", "path": item.post.path}
    return hand.entry(
        "resolved", rendition=item.delivery.rendition, url=url, remote_id=url, reason=reason, data=told, **place
    )
