"""When does a post go out: once, or at every instant its recurrence names?"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from smmgit.model.repeat import Repeat
from smmgit.model.when import Instant, resolve

ONE_DAY = dt.timedelta(days=1)
# A rule may match nothing (every 7th day from a Monday, on Tuesdays). 20,000 days are 54 years.
MOST_PERIODS = 20_000


class Window(Struct, frozen=True):
    """From `since` to `until`, two UTC instants, both included."""

    since: dt.datetime
    until: dt.datetime


class Occurrence(Struct, frozen=True):
    """One time a recurring post goes out: the planned local time names it for ever."""

    local: dt.datetime
    instant: Instant

    @property
    def name(self) -> str:
        """How the ledger calls it: `2026-11-25T09:00`, with the offset where one was typed."""
        return self.local.isoformat(timespec="minutes")


def occurrences(repeat: Repeat, first: dt.datetime, zone: str, window: Window) -> Iterator[Occurrence]:
    """The occurrences of a recurrence that starts at the local time `first`, inside a window, in order.

    As RFC 5545 §3.3.10 with weeks starting on Monday: days that a month lacks are skipped; `first`
    itself occurs only if it matches. A local time a DST gap jumps over goes out after the jump.
    """
    found = 0
    for day in _days(repeat, first.date(), None if repeat.count else window.since.date()):
        local = dt.datetime.combine(day, first.timetz())
        if local < first:
            continue
        instant = resolve(local, zone)
        if instant.at > window.until or _ended(repeat, local, instant) or (repeat.count and found >= repeat.count):
            return
        found += 1
        if instant.at >= window.since:
            yield Occurrence(local, instant)


def _ended(repeat: Repeat, local: dt.datetime, instant: Instant) -> bool:
    until = repeat.until
    if until is None:
        return False
    if not isinstance(until, dt.datetime):
        return local.date() > until
    return instant.at > until if until.tzinfo else local.replace(tzinfo=None) > until


def _days(repeat: Repeat, first: dt.date, wanted: dt.date | None) -> Iterator[dt.date]:
    """The matching days from `first`'s period on; periods that end before `wanted` may be left out."""
    # Two days of slack: the window is in UTC, the days are local.
    ahead = max((wanted - first).days - 2, 0) if wanted else 0
    try:
        for number in range(MOST_PERIODS):
            if repeat.freq == "daily":
                step = number + ahead // repeat.interval
                yield from _kept(repeat, (first + ONE_DAY * repeat.interval * step,))
            elif repeat.freq == "weekly":
                step = number + ahead // (7 * repeat.interval)
                monday = first - ONE_DAY * first.weekday() + ONE_DAY * 7 * repeat.interval * step
                days = sorted(day for _, day in repeat.days) or (first.weekday(),)
                yield from (monday + ONE_DAY * day for day in days)
            else:
                step = number + ahead // (31 * repeat.interval)
                year, month = divmod(first.year * 12 + first.month - 1 + repeat.interval * step, 12)
                yield from _month(repeat, first, year, month + 1)
    except (OverflowError, ValueError):
        return  # the end of the year 9999


def _month(repeat: Repeat, first: dt.date, year: int, month: int) -> Iterator[dt.date]:
    last = calendar.monthrange(year, month)[1]
    if not repeat.days and not repeat.month_days:
        if first.day <= last:
            yield dt.date(year, month, first.day)
        return
    yield from _kept(repeat, (dt.date(year, month, day) for day in range(1, last + 1)))


def _kept(repeat: Repeat, days: Iterator[dt.date] | tuple[dt.date, ...]) -> Iterator[dt.date]:
    for day in days:
        last = calendar.monthrange(day.year, day.month)[1]
        if repeat.month_days and not {day.day, day.day - last - 1} & set(repeat.month_days):
            continue
        if repeat.days and not any(
            weekday == day.weekday() and ordinal in (0, (day.day + 6) // 7, -((last - day.day) // 7 + 1))
            for ordinal, weekday in repeat.days
        ):
            continue
        yield day
