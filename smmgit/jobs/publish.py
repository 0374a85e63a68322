"""Send what is due: plan, reserve, send, record, and first of all finish what an earlier run left open."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import msgspec
from msgspec import Struct

from smmgit.errors import LostRace
from smmgit.files.workspace import load
from smmgit.git.ledger import REHEARSAL, Ledger
from smmgit.git.repo import Repo
from smmgit.model.delivery import Entry, EventName, Key, NotSent, Outcome, Published, Rejected, Unknown
from smmgit.model.rendition import Rendition
from smmgit.model.workspace import Workspace
from smmgit.plan.deliveries import at_their_time, deliveries
from smmgit.plan.guards import likeness
from smmgit.plan.history import History
from smmgit.plan.occurrences import Window
from smmgit.plan.plan import Plan, Planned, Planner
from smmgit.plan.state import Facts, errors_of
from smmgit.platforms.adapter import Absent, Adapter, Message, Prepared
from smmgit.platforms.adapters import sandbox

# About ten seconds' sending; a crash leaves at most this many intentions to look up.
BATCH = 50
NEXT = 20  # deliveries ahead that are planned too, to say what comes next
LOCK = "rehearsal.lock"
ENDINGS: dict[type, EventName] = {Rejected: "rejected", NotSent: "not_sent", Unknown: "unknown"}
OpenAdapter = Callable[[str, str], Adapter]


class Sent(Struct, frozen=True, kw_only=True):
    """What became of one delivery: how its last message ended, and how many are out."""

    item: Planned
    outcome: Outcome
    parts: int


class Run(Struct, frozen=True, kw_only=True):
    """What a run did. `finished` are deliveries an earlier run had left open.

    `plan` is how things stand after, for what is at its time and what comes next: not for everything.
    `restarted` says that an earlier rehearsal was forgotten because its feeds or its record were gone.
    """

    sent: tuple[Sent, ...]
    finished: tuple[Key, ...]
    plan: Plan
    restarted: bool = False
    dry_run: bool = False

    @property
    def needs_a_person(self) -> bool:
        """Was something refused, left unclear, or held back at its time?"""
        unclear = any(not isinstance(each.outcome, Published | NotSent) for each in self.sent)
        return unclear or bool(self.plan.held)


def rehearse(
    root: str,
    now: dt.datetime,
    *,
    since: dt.datetime | None = None,
    dry_run: bool = False,
    restart: bool = False,
    ws: Workspace | None = None,
    open_adapter: OpenAdapter = sandbox.Sandbox,
) -> Run:
    """Send what is due at `now` (UTC) to the sandbox; run again, it does nothing.

    `since` plays the time from there to `now`, as if a runner had been watching all along. `restart`
    forgets the earlier rehearsal first. A dry run says what would be sent and writes nothing anywhere.
    """
    repo = Repo.open(root)
    commit = repo.head()
    ledger = Ledger(repo, REHEARSAL)
    ws = ws or load(root, cache=not dry_run)
    facts = Facts(rehearsal=True, tags=tags_asked(repo, ws))
    if dry_run:
        known = () if restart or ledger.genesis() != sandbox.belongs_to(root) else ledger.entries()
        return _Rehearsal(ws, known, facts, ledger, commit, partial(open_adapter, root)).dry(now, since)
    with _alone(root):
        restarted = _tied(root, ledger, now, restart)
        run = _Rehearsal(ws, ledger.entries(), facts, ledger, commit, partial(open_adapter, root))
        return msgspec.structs.replace(run.real(now, since), restarted=restarted)


class _Rehearsal:
    """One run over one workspace."""

    def __init__(
        self,
        ws: Workspace,
        entries: Sequence[Entry],
        facts: Facts,
        ledger: Ledger,
        commit: str,
        adapter: Callable[[str], Adapter],
    ) -> None:
        self._ws = ws
        self._planner = Planner(ws, entries, facts)
        self._ledger = ledger
        self._commit = commit
        self._adapter = adapter
        self._nonce = os.urandom(8).hex()
        self._judged: set[str] = set()

    def dry(self, now: dt.datetime, since: dt.datetime | None) -> Run:
        """What would be sent."""
        due: dict[Key, Planned] = {}
        for moment, paths in self._moments(now, since):
            plan = self._checked(moment, paths)
            due |= {item.delivery.key: item for item in plan.due}
        sent = tuple(Sent(item=each, outcome=NotSent(reason="dry run"), parts=0) for each in due.values())
        return Run(sent=sent, finished=(), plan=plan, dry_run=True)

    def real(self, now: dt.datetime, since: dt.datetime | None) -> Run:
        """Finish what was left open, then send what is due."""
        finished = self._finish(since or now)
        sent: list[Sent] = []
        for moment, paths in self._moments(now, since):
            tried: set[Key] = set()
            plan = self._checked(moment, paths)
            # One delivery may wait for another that leaves in the same run, so the plan is made anew.
            while due := [item for item in plan.due if item.delivery.key not in tried]:
                tried |= {item.delivery.key for item in due}
                for start in range(0, len(due), BATCH):
                    sent.extend(self._send(due[start : start + BATCH], moment))
                plan = self._checked(moment, paths)
        return Run(sent=tuple(sent), finished=finished, plan=plan)

    def _moments(self, now: dt.datetime, since: dt.datetime | None) -> Iterator[tuple[dt.datetime, set[str]]]:
        """When to look, and at which posts: every planned instant since then, at last everything now."""
        if since is not None:
            times: dict[dt.datetime, set[str]] = {}
            for each in deliveries(self._ws, Window(since, now)):
                if each.asap or (each.at is not None and since <= each.at <= now):
                    times.setdefault(each.at or since, set()).add(each.path)
            self._judge(set().union(*times.values()), since)
            yield from sorted(times.items())
        yield now, at_their_time(self._ws, now, coming=NEXT)

    def _checked(self, now: dt.datetime, paths: set[str]) -> Plan:
        """The plan, with what is due checked by lint: a post with errors is held."""
        plan = self._planner.plan(now, paths)
        if self._judge({item.post.path for item in plan.due}, now):
            plan = self._planner.plan(now, paths)
        return plan

    def _judge(self, paths: set[str], now: dt.datetime) -> bool:
        """Lint files that were not judged yet; True if that found errors."""
        paths = paths - self._judged
        if not paths:
            return False
        self._judged |= paths
        from smmgit.lint.engine import lint  # a run with nothing due does not pay for the judge

        found = errors_of(lint(self._ws, now, published=self._planner.histories.published(), paths=paths))
        facts = self._planner.facts
        self._planner.facts = msgspec.structs.replace(facts, errors={**facts.errors, **found})
        return bool(found)

    def _send(self, batch: Sequence[Planned], now: dt.datetime) -> list[Sent]:
        """Reserve a batch, send each delivery, record what became of it."""
        self._record([self._reservation(item, now) for item in batch])
        sent: list[Sent] = []
        events: list[Entry] = []
        try:
            for item in batch:
                sent.append(self._send_one(item, now, events))
        finally:
            # What is known is recorded even when something broke; the rest stays open and is looked up.
            self._record(events)
        return sent

    def _reservation(self, item: Planned, now: dt.datetime) -> Entry:
        delivery = item.delivery
        noted = {"path": item.post.path, "parts": delivery.parts}
        if delivery.at is not None:
            noted["planned"] = delivery.at.isoformat()
        if item.rendition is not None:
            noted["likeness"] = likeness(item.rendition)
        return self._entry("reserved", delivery.key, now, rendition=delivery.rendition, data=noted)

    def _send_one(self, item: Planned, now: dt.datetime, events: list[Entry]) -> Sent:
        key, digest = item.delivery.key, item.delivery.rendition
        past = self._planner.histories.of(key)
        done = past.done if past else {}
        adapter = self._adapter(key.channel)
        prior: list[Published] = []
        outcome: Outcome = NotSent(reason="nothing to send")
        for number in range(item.delivery.parts):
            if number in done:
                outcome = Published(remote_id=done[number].remote_id, url=done[number].url)
            else:
                message = _message(item.rendition, number, item.delivery.at or now)
                outcome = adapter.publish(message, Prepared(), key, tuple(prior), lambda step: None)
                events.append(self._outcome(outcome, key, number, now, digest))
            if not isinstance(outcome, Published):
                break
            prior.append(outcome)
        return Sent(item=item, outcome=outcome, parts=len(prior))

    def _outcome(self, outcome: Outcome, key: Key, part: int, now: dt.datetime, digest: str) -> Entry:
        if isinstance(outcome, Published):
            return self._entry(
                "published", key, now, part=part, rendition=digest, remote_id=outcome.remote_id, url=outcome.url
            )
        return self._entry(ENDINGS[type(outcome)], key, now, part=part, rendition=digest, reason=outcome.reason)

    def _finish(self, now: dt.datetime) -> tuple[Key, ...]:
        """Look up what an earlier run left open. The lock is ours, so that run is over."""
        left = self._planner.histories.open()
        if not left:
            return ()
        self._record([self._entry("took_over", past.key, now, rendition=past.rendition) for past in left])
        events: list[Entry] = []
        for past in left:
            events.extend(self._found(past, now))
        self._record(events)
        return tuple(past.key for past in left)

    def _found(self, past: History, now: dt.datetime) -> Iterator[Entry]:
        """What the sandbox says of a delivery's messages, up to the first that is not there."""
        key = past.key
        adapter = self._adapter(key.channel)
        for number in range(past.parts):
            if number in past.done:
                continue
            there = adapter.find(_message(None, number, now), key, (), now, frozenset())
            if isinstance(there, Published):
                yield self._entry(
                    "adopted", key, now, part=number, rendition=past.rendition, remote_id=there.remote_id, url=there.url
                )
            elif isinstance(there, Absent):
                yield self._entry("not_sent", key, now, part=number, reason="looked up: it is not there")
                return
            else:
                yield self._entry("unknown", key, now, part=number, reason=there.reason)
                return

    def _entry(self, event: EventName, key: Key, now: dt.datetime, **values: Any) -> Entry:
        return Entry(
            at=stamp(now), event=event, nonce=self._nonce, commit=self._commit,
            post=key.post, channel=key.channel, occurrence=key.occurrence, **values,
        )  # fmt: skip

    def _record(self, entries: Sequence[Entry]) -> None:
        self._ledger.append(entries)
        self._planner.learn(entries)


