"""The site: what one post page costs over the empty site, first and unchanged."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

from benchmarks import corpus
from benchmarks.measure import cpu
from benchmarks.row import NOW, SMMGIT, Bench, Line


def measure(bench: Bench) -> Iterator[Line]:
    """Milliseconds a post page, from 1,000 posts against none."""
    size = 1000
    roots = {}
    pattern = os.path.join(bench.folder, "site-pattern")
    subprocess.run(
        [SMMGIT, "init", pattern, "--lang", "en", "--name", "Bench", "--yes"], check=True, capture_output=True
    )
    for name, posts in (("site-empty", 0), ("site-full", size)):
        root = roots[name] = os.path.join(bench.folder, name)
        corpus.make(root, posts)
        os.makedirs(os.path.join(root, "docs"), exist_ok=True)
        shutil.copy(os.path.join(pattern, "mkdocs.yml"), root)

    def build(name: str) -> list[str]:
        out = os.path.join(bench.folder, f"{name}-out")
        return [SMMGIT, "-C", roots[name], "site", "--now", NOW, "--out", out]

    empty, _, _ = cpu(build("site-empty"), runs=3)
    first, memory, _ = cpu(build("site-full"), runs=1, before=lambda: bench.forget(roots["site-full"]))
    again, _, _ = cpu(build("site-full"), runs=3)
    counts = f"{size} posts with 4 previews, {memory:.0f} MB"
    yield Line("site, one post page, first build", (first - empty) / size * 1000, "ms", 3, counts)
    yield Line("site, one post page, unchanged", (again - empty) / size * 1000, "ms", 0.6, counts)
