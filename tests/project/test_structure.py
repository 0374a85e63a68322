"""The shape of the code: layers, sizes, first lines, nothing left open."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "smmgit").rglob("*.py"))
COLLECTIONS = ("lint/rules", "platforms/adapters", "pages/kinds", "cli/commands", "importers/formats")
MOST_LINES = 300
MOST_MODULES = 14


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_answers_and_stays_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if source.strip():
        assert ast.get_docstring(ast.parse(source)), f"{name(path)} starts without a docstring"
    assert source.count("\n") <= MOST_LINES, f"{name(path)} has grown past {MOST_LINES} lines: split it"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_is_left_open(path: Path) -> None:
    open_ends = re.findall(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b", path.read_text(encoding="utf-8"))
    assert not open_ends, f"{name(path)} leaves {open_ends} open"


def test_packages_stay_small() -> None:
    for folder in {path.parent for path in MODULES}:
        inside = folder.relative_to(ROOT / "smmgit").as_posix()
        if inside.startswith(COLLECTIONS):
            continue
        members = [p for p in folder.glob("*.py") if p.name != "__init__.py"]
        assert len(members) <= MOST_MODULES, f"smmgit/{inside} holds {len(members)} modules: split it"


def run_tool(*words: str) -> None:
    done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_imports_only_point_downwards() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_style_is_clean() -> None:
    run_tool("ruff", "check", "--no-cache", ".")


def test_format_is_clean() -> None:
    run_tool("ruff", "format", "--no-cache", "--check", ".")


def test_types_hold() -> None:
    run_tool("mypy", "--cache-dir", "/dev/null" if sys.platform != "win32" else "nul")


def test_the_tree_names_no_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    foreign = re.compile(rb"(?<![A-Za-z0-9_.-])/(?:work|farm|root)/[A-Za-z.]")
    for file in filter(None, listed.split(b"\0")):
        path = ROOT / file.decode()
        if path.suffix in {".jpg", ".png", ".mp4", ".webp", ".gif"} or not path.is_file() or path == Path(__file__):
            continue
        found = foreign.search(path.read_bytes())
        assert not found, f"{file.decode()} names a path of one machine: {found and found.group()!r}"