def _message(rendition: Rendition | None, number: int, at: dt.datetime) -> Message:
    shown = rendition or Rendition(post="", channel="", platform="sandbox")
    return Message(rendition=shown, number=number, at=at)


def tags_asked(repo: Repo, ws: Workspace) -> frozenset[str]:
    """Git's tags, looked at only where a post waits for one."""
    return repo.tags() if any(each.tag for post in ws.posts for each in post.requires) else frozenset()


def stamp(at: dt.datetime) -> str:
    """An instant as the ledger writes it: `2026-11-23T07:00:00Z`."""
    return at.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _tied(root: str, ledger: Ledger, now: dt.datetime, restart: bool) -> bool:
    """See that feeds and ledger belong together, or begin both anew. True if an earlier rehearsal was forgotten."""
    tie = sandbox.belongs_to(root)
    if not restart and tie and ledger.genesis() == tie:
        return False
    forgotten = bool(tie or ledger.tip)
    genesis = os.urandom(16).hex()
    ledger.drop()
    sandbox.begin(root, genesis)
    ledger.start(genesis, stamp(now))
    return forgotten


@contextlib.contextmanager
def _alone(root: str) -> Iterator[None]:
    """Only one rehearsal at a time in one working tree; the lock ends with its process, however that ends."""
    import fcntl

    sandbox.prepare(root)
    with open(os.path.join(root, sandbox.FOLDER, LOCK), "ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise LostRace("Another rehearsal is running here; it will send what is due.") from error
        yield
