"""Days of the week beside dates (`vendredi 18 décembre`, `Friday, December 18`): do they agree?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from msgspec import Struct

from smmgit.text.late import late

FRENCH_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FRENCH_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                 "novembre", "décembre")  # fmt: skip
ENGLISH_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                  "november", "december")  # fmt: skip
SHORT_DAYS = {**{name[:3]: n for n, name in enumerate(ENGLISH_DAYS)}, "tues": 1, "thur": 3, "thurs": 3}
_PLAIN = str.maketrans("éûè", "eue")
_DAYS = {**{name: n for n, name in enumerate(FRENCH_DAYS)}, **{name: n for n, name in enumerate(ENGLISH_DAYS)},
         **SHORT_DAYS}  # fmt: skip
_MONTHS = {
    **{name: n for n, name in enumerate(FRENCH_MONTHS, 1)},
    **{name.translate(_PLAIN): n for n, name in enumerate(FRENCH_MONTHS, 1)},
    **{name: n for n, name in enumerate(ENGLISH_MONTHS, 1)},
    **{name[:3]: n for n, name in enumerate(ENGLISH_MONTHS, 1)},
    "sept": 9,
}
_S = "[ \u00a0\u202f]"
_FR_DAY = "|".join(FRENCH_DAYS)
_EN_DAY = "|".join((*ENGLISH_DAYS, *sorted(SHORT_DAYS, reverse=True)))
_FR_MONTH = "|".join((*FRENCH_MONTHS, "fevrier", "aout", "decembre"))
_EN_MONTH = "|".join((*ENGLISH_MONTHS, "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept?", "oct", "nov", "dec"))
_NUMBER = r"(\d{1,2})(?:er|st|nd|rd|th)?(?!\d)"
_YEAR = rf"(?:,?{_S}(\d{{4}})(?!\d))?"
_FRENCH = late(rf"(?<!\w)({_FR_DAY}){_S}{_NUMBER}{_S}({_FR_MONTH})(?!\w){_YEAR}", re.IGNORECASE)
_BRITISH = late(
    rf"(?<!\w)({_EN_DAY})\.?,?{_S}(?:the{_S})?{_NUMBER}{_S}(?:of{_S})?({_EN_MONTH})(?!\w)\.?{_YEAR}", re.IGNORECASE
)
_AMERICAN = late(rf"(?<!\w)({_EN_DAY})\.?,?{_S}({_EN_MONTH})\.?{_S}{_NUMBER}{_YEAR}", re.IGNORECASE)
_NEAR = late(
    rf"(?<!\w)(aujourd['’]hui|demain|après-demain|hier|today|tomorrow|yesterday)"
    rf"(?:{_S}?[,(:]?{_S}?(?:c['’]est{_S}|is{_S}|on{_S})?)({_FR_DAY}|{'|'.join(ENGLISH_DAYS)})(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
_AWAY = {"aujourd'hui": 0, "today": 0, "demain": 1, "tomorrow": 1, "après-demain": 2, "hier": -1, "yesterday": -1}


class Clash(Struct, frozen=True, gc=False):
    """A day of the week, at an offset, that is not that of its date; `said` counts from Monday, 0."""

    start: int
    text: str
    said: int
    date: dt.date


def clashes(text: str, near: dt.date | None) -> Iterator[Clash]:
    """Where a text's days and dates disagree; `near`, the day it goes out, tells the years that are not said."""
    for pattern, month_first in ((_FRENCH, False), (_BRITISH, False), (_AMERICAN, True)):
        for found in pattern.finditer(text):
            number, month = (found[3], found[2]) if month_first else (found[2], found[3])
            date = _date(int(number), _MONTHS[_short(month)], int(found[4]) if found[4] else 0, near)
            said = _DAYS[_short(found[1])]
            if date is not None and date.weekday() != said:
                yield Clash(found.start(), found[0], said, date)
    for found in _NEAR.finditer(text) if near else ():
        date = _shifted(near, _AWAY[found[1].lower().replace("’", "'")]) if near else None
        said = _DAYS[found[2].lower()]
        if date is not None and date.weekday() != said:
            yield Clash(found.start(), found[0], said, date)


def _short(name: str) -> str:
    return name.lower().rstrip(".")


def _date(day: int, month: int, year: int, near: dt.date | None) -> dt.date | None:
    """The date meant: of the year said, else of the one that brings it closest to `near`."""
    years = [year] if year else [near.year - 1, near.year, near.year + 1] if near else []
    dates = []
    for one in years:
        try:
            dates.append(dt.date(one, month, day))
        except ValueError:
            continue
    return min(dates, key=lambda date: abs(date - near) if near else dt.timedelta(), default=None)


def _shifted(day: dt.date, by: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=by)
    except OverflowError:
        return None
