"""What a recurrence says: the part of RFC 5545's RRULE that a calendar of posts needs."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from msgspec import Struct

from smmgit.model.say import Say

Frequency = Literal["daily", "weekly", "monthly"]
FREQUENCIES: dict[str, Frequency] = {"DAILY": "daily", "WEEKLY": "weekly", "MONTHLY": "monthly"}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
KNOWN = ("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "COUNT", "UNTIL")
MOST = 1000  # no calendar of posts needs more, and a typing slip must not plan for ever

DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
UNTIL = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(Z)?)?", re.ASCII)


class Repeat(Struct, frozen=True, kw_only=True):
    """A parsed recurrence.

    `days` are (ordinal, weekday): weekday 0 is Monday; ordinal 0 means every such day, 1 the first
    of the month, -1 the last. `month_days` count from 1, or from -1 at the month's end. `until` is
    included: a date to the end of that day, a naive time in local time, an aware one as an instant.
    """

    freq: Frequency
    interval: int = 1
    days: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    count: int = 0
    until: dt.date | None = None


def parse_repeat(text: str) -> Repeat | Say:
    """A recurrence such as `FREQ=WEEKLY;BYDAY=MO,TH`, or what is wrong with it in an editor's words."""
    parts: dict[str, str] = {}
    for piece in text.strip().removeprefix("RRULE:").rstrip(";").upper().split(";"):
        name, equals, value = (bit.strip() for bit in piece.partition("="))
        if not equals or name not in KNOWN:
            return UNKNOWN.with_(piece=piece.strip() or text.strip(), known=", ".join(KNOWN))
        if name in parts:
            return TWICE.with_(name=name)
        parts[name] = value
    if (freq := FREQUENCIES.get(parts.get("FREQ", ""))) is None:
        return FREQ_WRONG
    days = _days(parts["BYDAY"]) if "BYDAY" in parts else ()
    month_days = _month_days(parts["BYMONTHDAY"]) if "BYMONTHDAY" in parts else ()
    if days is None or (freq != "monthly" and any(ordinal for ordinal, _ in days)):
        return BYDAY_WRONG
    if month_days is None or (freq == "weekly" and month_days):
        return MONTHDAY_WRONG
    numbers = {name: _number(parts[name]) for name in ("INTERVAL", "COUNT") if name in parts}
    for name, number in numbers.items():
        if number is None:
            return NUMBER_WRONG.with_(name=name, most=MOST)
    until = _until(parts["UNTIL"]) if "UNTIL" in parts else None
    if "UNTIL" in parts and (until is None or "COUNT" in parts):
        return UNTIL_WRONG
    return Repeat(
        freq=freq, interval=numbers.get("INTERVAL") or 1, days=days, month_days=month_days,
        count=numbers.get("COUNT") or 0, until=until,
    )  # fmt: skip


def _days(value: str) -> tuple[tuple[int, int], ...] | None:
    found = [DAY.fullmatch(item.strip()) for item in value.split(",")]
    days = [(int(match[1] or 0), WEEKDAYS.index(match[2])) for match in found if match]
    return tuple(dict.fromkeys(days)) if len(days) == len(found) else None


def _month_days(value: str) -> tuple[int, ...] | None:
    try:
        days = [int(item) for item in value.split(",")]
    except ValueError:
        return None
    return tuple(dict.fromkeys(days)) if all(1 <= abs(day) <= 31 for day in days) else None


def _number(value: str) -> int | None:
    number = int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0
    return number if 1 <= number <= MOST else None


def _until(value: str) -> dt.date | None:
    match = UNTIL.fullmatch(value)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(bit) if bit else 0 for bit in match.groups()[:6])
    try:
        if match[4] is None:
            return dt.date(year, month, day)
        return dt.datetime(year, month, day, hour, minute, second, tzinfo=dt.UTC if match[7] else None)
    except ValueError:
        return None


UNKNOWN = Say(
    "The recurrence has a part that is not understood: “{piece}”. Known parts are {known}; "
    "for instance FREQ=WEEKLY;BYDAY=MO,TH",
    "La récurrence contient une partie incomprise : « {piece} ». Les parties connues sont {known} ; "
    "par exemple FREQ=WEEKLY;BYDAY=MO,TH",
)
TWICE = Say("The recurrence says {name} twice; keep one", "La récurrence dit {name} deux fois ; n'en garder qu'une")
FREQ_WRONG = Say(
    "The recurrence must say how often: FREQ=DAILY, FREQ=WEEKLY or FREQ=MONTHLY",
    "La récurrence doit dire à quel rythme : FREQ=DAILY (chaque jour), FREQ=WEEKLY (chaque semaine) "
    "ou FREQ=MONTHLY (chaque mois)",
)
BYDAY_WRONG = Say(
    "BYDAY takes days such as MO,TH; with FREQ=MONTHLY also 1MO (first Monday) or -1FR (last Friday)",
    "BYDAY attend des jours comme MO,TH ; avec FREQ=MONTHLY aussi 1MO (premier lundi) ou -1FR (dernier vendredi)",
)
MONTHDAY_WRONG = Say(
    "BYMONTHDAY takes days of the month such as 1,15 or -1 (the last), and not with FREQ=WEEKLY",
    "BYMONTHDAY attend des jours du mois comme 1,15 ou -1 (le dernier), et pas avec FREQ=WEEKLY",
)
NUMBER_WRONG = Say("{name} takes a whole number from 1 to {most}", "{name} attend un nombre entier de 1 à {most}")
UNTIL_WRONG = Say(
    "UNTIL takes a date such as 20261231, and not together with COUNT",
    "UNTIL attend une date comme 20261231, et pas en même temps que COUNT",
)
