"""Send what is due for real: plan, reserve, send, record, and first of all finish what an earlier run left open."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping

from smmgit.errors import ConfigError
from smmgit.git.index import Index
from smmgit.git.ledger import Ledger
from smmgit.git.repo import Repo
from smmgit.jobs import by_hand
from smmgit.jobs.publishing import outbox
from smmgit.jobs.publishing.book import Book
from smmgit.jobs.publishing.evidence import Looker
from smmgit.jobs.publishing.opening import checked, sendable
from smmgit.jobs.publishing.outlets import Outlets
from smmgit.jobs.publishing.parcels import Packer
from smmgit.jobs.publishing.reconcile import Reconciler
from smmgit.jobs.publishing.run import Run
from smmgit.jobs.publishing.sender import Sender, Sent
from smmgit.jobs.publishing.source import Source, may_publish
from smmgit.jobs.publishing.timing import Clock, Timing, stamp, wall
from smmgit.jobs.publishing.watch import NEXT, Watch, tags_asked
from smmgit.model.delivery import Entry, Key, NotSent, Published
from smmgit.model.rendition import Rendition
from smmgit.model.say import Say
from smmgit.model.sending.why import explain
from smmgit.model.workspace import Workspace
from smmgit.plan.deliveries import at_their_time
from smmgit.plan.history import History, instant
from smmgit.plan.pauses import holding
from smmgit.plan.plan import Plan, Planned, Planner
from smmgit.plan.state import Facts
from smmgit.platforms.adapter import Adapter, Setting
from smmgit.platforms.reach import answers, download
from smmgit.platforms.registry import open_adapter

OpenAdapter = Callable[[Setting], Adapter]
NAP = 5.0  # seconds between two looks at the clock while waiting for what falls due


class Publisher:
    """One run over one commit. `environ` holds the secrets; nothing else of this machine is looked at."""

    def __init__(
        self,
        root: str,
        environ: Mapping[str, str],
        *,
        clock: Clock | None = None,
        timing: Timing | None = None,
        open_adapter: OpenAdapter = open_adapter,
        channels: frozenset[str] | None = None,
        until: dt.timedelta = dt.timedelta(),
    ) -> None:
        self.root = root
        self._until = until
        self.clock = clock or wall()
        self.timing = timing or Timing()
        self._channels = channels
        self._repo = Repo.open(root)
        self._source = Source(self._repo, root)
        self.ws, self.dirty = self._source.here()
        may_publish(self._repo, self.ws, dict(environ))
        self._ledger = Ledger.real(self._repo)
        self._index = Index(self._ledger, root)
        entries = checked(self._index.about(self._asked(until)), self.ws)
        facts = Facts(tags=tags_asked(self._repo, self.ws), adapters=sendable())
        self.planner = Planner(self.ws, entries, facts)
        self._in_order(entries)
        looker = Looker(self._repo, self._source, self.ws, answers)
        self._watch = Watch(self.ws, self.planner, looker, self._index.alike)
        nonce = os.urandom(8).hex()
        self._box = outbox.Outbox(root, nonce)
        self._book = Book(
            self._ledger, self.planner, self.clock, self.timing, self._source.commit, nonce, outbox=self._box
        )
        self.outlets = Outlets(self.ws, root, environ, open_adapter, explain, self.timing)
        self._packer = Packer(self._source, self.ws, self._source.commit, download)
        self._sender = Sender(
            self.planner, self._book, self.outlets, self.clock, self.timing, self._packer.pack, self._holds_back
        )  # fmt: skip
        self._entries = entries

    def run(self) -> Run:
        """Finish what was left open, then send what is due, and what falls due within `until`."""
        ends = self.clock.now() + self._until
        try:
            self._recover()
            finder = Reconciler(
                self.planner, self._book, self.outlets, self.clock, self.timing, self._reread
            )  # fmt: skip
            found = finder.finish(self._channels)
            sent = list(self._sending(ends, finder))
        finally:
            self.outlets.close()
        plan = self._plan()
        late = max((_lateness(each, self.planner) for each in sent), default=dt.timedelta())
        return Run(
            sent=tuple(sent), finished=found.settled, held=found.held, plan=plan, aside=self._aside(plan),
            dirty=self.dirty, pushes=self._book.pushes, late=late,
            by_hand=by_hand.prepare(self.root, self.ws, plan, self._packer.pack, self._channels),
        )  # fmt: skip

    def _asked(self, until: dt.timedelta) -> set[str]:
        """The ids of posts this run may be about: those at their time from now to its end, and what they wait for."""
        now = self.clock.now()
        paths = at_their_time(self.ws, now, coming=NEXT) | at_their_time(self.ws, now + until)
        posts = [post for post in self.ws.posts if post.path in paths]
        return {post.id for post in posts} | {each.post for post in posts for each in post.requires if each.post}

    def _sending(self, ends: dt.datetime, finder: Reconciler) -> Iterator[Sent]:
        tried: dict[Key, float] = {}
        while True:
            self._book.stale = False
            clock = self.clock.monotonic()
            plan = self._plan()
            due = [item for item in plan.due if self._may_try(item.delivery.key, tried, clock)]
            if due:
                done = self._sender.send(due)
                # Those that were not begun, since somebody else wrote first, are planned again at once.
                begun = {each.item.delivery.key for each in done} | self._sender.aside.keys()
                tried |= dict.fromkeys(begun, clock)
                yield from done
                if begun or self._book.stale:
                    continue
            now = self.clock.now()
            if now >= ends:
                return
            coming = [item.state.at for item in plan.items if item.state.name == "scheduled" and item.state.at]
            wait = min([(at - now).total_seconds() for at in coming if at > now] + [(ends - now).total_seconds(), NAP])
            self.clock.sleep(max(wait, 0.05))
            self._book.listen()
            if self.planner.histories.open():
                finder.finish(self._channels)

    def _may_try(self, key: Key, tried: dict[Key, float], clock: float) -> bool:
        if self._channels is not None and key.channel not in self._channels:
            return False
        return key not in tried or clock - tried[key] > self.timing.retry

    def _plan(self) -> Plan:
        return self._watch.plan(self.clock.now())

    def _aside(self, plan: Plan) -> dict[Key, Say]:
        """Why what is still due was not begun."""
        waiting = {item.delivery.key for item in plan.due}
        return {key: why for key, why in self._sender.aside.items() if key in waiting}

    def _holds_back(self, item: Planned) -> str:
        """A pause that came meanwhile, or a time that is over: looked at before every message."""
        now = self.clock.now()
        if holding(item.delivery, item.post, self.ws, self.planner.histories, now) is not None:
            return "paused"
        latest = item.delivery.not_after
        return "too-late" if latest is not None and now > latest else ""

    def _reread(self, past: History) -> Rendition | None:
        """What was reserved, rendered again from the commit it was reserved at, if that still gives the same."""
        from smmgit.render.rendition import render

        reserved = past.reserved
        ws = self._source.at(reserved.commit) if reserved else None
        if ws is None:
            return None
        channel = ws.channel(reserved.channel if reserved else "")
        for post in ws.posts:
            if post.id == past.key.post and channel is not None:
                rendition = render(post, channel, ws)
                return rendition if rendition.digest == past.rendition else None
        return None

    def _recover(self) -> None:
        """Hand in what an earlier run on this machine knew and could not record."""
        for path, entries in outbox.left_behind(self.root):
            for entry in outbox.unrecorded(entries, self._entries, self.planner.histories):
                self._book.learnt(entry)
            self._book.flush()
            os.remove(path)

    def _in_order(self, entries: tuple[Entry, ...]) -> None:
        """A clock behind the ledger's last word is wrong: then nothing it says about due and late can be trusted."""
        last = instant(self.planner.histories.last) if entries else None
        behind = (last - self.clock.now()).total_seconds() if last else 0.0
        if behind > self.timing.skew:
            raise ConfigError(
                f"The clock of this machine is at least {behind:.0f} seconds behind the ledger's last entry.",
                hint="Nothing was sent. Set the clock; on a runner, start the job again.",
            )


