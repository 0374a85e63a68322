"""A rehearsal: everything that is due goes to the embedded sandbox, under a ledger that never leaves this clone."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Iterator

from smmgit.errors import LostRace
from smmgit.files.workspace import load
from smmgit.git.ledger import REHEARSAL, Ledger
from smmgit.git.repo import Repo
from smmgit.jobs.publishing.book import Book
from smmgit.jobs.publishing.outlets import Outlets
from smmgit.jobs.publishing.reconcile import Reconciler
from smmgit.jobs.publishing.run import Run
from smmgit.jobs.publishing.sender import Parcel, Sender, Sent
from smmgit.jobs.publishing.timing import Timing, pinned, stamp
from smmgit.jobs.publishing.watch import NEXT, Watch, tags_asked
from smmgit.model.delivery import Key, NotSent
from smmgit.model.say import Say
from smmgit.model.workspace import Workspace
from smmgit.plan.deliveries import at_their_time, deliveries
from smmgit.plan.occurrences import Window
from smmgit.plan.plan import Planned, Planner
from smmgit.plan.state import Facts
from smmgit.platforms.adapter import Adapter, Setting
from smmgit.platforms.adapters import sandbox

LOCK = "rehearsal.lock"
OpenAdapter = Callable[[Setting], Adapter]


def rehearse(
    root: str,
    now: dt.datetime,
    *,
    since: dt.datetime | None = None,
    dry_run: bool = False,
    restart: bool = False,
    ws: Workspace | None = None,
    open_adapter: OpenAdapter = sandbox.adapter,
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
        planner = Planner(ws, known, facts)
        return _foreseen(ws, planner, now, since)
    with _alone(root):
        restarted = _tied(root, ledger, now, restart)
        planner = Planner(ws, ledger.entries(), facts)
        clock, timing = pinned(since or now), Timing()
        book = Book(ledger, planner, clock, timing, commit, os.urandom(8).hex())
        outlets = Outlets(ws, root, {}, open_adapter, lambda why: Say(why, why), timing, rehearsal=True)
        # The lock is ours, so whatever run left something open is over.
        finder = Reconciler(planner, book, outlets, clock, timing, lambda past: None, alone=True)
        finished = finder.finish().settled
        sent: list[Sent] = []
        watch = Watch(ws, planner)
        plan = None
        for moment, paths in _moments(ws, watch, now, since):
            sender = Sender(planner, book.at(pinned(moment)), outlets, pinned(moment), timing, _packed, lambda item: "")
            tried: set[Key] = set()
            plan = watch.plan(moment, paths)
            # One delivery may wait for another that leaves in the same run, so the plan is made anew.
            while due := [item for item in plan.due if item.delivery.key not in tried]:
                tried |= {item.delivery.key for item in due}
                sent.extend(sender.send(due))
                plan = watch.plan(moment, paths)
    return Run(sent=tuple(sent), finished=finished, plan=plan or planner.plan(now, ()), restarted=restarted)


def _packed(item: Planned) -> Parcel:
    """The sandbox shows the files themselves: no bytes travel."""
    return Parcel(item=item)


def _foreseen(ws: Workspace, planner: Planner, now: dt.datetime, since: dt.datetime | None) -> Run:
    """What would be sent."""
    watch = Watch(ws, planner)
    due: dict[Key, Planned] = {}
    plan = None
    for moment, paths in _moments(ws, watch, now, since):
        plan = watch.plan(moment, paths)
        due |= {item.delivery.key: item for item in plan.due}
    sent = tuple(Sent(item=each, outcome=NotSent(reason="dry-run"), parts=0) for each in due.values())
    return Run(sent=sent, plan=plan or planner.plan(now, ()), dry_run=True)


def _moments(
    ws: Workspace, watch: Watch, now: dt.datetime, since: dt.datetime | None
) -> Iterator[tuple[dt.datetime, set[str]]]:
    """When to look, and at which posts: every planned instant since then, at last everything now."""
    if since is not None:
        times: dict[dt.datetime, set[str]] = {}
        for each in deliveries(ws, Window(since, now)):
            if each.asap or (each.at is not None and since <= each.at <= now):
                times.setdefault(each.at or since, set()).add(each.path)
        watch.judge(set().union(*times.values()), since)
        yield from sorted(times.items())
    yield now, at_their_time(ws, now, coming=NEXT)


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
