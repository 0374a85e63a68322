"""What a run writes into the ledger and hears from it: intentions before, facts after, and others' words between."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any

from smmgit.errors import LostRace
from smmgit.git.ledger import Ledger
from smmgit.jobs.publishing import runner
from smmgit.jobs.publishing.outbox import Outbox
from smmgit.jobs.publishing.timing import Clock, Timing, stamp
from smmgit.model.delivery import Entry, EventName, Key
from smmgit.plan.history import History
from smmgit.plan.plan import Planner


class Book:
    """One run's hand on the ledger.

    `stale` turns True when somebody else wrote since the last plan: what was decided then must be decided anew.
    """

    def __init__(
        self, ledger: Ledger, planner: Planner, clock: Clock, timing: Timing, commit: str, nonce: str,
        outbox: Outbox | None = None,
    ) -> None:  # fmt: skip
        self.nonce = nonce
        self.stale = False
        self.pushes = 0
        self._ledger = ledger
        self._planner = planner
        self._clock = clock
        self._timing = timing
        self._commit = commit
        self._outbox = outbox
        self._looked = clock.monotonic()
        self._facts: list[Entry] = []

    def at(self, clock: Clock) -> Book:
        """The same hand by another clock: a rehearsal goes through its moments one after the other."""
        self._clock = clock
        return self

    def entry(self, event: EventName, key: Key, **values: Any) -> Entry:
        """An entry of this run, now."""
        values.setdefault("commit", self._commit)
        return Entry(
            at=stamp(self._clock.now()), event=event, nonce=self.nonce,
            post=key.post, channel=key.channel, occurrence=key.occurrence, **values,
        )  # fmt: skip

    def claim(self, event: EventName, key: Key, **values: Any) -> Entry:
        """An entry that takes hold of a delivery for the time of the lease."""
        data = {**values.pop("data", {}), "runner": runner.identity()}
        return self.entry(event, key, lease=round(self._timing.lease), data=data, **values)

    def learnt(self, entry: Entry) -> None:
        """A fact: on disk at once, in the ledger with the next push."""
        self._facts.append(entry)
        self._planner.learn([entry])
        if self._outbox is not None:
            # A full disk must not hide what happened: the ledger, or the next run's look, still tells.
            with contextlib.suppress(OSError):
                self._outbox.keep(entry)

    def intend(self, entries: Sequence[Entry]) -> bool:
        """Push intentions, and with them all facts; False if somebody else wrote first: then only facts are in."""
        try:
            self._ledger.append([*self._facts, *entries])
        except LostRace:
            self._hear(self._ledger.news())
            self.flush()
            return False
        self._written()
        self._planner.learn(entries)
        return True

    def flush(self) -> None:
        """Push the facts. `StoreError` if that fails for good; they stay on disk."""
        if self._facts:
            self._ledger.record(self._facts, self._hear, self._clock.sleep)
            self._written()

    def listen(self) -> None:
        """Hear what others wrote, unless that was just done. `StoreError` if the ledger cannot be read."""
        if self._clock.monotonic() - self._looked > self._timing.fresh:
            self._hear(self._ledger.news())

    def holds(self, key: Key) -> bool:
        """Is this delivery still ours to send?"""
        past: History | None = self._planner.histories.of(key)
        return past is not None and past.holder is not None and past.holder.nonce == self.nonce

    def _hear(self, entries: Sequence[Entry]) -> None:
        self._looked = self._clock.monotonic()
        if entries:
            self.stale = True
            self._planner.learn(entries)

    def _written(self) -> None:
        self.pushes += 1
        self._looked = self._clock.monotonic()
        self._facts = []
        if self._outbox is not None:
            self._outbox.clear()
