"""The ledger: an append-only, chained record of every delivery's events, in a git ref of its own."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from smmgit.errors import LostRace, StoreError
from smmgit.git.repo import Repo
from smmgit.model.delivery import Entry

LEDGER = "refs/heads/smmgit-ledger"
REHEARSAL = "refs/smmgit/rehearsal"
# An append writes its month's file anew, so a busy month is continued in `MM-001.jsonl`, `MM-002.jsonl`…
# That keeps an append flat however many entries there are (docs/adr/0004).
FULL = 256 * 1024
WHO = b"smmgit <smmgit@localhost>"
LAST_LINE = b"Last-line: "
LAST_WRONG = "the last line is not the one that was recorded"
DECODER = msgspec.json.Decoder(Entry)


class _End(Struct, frozen=True):
    """Where the next line goes: the commit, the newest file with its bytes, and what its last line hashes to."""

    commit: str
    path: str
    data: bytes
    digest: str


class Ledger:
    """The ledger behind one ref. Lines are JSON, one `Entry` each; `prev` is the SHA-256 of the line before.

    It remembers how far it has read or written: an append is accepted only if nobody else wrote since,
    so what was decided from `entries()` still holds when it is recorded.
    """

    def __init__(self, repo: Repo, ref: str) -> None:
        self._repo = repo
        self._seen: _End | None = None
        self.ref = ref

    @property
    def tip(self) -> str:
        """The ledger's newest commit, empty where it does not exist yet."""
        return self._repo.resolve(self.ref) or ""

    def entries(self) -> tuple[Entry, ...]:
        """Every entry, oldest first, each link of the chain verified.

        `StoreError` names the file and line where the chain breaks: a line changed, missing or moved.
        """
        tip = self.tip
        if not tip:
            return ()
        paths = self._paths(tip)
        blobs = self._repo.blobs([tip, *(f"{tip}:{path}" for path in paths)])
        promised = _promised(next(blobs))
        found: list[Entry] = []
        end = _End(tip, "", b"", "")
        collecting = gc.isenabled()
        gc.disable()  # a hundred thousand new objects, none of them garbage: half the time
        try:
            for path, data in zip(paths, blobs, strict=True):
                end = _End(tip, path, data or b"", self._read(path, data or b"", end.digest, found))
        finally:
            if collecting:
                gc.enable()
        if end.digest != promised:
            raise self._broken(end.path, 0, LAST_WRONG)
        self._seen = end
        return tuple(found)

    def genesis(self) -> str:
        """The id the ledger was born with, empty where it does not exist yet."""
        tip = self.tip
        if not tip:
            return ""
        first = next(iter(self._repo.blobs([f"{tip}:{path}" for path in self._paths(tip)[:1]])), None) or b""
        return self._decode("", 1, first.partition(b"\n")[0]).nonce

    def start(self, genesis: str, at: str) -> None:
        """Begin the ledger with its id. `LostRace` if it exists by now."""
        self._write(None, [Entry(at=at, event="genesis", nonce=genesis)])

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries in one commit, all or none. `LostRace` if another runner moved the ledger meanwhile."""
        if entries:
            self._write(self._seen or self._end(), entries)

    def drop(self) -> None:
        """Forget a rehearsal. A real ledger is never forgotten: `StoreError`."""
        if self.ref != REHEARSAL:
            raise StoreError(f"{self.ref} is a record of what really went out; it is never dropped.")
        tip = self.tip
        self._seen = None
        if tip:
            self._repo.run("update-ref", "-d", self.ref, tip)

    def _write(self, end: _End | None, entries: Sequence[Entry]) -> None:
        files: dict[str, bytes] = {}
        path, data, digest = (end.path, end.data, end.digest) if end else ("", b"", "")
        for entry in entries:
            line = msgspec.json.encode(msgspec.structs.replace(entry, prev=digest))
            digest = hashlib.sha256(line).hexdigest()
            place = _place(path, len(data), entry.at)
            path, data = place, (data if place == path else b"") + line + b"\n"
            files[path] = data
        # fast-import refuses a ref that moved to a commit it does not contain: git's own compare-and-swap.
        stream = self._stream(end, entries, files, digest)
        status, out, said = self._repo.answer("fast-import", "--quiet", input=stream)
        self._seen = None
        if status:
            words = said.decode("utf-8", "replace").strip()
            if "does not contain" in words or self.tip != (end.commit if end else ""):
                raise LostRace("Another runner wrote to the ledger first; nothing was lost.")
            raise StoreError(f"The ledger could not be written: {words}")
        self._seen = _End(out.decode().strip(), path, data, digest)

    def _stream(self, end: _End | None, entries: Sequence[Entry], files: dict[str, bytes], digest: str) -> bytes:
        words = ", ".join(dict.fromkeys(entry.event for entry in entries))
        message = f"ledger: {words} ({len(entries)})\n\n".encode() + LAST_LINE + digest.encode() + b"\n"
        seconds = dt.datetime.fromisoformat(entries[-1].at).timestamp()
        pieces = [
            b"commit %s\nmark :1\ncommitter %s %d +0000\n" % (self.ref.encode(), WHO, max(seconds, 0)),
            b"data %d\n%s\n" % (len(message), message),
            b"from %s\n" % end.commit.encode() if end else b"",
        ]
        for path, data in files.items():
            pieces.append(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data))
        return b"".join([*pieces, b"get-mark :1\n"])

    def _end(self) -> _End:
        """Where the ledger ends, read from its newest file alone."""
        tip = self.tip
        paths = self._paths(tip) if tip else []
        if not paths:
            raise StoreError(f"The ledger {self.ref} is not there.", hint="It must be started before it is written to.")
        words, data = self._repo.blobs([tip, f"{tip}:{paths[-1]}"])
        data = data or b""
        digest = hashlib.sha256(data.removesuffix(b"\n").rpartition(b"\n")[2]).hexdigest()
        if digest != _promised(words):
            raise self._broken(paths[-1], 0, LAST_WRONG)
        return _End(tip, paths[-1], data, digest)

    def _paths(self, tip: str) -> list[str]:
        listed = self._repo.run("ls-tree", "-r", "-z", "--name-only", "--full-tree", tip, "ledger/")
        return sorted(filter(None, listed.decode("utf-8", "replace").split("\0")), key=_order)

    def _read(self, path: str, data: bytes, digest: str, found: list[Entry]) -> str:
        """Add a file's entries to `found`; the hash of its last line."""
        sha256 = hashlib.sha256
        for number, line in enumerate(data.removesuffix(b"\n").split(b"\n"), 1):
            entry = self._decode(path, number, line)
            if entry.prev != digest:
                raise self._broken(path, number, "the line before it was changed, removed or moved")
            digest = sha256(line).hexdigest()
            found.append(entry)
        return digest

    def _decode(self, path: str, number: int, line: bytes) -> Entry:
        try:
            return DECODER.decode(line)
        except msgspec.DecodeError as error:
            raise self._broken(path, number, f"it cannot be read ({error})") from error

    def _broken(self, path: str, number: int, why: str) -> StoreError:
        where = f"{path}, line {number}" if number else path or "no file"
        return StoreError(
            f"The ledger {self.ref} was tampered with at {where}: {why}.",
            hint="Nothing is sent while the record cannot be trusted. Restore the ref to a commit that verifies.",
        )


def _promised(words: bytes | None) -> str:
    """The hash of the last line, as the commit's own words promise it."""
    return (words or b"").rpartition(LAST_LINE)[2].strip().decode("ascii", "replace")


def _order(path: str) -> str:
    return path.removesuffix(".jsonl")  # so that `11` comes before `11-001`


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
