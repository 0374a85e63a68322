"""What a run learnt and could not record yet, kept on disk until the ledger has it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from smmgit.jobs.publishing import runner
from smmgit.model.delivery import Entry, Key
from smmgit.plan.history import Histories

FOLDER = os.path.join(".smmgit", "outbox")
SAME = ("event", "nonce", "post", "channel", "occurrence", "part", "attempt", "remote_id")


class Outbox:
    """One run's file: the runner on its first line, then an entry a line, each on disk before anything else is done."""

    def __init__(self, root: str, nonce: str) -> None:
        self._path = os.path.join(root, FOLDER, f"{nonce}.jsonl")

    def keep(self, entry: Entry) -> None:
        """Write an entry down. `OSError` where the disk does not take it."""
        new = not os.path.exists(self._path)
        if new:
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
        with open(self._path, "ab") as file:
            file.write((runner.identity().encode() + b"\n" if new else b"") + msgspec.json.encode(entry) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def clear(self) -> None:
        """The ledger has everything."""
        with contextlib.suppress(FileNotFoundError):
            os.remove(self._path)


def left_behind(root: str) -> Iterator[tuple[str, list[Entry]]]:
    """Files of runs that are over, with what they hold; a last line cut short is left out."""
    folder = os.path.join(root, FOLDER)
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return
    for name in names:
        path = os.path.join(folder, name)
        with open(path, "rb") as file:
            first, *lines = file.read().split(b"\n")
        who = first.decode("ascii", "replace")
        if who and not runner.is_gone(who):
            continue
        yield path, [entry for line in lines if (entry := _entry(line)) is not None]


def unrecorded(entries: Iterable[Entry], known: Sequence[Entry], histories: Histories) -> list[Entry]:
    """Those the ledger lacks and that still speak of the reservation they belong to."""
    have = {tuple(getattr(entry, name) for name in SAME) for entry in known}
    found = []
    for entry in entries:
        past = histories.of(Key(entry.post, entry.channel, entry.occurrence))
        mine = past is not None and past.standing == "open" and past.holder and past.holder.nonce == entry.nonce
        if mine and tuple(getattr(entry, name) for name in SAME) not in have:
            found.append(entry)
    return found


def _entry(line: bytes) -> Entry | None:
    try:
        return msgspec.json.decode(line, type=Entry)
    except msgspec.DecodeError:
        return None
