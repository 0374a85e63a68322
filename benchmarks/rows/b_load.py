"""Loading a repository, cold and warm, in process CPU."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks.measure import cpu
from benchmarks.row import Bench, Line


def measure(bench: Bench) -> Iterator[Line]:
    """Seconds as in the design, for `posts` posts, scaled to 10,000."""
    scale = 10_000 / bench.posts
    program = f"from smmgit.files.workspace import load; print(len(load({bench.large!r}).posts))"
    command = [sys.executable, "-c", program]
    cold, _, out = cpu(command, runs=3, before=lambda: bench.forget(bench.large))
    yield Line("load 10,000 posts, cold", (cold - bench.base) * scale, "s", 1.5, f"{out.strip()} posts")
    warm, _, out = cpu(command, runs=5)
    yield Line("load 10,000 posts, warm", (warm - bench.base) * scale, "s", 0.2, f"{out.strip()} posts")
