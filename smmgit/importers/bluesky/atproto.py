"""Bluesky's addresses and the time its record keys hold."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
URI = re.compile(r"at://(?P<did>did:[a-z]+:[\w.:%-]+)/(?P<kind>[a-zA-Z.]+)/(?P<key>[\w.~:-]+)")


def parts(uri: str) -> tuple[str, str, str] | None:
    """(DID, collection, record key) of an `at://` address; None for anything else."""
    found = URI.fullmatch(uri)
    return (found["did"], found["kind"], found["key"]) if found else None


def page(uri: str) -> str:
    """The public page of a post's `at://` address, empty for records that have none (reposts)."""
    found = parts(uri)
    if found is None or found[1] != "app.bsky.feed.post":
        return ""
    return f"https://bsky.app/profile/{found[0]}/post/{found[2]}"


def post_of(url: str) -> tuple[str, str] | None:
    """(handle or DID, record key) of a post's page; None for another address."""
    address = urlsplit(url)
    names = address.path.strip("/").split("/")
    if address.netloc.endswith("bsky.app") and len(names) == 4 and names[0] == "profile" and names[2] == "post":
        return names[1], names[3]
    return None


def made_at(key: str) -> dt.datetime | None:
    """The instant a record key (TID) was made; None for a key of another kind.

    13 base-32-sortable characters: microseconds since 1970 in the upper 53 bits, a clock id in the
    lower 10 (atproto.com/specs/tid).
    """
    if len(key) != 13 or any(sign not in ALPHABET for sign in key):
        return None
    number = 0
    for sign in key:
        number = number * 32 + ALPHABET.index(sign)
    try:
        return dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=number >> 10)
    except OverflowError:
        return None
