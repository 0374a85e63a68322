"""Compiled patterns, remembered from one run to the next (see `text/late.py`)."""

from __future__ import annotations

from smmgit.files.disk.cache import Cache
from smmgit.text import late

NAME = "patterns.msgpack"


def recall(cache: Cache) -> None:
    """Take back what earlier runs compiled."""
    known, _ = cache.load(NAME, late.Memory)
    if known is not None:
        late.recall(known)


def keep(cache: Cache) -> None:
    """Remember what this run compiled, if it compiled anything new."""
    made = late.memory()
    if made is not None:
        cache.save(NAME, made)
