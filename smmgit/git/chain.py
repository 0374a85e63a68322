"""The ledger's lines: JSON, one `Entry` each, every line carrying the SHA-256 of the line before; files by month."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from smmgit.errors import StoreError
from smmgit.model.delivery import Entry

# An append writes its month's file anew, so a busy month is continued in `MM-001.jsonl`, `MM-002.jsonl`…
# That keeps an append flat however many entries there are (docs/adr/0004).
FULL = 256 * 1024
DECODER = msgspec.json.Decoder(Entry)


class End(Struct, frozen=True):
    """Where the next line goes: the newest file with its bytes, and what its last line hashes to."""

    path: str = ""
    data: bytes = b""
    digest: str = ""


def extended(end: End, entries: Sequence[Entry]) -> tuple[dict[str, bytes], End]:
    """The files that change when entries are added after `end`, whole, and the new end."""
    files: dict[str, bytes] = {}
    path, data, digest = end.path, end.data, end.digest
    for entry in entries:
        line = msgspec.json.encode(msgspec.structs.replace(entry, prev=digest))
        digest = hashlib.sha256(line).hexdigest()
        place = _place(path, len(data), entry.at)
        path, data = place, (data if place == path else b"") + line + b"\n"
        files[path] = data
    return files, End(path, data, digest)


def read(files: Iterable[tuple[str, bytes]], after: End, ref: str) -> tuple[list[Entry], End, set[str]]:
    """The entries of files in order, each link verified: entries, the end, and the hash of every line read.

    A first file that is `after`'s own goes on where that ended. `StoreError` names the file and line where
    the chain breaks: a line changed, missing or moved.
    """
    found: list[Entry] = []
    seen: set[str] = set()
    end = after
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand new objects, none of them garbage: half the time
    try:
        for path, data in files:
            known = end.data if path == end.path else b""
            if known and not data.startswith(known):
                raise broken(ref, path, 0, "lines that were read before have changed")
            end = End(path, data, _read(path, data, len(known), end.digest, ref, found, seen))
    finally:
        if collecting:
            gc.enable()
    return found, end, seen


def order(path: str) -> str:
    """How files sort: `11` comes before `11-001`."""
    return path.removesuffix(".jsonl")


def last_digest(data: bytes) -> str:
    """What a file's last line hashes to."""
    return hashlib.sha256(data.removesuffix(b"\n").rpartition(b"\n")[2]).hexdigest()


def decode(ref: str, path: str, number: int, line: bytes) -> Entry:
    """One line; `StoreError` where it is none."""
    try:
        return DECODER.decode(line)
    except msgspec.DecodeError as error:
        raise broken(ref, path, number, f"it cannot be read ({error})") from error


def broken(ref: str, path: str, number: int, why: str) -> StoreError:
    """What is said where the record cannot be trusted."""
    where = f"{path}, line {number}" if number else path or "no file"
    return StoreError(
        f"The ledger {ref} was tampered with at {where}: {why}.",
        hint="Nothing is sent while the record cannot be trusted. Restore the ref to a commit that verifies.",
    )


def _read(path: str, data: bytes, start: int, digest: str, ref: str, found: list[Entry], seen: set[str]) -> str:
    """Add the entries of a file from byte `start` on; the hash of its last line."""
    rest = data[start:].removesuffix(b"\n")
    if not rest and start:
        return digest
    sha256 = hashlib.sha256
    first = data[:start].count(b"\n") + 1
    for number, line in enumerate(rest.split(b"\n"), first):
        entry = decode(ref, path, number, line)
        if entry.prev != digest:
            raise broken(ref, path, number, "the line before it was changed, removed or moved")
        digest = sha256(line).hexdigest()
        seen.add(digest)
        found.append(entry)
    return digest


def _place(path: str, size: int, at: str) -> str:
    """The file an entry goes to: its month's, never one before the newest, continued when that is full."""
    month = f"ledger/{at[:4]}/{at[5:7]}"
    newest = path[: len(month)]
    if not path or month > newest:
        return month + ".jsonl"
    if size < FULL:
        return path
    number = int(path[len(month) + 1 : -len(".jsonl")] or 0) + 1
    return f"{newest}-{number:03}.jsonl"
