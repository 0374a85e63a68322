"""Where everything stands, by post: what pages and `smmgit status` show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from smmgit.model.delivery import Entry, State, StateName
from smmgit.model.post import Need, Post
from smmgit.model.when import UTC, zone
from smmgit.model.workspace import Workspace
from smmgit.plan.history import Histories, instant
from smmgit.plan.plan import Plan, Planner
from smmgit.plan.state import Facts

# Which state a post shows when its channels differ: the one that most needs a person.
WORST: tuple[StateName, ...] = (
    "to-check", "blocked", "to-review", "by-hand", "draft", "idea", "scheduled", "published", "cancelled",
)  # fmt: skip


Sending = Literal["rehearsal-only", "on", "paused"]


class PostView(Struct, frozen=True, kw_only=True):
    """One post: the states of its deliveries, the worst of them, "done of total published".

    `at` is the next instant something should go out, else the last one of all; None when undated.
    """

    post: Post
    states: tuple[State, ...]
    name: StateName
    done: int
    total: int
    at: dt.datetime | None


class NeedView(Struct, frozen=True, kw_only=True):
    """Something a post still waits for, and whether it is overdue."""

    post: Post
    need: Need
    overdue: bool


class Overview(Struct, frozen=True, kw_only=True):
    """Everything at `now` (UTC). `sending` says whether anything leaves for real; `done_this_week` counts
    deliveries published since the brand's week began; `next` is the next delivery that will leave."""

    now: dt.datetime
    rehearsal: bool
    plan: Plan
    posts: tuple[PostView, ...]
    counts: dict[StateName, int]
    needs: tuple[NeedView, ...]
    sending: Sending = "rehearsal-only"
    done_this_week: int = 0
    next: State | None = None


def overview(
    ws: Workspace, entries: Iterable[Entry], now: dt.datetime, *, rehearsal: bool, facts: Facts | None = None
) -> Overview:
    """The state of everything at `now`, in one namespace. `facts` carries lint errors and git's tags."""
    entries = tuple(entries)
    facts = facts or Facts(rehearsal=rehearsal)
    planner = Planner(ws, entries, facts)
    found = planner.plan(now)
    by_path: dict[str, list[State]] = {post.path: [] for post in ws.posts}
    for item in found.items:
        by_path[item.post.path].append(item.state)
    posts = tuple(post_view(post, by_path[post.path], now) for post in ws.posts)
    counts: dict[StateName, int] = dict.fromkeys(WORST, 0)
    for view in posts:
        counts[view.name] += 1
    return Overview(
        now=now,
        rehearsal=facts.rehearsal,
        plan=found,
        posts=posts,
        counts=counts,
        needs=_needs(posts, _zone(ws), now),
        sending=_sending(ws, planner.histories, facts.rehearsal, now),
        done_this_week=_done_since(entries, week_start(ws, now), now),
        next=next((each.state for each in found.items if each.state.reason in ("planned", "by-hand")), None),
    )


def post_view(post: Post, states: Iterable[State], now: dt.datetime) -> PostView:
    """One post from the states of its deliveries. Without any, the post's own status speaks."""
    ordered = tuple(states)
    name: StateName = min((each.name for each in ordered), key=WORST.index, default=_alone(post))
    times = sorted(each.at for each in ordered if each.at is not None)
    open_ones = (each.at for each in ordered if each.name not in ("published", "cancelled"))
    coming = sorted(at for at in open_ones if at is not None and at >= now)
    return PostView(
        post=post,
        states=ordered,
        name=name,
        done=sum(each.name == "published" for each in ordered),
        total=sum(each.name != "cancelled" for each in ordered),
        at=coming[0] if coming else times[-1] if times else None,
    )


def _alone(post: Post) -> StateName:
    """The state of a post that goes nowhere: a ready one without any account is blocked."""
    return "blocked" if post.status == "ready" else post.status


def _needs(posts: Iterable[PostView], tz: dt.tzinfo, now: dt.datetime) -> tuple[NeedView, ...]:
    today = now.astimezone(tz).date()
    found = [
        NeedView(post=view.post, need=need, overdue=need.due is not None and need.due < today)
        for view in posts
        if view.name not in ("published", "cancelled")
        for need in view.post.needs
        if not need.done
    ]
    return tuple(sorted(found, key=lambda each: (each.need.due or dt.date.max, each.post.path)))


def week_start(ws: Workspace, now: dt.datetime) -> dt.datetime:
    """When the brand's week began, in UTC."""
    local = now.astimezone(_zone(ws))
    back = (local.weekday() + (ws.brand.week_starts == "sunday")) % 7
    first = (local - dt.timedelta(days=back)).date()
    return dt.datetime.combine(first, dt.time(), tzinfo=local.tzinfo).astimezone(UTC)


def _zone(ws: Workspace) -> dt.tzinfo:
    try:
        return zone(ws.brand.time_zone)
    except ValueError:
        return UTC


def _is_out(entry: Entry) -> bool:
    """An event that says a message is out; a person's word counts."""
    return entry.event in ("published", "adopted") or (
        entry.event == "resolved" and entry.data.get("as") == "published"
    )


def _sending(ws: Workspace, histories: Histories, rehearsal: bool, now: dt.datetime) -> Sending:
    if rehearsal or ws.policy is None:
        return "rehearsal-only"
    held = any(each.scope == "all" and each.over(now) is None for each in histories.pauses)
    return "paused" if held else "on"


def _done_since(entries: Iterable[Entry], since: dt.datetime, now: dt.datetime) -> int:
    return len({
        entry.key
        for entry in entries
        if _is_out(entry) and (at := instant(entry.at)) is not None and since <= at <= now
    })  # fmt: skip
