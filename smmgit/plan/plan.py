"""What goes out when: every delivery with its state, and those to send now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator

import msgspec
from msgspec import Struct

from smmgit.model.brand import Channel
from smmgit.model.delivery import ONCE, Delivery, Entry, State
from smmgit.model.post import Post
from smmgit.model.rendition import Rendition
from smmgit.model.when import resolve
from smmgit.model.workspace import Workspace
from smmgit.plan.deliveries import around, channels_of, deliveries_of
from smmgit.plan.guards import likeness, plain_guard, same_ids, shown_guard
from smmgit.plan.history import Histories, fold
from smmgit.plan.reasons import NOW
from smmgit.plan.state import Facts, Guard, state_of
from smmgit.render.rendition import render

Render = Callable[[Post, Channel, Workspace], Rendition]


class Planned(Struct, frozen=True):
    """A delivery, its post, its state; its rendition where it was needed to judge."""

    delivery: Delivery
    post: Post
    state: State
    rendition: Rendition | None = None


class Plan(Struct, frozen=True, kw_only=True):
    """All deliveries by time, undated ones last. `now` is UTC; `rehearsal` says which namespace this is."""

    now: dt.datetime
    rehearsal: bool
    items: tuple[Planned, ...]

    @property
    def due(self) -> tuple[Planned, ...]:
        """What the next run sends, in the order it sends it. A rehearsal also plays what people do by hand."""
        return tuple(item for item in self.items if sends(item.state, self.rehearsal))

    @property
    def interrupted(self) -> tuple[Planned, ...]:
        """What a run left without an answer."""
        return tuple(item for item in self.items if item.state.reason == "interrupted")

    def within(self, since: dt.datetime, until: dt.datetime) -> tuple[Planned, ...]:
        """What is planned from one instant to another, both included."""
        return tuple(item for item in self.items if item.state.at is not None and since <= item.state.at <= until)


def sends(state: State, rehearsal: bool) -> bool:
    """Does the next run send a delivery in this state?"""
    return state.reason in NOW or (rehearsal and state.reason == "by-hand-now")


def plan(
    ws: Workspace,
    entries: Iterable[Entry],
    now: dt.datetime,
    facts: Facts | None = None,
    *,
    paths: Collection[str] | None = None,
    render: Render = render,
    render_all: bool = False,
) -> Plan:
    """The plan at `now` (UTC). Renders what is due, or everything with `render_all`.

    `paths` keeps only the posts of these files; guards still see all of them.
    """
    facts = facts or Facts()
    histories = fold(entries, {old: channel.id for channel in ws.channels.values() for old in channel.formerly})
    window = around(now)
    same_id = same_ids(ws.posts)
    items: list[Planned] = []
    for post in ws.posts:
        if paths is not None and post.path not in paths:
            continue
        wanted = list(deliveries_of(post, ws, window))
        if post.repeat:
            wanted.extend(_earlier(post, wanted, ws, histories))
        for delivery in wanted:
            guard = plain_guard(delivery, post, ws, histories, same_id)
            found = state_of(delivery, post, histories, now, facts, ws, guard)
            items.append(Planned(delivery, post, found))
    items.sort(key=_order)
    return Plan(
        now=now,
        rehearsal=facts.rehearsal,
        items=tuple(_shown(items, ws, histories, now, facts, render, render_all)),
    )


def _shown(
    items: Iterable[Planned],
    ws: Workspace,
    histories: Histories,
    now: dt.datetime,
    facts: Facts,
    render: Render,
    render_all: bool,
) -> Iterator[Planned]:
    """The same plan, once it is known what would be shown."""
    leaving: dict[tuple[str, str], str] = {}
    for item in items:
        goes = sends(item.state, facts.rehearsal)
        channel = ws.channel(item.delivery.key.channel)
        if not (goes or render_all or item.state.reason == "interrupted") or channel is None:
            yield item
            continue
        if channel.platform not in ws.specs:
            yield item
            continue
        rendition = render(item.post, channel, ws)
        parts = len(rendition.parts) + (rendition.first_comment is not None)
        delivery = msgspec.structs.replace(item.delivery, rendition=rendition.digest, parts=max(parts, 1))
        found = item.state
        past = histories.of(delivery.key)
        if goes or (past is not None and past.done):
            guard = shown_guard(delivery, item.post, rendition, now, histories)
            twin = leaving.setdefault((channel.id, likeness(rendition)), item.post.id) if goes else item.post.id
            if guard is None and twin != item.post.id:
                guard = Guard("already-sent", {"post": twin})
            found = state_of(delivery, item.post, histories, now, facts, ws, guard)
        yield Planned(delivery, item.post, found, rendition)


def _earlier(post: Post, wanted: list[Delivery], ws: Workspace, histories: Histories) -> Iterator[Delivery]:
    """Occurrences the ledger knows and the window does not show: what is out stays visible."""
    known = {each.key for each in wanted}
    channels = {channel.id for channel in channels_of(post, ws)}
    for past in histories.by_post.get(post.id, ()):
        if past.key in known or past.key.channel not in channels:
            continue
        text = past.said("planned") or past.at if past.key.occurrence == ONCE else past.key.occurrence
        try:
            at = resolve(dt.datetime.fromisoformat(text), ws.brand.time_zone).at
        except (ValueError, OverflowError):
            at = None
        yield Delivery(key=past.key, at=at, not_after=at, path=post.path)


def _order(item: Planned) -> tuple[bool, float, str, str]:
    at = item.delivery.at
    key = item.delivery.key
    return (at is None, at.timestamp() if at else 0.0, key.post, key.channel)
