"""People a source names, made entries of `brand/people.yml`."""

from __future__ import annotations

import re
from typing import Any

from smmgit.importers.names import folded

ON_X = re.compile(r"(?<![\w@/.])@([A-Za-z0-9_]{1,15})(?![\w@])")


def handles_on_x(text: str) -> list[str]:
    """Accounts of X that a text names, without the `@`, in order, each once (any case)."""
    seen: dict[str, str] = {}
    for found in ON_X.finditer(text):
        handle = found.group(1)
        seen.setdefault(handle.casefold(), handle)
    return list(seen.values())


def note(people: dict[str, dict[str, Any]], platform: str, handle: str) -> None:
    """Add an account to the people met so far.

    Accounts whose name before the server is the same are taken for one person with several
    networks, unless that person already has another account on the same network.
    """
    name = re.split(r"[@:.]", handle.lstrip("@"), maxsplit=1)[0]
    base = folded(name)
    if not base or not base[0].isalpha():
        return
    for number in range(1, 100):
        key = base if number == 1 else f"{base}-{number}"
        person = people.setdefault(key, {"name": name, "handles": {}})
        if person["handles"].setdefault(platform, handle).casefold() == handle.casefold():
            return
