"""The ledger: an append-only, chained record of every delivery's events, in a git ref of its own."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable, Sequence

from msgspec import Struct

from smmgit.errors import LostRace, StoreError
from smmgit.git.chain import End, broken, decode, extended, last_digest, order, read
from smmgit.git.place import Here, Place, Remembered, There
from smmgit.git.repo import Repo
from smmgit.model.delivery import Entry

LEDGER = "refs/heads/smmgit-ledger"
REHEARSAL = "refs/smmgit/rehearsal"
# A commit is built under a name of its own, which the same stream takes away again: no ref moves but by `Place.move`.
BUILDING = b"refs/smmgit/building"
NOWHERE = b"0" * 40
WHO = b"smmgit <smmgit@localhost>"
LAST_LINE = b"Last-line: "
LAST_WRONG = "the last line is not the one that was recorded"
TRIES = 12  # how often a fact is written again after somebody else wrote first


class _Seen(Struct, frozen=True):
    """What was read: the commit, where its lines end, and the blobs of its files in order."""

    tip: str
    end: End
    blobs: tuple[tuple[str, str], ...]


class Mark(Struct, frozen=True):
    """How far a ledger was read: enough to go on from there in another process, and to notice if that is gone."""

    tip: str
    path: str
    size: int
    digest: str
    blobs: tuple[tuple[str, str], ...]


class Ledger:
    """The ledger behind one ref. Lines are JSON, one `Entry` each; `prev` is the SHA-256 of the line before.

    It remembers how far it has read or written: an `append` is accepted only if nobody else wrote since,
    so what was decided from `entries()` still holds when it is recorded. A `record` is a fact that holds
    whatever others wrote.
    """

    def __init__(self, repo: Repo, ref: str, place: Place | None = None) -> None:
        self._repo = repo
        self._place = place or Here(repo, ref)
        self._seen: _Seen | None = None
        self.ref = ref

    @staticmethod
    def real(repo: Repo) -> Ledger:
        """The ledger runners share: a branch of the remote, or of this repository where it has none."""
        remote = repo.remote()
        return Ledger(repo, LEDGER, There(repo, LEDGER, remote) if remote else Here(repo, LEDGER))

    @staticmethod
    def known(repo: Repo) -> Ledger:
        """The same as far as this clone knows it, for reading without a network."""
        remote = repo.remote()
        return Ledger(repo, LEDGER, Remembered(repo, LEDGER, remote) if remote else Here(repo, LEDGER))

    @property
    def tip(self) -> str:
        """The ledger's newest commit, empty where it does not exist yet."""
        return self._place.tip()

    def entries(self) -> tuple[Entry, ...]:
        """Every entry, oldest first, each link of the chain verified.

        `StoreError` names the file and line where the chain breaks, or says that the ledger was rewound.
        """
        self._seen = None
        return self.news()

    def news(self) -> tuple[Entry, ...]:
        """The entries that were added since this ledger was last read or written here."""
        tip = self._place.tip()
        seen = self._seen
        if not tip:
            if seen is not None or self._place.witness():
                raise self._gone()
            return ()
        if seen is not None and tip == seen.tip:
            return ()
        found, lines, now = self._read(tip, seen)
        self._follows(tip, lines, seen)
        self._seen = now
        self._place.verified(tip)
        return tuple(found)

    def mark(self) -> Mark | None:
        """How far it was read or written, None where it was not."""
        seen = self._seen
        if seen is None:
            return None
        return Mark(seen.tip, seen.end.path, len(seen.end.data), seen.end.digest, seen.blobs)

    def restore(self, mark: Mark) -> bool:
        """Go on from a mark; False where its commit is not here any more or does not hold what it says."""
        if self._repo.resolve(mark.tip) is None:
            return False
        words, data = self._repo.blobs([mark.tip, f"{mark.tip}:{mark.path}"])
        end = End(mark.path, data or b"", mark.digest)
        if len(end.data) != mark.size or _promised(words) != mark.digest or last_digest(end.data) != mark.digest:
            return False
        self._seen = _Seen(mark.tip, end, mark.blobs)
        return True

    def genesis(self) -> str:
        """The id the ledger was born with, empty where it does not exist yet."""
        tip = self.tip
        if not tip:
            return ""
        first = next(iter(self._repo.blobs(blob for _, blob in self._files(tip)[:1])), None) or b""
        return decode(self.ref, "", 1, first.partition(b"\n")[0]).nonce

    def start(self, genesis: str, at: str) -> None:
        """Begin the ledger with its id. `LostRace` if it exists by now."""
        self._write(None, [Entry(at=at, event="genesis", nonce=genesis)])

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries in one commit, all or none. `LostRace` if another runner moved the ledger meanwhile."""
        if entries:
            self._write(self._seen or self._newest(), entries)

    def record(
        self, entries: Sequence[Entry], learn: Callable[[Sequence[Entry]], None], sleep: Callable[[float], None]
    ) -> None:
        """Add facts, whatever others wrote meanwhile; that is handed to `learn` first. `StoreError` if it cannot be."""
        for turn in range(TRIES):
            try:
                return self.append(entries)
            except LostRace:
                # A random pause, so that runners that met once do not meet for ever.
                sleep(random.uniform(0, 0.05 * 2 ** min(turn, 6)))  # noqa: S311
                learn(self.news())
        raise StoreError("The ledger is too busy: others wrote first each time.", hint="Run again in a minute.")

    def drop(self) -> None:
        """Forget a rehearsal. A real ledger is never forgotten: `StoreError`."""
        if self.ref != REHEARSAL:
            raise StoreError(f"{self.ref} is a record of what really went out; it is never dropped.")
        tip = self.tip
        self._seen = None
        if tip:
            self._repo.run("update-ref", "-d", self.ref, tip)

    def _write(self, seen: _Seen | None, entries: Sequence[Entry]) -> None:
        files, end = extended(seen.end if seen else End(), entries)
        status, out, said = self._repo.answer(
            "fast-import", "--quiet", "--force", input=_stream(seen.tip if seen else "", entries, files, end.digest)
        )
        if status:
            raise StoreError(f"The ledger could not be written: {said.decode('utf-8', 'replace').strip()}")
        made = out.decode().strip()
        old = seen.tip if seen else ""
        try:
            self._place.move(old, made)
        except LostRace:
            # The push may have arrived and its answer been lost, with others writing after it: look for our line.
            if not self._arrived(end.digest):
                raise
        blobs = dict(seen.blobs if seen else ())
        # The newest file is held in memory, so its blob need not be known; older ones never change.
        self._seen = _Seen(made, end, tuple((blobs | dict.fromkeys(files, "")).items()))
        self._place.verified(made)

    def _arrived(self, digest: str) -> bool:
        tip = self._place.tip()
        if not tip:
            return False
        _, lines, _ = self._read(tip, None)
        return digest in lines

    def _read(self, tip: str, seen: _Seen | None) -> tuple[list[Entry], set[str], _Seen]:
        """The entries behind `seen`, the hashes of their lines, and how far that was."""
        files = self._files(tip)
        end = seen.end if seen else End()
        fresh = [(path, blob) for path, blob in files if order(path) >= order(end.path)] if seen else files
        if seen is not None:
            older = {path: blob for path, blob in files if order(path) < order(end.path)}
            before = {path: blob for path, blob in seen.blobs if order(path) < order(end.path)}
            if older.keys() != before.keys() or any(blob and older[path] != blob for path, blob in before.items()):
                raise broken(self.ref, "", 0, "files that were read before have changed")
        words, *datas = self._repo.blobs([tip, *(blob for _, blob in fresh)])
        found, now, lines = read(
            ((path, data or b"") for (path, _), data in zip(fresh, datas, strict=True)), end, self.ref
        )
        if now.digest != _promised(words):
            raise broken(self.ref, now.path, 0, LAST_WRONG)
        return found, lines, _Seen(tip, now, tuple(files))

    def _follows(self, tip: str, lines: set[str], seen: _Seen | None) -> None:
        """The tip must contain what was seen before, and what the witness beside it has seen."""
        witness = self._place.witness()
        if not witness or witness == tip:
            return
        promised = _promised(next(iter(self._repo.blobs([witness]))))
        if promised and promised not in lines and (seen is None or promised != seen.end.digest):
            raise StoreError(
                f"The ledger {self.ref} was rewound: it lacks entries that were recorded before.",
                hint="Nothing is sent, since what is out could go out again. Restore it: "
                f"git push --force REMOTE {witness}:{self.ref}",
            )

    def _gone(self) -> StoreError:
        witness = self._place.witness()
        return StoreError(
            f"The ledger {self.ref} was deleted: it was there before.",
            hint="Nothing is sent, since what is out could go out again."
            + (f" Restore it: git push REMOTE {witness}:{self.ref}" if witness else ""),
        )

    def _newest(self) -> _Seen:
        """Where the ledger ends, read from its newest file alone."""
        tip = self._place.tip()
        files = self._files(tip) if tip else []
        if not files:
            raise StoreError(f"The ledger {self.ref} is not there.", hint="It must be started before it is written to.")
        path, blob = files[-1]
        words, data = self._repo.blobs([tip, blob])
        data = data or b""
        digest = last_digest(data)
        if digest != _promised(words):
            raise broken(self.ref, path, 0, LAST_WRONG)
        return _Seen(tip, End(path, data, digest), tuple(files))

    def _files(self, tip: str) -> list[tuple[str, str]]:
        """The ledger's files in order, each with its blob."""
        listed = self._repo.run("ls-tree", "-r", "-z", "--full-tree", tip, "ledger/")
        rows = (row.partition(b"\t") for row in listed.split(b"\0") if row)
        found = [(name.decode("utf-8", "replace"), head.split()[2].decode()) for head, _, name in rows]
        return sorted(found, key=lambda one: order(one[0]))


def pause(seconds: float) -> None:
    """Wait for real."""
    time.sleep(seconds)


def _stream(old: str, entries: Sequence[Entry], files: dict[str, bytes], digest: str) -> bytes:
    words = ", ".join(dict.fromkeys(entry.event for entry in entries))
    message = f"ledger: {words} ({len(entries)})\n\n".encode() + LAST_LINE + digest.encode() + b"\n"
    seconds = dt.datetime.fromisoformat(entries[-1].at).timestamp()
    ref = BUILDING + b"/" + digest.encode()
    pieces = [
        b"commit %s\nmark :1\ncommitter %s %d +0000\n" % (ref, WHO, max(seconds, 0)),
        b"data %d\n%s\n" % (len(message), message),
        b"from %s\n" % old.encode() if old else b"",
    ]
    for path, data in files.items():
        pieces.append(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data))
    return b"".join([*pieces, b"get-mark :1\n", b"reset %s\nfrom %s\n\n" % (ref, NOWHERE)])


def _promised(words: bytes | None) -> str:
    """The hash of the last line, as the commit's own words promise it."""
    return (words or b"").rpartition(LAST_LINE)[2].strip().decode("ascii", "replace")
