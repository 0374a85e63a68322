"""Finish what an earlier run left open: look whether it is out, and never send on a guess."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from msgspec import Struct

from smmgit.jobs.publishing import runner
from smmgit.jobs.publishing.book import Book
from smmgit.jobs.publishing.outlets import Outlets
from smmgit.jobs.publishing.timing import Clock, Timing
from smmgit.model.delivery import Entry, Key, Published, Unknown
from smmgit.model.rendition import Rendition
from smmgit.plan.history import History, instant
from smmgit.plan.plan import Planner
from smmgit.platforms.adapter import Absent, Adapter, Message

# What was reserved, read again from the commit it was reserved at; None where that cannot be had any more.
Reread = Callable[[History], Rendition | None]


class Found(Struct, frozen=True, kw_only=True):
    """What a look at the open deliveries came to: those that are settled now, and those another run still holds."""

    settled: tuple[Key, ...] = ()
    held: tuple[Key, ...] = ()


class Reconciler:
    """Looks up open deliveries for one run. `alone`: no other run can be under way, by a lock."""

    def __init__(
        self,
        planner: Planner,
        book: Book,
        outlets: Outlets,
        clock: Clock,
        timing: Timing,
        reread: Reread,
        *,
        alone: bool = False,
    ) -> None:
        self._planner = planner
        self._book = book
        self._outlets = outlets
        self._clock = clock
        self._timing = timing
        self._reread = reread
        self._alone = alone

    def finish(self, channels: frozenset[str] | None = None) -> Found:
        """Take over every open delivery whose runner is surely done, and say what became of it."""
        free: list[History] = []
        held: list[Key] = []
        for past in self._planner.histories.open():
            if channels is not None and past.key.channel not in channels:
                continue
            (free.append(past) if self._is_free(past) else held.append(past.key))
        if not free:
            return Found(held=tuple(held))
        # By compare-and-swap: of two runs that see the same, one takes over.
        claims = [self._book.claim("took_over", past.key, rendition=past.rendition) for past in free]
        if not self._book.intend(claims):
            return Found(held=(*held, *(past.key for past in free)))
        settled: list[Key] = []
        for past in free:
            for entry in self._look(past):
                self._book.learnt(entry)
            settled.append(past.key)
        self._book.flush()
        return Found(settled=tuple(settled), held=tuple(held))

    def _is_free(self, past: History) -> bool:
        holder = past.holder
        if self._alone or holder is None or holder.nonce == self._book.nonce:
            return True
        if runner.is_gone(str(holder.data.get("runner", ""))):
            return True
        began = instant(holder.at)
        # The other clock may be wrong by as much as ours: only after all of that is the call certainly over.
        wait = dt.timedelta(seconds=holder.lease + self._timing.request + self._timing.skew)
        return began is None or self._clock.now() > began + wait

    def _look(self, past: History) -> Iterator[Entry]:
        """What is known now of a delivery's messages, up to the first that is not there."""
        key = past.key
        outlet = self._outlets.of(key.channel)
        if outlet is None:
            yield from self._cannot_tell(past, 0, "no-access")
            return
        rendition = self._reread(past)
        if rendition is None and outlet.adapter.duplicates in ("keyed", "listable"):
            yield from self._cannot_tell(past, 0, "cannot-rebuild")
            return
        shown = rendition or Rendition(post=key.post, channel=key.channel, platform="")
        at = instant(past.said("planned")) or instant(past.reserved.at if past.reserved else "") or self._clock.now()
        prior: list[Published] = []
        for number in range(past.parts):
            if number in past.done:
                prior.append(Published(remote_id=past.done[number].remote_id, url=past.done[number].url))
                continue
            message = Message(rendition=shown, number=number, at=at)
            there = self._found(past, message, outlet.adapter, tuple(prior))
            if isinstance(there, Published):
                prior.append(there)
                yield self._book.entry(
                    "adopted", key, part=number, rendition=past.rendition, remote_id=there.remote_id, url=there.url
                )
            elif isinstance(there, Absent):
                yield self._book.entry("not_sent", key, part=number, rendition=past.rendition, reason="looked-absent")
                return
            else:
                yield from self._cannot_tell(past, number, there.reason, outlet.adapter.duplicates == "blind")
                return

    def _found(
        self, past: History, message: Message, adapter: Adapter, prior: tuple[Published, ...]
    ) -> Published | Absent | Unknown:
        """Look once; where a message may still be on its way, wait and look again."""
        began = instant(past.reserved.at) if past.reserved else None
        since = (began or self._clock.now()) - dt.timedelta(seconds=self._timing.skew)
        taken = frozenset(self._planner.histories.remote.get(past.key.channel, ()))
        if adapter.duplicates == "exact" and message.rendition.media and not message.number:
            # Comparing needs the bytes, which only sending packs; sending again under the same key is a no-op.
            return Absent()
        there = adapter.find(message, past.key, prior, since, taken)
        if isinstance(there, Absent) and adapter.duplicates != "exact":
            self._clock.sleep(self._timing.settle)
            there = adapter.find(message, past.key, prior, since, taken)
        return there

    def _cannot_tell(self, past: History, number: int, why: str, blind: bool = False) -> Iterator[Entry]:
        """A later run may see more; where that cannot be, or time is up, a person must look."""
        until = instant(past.said("until"))
        if blind or why == "cannot-rebuild" or (until is not None and self._clock.now() > until):
            yield self._book.entry("unknown", past.key, part=number, rendition=past.rendition, reason=why)
        else:
            yield self._book.entry("step", past.key, part=number, rendition=past.rendition, reason=why)
