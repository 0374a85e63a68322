"""Moments and durations as people type them."""

from __future__ import annotations

import datetime as dt
import functools
import re

from smmgit.model.say import Say
from smmgit.model.when import UTC, When
from smmgit.model.when import duration as typed_duration
from smmgit.text.late import late

WHEN = Say("“{text}” is no moment I can read; write it as 2026-11-25 09:00.",
           "« {text} » n'est pas un moment lisible ; l'écrire 2026-11-25 09:00.")  # fmt: skip
IMPOSSIBLE = Say("“{text}” does not exist on the calendar or the clock; check the day, the month and the time.",
                 "« {text} » n'existe ni au calendrier ni à l'horloge ; vérifier le jour, le mois et l'heure.",
                 )  # fmt: skip
AMBIGUOUS = Say("“{text}”: day or month first? Write the year first: {first}{or_}.",
                "« {text} » : le jour ou le mois d'abord ? Écrire l'année en premier : {first}{ou_}.")  # fmt: skip
ZONE = Say("“{text}” ends with a zone's name; write an offset such as +01:00, or nothing for the brand's time.",
           "« {text} » finit par un nom de fuseau ; écrire un décalage (+01:00), ou rien : l'heure de la marque.",
           )  # fmt: skip
NO_ASAP = Say("“asap” cannot stand here; write a date and time.",
              "« asap » ne convient pas ici ; écrire une date et une heure.")  # fmt: skip
DATE = Say("“{text}” is no date I can read; write it as 2026-11-25.",
           "« {text} » n'est pas une date lisible ; l'écrire 2026-11-25.")  # fmt: skip
TIME = Say("“{text}” is no time of day; write it as 09:00 or 9 h 30.",
           "« {text} » n'est pas une heure ; l'écrire 09:00 ou 9 h 30.")  # fmt: skip
DURATION = Say("“{text}” is no duration; write it as 90m, 6h, 2d or 1w.",
               "« {text} » n'est pas une durée ; l'écrire 90m, 6h, 2j ou 1sem.")  # fmt: skip

_DATE = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_WHEN = late(
    _DATE + r"(?:(?:[Tt]|,?\s+(?:à\s+|at\s+)?)(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d+)?)?|\s?h\s?(\d{2})?)"
    r"\s*([Zz]|[+-]\d{2}:?(?:\d{2})?)?)?"
)
_SLASHED = late(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(.*)", re.DOTALL)
_ZONED = late(_DATE + r"[Tt ]\s*\d{1,2}:\d{2}(?::\d{2})?\s*[A-Za-z][\w+/\-]*")
_TIME = late(r"(\d{1,2})(?::(\d{2})(?::(\d{2}))?|\s?[hH]\s?(\d{2})?)")
_ASAP = frozenset(("asap", "dès que possible"))


@functools.lru_cache(maxsize=4096)
def when(text: str, asap_ok: bool = False) -> When | Say:
    """A moment: local, with an offset (kept as UTC), a whole day, or `asap` where allowed."""
    if text.casefold() in _ASAP:
        return When("asap") if asap_ok else NO_ASAP
    found = _WHEN.fullmatch(text)
    if found is None:
        return _why_not(text, WHEN)
    year, month, day, hour, minute, second, french_minute, offset = found.groups()
    if not "1900" <= year < "9999":  # zones need room to move a moment
        return IMPOSSIBLE.with_(text=text)
    try:
        if hour is None:
            return When(text, dt.datetime(int(year), int(month), int(day)), True)  # noqa: DTZ001 naive: the brand's zone applies
        local = dt.datetime(  # noqa: DTZ001 naive: the brand's zone applies
            int(year), int(month), int(day), int(hour), int(minute or french_minute or 0), int(second or 0)
        )
        if offset:
            local = local.replace(tzinfo=_offset(offset)).astimezone(UTC)
    except (ValueError, OverflowError):
        return IMPOSSIBLE.with_(text=text)
    return When(text, local)


def date(text: str) -> dt.date | Say:
    """A calendar day, year first."""
    found = re.fullmatch(_DATE, text)
    if found is None:
        return _why_not(text, DATE)
    try:
        return dt.date(*map(int, found.groups()))
    except ValueError:
        return IMPOSSIBLE.with_(text=text)


def time(text: str) -> dt.time | Say:
    """A time of day: 09:00, 9h, 9 h 30."""
    found = _TIME.fullmatch(text)
    if found is None:
        return TIME.with_(text=text)
    hour, minute, second, french_minute = found.groups()
    try:
        return dt.time(int(hour), int(minute or french_minute or 0), int(second or 0))
    except ValueError:
        return IMPOSSIBLE.with_(text=text)


def duration(text: str) -> dt.timedelta | Say:
    """A length of time: 90m, 6h, 1 h 30, 2d, 1w, or ISO 8601; ten years at most."""
    found = typed_duration(text)
    return DURATION.with_(text=text) if found is None else found


def limit(text: str) -> When | dt.timedelta | Say:
    """A latest moment, or how long after the planned one."""
    length = duration(text)
    return when(text) if isinstance(length, Say) and re.match(r"\d{3}|\d+[/.\-]", text) else length


def _offset(text: str) -> dt.tzinfo:
    if text in "Zz":
        return UTC
    hours, minutes = int(text[1:3]), int(text[3:].lstrip(":") or 0)
    if hours > 15 or minutes > 59:
        raise ValueError(text)
    return dt.timezone(dt.timedelta(hours=hours, minutes=minutes) * (-1 if text[0] == "-" else 1))


def _why_not(text: str, otherwise: Say) -> Say:
    """Day-first dates are never guessed: the sentence shows what each reading would be."""
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        one, two, year, rest = slashed[1].zfill(2), slashed[2].zfill(2), slashed[3], slashed[4].rstrip()
        readings = [f"{year}-{month}-{day}{rest}" for day, month in ((one, two), (two, one)) if "00" < month < "13"]
        if readings:
            other = readings[1] if len(readings) > 1 and readings[1] != readings[0] else ""
            return AMBIGUOUS.with_(text=text, first=readings[0], or_=f" or {other}" if other else "",
                                   ou_=f" ou {other}" if other else "")  # fmt: skip
    if otherwise is WHEN and _ZONED.fullmatch(text):
        return ZONE.with_(text=text)
    return otherwise.with_(text=text)
