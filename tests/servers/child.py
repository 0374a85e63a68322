"""A server in a process of its own, that says when it is ready and ends with its parent."""

from __future__ import annotations

import json
import os
import select
import subprocess
import time
from pathlib import Path
from typing import Any

PATIENCE = 60.0  # seconds; a busy machine takes a while


class Child:
    """The process, and what its first line of JSON said."""

    def __init__(self, command: list[str], folder: Path, env: dict[str, str] | None = None) -> None:
        self._log = folder / f"{Path(command[-1]).name}.log"
        folder.mkdir(parents=True, exist_ok=True)
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, env={**os.environ, **(env or {})}
            )
        self.said = self._first_line()

    def stop(self) -> None:
        """Close its stdin, which ends it; kill it where that does not."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    def _first_line(self) -> dict[str, Any]:
        assert self._process.stdout
        line, until = b"", time.monotonic() + PATIENCE
        while not line.endswith(b"\n") and time.monotonic() < until:
            if select.select([self._process.stdout], [], [], 0.2)[0]:
                piece = os.read(self._process.stdout.fileno(), 65536)
                if not piece:
                    break
                line += piece
        try:
            found: dict[str, Any] = json.loads(line)
        except ValueError:
            self.stop()
            raise RuntimeError(f"the server did not start: {line!r}\n{self._log.read_text()[-3000:]}") from None
        return found
