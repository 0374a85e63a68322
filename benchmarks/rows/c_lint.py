"""Linting: one file as a hook does, and everything."""

from __future__ import annotations

import os
from collections.abc import Iterator

from benchmarks.measure import cpu
from benchmarks.row import NOW, SMMGIT, Bench, Line


def measure(bench: Bench) -> Iterator[Line]:
    """One changed file in B; all posts cold and with one changed, in seconds, scaled to 10,000."""
    one = next(
        os.path.join(folder, files[0]) for folder, _, files in os.walk(os.path.join(bench.small, "content")) if files
    )
    turn = iter(range(1_000_000))

    def change(path: str = one) -> None:
        with open(path, encoding="utf-8") as file:
            text = file.read().split("\n## x\n")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"{text[0]}\n## x\n\nA changed sentence number {next(turn)}.\n\n## linkedin\n\nAnother text.\n")

    lint = [SMMGIT, "-C", bench.small, "lint", "--now", NOW]
    cpu(lint, runs=1)
    seconds, _, _ = cpu([*lint, one], runs=9, before=change)
    yield Line("lint one changed file, index warm", seconds / bench.base, "B", 9, "200 posts beside it")

    scale = 10_000 / bench.posts
    whole = [SMMGIT, "-C", bench.large, "lint", "--now", NOW]
    seconds, memory, out = cpu(whole, runs=1, before=lambda: bench.forget(bench.large))
    yield Line("lint 10,000 posts, cold", seconds * scale, "s", 15, f"{memory:.0f} MB; {out.strip().splitlines()[-1]}")
    other = next(
        os.path.join(folder, files[0]) for folder, _, files in os.walk(os.path.join(bench.large, "content")) if files
    )
    seconds, _, _ = cpu(whole, runs=3, before=lambda: change(other))
    yield Line("lint 10,000 posts, one changed, warm", seconds * scale, "s", 0.5, f"{bench.posts} posts")
