"""A publisher in a process of its own: every push, call and file write is a step, and it dies at the one it is told.

    python -m tests.killwalk.child ROOT STEPS-FILE [POINT before|after] [GATE]

STEPS-FILE gets the name of every step. With POINT it is killed (SIGKILL) right before or right after that step,
counted from 1. It waits for the file GATE, where one is named, so that two runners start together.
"""

from __future__ import annotations

import builtins
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PUSHES = ("push", "fast-import", "update-ref")


class Steps:
    """Counts steps, writes their names down, and kills at the chosen one."""

    def __init__(self, log: str, point: int, when: str) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        self._point = point
        self._when = when
        self._count = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One step, from its beginning to its end."""
        self._count += 1
        number = self._count
        os.write(self._log, (name + "\n").encode())
        self._die(number, "before")
        yield
        self._die(number, "after")

    def _die(self, number: int, when: str) -> None:
        if number == self._point and when == self._when:
            os.kill(os.getpid(), signal.SIGKILL)


def watch(steps: Steps) -> None:
    """Make every push, HTTP call and file write a step of this process."""
    import httpx

    from smmgit.git.repo import Repo
    from smmgit.platforms.wire import Wire

    answer, handle, opened = Repo.answer, Wire.handle_request, builtins.open
    synced, removed = os.fsync, os.remove

    def git(self: Repo, *words: str, **options: Any) -> Any:
        if words[0] not in PUSHES:
            return answer(self, *words, **options)
        with steps.step(f"git {words[0]}"):
            return answer(self, *words, **options)

    def call(self: Any, request: httpx.Request) -> httpx.Response:
        with steps.step(f"{request.method} {request.url.path}"):
            return handle(self, request)

    def write(file: Any, mode: str = "r", *more: Any, **options: Any) -> Any:
        if not set("wax+") & set(mode) or "smmgit-" in str(file):
            return opened(file, mode, *more, **options)
        with steps.step(f"open {os.path.basename(str(file))}"):
            return opened(file, mode, *more, **options)

    def fsync(fd: int) -> None:
        with steps.step("fsync"):
            synced(fd)

    def remove(path: Any, **options: Any) -> None:
        with steps.step(f"remove {os.path.basename(str(path))}"):
            removed(path, **options)

    Repo.answer = git  # type: ignore[method-assign]
    Wire.handle_request = call  # type: ignore[method-assign]
    builtins.open = write  # type: ignore[assignment]
    os.fsync = fsync
    os.remove = remove  # type: ignore[assignment]


def main() -> None:
    """Publish once, watched."""
    root, log, *rest = sys.argv[1:]
    point, when = (int(rest[0]), rest[1]) if len(rest) >= 2 else (0, "")
    gate = rest[2] if len(rest) == 3 else rest[0] if len(rest) == 1 else ""

    from smmgit.errors import SmmgitError
    from smmgit.jobs.publish import Publisher
    from smmgit.jobs.publishing.timing import Timing

    while gate and not os.path.exists(gate):
        time.sleep(0.002)
    watch(Steps(log, point, when))
    try:
        run = Publisher(root, os.environ, timing=Timing(settle=0.2)).run()
    except SmmgitError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
    sys.exit(1 if run.needs_a_person else 0)


if __name__ == "__main__":
    main()
