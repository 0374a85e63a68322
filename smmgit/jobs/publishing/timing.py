"""The clock a run goes by, and how long it waits for what. All durations are seconds."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

from msgspec import Struct


class Timing(Struct, frozen=True, kw_only=True):
    """`lease`: a reservation is nobody else's for so long. `request`: the longest one irreversible call may take.
    `skew`: by how much two clocks may differ. `settle`: between two looks for something that may still arrive.
    `flush`: results are pushed at least so often. `fresh`: how old the last look at the pause may be. `retry`:
    before something that did not leave is tried again within one run."""

    lease: float = 120.0
    request: float = 45.0
    skew: float = 60.0
    settle: float = 5.0
    flush: float = 10.0
    fresh: float = 5.0
    retry: float = 60.0


class Clock(Struct, frozen=True, kw_only=True):
    """Where a run gets its time from: the wall (UTC), a clock that never jumps, and a way to wait."""

    now: Callable[[], dt.datetime]
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]


def wall() -> Clock:
    """The real one."""
    return Clock(now=lambda: dt.datetime.now(dt.UTC), monotonic=time.monotonic, sleep=time.sleep)


def pinned(now: dt.datetime) -> Clock:
    """A clock that stands still, for rehearsals."""
    return Clock(now=lambda: now, monotonic=lambda: 0.0, sleep=lambda seconds: None)


def stamp(at: dt.datetime) -> str:
    """An instant as the ledger writes it: `2026-11-23T07:00:00Z`."""
    return at.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
