"""A publishing run with nothing due, the commonest of all runs."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.measure import cpu
from benchmarks.row import NOW, SMMGIT, Bench, Line


def measure(bench: Bench) -> Iterator[Line]:
    """Seconds for `posts` posts, scaled to 10,000."""
    scale = 10_000 / bench.posts
    command = [SMMGIT, "-C", bench.large, "publish", "--rehearse", "--now", NOW]
    cold, _, out = cpu(command, runs=2, before=lambda: bench.forget(bench.large))
    yield Line("publish with nothing due, cold", cold * scale, "s", 2, out.strip().splitlines()[-1])
    warm, _, _ = cpu(command, runs=3)
    yield Line("publish with nothing due, warm", warm * scale, "s", 0.5, f"{bench.posts} posts")
