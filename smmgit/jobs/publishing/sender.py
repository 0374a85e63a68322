"""Send what was planned: reserve a batch, send each message once, write down what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from msgspec import Struct

from smmgit.jobs.publishing.book import Book
from smmgit.jobs.publishing.outlets import Outlet, Outlets
from smmgit.jobs.publishing.timing import Clock, Timing
from smmgit.model.delivery import Entry, EventName, Key, NotSent, Outcome, Published, Rejected, Unknown
from smmgit.model.rendition import Rendition
from smmgit.model.say import Say
from smmgit.model.sending.attachment import Attachment
from smmgit.plan.guards import likeness
from smmgit.plan.history import History, instant
from smmgit.plan.plan import Planned, Planner
from smmgit.platforms.adapter import Message, Prepared

# A crash leaves at most this many intentions to look up. The first batch is a guess at ten seconds' sending,
# the next ones are measured.
FIRST, MOST = 50, 500
ENDINGS: dict[type, EventName] = {Rejected: "rejected", NotSent: "not_sent", Unknown: "unknown"}
# How far back the account is searched for a message the ledger does not know, before the first sending.
BEFORE = dt.timedelta(hours=1)


class Parcel(Struct, frozen=True, kw_only=True):
    """A planned delivery with the bytes it sends."""

    item: Planned
    attachments: tuple[Attachment, ...] = ()
    thumbnail: Attachment | None = None


class Sent(Struct, frozen=True, kw_only=True):
    """What became of one delivery: how its last message ended, how many are out, and where the first one is."""

    item: Planned
    outcome: Outcome
    parts: int
    url: str = ""


Pack = Callable[[Planned], Parcel | Say]


class Sender:
    """Sends for one run. `aside` says in words why a delivery was not even begun."""

    def __init__(
        self, planner: Planner, book: Book, outlets: Outlets, clock: Clock, timing: Timing, pack: Pack,
        holds_back: Callable[[Planned], str],
    ) -> None:  # fmt: skip
        self._planner = planner
        self._book = book
        self._outlets = outlets
        self._clock = clock
        self._timing = timing
        self._pack = pack
        self._holds_back = holds_back
        self._size = FIRST
        self._held_since: dict[Key, float] = {}
        self.aside: dict[Key, Say] = {}

    def send(self, due: Sequence[Planned]) -> list[Sent]:
        """Send these deliveries; fewer, where somebody else wrote to the ledger and the plan must be made anew.

        `StoreError` where the ledger refuses: then nothing more is sent, and what is known waits on disk.
        """
        waiting, sent = list(due), []
        try:
            while waiting and not self._book.stale:
                batch = self._batch(waiting)
                if not batch or not self._book.intend([self._reservation(parcel) for parcel in batch]):
                    continue
                flushed = begun = self._clock.monotonic()
                self._held_since |= {parcel.item.delivery.key: begun for parcel in batch}
                for parcel in batch:
                    one = self._deliver(parcel)
                    if one is not None:
                        sent.append(one)
                    if self._clock.monotonic() - flushed >= self._timing.flush:
                        self._book.flush()
                        flushed = self._clock.monotonic()
                self._measure(len(batch), self._clock.monotonic() - begun)
        finally:
            # What is known is recorded even when something broke; the rest stays open and is looked up.
            self._book.flush()
        return sent

    def _batch(self, waiting: list[Planned]) -> list[Parcel]:
        """The next deliveries to reserve, taken from `waiting`; on a blind network one at a time."""
        batch: list[Parcel] = []
        while waiting and len(batch) < self._size:
            item = waiting[0]
            key = item.delivery.key
            outlet = self._outlets.of(key.channel)
            blind = outlet is not None and outlet.adapter.duplicates == "blind"
            if blind and batch:
                break
            waiting.pop(0)
            if outlet is None:
                self.aside[key] = self._outlets.closed[key.channel]
                continue
            parcel = self._pack(item)
            if isinstance(parcel, Say):
                self.aside[key] = parcel
                continue
            batch.append(parcel)
            if blind:
                break
        return batch

    def _measure(self, count: int, seconds: float) -> None:
        """So many in so long: how many fit into the time between two pushes."""
        self._size = max(1, min(MOST, round(count * self._timing.flush / max(seconds, 0.001))))

    def _reservation(self, parcel: Parcel) -> Entry:
        item = parcel.item
        delivery = item.delivery
        past = self._planner.histories.of(delivery.key)
        noted: dict[str, object] = {
            "path": item.post.path,
            "parts": delivery.parts,
            "planned": self._planned(item, past).isoformat(),
        }
        if delivery.not_after is not None:
            noted["until"] = delivery.not_after.isoformat()
        if item.rendition is not None:
            noted["likeness"] = likeness(item.rendition)
        if parcel.attachments:
            noted["media"] = [each.digest for each in parcel.attachments]
        account = self._outlets.of(delivery.key.channel)
        return self._book.claim(
            "reserved", delivery.key, rendition=delivery.rendition, data=noted,
            attempt=past.attempts if past else 0, account_id=account.account.account_id if account else "",
        )  # fmt: skip

    def _deliver(self, parcel: Parcel) -> Sent | None:
        """All messages of a delivery, in order; None when it is no longer ours."""
        item = parcel.item
        key, digest = item.delivery.key, item.delivery.rendition
        outlet = self._outlets.of(key.channel)
        past = self._planner.histories.of(key)
        done = dict(past.done) if past else {}
        prior: list[Published] = []
        outcome: Outcome = NotSent(reason="nothing")
        for number in range(item.delivery.parts):
            if number in done:
                prior.append(Published(remote_id=done[number].remote_id, url=done[number].url))
                outcome = prior[-1]
                continue
            self._book.listen()
            if outlet is None or not self._book.holds(key):
                return None
            outcome, is_over = self._message(parcel, number, outlet, key, tuple(prior), past)
            self._book.learnt(self._event(outcome, key, number, digest, is_over))
            if not isinstance(outcome, Published):
                break
            prior.append(outcome)
        return Sent(item=item, outcome=outcome, parts=len(prior), url=prior[0].url if prior else "")

    def _message(
        self, parcel: Parcel, number: int, outlet: Outlet, key: Key, prior: tuple[Published, ...], past: History | None
    ) -> tuple[Outcome, bool]:
        """Send one message. The outcome, and whether that is its end (a lost answer is looked up by the next run)."""
        if stop := self._stop(parcel.item):
            return NotSent(reason=stop), True
        message = message_of(parcel, number, self._planned(parcel.item, past))
        adapter = outlet.adapter
        first = not number and (past is None or past.attempts <= 1)
        if first and adapter.duplicates in ("keyed", "listable") and (seen := self._stranger(message, outlet, key)):
            return seen, True
        prepared = adapter.prepare(message, self._journal(key, number))
        if not isinstance(prepared, Prepared):
            # Nothing is visible yet, whatever went wrong.
            return (NotSent(reason=prepared.reason) if isinstance(prepared, Unknown) else prepared), True
        # Uploads may have taken their time: look again at the pause, the lease and whose it is.
        self._book.listen()
        if (stop := self._stop(parcel.item)) or not self._book.holds(key):
            return NotSent(reason=stop or "lost-hold"), True
        outcome = adapter.publish(message, prepared, key, prior, self._journal(key, number))
        if isinstance(outcome, Unknown) and adapter.duplicates != "blind":
            return self._clear_up(parcel, message, prepared, outlet, prior, outcome)
        return outcome, True

    def _stranger(self, message: Message, outlet: Outlet, key: Key) -> Outcome | None:
        """The same message on the account, unknown to the ledger: a person decides, nothing is sent on top of it."""
        taken = frozenset(self._planner.histories.remote.get(key.channel, ()))
        seen = outlet.adapter.find(message, key, (), message.at - BEFORE, taken)
        if isinstance(seen, Published):
            return Unknown(reason=f"there-already: {seen.url or seen.remote_id}")
        if isinstance(seen, Unknown):
            return NotSent(reason=seen.reason)
        return None

    def _clear_up(
        self,
        parcel: Parcel,
        message: Message,
        prepared: Prepared,
        outlet: Outlet,
        prior: tuple[Published, ...],
        lost: Unknown,
    ) -> tuple[Outcome, bool]:
        """The answer was lost: look for the message, and send it again only where that cannot make two."""
        adapter, key = outlet.adapter, parcel.item.delivery.key
        past = self._planner.histories.of(key)
        reserved = instant(past.reserved.at) if past and past.reserved else None
        since = (reserved or self._clock.now()) - dt.timedelta(seconds=self._timing.skew)
        taken = frozenset(self._planner.histories.remote.get(key.channel, ()))
        for turn in range(2):
            if turn or adapter.duplicates != "exact":
                self._clock.sleep(self._timing.settle)
            there = adapter.find(message, key, prior, since, taken)
            if isinstance(there, Published):
                return there, True
            if isinstance(there, Unknown):
                return lost, False
            if adapter.duplicates == "exact":
                break
        if self._stop(parcel.item):
            return lost, False
        again = adapter.publish(message, prepared, key, prior, self._journal(key, message.number))
        return again, not isinstance(again, Unknown)

    def _event(self, outcome: Outcome, key: Key, part: int, digest: str, is_over: bool) -> Entry:
        if isinstance(outcome, Published):
            return self._book.entry(
                "published", key, part=part, rendition=digest, remote_id=outcome.remote_id, url=outcome.url
            )
        name: EventName = ENDINGS[type(outcome)] if is_over else "step"
        return self._book.entry(name, key, part=part, rendition=digest, reason=outcome.reason)

    def _journal(self, key: Key, number: int) -> Callable[[str], None]:
        def journal(step: str) -> None:
            self._book.learnt(self._book.entry("step", key, part=number, step=step))
            self._book.flush()

        return journal

    def _stop(self, item: Planned) -> str:
        """Why this message must not be sent now; empty if it may."""
        if not self._may_begin(item.delivery.key):
            return "lease-over"
        return self._holds_back(item)

    def _may_begin(self, key: Key) -> bool:
        """Does our hold outlast an irreversible call? Taken anew where it does not, if nobody else has it by now."""
        needs = self._timing.request
        if self._held_since[key] + self._timing.lease - needs > self._clock.monotonic():
            return True
        begun = self._clock.monotonic()
        if not self._book.holds(key) or not self._book.intend([self._book.claim("took_over", key)]):
            return False
        self._held_since[key] = begun
        return True

    def _planned(self, item: Planned, past: History | None) -> dt.datetime:
        """The instant a message bears: the planned one, for `asap` that of its first reservation."""
        said = instant(past.said("planned")) if past else None
        return item.delivery.at or said or self._clock.now()


def message_of(parcel: Parcel, number: int, at: dt.datetime) -> Message:
    """Message `number` of a delivery; media travel with the first."""
    shown = parcel.item.rendition or Rendition(post="", channel="", platform="sandbox")
    return Message(
        rendition=shown, number=number, at=at,
        attachments=parcel.attachments if not number else (), thumbnail=parcel.thumbnail if not number else None,
    )  # fmt: skip
