"""Where does one delivery stand, why, and what would change it? Derived every time, stored nowhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, field

from smmgit.model.delivery import Delivery, State
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from smmgit.model.rendition import Rendition
from smmgit.model.say import Say
from smmgit.model.when import resolve
from smmgit.model.workspace import Workspace
from smmgit.plan.approval import Evidence, verdict
from smmgit.plan.history import Histories, History
from smmgit.plan.pauses import fell_due, holding
from smmgit.plan.reasons import REASONS

PUNCTUAL = dt.timedelta(minutes=15)  # later than this is called late

Errors = Mapping[tuple[str, str], tuple[str, ...]]


class Facts(Struct, frozen=True, kw_only=True):
    """What the edges saw, besides content and ledger.

    `rehearsal`: every channel goes to the sandbox, and what only people or networks can give
    (approval, an address that answers) counts as given. `errors`: see `errors_of`. `tags`: git's tags.
    `adapters` are the platforms smmgit can speak to, None when nobody asked; on the others a person posts.
    `silent` are addresses that posts wait for and that did not answer.
    """

    rehearsal: bool = False
    errors: Errors = field(default_factory=dict)
    tags: frozenset[str] = frozenset()
    adapters: frozenset[str] | None = None
    evidence: Evidence = Evidence()
    silent: frozenset[str] = frozenset()


class Guard(Struct, frozen=True):
    """A reason found by looking at all deliveries together, with the words that fill its sentence."""

    reason: str
    values: dict[str, Any] = {}


def errors_of(findings: Iterable[Finding]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The rules with errors, by (file, channel); channel is empty where the whole post is meant."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for finding in findings:
        if finding.severity == "error":
            place = (finding.path, finding.channel)
            rules = found.get(place, ())
            if finding.rule not in rules:
                found[place] = (*rules, finding.rule)
    return found


def state_of(
    delivery: Delivery,
    post: Post,
    histories: Histories,
    now: dt.datetime,
    facts: Facts,
    ws: Workspace,
    guard: Guard | None = None,
    rendition: Rendition | None = None,
) -> State:
    """The state of one delivery at `now`. What the ledger says wins over the file, the file over the clock."""
    past = histories.of(delivery.key)
    if past is not None and (known := _from_ledger(delivery, past)) is not None:
        return known
    if (said := _from_author(delivery, post)) is not None:
        return said
    if delivery.not_after is not None and now > delivery.not_after:
        late = not facts.rehearsal and verdict(delivery, post, ws, histories, facts.evidence, rendition)
        return state(delivery, "approved-late" if late and late.reason == "approved-late" else "missed")
    if not facts.rehearsal and (undecided := fell_due(delivery, post, ws, histories, now)) is not None:
        return state(delivery, "fell-due", pause=undecided.reason or undecided.scope)
    if guard is not None:
        return state(delivery, guard.reason, **guard.values)
    rules = facts.errors.get((post.path, ""), ()) + facts.errors.get((post.path, delivery.key.channel), ())
    if rules:
        return state(delivery, "findings", rules=", ".join(dict.fromkeys(rules)))
    if (waits := _precondition(delivery, post, histories, now, facts, ws)) is not None:
        return waits
    if facts.rehearsal:
        return _from_clock(delivery, now, ws, facts)
    yes = verdict(delivery, post, ws, histories, facts.evidence, rendition)
    if yes.reason:
        return state(delivery, yes.reason, **yes.values)
    paused = holding(delivery, post, ws, histories, now)
    if paused is not None:
        return state(delivery, "paused", pause=paused.reason or paused.scope)
    return _from_clock(delivery, now, ws, facts)


def state(delivery: Delivery, reason: str, url: str = "", **values: Any) -> State:
    """The state a reason means, its sentence filled."""
    row = REASONS[reason]
    return State(
        key=delivery.key,
        name=row.name,
        reason=reason,
        says=_filled(row.says, values) if values else row.says,
        change=row.change,
        at=delivery.at,
        url=url,
    )


def _filled(sentence: Say, values: Mapping[str, Any]) -> Say:
    """The sentence with its fields filled; a field that is itself a sentence speaks both languages."""
    en = {name: value.en if isinstance(value, Say) else value for name, value in values.items()}
    fr = {name: value.fr if isinstance(value, Say) else value for name, value in values.items()}
    return Say(sentence.en.format_map(en), sentence.fr.format_map(fr))


def is_by_hand(platform: str, facts: Facts) -> bool:
    """Does a person post there: because the channel says so, or because smmgit does not speak to that network?"""
    return platform == "manual" or (facts.adapters is not None and platform not in facts.adapters)


def _from_ledger(delivery: Delivery, past: History) -> State | None:
    standing = past.standing
    if standing == "published":
        first = past.done.get(0) or past.ending
        reason = past.after.event if past.after is not None else "published"
        return state(delivery, reason, url=first.url if first else "")
    if standing in ("rejected", "unknown"):
        why = past.ending.reason if past.ending else ""
        return state(delivery, standing, why=why or "?")
    if standing == "skipped":
        return state(delivery, "skipped")
    if past.done and delivery.rendition and past.rendition and delivery.rendition != past.rendition:
        return state(delivery, "changed-midway", done=len(past.done), parts=past.parts)
    if standing == "open":
        return state(delivery, "interrupted")
    return None


def _from_author(delivery: Delivery, post: Post) -> State | None:
    if post.status == "cancelled":
        return state(delivery, "withdrawn")
    if post.status in ("idea", "draft"):
        return state(delivery, post.status)
    missing = [f"{need.what} ({need.by})" if need.by else need.what for need in post.needs if not need.done]
    if missing:
        return state(delivery, "needs", needs=", ".join(missing))
    if delivery.at is None and not delivery.asap:
        return state(delivery, "undated")
    return None


def _precondition(
    delivery: Delivery, post: Post, histories: Histories, now: dt.datetime, facts: Facts, ws: Workspace
) -> State | None:
    """The first precondition in the way. Other posts and tags are asked for once it is time."""
    leaves = max(now, delivery.at or now)
    for each in post.requires:
        if each.embargo is not None and each.embargo.local is not None:
            try:
                ends = resolve(each.embargo.local, ws.brand.time_zone).at
            except (ValueError, OverflowError):
                ends = dt.datetime.max.replace(tzinfo=dt.UTC)
            if leaves < ends:
                return state(delivery, "embargo")
        if leaves == now and each.post and not histories.live(each.post):
            return state(delivery, "waits-for-post", post=each.post)
        if leaves == now and each.tag and each.tag not in facts.tags:
            return state(delivery, "waits-for-tag", tag=each.tag)
        if leaves == now and each.url and each.url in facts.silent:
            return state(delivery, "waits-for-url", url_asked=each.url)
    return None


def _from_clock(delivery: Delivery, now: dt.datetime, ws: Workspace, facts: Facts) -> State:
    channel = ws.channel(delivery.key.channel)
    due = delivery.at is None or delivery.at <= now
    if channel is not None and is_by_hand(channel.platform, facts):
        return state(delivery, "by-hand-now" if due else "by-hand")
    if delivery.at is None:
        return state(delivery, "asap")
    if not due:
        return state(delivery, "planned")
    late = now - delivery.at
    return (
        state(delivery, "late", minutes=int(late.total_seconds() // 60)) if late > PUNCTUAL else state(delivery, "due")
    )
