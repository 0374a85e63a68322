"""What people post themselves: prepare it at its time, and say what comes up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from smmgit.git.ledger import REHEARSAL, Ledger
from smmgit.git.repo import Repo
from smmgit.jobs.publishing.evidence import Looker
from smmgit.jobs.publishing.opening import sendable
from smmgit.jobs.publishing.run import Package
from smmgit.jobs.publishing.sender import Pack, message_of
from smmgit.jobs.publishing.source import Source
from smmgit.jobs.publishing.watch import Watch, tags_asked
from smmgit.model.rendition import Rendition
from smmgit.model.say import Say
from smmgit.model.sending.why import explain
from smmgit.model.workspace import Workspace
from smmgit.plan.plan import Plan, Planned, Planner
from smmgit.plan.state import Facts
from smmgit.platforms.adapter import Prepared, Setting
from smmgit.platforms.adapters import manual

AHEAD = dt.timedelta(hours=36)
BROKE = Say("could not be prepared: {why}", "n'a pas pu être préparé : {why}")


def prepare(
    root: str, ws: Workspace, plan: Plan, pack: Pack, channels: Collection[str] | None = None
) -> tuple[Package, ...]:
    """The packages of what people post now, only on `channels` where those are named. Failures are told, not raised."""
    return tuple(
        _prepared(root, ws, plan.now, item, pack)
        for item in plan.items
        if item.state.reason == "by-hand-now" and (channels is None or item.delivery.key.channel in channels)
    )


def _prepared(root: str, ws: Workspace, now: dt.datetime, item: Planned, pack: Pack) -> Package:
    key = item.delivery.key
    channel, spec = ws.channel(key.channel), ws.specs.get("manual")
    if item.rendition is None or channel is None or spec is None:
        return Package(item=item, trouble=BROKE.with_(why=key.channel))
    if not manual.ready(root, key, item.delivery.rendition):
        try:
            parcel = pack(item)
            if isinstance(parcel, Say):
                return Package(item=item, trouble=parcel)
            hand = manual.adapter(
                Setting(channel=channel, spec=spec, root=root, lang=ws.brand.lang, time_zone=ws.brand.time_zone)
            )
            message = message_of(parcel, 0, item.delivery.at or now)
            outcome = hand.publish(message, Prepared(), key, (), lambda step: None)
        except Exception as error:  # what was sent is sent: no package may take the run down with it
            return Package(item=item, trouble=BROKE.with_(why=f"{type(error).__name__}: {error}"))
        if not manual.ready(root, key, item.delivery.rendition):
            return Package(item=item, trouble=explain(getattr(outcome, "reason", "?")))
    return Package(item=item, folder=manual.place(key))


class Task(Package, frozen=True, kw_only=True):
    """A delivery that a person posts, now or soon, as it will be shown; `folder` where its package lies here."""

    rendition: Rendition


def tasks(root: str, ws: Workspace, now: dt.datetime, *, rehearsal: bool) -> tuple[Task, ...]:
    """What people post now and in the next hours, by what this clone knows; lint and approvals looked at first."""
    repo = Repo.open(root)
    ledger = Ledger(repo, REHEARSAL) if rehearsal else Ledger.known(repo)
    facts = Facts(rehearsal=rehearsal, tags=tags_asked(repo, ws), adapters=sendable())
    planner = Planner(ws, ledger.entries(), facts)
    looker = None if rehearsal else Looker(repo, Source(repo, root), ws, lambda url: True)
    paths = {item.post.path for item in _by_hand(planner.plan(now), now)}
    Watch(ws, planner, looker).judge(paths, now)
    return tuple(
        Task(
            item=item,
            rendition=item.rendition,
            folder=manual.place(key) if manual.ready(root, key, item.delivery.rendition) else "",
        )
        for item in _by_hand(planner.plan(now, paths, render_all=True), now)
        if item.rendition is not None and (key := item.delivery.key)
    )


def _by_hand(plan: Plan, now: dt.datetime) -> list[Planned]:
    ends = now + AHEAD
    return [
        item
        for item in plan.items
        if item.state.name == "by-hand" and (item.delivery.at is None or item.delivery.at <= ends)
    ]
