"""Print every budget of the design that applies, as a ratio measured in this run.

`python -m benchmarks [--posts N] [--only WORD]`. Ratios are what to quote: absolute times belong to the machine.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import pkgutil
import shutil
import sys
import tempfile

import benchmarks.rows as rows
from benchmarks.measure import empty_python
from benchmarks.row import Bench


def main() -> None:
    """Measure and print one line per budget."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--posts", type=int, default=10_000)
    options.add_argument("--only", default="")
    asked = options.parse_args()
    fast_disk = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = tempfile.mkdtemp(prefix="smmgit-bench-", dir=fast_disk)
    try:
        base = empty_python()
        print(f"B = CPU of an empty Python process: {base * 1000:.1f} ms ({sys.version.split()[0]})\n")
        print(f"{'job':<52}{'measured':>14}{'budget':>16}  counts")
        for module in pkgutil.iter_modules(rows.__path__):
            if asked.only in module.name:
                row = importlib.import_module(f"benchmarks.rows.{module.name}")
                with contextlib.suppress(BrokenPipeError):
                    for line in row.measure(Bench(folder, base, asked.posts)):
                        print(line.text(), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
