"""What a row of the table is, and what its measurement is handed."""

from __future__ import annotations

import os
import shutil
import sys
from functools import cached_property
from typing import NamedTuple

from benchmarks import corpus

SMMGIT = os.path.join(os.path.dirname(sys.executable), "smmgit")
NOW = "2024-01-01T00:00:00+01:00"  # before the first post: nothing is past, nothing is due


class Line(NamedTuple):
    """One budget: what was measured (with its unit), what is allowed, and what it was measured on."""

    job: str
    measured: float
    unit: str
    budget: float
    counts: str = ""

    def text(self) -> str:
        """The line as printed; a missed budget is marked."""
        mark = " " if self.measured <= self.budget else "!"
        figures = f"{self.measured:>11.3g} {self.unit:<3}{mark}{self.budget:>11.3g} {self.unit:<4}"
        return f"{self.job:<52}{figures}  {self.counts}"


class Bench:
    """The run: a folder on a fast disk, B in seconds, and the size asked for."""

    def __init__(self, folder: str, base: float, posts: int) -> None:
        self.folder = folder
        self.base = base
        self.posts = posts

    @cached_property
    def large(self) -> str:
        """A repository of `posts` posts."""
        return self._repository("large", self.posts)

    @cached_property
    def small(self) -> str:
        """A repository of 200 posts, a year of a small team."""
        return self._repository("small", 200)

    def forget(self, root: str) -> None:
        """Delete every cache of a repository."""
        shutil.rmtree(os.path.join(root, ".smmgit"), ignore_errors=True)

    def _repository(self, name: str, size: int) -> str:
        root = os.path.join(self.folder, name)
        if not os.path.isdir(root):
            corpus.make(root, size)
        return root
