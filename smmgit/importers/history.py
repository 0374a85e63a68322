"""When each file of a source came to its default branch, from the source's own git history."""

from __future__ import annotations

import datetime as dt
import os

from smmgit.errors import SmmgitError
from smmgit.git.repo import Repo


def arrivals(root: str) -> dict[str, dt.datetime]:
    """The instant (UTC) each path was merged, following renames; empty where `root` is no repository's root.

    Along the first parents of HEAD: a pull request's files arrive when it is merged, not when they
    were written. A file renamed later keeps the instant it first came.
    """
    if not os.path.exists(os.path.join(root, ".git")):
        return {}
    repo = Repo(os.path.realpath(root))
    try:
        if repo.resolve("HEAD") is None:
            return {}
        said = repo.run(
            "log", "--first-parent", "-m", "--reverse", "-M", "--no-ext-diff", "--no-textconv", "--name-status", "-z",
            "--diff-filter=ARD", "--format=%x01%ct", timeout=600,
        )  # fmt: skip
    except SmmgitError:
        return {}
    return _read(said)


def _read(said: bytes) -> dict[str, dt.datetime]:
    came: dict[str, dt.datetime] = {}
    at = dt.datetime.fromtimestamp(0, dt.UTC)
    words = iter(word.lstrip(b"\n") for word in said.split(b"\0"))
    for word in words:
        if word.startswith(b"\x01"):
            at = dt.datetime.fromtimestamp(int(word[1:].strip() or b"0"), dt.UTC)
        elif word[:1] == b"A":
            came[os.fsdecode(next(words, b""))] = at
        elif word[:1] == b"D":
            came.pop(os.fsdecode(next(words, b"")), None)
        elif word[:1] == b"R":
            old = os.fsdecode(next(words, b""))
            came[os.fsdecode(next(words, b""))] = came.pop(old, at)
    return came
