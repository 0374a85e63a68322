"""Where a ledger lives: in a ref of this repository, or on a remote that several runners write to.

Both move the ref by compare-and-swap, and both refuse a tip that does not contain what was seen before.
"""

from __future__ import annotations

import re
from typing import Protocol

from smmgit.errors import LostRace, StoreError
from smmgit.git.repo import Repo

# The newest tip this clone has read and verified.
SEEN = "refs/smmgit/ledger"
# Beside the ledger on the remote, moved by the same push: a ledger that was deleted or rewound lacks it.
WITNESS = "refs/smmgit/ledger-witness"
SLOW = 60.0  # seconds a remote may take to answer
_SECRET = re.compile(r"(?<=://)[^/@\s]+(?=@)")


class Place(Protocol):
    """A ref that moves by compare-and-swap."""

    ref: str

    def tip(self) -> str:
        """The newest commit, its objects here to read; empty where there is none. `StoreError` if it cannot be told."""

    def witness(self) -> str:
        """The commit that the tip must contain, empty where nothing is known."""

    def move(self, old: str, new: str) -> None:
        """From `old` (empty: it must not exist) to `new`. `LostRace`, or `StoreError` where it is refused."""

    def verified(self, tip: str) -> None:
        """This tip was read and holds."""


class Here:
    """A ref of this repository alone: rehearsals, and a team without a remote."""

    def __init__(self, repo: Repo, ref: str) -> None:
        self._repo = repo
        self.ref = ref

    def tip(self) -> str:
        return self._repo.resolve(self.ref) or ""

    def witness(self) -> str:
        return ""

    def move(self, old: str, new: str) -> None:
        status, _, said = self._repo.answer("update-ref", self.ref, new, old or "0" * 40)
        if status:
            if self.tip() != old:
                raise LostRace("Another runner wrote to the ledger first; nothing was lost.")
            raise StoreError(f"The ledger {self.ref} could not be moved: {_words(said)}")

    def verified(self, tip: str) -> None:
        """Nothing to remember: the ref is the memory."""


class Remembered(Here):
    """What this clone knows of a remote's ledger, without asking: for those who only look."""

    def __init__(self, repo: Repo, ref: str, remote: str) -> None:
        super().__init__(repo, ref)
        self._tracking = f"refs/remotes/{remote}/{ref.removeprefix('refs/heads/')}"

    def tip(self) -> str:
        seen, tracked = self._repo.resolve(SEEN) or "", self._repo.resolve(self._tracking) or ""
        return tracked if tracked and (not seen or self._repo.contains(tracked, seen)) else seen


class There:
    """A branch of a remote, with a witness beside it and a memory in this clone."""

    def __init__(self, repo: Repo, ref: str, remote: str) -> None:
        self._repo = repo
        self.ref = ref
        self.remote = remote
        self._witness = ""

    def tip(self) -> str:
        status, out, said = self._repo.answer("ls-remote", self.remote, self.ref, WITNESS, timeout=SLOW)
        if status:
            raise self._unreachable(said)
        rows: dict[str, str] = {}
        for line in out.decode("utf-8", "replace").splitlines():
            commit, _, ref = line.partition("\t")
            rows[ref] = commit
        tip, self._witness = rows.get(self.ref, ""), rows.get(WITNESS, "")
        for ref, commit in ((self.ref, tip), (WITNESS, self._witness)):
            if commit and not self._have(commit):
                self._fetch(ref)
        if tip and not self._have(tip):
            raise LostRace("The ledger moved while it was read.")
        return tip

    def witness(self) -> str:
        """The remote's witness if it has one, else what this clone saw last."""
        return self._witness if self._witness and self._have(self._witness) else self._repo.resolve(SEEN) or ""

    def move(self, old: str, new: str) -> None:
        expected = [f"--force-with-lease={self.ref}:{old}"]
        status, _, said = self._repo.answer(
            "push", "--porcelain", "--atomic", "--no-verify", *expected,
            f"--force-with-lease={WITNESS}:{self._witness}",
            self.remote, f"{new}:{self.ref}", f"{new}:{WITNESS}", timeout=SLOW,
        )  # fmt: skip
        if status == 0:
            self._witness = new
            return
        # The answer may be what was lost: what counts is what stands there.
        now = self.tip()
        if now == new:
            return
        if now != old:
            raise LostRace("Another runner wrote to the ledger first; nothing was lost.")
        raise StoreError(
            f"The remote {self.remote} refused the ledger: {_words(said)}",
            hint="Nothing is sent that cannot be recorded. The runner needs the right to push "
            f"{self.ref.removeprefix('refs/heads/')} and {WITNESS}.",
        )

    def verified(self, tip: str) -> None:
        self._repo.run("update-ref", SEEN, tip)

    def _have(self, commit: str) -> bool:
        return self._repo.resolve(commit) is not None

    def _fetch(self, ref: str) -> None:
        """Bring a ref's objects. A clone without history gets the newest state alone: the lines hold the chain."""
        shallow = ["--depth=1"] if self._repo.is_shallow() else []
        words = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", *shallow, self.remote, ref]
        status, _, said = self._repo.answer(*words, timeout=SLOW)
        if status:
            raise self._unreachable(said)

    def _unreachable(self, said: bytes) -> StoreError:
        return StoreError(
            f"The remote {self.remote} could not be read: {_words(said)}",
            hint="Nothing is sent while the ledger cannot be read. Look at the network and at the runner's rights.",
        )


def _words(said: bytes) -> str:
    """git's own words, on one line, without a password that an address may carry."""
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    return _SECRET.sub("***", "; ".join(lines)) or "no reason given"
