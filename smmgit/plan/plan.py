"""What goes out when: every delivery with its state, and those to send now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

import msgspec
from msgspec import Struct

from smmgit.model.delivery import ONCE, Delivery, Entry, State, StateName
from smmgit.model.post import Post
from smmgit.model.rendition import Rendition
from smmgit.model.when import resolve
from smmgit.model.workspace import Workspace
from smmgit.plan.deliveries import around, channels_of, deliveries_of
from smmgit.plan.guards import likeness, plain_guard, same_ids, shown_guard
from smmgit.plan.history import Histories, fold
from smmgit.plan.reasons import NOW
from smmgit.plan.state import Facts, Guard, state_of

# States in which an approval may turn out to be for something else.
APPROVED: tuple[StateName, ...] = ("scheduled", "by-hand", "to-review", "blocked")


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
    def held(self) -> tuple[Planned, ...]:
        """What should go out now and is blocked: a person has to act before it is too late."""
        return self.at_their_time("blocked")

    def at_their_time(self, *names: StateName) -> tuple[Planned, ...]:
        """What could go out now, were it not in one of these states."""
        return tuple(item for item in self.items if item.state.name in names and _is_time(item.delivery, self.now))

    def within(self, since: dt.datetime, until: dt.datetime) -> tuple[Planned, ...]:
        """What is planned from one instant to another, both included."""
        return tuple(item for item in self.items if item.state.at is not None and since <= item.state.at <= until)


def sends(state: State, rehearsal: bool) -> bool:
    """Does the next run send a delivery in this state?"""
    return state.reason in NOW or (rehearsal and state.reason == "by-hand-now")


def _is_time(delivery: Delivery, now: dt.datetime) -> bool:
    at, latest = delivery.at, delivery.not_after
    return delivery.asap or (at is not None and at <= now and (latest is None or now <= latest))


class Planner:
    """Plans over one workspace while its ledger grows: `learn` what was recorded, then plan again."""

    def __init__(self, ws: Workspace, entries: Iterable[Entry], facts: Facts | None = None) -> None:
        self.ws = ws
        self.facts = facts or Facts()
        renamed = {old: channel.id for channel in ws.channels.values() for old in channel.formerly}
        self.histories: Histories = fold(entries, renamed)
        self._same_id = same_ids(ws.posts)
        self._posts = {post.path: post for post in ws.posts}

    def learn(self, entries: Iterable[Entry]) -> None:
        """Take in what was recorded since."""
        self.histories.add(entries)

    def plan(self, now: dt.datetime, paths: Collection[str] | None = None, *, render_all: bool = False) -> Plan:
        """The plan at `now`; with `paths` of these posts alone. Renders what is due, or all of them."""
        window = around(now)
        items: list[Planned] = []
        posts = self.ws.posts if paths is None else [self._posts[path] for path in paths if path in self._posts]
        for post in posts:
            wanted = list(deliveries_of(post, self.ws, window))
            if post.repeat:
                wanted.extend(self._earlier(post, wanted))
            items.extend(Planned(each, post, self._state(each, post, now)) for each in wanted)
        items.sort(key=_order)
        return Plan(now=now, rehearsal=self.facts.rehearsal, items=tuple(self._shown(items, now, render_all)))

    def _state(
        self,
        delivery: Delivery,
        post: Post,
        now: dt.datetime,
        guard: Guard | None = None,
        rendition: Rendition | None = None,
    ) -> State:
        guard = guard or plain_guard(delivery, post, self.ws, self.histories, self._same_id)
        return state_of(delivery, post, self.histories, now, self.facts, self.ws, guard, rendition)

    def _shown(self, items: Iterable[Planned], now: dt.datetime, render_all: bool) -> Iterator[Planned]:
        """The same deliveries, once it is known what would be shown."""
        leaving: dict[tuple[str, str], str] = {}
        for item in items:
            goes = sends(item.state, self.facts.rehearsal)
            key = item.delivery.key
            channel = self.ws.channel(key.channel)
            past = self.histories.of(key)
            midway = past is not None and bool(past.done) and not past.ending
            # What was approved is compared with what would be shown; what is past and gone is not.
            approved = (key.post, key.channel) in self.histories.approvals and item.state.name in APPROVED
            if channel is None or not (goes or render_all or midway or approved):
                yield item
                continue
            from smmgit.render.rendition import render  # a plan with nothing due does not pay for it

            rendition = render(item.post, channel, self.ws)
            parts = max(len(rendition.parts) + (rendition.first_comment is not None), 1)
            delivery = msgspec.structs.replace(item.delivery, rendition=rendition.digest, parts=parts)
            guard = None
            if goes:
                guard = shown_guard(delivery, item.post, rendition, now, self.histories)
                twin = leaving.setdefault((key.channel, likeness(rendition)), key.post)
                if guard is None and twin != key.post:
                    guard = Guard("already-sent", {"post": twin})
            yield Planned(delivery, item.post, self._state(delivery, item.post, now, guard, rendition), rendition)

    def _earlier(self, post: Post, wanted: list[Delivery]) -> Iterator[Delivery]:
        """Occurrences the ledger knows and the window does not show: what is out stays visible."""
        known = {each.key for each in wanted}
        channels = {channel.id for channel in channels_of(post, self.ws)}
        for past in self.histories.by_post.get(post.id, ()):
            if past.key in known or past.key.channel not in channels:
                continue
            text = past.said("planned") or past.at if past.key.occurrence == ONCE else past.key.occurrence
            try:
                at = resolve(dt.datetime.fromisoformat(text), self.ws.brand.time_zone).at
            except (ValueError, OverflowError):
                at = None
            yield Delivery(key=past.key, at=at, not_after=at, path=post.path)


def plan(
    ws: Workspace,
    entries: Iterable[Entry],
    now: dt.datetime,
    facts: Facts | None = None,
    *,
    paths: Collection[str] | None = None,
    render_all: bool = False,
) -> Plan:
    """The plan at `now` (UTC), once; see `Planner.plan`."""
    return Planner(ws, entries, facts).plan(now, paths, render_all=render_all)


def _order(item: Planned) -> tuple[bool, float, str, str]:
    at = item.delivery.at
    key = item.delivery.key
    return (at is None, at.timestamp() if at else 0.0, key.post, key.channel)
