"""Moments as people type them, and the instants they mean."""

import datetime as dt
import functools
import zoneinfo
from typing import Literal

from msgspec import Struct

UTC = dt.UTC


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
