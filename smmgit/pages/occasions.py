"""What a day holds besides posts: key dates, events, quiet periods."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from smmgit.model.calendar import KeyDate
from smmgit.model.say import Say
from smmgit.model.when import When, zone
from smmgit.model.workspace import Workspace

NOTE_WORDS = {
    "key-date": Say("Key date", "Marronnier"),
    "event": Say("Event", "Événement"),
    "quiet": Say("Quiet period", "Période de silence"),
}
NOTE_MARKS = {"key-date": "star", "event": "agenda", "quiet": "moon"}


class Note(Struct, frozen=True, kw_only=True):
    """One remark on a day; `at` only on the first day of an event with an hour."""

    kind: Literal["key-date", "event", "quiet"]
    name: str
    at: dt.datetime | None = None


def notes(ws: Workspace, day: dt.date) -> list[Note]:
    """A day's key dates, quiet periods and events, in this order."""
    return [*_key_dates(ws, day), *_quiet(ws, day), *_events(ws, day)]


def _key_dates(ws: Workspace, day: dt.date) -> Iterator[Note]:
    for date in ws.key_dates:
        if _covers(date, day):
            yield Note(kind="key-date", name=date.name)


def _covers(date: KeyDate, day: dt.date) -> bool:
    first, last = date.date, date.ends or date.date
    if not date.yearly:
        return first <= day <= last
    length = last - first
    for year in (day.year, day.year - 1):
        try:
            start = first.replace(year=year)
        except ValueError:  # 29 February
            start = dt.date(year, 3, 1)
        if start <= day <= start + length:
            return True
    return False


def _quiet(ws: Workspace, day: dt.date) -> Iterator[Note]:
    for period in ws.quiet:
        first, last = _day(period.starts, ws), _day(period.ends, ws)
        if first and last and first <= day <= last:
            yield Note(kind="quiet", name=period.name)


def _events(ws: Workspace, day: dt.date) -> Iterator[Note]:
    for event in ws.events:
        first = _day(event.starts, ws)
        last = (_day(event.ends, ws) if event.ends else None) or first
        if first and last and first <= day <= last:
            hour = event.starts.local if day == first and not event.starts.whole_day else None
            yield Note(kind="event", name=event.name, at=_here(hour, ws) if hour else None)


def _here(local: dt.datetime, ws: Workspace) -> dt.datetime:
    """A moment on the brand's clock: what was typed, or converted where it had an offset."""
    try:
        return local.astimezone(zone(ws.brand.time_zone)) if local.tzinfo else local
    except ValueError:
        return local


def _day(when: When, ws: Workspace) -> dt.date | None:
    return _here(when.local, ws).date() if when.local else None
