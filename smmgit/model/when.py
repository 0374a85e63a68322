"""Moments and durations as people type them, and the instants they mean."""

import datetime as dt
import functools
import zoneinfo
from typing import Literal

from msgspec import Struct

UTC = dt.UTC
LONGEST = dt.timedelta(days=3660)
_ISO = r"P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
_PIECE = r"\s*(\d+(?:[.,]\d+)?)\s*([a-z]+)\.?"
_SECONDS = {
    name: seconds
    for names, seconds in (
        ("s sec secs second seconds seconde secondes", 1),
        ("m mn min mins minute minutes", 60),
        ("h hr hrs hour hours heure heures", 3600),
        ("d j day days jour jours", 86400),
        ("w sem week weeks semaine semaines", 604800),
    )
    for name in names.split()
}


class When(Struct, frozen=True, gc=False):
    """What was typed as a moment.

    `local` is naive when the file gave no offset (the brand's zone applies), aware when it did,
    and None for `asap`. A date without a time has `whole_day`.
    """

    text: str
    local: dt.datetime | None = None
    whole_day: bool = False

    @property
    def asap(self) -> bool:
        """True for `asap`: as soon as approved."""
        return self.local is None


class Instant(Struct, frozen=True):
    """A resolved moment in UTC and what was odd about it.

    `gap`: the clock jumped over this local time; `overlap`: it happened twice (the first is taken).
    """

    at: dt.datetime
    problem: Literal["", "gap", "overlap"] = ""


@functools.lru_cache(maxsize=64)
def zone(name: str) -> dt.tzinfo:
    """The time zone of an IANA name. Raises `ValueError` for an unknown or unsafe name."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"unknown time zone {name!r}") from error


@functools.lru_cache(maxsize=16384)
def resolve(local: dt.datetime, zone_name: str) -> Instant:
    """The instant of a local time in a zone (or of an aware time), in UTC.

    A time in a DST gap resolves to the instant after the jump that the same wall-clock
    arithmetic gives (PEP 495, fold=0); one in an overlap to its first occurrence.
    """
    if local.tzinfo is not None:
        return Instant(local.astimezone(UTC))
    tz = zone(zone_name)
    first = local.replace(tzinfo=tz, fold=0)
    second = local.replace(tzinfo=tz, fold=1)
    at = first.astimezone(UTC)
    if first.utcoffset() == second.utcoffset():
        return Instant(at)
    back = at.astimezone(tz).replace(tzinfo=None)
    return Instant(at, "overlap" if back == local else "gap")


def duration(text: str) -> dt.timedelta | None:
    """A length of time: 90m, 6h, 1 h 30, 2d, 1w, or ISO 8601; None for what is none, or over ten years."""
    import re

    total = 0.0
    iso = re.fullmatch(_ISO, text, re.IGNORECASE)
    if iso:
        total = sum(int(n) * s for n, s in zip(iso.groups(default="0"), (604800, 86400, 3600, 60, 1), strict=True))
    else:
        pattern, position = re.compile(_PIECE, re.IGNORECASE), 0
        while position < len(text):
            piece = pattern.match(text, position)
            if piece is None:
                rest = text[position:].strip()
                # `1h30`: minutes need not say so after hours
                if position and rest.isdecimal() and len(rest) <= 2 and text[position - 1] in "hH ":
                    total += int(rest) * 60
                    break
                return None
            unit = _SECONDS.get(piece[2].lower())
            if unit is None:
                return None
            total += float(piece[1].replace(",", ".")) * unit
            position = piece.end()
        if not position:
            return None
    return dt.timedelta(seconds=total) if total <= LONGEST.total_seconds() else None
