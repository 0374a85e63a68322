"""People a source names, made entries of `brand/people.yml`."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from smmgit.importers.names import folded

ON_X = re.compile(r"(?<![\w@/.])@([A-Za-z0-9_]{1,15})(?![\w@])")


def handles_on_x(text: str) -> list[str]:
    """Accounts of X that a text names, without the `@`, in order, each once (any case)."""
    seen: dict[str, str] = {}
    for found in ON_X.finditer(text):
        handle = found.group(1)
        seen.setdefault(handle.casefold(), handle)
    return list(seen.values())


ON_BLUESKY = re.compile(r"(?<![\w@/.])@((?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+[a-zA-Z]{2,})(?![\w@-])")
HOST = r"[^\s@:/]+\.[^\W\d_]{2,}"
FORMS = {
    "bluesky": re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE),
    "mastodon": re.compile(rf"[a-z0-9_][\w.-]*(?:@{HOST})?", re.IGNORECASE),
    "matrix": re.compile(rf"[a-z0-9._=/+-]+:{HOST}", re.IGNORECASE),
}
ANY = re.compile(r"[\w][\w.-]*")


def handles_on_bluesky(text: str) -> list[str]:
    """Handles of Bluesky that a text names, without the `@`, in order."""
    return [found.group(1) for found in ON_BLUESKY.finditer(text)]


def note(people: dict[str, dict[str, Any]], platform: str, handle: str, server: str = "") -> None:
    """Add an account to the people met so far; what cannot be an account of that network is left out.

    Accounts whose name before the server is the same are taken for one person with several
    networks, unless that person already has another account on the same network. `server` is where a
    Mastodon handle without a host lives.
    """
    if not FORMS.get(platform, ANY).fullmatch(handle):
        return
    if platform == "mastodon" and "@" not in handle:
        handle += "@" + (urlsplit(server).netloc or server) if server else ""
    name = re.split(r"[@:.]", handle, maxsplit=1)[0]
    base = folded(name)
    if not base or not base[0].isalpha():
        return
    for number in range(1, 100):
        key = base if number == 1 else f"{base}-{number}"
        person = people.setdefault(key, {"name": name, "handles": {}})
        if person["handles"].setdefault(platform, handle).casefold() == handle.casefold():
            return
