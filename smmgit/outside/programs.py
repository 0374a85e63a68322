"""One way to run another program on text: no shell, a time limit, its answer as text."""

from __future__ import annotations

import os

from smmgit.errors import SmmgitError

MOST = 50_000_000  # bytes of an answer that are read


def installed(name: str) -> str:
    """Where a program is: beside this Python, then on PATH; the empty text where it is not."""
    import shutil
    import sys

    beside = os.path.join(os.path.dirname(sys.executable), name)
    if os.access(beside, os.X_OK) and os.path.isfile(beside):
        return beside
    return shutil.which(name) or ""


def answer(words: list[str], text: str = "", *, seconds: float = 60, good: tuple[int, ...] = (0,)) -> str:
    """What a program prints when it is given a text. `SmmgitError` when it fails, or takes too long."""
    import subprocess

    name = os.path.basename(words[0])
    try:
        done = subprocess.run(
            words,
            input=text.encode("utf-8", "replace"),
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
        )
    except subprocess.TimeoutExpired:
        raise SmmgitError(
            f"{name} did not answer within {seconds:g} s.",
            hint="Check fewer posts at once, or switch this checker off in brand/brand.yml.",
        ) from None
    except OSError as error:
        raise SmmgitError(f"{name} cannot be started: {error.strerror}.", hint="Install it again.") from error
    if done.returncode not in good:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise SmmgitError(f"{name} failed: {said[-1] if said else f'exit {done.returncode}'}")
    return done.stdout[:MOST].decode("utf-8", "replace")
