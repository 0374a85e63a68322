"""Days, months and hours in the words of an interface language."""

from __future__ import annotations

import datetime as dt

DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
SHORT_DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
}
MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
           "novembre", "décembre"),
}  # fmt: skip


def weekday(day: dt.date, lang: str, *, short: bool = False) -> str:
    """`mardi`, `Tue`."""
    return (SHORT_DAYS if short else DAYS)[lang][day.weekday()]


def month(day: dt.date, lang: str) -> str:
    """`novembre 2026`."""
    return f"{MONTHS[lang][day.month - 1]} {day.year}"


def date(day: dt.date, lang: str, *, year: bool = False, named: bool = True) -> str:
    """`mardi 24 novembre`, `Tuesday 24 November 2026`; the first of a French month is `1er`."""
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    words = [weekday(day, lang)] if named else []
    words += [number, MONTHS[lang][day.month - 1]]
    return " ".join(words + ([str(day.year)] if year else []))


def span(first: dt.date, last: dt.date, lang: str) -> str:
    """`23 au 29 novembre`, `30 novembre au 6 décembre`, `23 to 29 November`: days without their names."""
    to = "au" if lang == "fr" else "to"
    start = date(first, lang, named=False).split(" ", 1)
    if (first.year, first.month) == (last.year, last.month):
        return f"{start[0]} {to} {date(last, lang, named=False)}"
    return f"{' '.join(start)} {to} {date(last, lang, named=False)}"


def hour(at: dt.datetime) -> str:
    """`09:30`: the same in both languages, so that columns of hours line up."""
    return f"{at.hour:02d}:{at.minute:02d}"


def offset(at: dt.datetime) -> str:
    """`UTC+1`, `UTC−3:30`, `UTC` for an aware moment."""
    seconds = int((at.utcoffset() or dt.timedelta()).total_seconds())
    hours, minutes = divmod(abs(seconds) // 60, 60)
    if not seconds:
        return "UTC"
    return f"UTC{'+' if seconds > 0 else '−'}{hours}" + (f":{minutes:02d}" if minutes else "")


def week_of(day: dt.date, starts: str) -> tuple[dt.date, ...]:
    """The seven days of the week a day is in; `starts` is `monday` or `sunday`."""
    first = day - dt.timedelta(days=(day.weekday() + (1 if starts == "sunday" else 0)) % 7)
    return tuple(first + dt.timedelta(days=number) for number in range(7))


def weeks_of(year: int, month_number: int, starts: str) -> tuple[tuple[dt.date, ...], ...]:
    """The weeks that touch a month, with the neighbouring days that fill them."""
    week = week_of(dt.date(year, month_number, 1), starts)
    weeks = [week]
    while True:
        following = week[-1] + dt.timedelta(days=1)
        if (following.year, following.month) != (year, month_number):
            return tuple(weeks)
        week = week_of(following, starts)
        weeks.append(week)
