"""The walk itself: trace a run, then kill one at every step of that trace, before and after, alone and against another."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from tests.killwalk.scene import Scene, Servers


class Point(Struct, frozen=True):
    """A step, which side of it, and how many runners were at work."""

    number: int
    name: str
    when: str
    runners: int

    def __str__(self) -> str:
        return f"{self.when} step {self.number} ({self.name}), {self.runners} runner(s)"


class Walk:
    """Walks over two servers, each point in a fresh repository."""

    def __init__(self, folder: Path, servers: Servers) -> None:
        self._folder = folder
        self._servers = servers
        self._numbers = itertools.count(1)

    def points(self) -> list[Point]:
        """Every point of a run that nobody disturbs."""
        scene = self._scene()
        runner = scene.start("one")
        _, said = runner.communicate(timeout=120)
        wrong = scene.until_quiet()
        assert runner.returncode == 0 and not wrong, f"an undisturbed run failed: {wrong} {said.decode()[-2000:]}"
        steps = list(enumerate(scene.steps("one"), 1))
        self._forget(scene)
        return [
            Point(number, name, when, runners)
            for runners in (1, 2)
            for number, name in steps
            for when in ("before", "after")
        ]

    def go(
        self, points: Iterable[Point], tell: Callable[[str], None] = lambda line: None
    ) -> Iterator[tuple[Point, str]]:
        """Kill at each of these points, then run until quiet; each point with what was wrong, empty if nothing was."""
        for point in points:
            scene = self._scene()
            gate = scene.folder / "gate"
            runners = [scene.start("one", str(point.number), point.when, str(gate))]
            if point.runners == 2:
                runners.append(scene.start("two", str(gate)))
            gate.touch()
            for runner in runners:
                runner.communicate(timeout=120)
            wrong = scene.until_quiet()
            tell(f"{point}: {wrong or 'once'}")
            yield point, wrong
            self._forget(scene)

    def _scene(self) -> Scene:
        number = next(self._numbers)
        return Scene(self._folder / f"walk-{number}", self._servers, number)

    def _forget(self, scene: Scene) -> None:
        shutil.rmtree(scene.folder, ignore_errors=True)
