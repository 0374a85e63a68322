"""A git repository for a test, untouched by the settings of the machine it runs on."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SETTINGS = ("-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgSign=false")


def git(root: Path, *words: str, input: bytes = b"") -> str:
    """What `git words…` prints in `root`."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", "-C", str(root), *SETTINGS, *words]
    return subprocess.run(command, input=input, capture_output=True, check=True, env=env).stdout.decode()


def repository(root: Path, files: dict[str, str] | None = None, message: str = "start") -> Path:
    """A repository with one commit of these files."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "-b", "main")
    commit(root, files or {}, message)
    return root


def commit(root: Path, files: dict[str, str], message: str = "more") -> str:
    """Write files and commit everything; the new commit's id."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "HEAD").strip()


def contents(root: Path) -> dict[str, bytes]:
    """Every file below a folder, git's own included: to prove that nothing was written."""
    return {
        str(path.relative_to(root)): path.read_bytes() if path.is_file() else b"" for path in sorted(root.rglob("*"))
    }