def publish(
    root: str, environ: Mapping[str, str], *, until: dt.timedelta = dt.timedelta(),
    channels: frozenset[str] | None = None,
) -> Run:  # fmt: skip
    """Send what is due, and what falls due within `until`; only on `channels` where those are named."""
    return Publisher(root, environ, channels=channels, until=until).run()


def foresee(root: str, now: dt.datetime, ws: Workspace) -> Run:
    """What a run at `now` would send, by what this clone knows; nothing is asked, nothing written."""
    repo = Repo.open(root)
    facts = Facts(tags=tags_asked(repo, ws), adapters=sendable())
    planner = Planner(ws, Ledger.known(repo).entries(), facts)
    plan = Watch(ws, planner, Looker(repo, Source(repo, root), ws, lambda url: True)).plan(now)
    sent = tuple(Sent(item=item, outcome=NotSent(reason="dry-run"), parts=0) for item in plan.due)
    return Run(sent=sent, plan=plan, dry_run=True)


def begin(root: str, now: dt.datetime, ws: Workspace, environ: Mapping[str, str]) -> None:
    """Begin the ledger, once: with the id that `genesis:` gives it."""
    repo = Repo.open(root)
    may_publish(repo, ws, dict(environ))
    if not ws.brand.genesis:
        raise ConfigError(
            "brand/brand.yml gives the ledger no id.",
            hint=f"Add `genesis: {os.urandom(16).hex()}`, commit it, then run this again.",
        )
    ledger = Ledger.real(repo)
    if ledger.entries():
        raise ConfigError("The ledger has begun already.", hint="Nothing more to do: `smmgit publish`.")
    ledger.start(ws.brand.genesis, stamp(now))


def _lateness(sent: Sent, planner: Planner) -> dt.timedelta:
    """How long after its time a delivery went out."""
    past = planner.histories.of(sent.item.delivery.key)
    out = instant(past.at) if past and isinstance(sent.outcome, Published) else None
    at = sent.item.delivery.at
    return max(out - at, dt.timedelta()) if out and at else dt.timedelta()
