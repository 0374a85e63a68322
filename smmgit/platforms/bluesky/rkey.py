"""The key a record is kept under: a timestamp id (TID) that follows from the delivery alone."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from smmgit.model.delivery import Key

ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"  # base32-sortable
START = dt.datetime(2023, 1, 1, tzinfo=dt.UTC)
YEAR = 365 * 24 * 3600 * 1_000_000  # microseconds
CLOCKS = 1024


def rkey(key: Key, number: int) -> str:
    """The 13 characters for message `number` of a delivery; the same for ever, on every machine.

    A TID is a moment in microseconds and a clock id. Servers take any, but some software reads the moment, so
    ours is one in 2023: past, and before this tool existed. Both come from a hash: two messages meet by
    chance once in 30,000,000,000,000,000 pairs, and then the second is refused, not lost.
    """
    named = json.dumps([key.post, key.channel, key.occurrence, number], separators=(",", ":"))
    drawn = int.from_bytes(hashlib.sha256(named.encode()).digest(), "big")
    moment = int(START.timestamp()) * 1_000_000 + drawn % YEAR
    value = moment * CLOCKS + drawn // YEAR % CLOCKS
    return "".join(ALPHABET[value >> shift & 31] for shift in range(60, -1, -5))
