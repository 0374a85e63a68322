"""What the ledger says of each delivery: one pass over the entries, then every answer is a look-up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct, field

from smmgit.model.delivery import ONCE, Entry, Key

Standing = Literal["none", "open", "published", "rejected", "not-sent", "unknown", "skipped"]
ENDINGS: dict[str, Standing] = {
    "rejected": "rejected", "not_sent": "not-sent", "unknown": "unknown", "skipped": "skipped",
}  # fmt: skip
OUT: tuple[Standing, ...] = ("open", "published", "unknown")


class History(Struct, kw_only=True):
    """One delivery's past. Filled by `fold`, read-only afterwards.

    `reserved` is the newest reservation, `holder` who holds it (its runner, or the one that took it over),
    `ending` the event that ended it, `done` the parts that are out, `after` an amendment or retraction.
    `attempts` counts reservations.
    """

    key: Key
    reserved: Entry | None = None
    holder: Entry | None = None
    ending: Entry | None = None
    after: Entry | None = None
    done: dict[int, Entry] = field(default_factory=dict)
    attempts: int = 0

    @property
    def parts(self) -> int:
        """How many messages the reservation was for."""
        return int(self.reserved.data.get("parts", 1)) if self.reserved else 1

    @property
    def standing(self) -> Standing:
        """Where the newest attempt ended; `open` while it has not."""
        if self.ending is not None:
            if self.ending.event == "resolved" and self.ending.data.get("as") == "not-sent":
                return "not-sent"
            return ENDINGS.get(self.ending.event, "published")
        return "open" if self.reserved else "none"

    @property
    def rendition(self) -> str:
        """The digest of what was reserved or published, empty where nothing says."""
        entry = self.reserved or self.ending
        return entry.rendition if entry else ""

    @property
    def at(self) -> str:
        """When it last moved: RFC 3339, UTC."""
        entry = self.ending or self.reserved
        return entry.at if entry else ""

    def said(self, name: str) -> str:
        """A detail the reservation noted (`path`, `planned`, `likeness`), empty where it did not."""
        return str(self.reserved.data.get(name, "")) if self.reserved else ""


class Pause(Struct, kw_only=True):
    """A stretch in which deliveries of a scope waited. `sends` are those let go when it ended."""

    scope: str
    since: dt.datetime
    reason: str = ""
    until: dt.datetime | None = None
    ended: dt.datetime | None = None
    sends: frozenset[Key] = frozenset()

    def over(self, now: dt.datetime) -> dt.datetime | None:
        """When it ended, None while it lasts."""
        ends = [each for each in (self.ended, self.until) if each is not None and each <= now]
        return min(ends) if ends else None


class Histories(Struct, kw_only=True):
    """Every delivery's past: by key, by post, and by what was to be shown on which channel.

    `renamed` maps former channel ids to today's: a renamed account keeps its past. `approvals` are by
    post and channel, oldest first; `remote` are the remote ids known on each channel.
    """

    renamed: Mapping[str, str] = {}
    approvals: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)
    pauses: list[Pause] = field(default_factory=list)
    remote: dict[str, set[str]] = field(default_factory=dict)
    last: str = ""
    by_key: dict[Key, History] = field(default_factory=dict)
    by_post: dict[str, list[History]] = field(default_factory=dict)
    shown: dict[tuple[str, str], list[History]] = field(default_factory=dict)

    def of(self, key: Key) -> History | None:
        """The past of one delivery, None where the ledger knows nothing."""
        return self.by_key.get(key)

    def live(self, post_id: str) -> bool:
        """Is this post out on at least one channel?"""
        return any(past.standing == "published" for past in self.by_post.get(post_id, ()))

    def published(self) -> frozenset[Key]:
        """The deliveries that are out."""
        return frozenset(past.key for past in self.by_key.values() if past.standing == "published")

    def open(self) -> list[History]:
        """Deliveries that were reserved and never ended: a run stopped there."""
        return [past for past in self.by_key.values() if past.standing == "open"]

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in entries, oldest first."""
        for entry in entries:
            self.last = max(self.last, entry.at)
            channel = self.renamed.get(entry.channel, entry.channel)
            if entry.event in ("paused", "resumed"):
                self._pause(entry)
            elif entry.event == "approved":
                self.approvals.setdefault((entry.post, channel), []).append(entry)
            if entry.remote_id:
                self.remote.setdefault(channel, set()).add(entry.remote_id)
            if not entry.post or entry.event in ("paused", "resumed", "approved"):
                continue
            key = Key(entry.post, channel, entry.occurrence or ONCE)
            past = self.by_key.get(key)
            if past is None:
                past = self.by_key[key] = History(key=key)
                self.by_post.setdefault(key.post, []).append(past)
            _add(past, entry)
            if entry.event == "reserved" and (likeness := past.said("likeness")):
                alike = self.shown.setdefault((channel, likeness), [])
                if all(each is not past for each in alike):
                    alike.append(past)

    def _pause(self, entry: Entry) -> None:
        at = instant(entry.at) or dt.datetime.max.replace(tzinfo=dt.UTC)
        if entry.event == "paused":
            self.pauses.append(Pause(scope=entry.scope, since=at, reason=entry.reason, until=instant(entry.until)))
            return
        sends = frozenset(Key(*each) for each in entry.data.get("sends", ()))
        for each in self.pauses:
            if each.scope == entry.scope:
                each.ended = each.ended or at
                each.sends |= sends  # a second look may let go what the first left undecided


def fold(entries: Iterable[Entry], renamed: Mapping[str, str] | None = None) -> Histories:
    """The pasts that these entries tell, oldest entry first."""
    found = Histories(renamed=renamed or {})
    found.add(entries)
    return found


def _add(past: History, entry: Entry) -> None:
    event = entry.event
    if event == "reserved":
        past.reserved, past.holder, past.ending = entry, entry, None
        past.attempts += 1
    elif event == "took_over":
        past.holder = entry
    elif event in ("published", "adopted"):
        past.done[entry.part] = entry
        if len(past.done) >= past.parts:
            past.ending = entry
    elif event in ENDINGS or event == "resolved":
        past.ending = entry
    elif event in ("amended", "retracted"):
        past.after = entry


def instant(text: str) -> dt.datetime | None:
    """The instant of an RFC 3339 text, None where it is none (another tool may have written it)."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
