"""Timing whole processes: CPU seconds of a command and its children, as medians."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence

# Bytecode must be compiled as an installed command's is; some environments switch that off.
ENV = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def cpu(
    command: Sequence[str], *, runs: int = 5, before: Callable[[], object] | None = None, cwd: str | None = None
) -> tuple[float, float, str]:
    """Median CPU seconds, median peak MB and last output of `command` over `runs` runs after one not counted.

    `before` runs uncounted before every run. Raises RuntimeError when the command crashes (exit 3 or a signal).
    """
    seconds, output = [], ""
    for number in range(runs + 1):
        if before:
            before()
        start = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, env=ENV, cwd=cwd, capture_output=True, text=True, check=False)
        end = resource.getrusage(resource.RUSAGE_CHILDREN)
        output = done.stdout + done.stderr
        if done.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(command)} left with {done.returncode}:\n{output[-2000:]}")
        if number or runs == 1:
            seconds.append(end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime)
    return statistics.median(seconds), end.ru_maxrss / 1024, output


def empty_python() -> float:
    """B of the design: CPU seconds of `python -c pass`."""
    return cpu([sys.executable, "-c", "pass"], runs=15)[0]
