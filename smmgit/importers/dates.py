"""The date in a file's name, and whether its order is certain."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from msgspec import Struct

Order = Literal["year-first", "day-first", "month-first", ""]

YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](\d{1,2})[-_.](\d{1,2})(?!\d)")
YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-_.](\d{1,2})[-_.]((?:19|20)\d\d)(?!\d)(?:-(\d{1,2})-(\d+))?")
PACKED = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)")
IN_FOLDERS = re.compile(r"(?:^|/)((?:19|20)\d\d)/(\d{1,2})(?:/(\d{1,2}))?(?=/)")


class NameDate(Struct, frozen=True, kw_only=True):
    """What a name says of a date.

    `date` is set when there is one reading; `either` holds (day first, month first) when both are
    possible. `time` is the local time some forms write after the date. `typed` is the text it was
    read from, `order` how a certain date was written, `month` a year and month known from folders.
    """

    date: dt.date | None = None
    time: dt.time | None = None
    either: tuple[dt.date, dt.date] | None = None
    typed: str = ""
    order: Order = ""
    month: str = ""

    def read_as(self, order: Order) -> dt.date | None:
        """The date, settled by an order that a person gave."""
        if self.date is not None or self.either is None:
            return self.date
        return {"day-first": self.either[0], "month-first": self.either[1]}.get(order)


def date_in(path: str) -> NameDate:
    """The date in a path such as `tweets/2021-02-09-news.tweet`; the name first, then its folders.

    Year first is read as year, month, day; only if that is impossible as year, day, month. Year last
    is certain only when one of its readings is impossible or both are the same day. A time may follow
    (`21-00`) with the title glued to it: `16-82021` is 16:08 and a title that starts with 2021.
    """
    folder, _, name = path.rpartition("/")
    first, last = YEAR_FIRST.search(name), YEAR_LAST.search(name)
    if last and (first is None or last.start() < first.start()) and (read := _year_last(last)):
        return read
    if first:
        year, second, third = (int(part) for part in first.groups())
        date = _date(year, second, third) or _date(year, third, second)
        if date is not None:
            return NameDate(date=date, typed=first.group(), order="year-first")
    if found := PACKED.search(name):
        date = _date(*(int(part) for part in found.groups()))
        if date is not None:
            return NameDate(date=date, typed=found.group(), order="year-first")
    if found := IN_FOLDERS.search(folder + "/"):
        year, month = int(found.group(1)), int(found.group(2))
        if found.group(3) and (date := _date(year, month, int(found.group(3)))):
            return NameDate(date=date, typed=found.group().strip("/"), order="year-first")
        if _date(year, month, 1):
            return NameDate(month=f"{year:04d}-{month:02d}")
    return NameDate()


def _year_last(found: re.Match[str]) -> NameDate | None:
    first, second, year = (int(part) for part in found.groups()[:3])
    by_day, by_month = _date(year, second, first), _date(year, first, second)
    time, end = None, found.end(3)
    if found.group(4) and int(found.group(4)) < 24:
        minute = found.group(5)[:2] if int(found.group(5)[:2]) < 60 else found.group(5)[0]
        time, end = dt.time(int(found.group(4)), int(minute)), found.end(4) + 1 + len(minute)
    typed = found.string[found.start() : end]
    if by_day and by_month and by_day != by_month:
        return NameDate(either=(by_day, by_month), time=time, typed=typed)
    if not (by_day or by_month):
        return None
    order: Order = "" if by_day == by_month else "day-first" if by_day else "month-first"
    return NameDate(date=by_day or by_month, time=time, typed=typed, order=order)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
