"""A commit hook's words are read without click, and nobody can tell."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from smmgit.cli import quick
from smmgit.lint.example import FILES
from tests.support.repository import repository

BRAND = FILES["brand/brand.yml"].replace("[en, fr]", "[fr, en]")
POSTS = {
    "content/a.md": "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x, blusky]\n---\n" + "Le carnet. " * 40,
    "content/b.md": "---\nid: cahier\npublish_at: 2026-11-26 09:00\nchannels: [x]\n---\nLe cahier **bleu**.\n",
    "content/c.md": "---\nid: crayon\npublish_at: 2026-11-27 09:00\nchannels: [x]\n---\nLe crayon.\n",
}
NOW = "2026-11-23T08:00"
# Words before and after the verb; files are named from the repository.
ASKED = [
    ([], []),
    ([], ["content/a.md"]),
    ([], ["content/a.md", "content/c.md"]),
    ([], ["--strict", "content/b.md"]),
    ([], ["content/b.md", "--severity", "error"]),
    (["--lang", "en"], ["content/a.md"]),
    ([], ["--lang", "en", "content/a.md"]),
    ([], ["content/none.md"]),
    ([], ["--now", "yesterday", "content/a.md"]),
    ([], ["../elsewhere"]),
]
OTHER = [
    ["lint", "--format", "json"], ["lint", "--severity", "loud"], ["lint", "--lang", "de"], ["lint", "--now"],
    ["lint", "--now", "--strict"], ["lint", "--stric"], ["lint", "--severity=error"], ["lint", "--help"],
    ["lint", "--rule", "text/too-long"], ["lint", "--fix"], ["lint", "-"], ["lint", "--"], ["lint", ""], ["plan"],
    ["--version"], [], ["--lang", "lint"], ["-C", "somewhere"],
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "team", {**FILES, "brand/brand.yml": BRAND, **POSTS})


def smmgit(root: Path, words: list[str], *, through_click: bool) -> tuple[int, str, str]:
    program = "import sys\nfrom smmgit import __main__ as it\n"
    if through_click:
        program += "from smmgit.cli import quick\nquick.quick = lambda argv: None\n"
    program += f"code = it.run({words!r})\nprint('click' in sys.modules)\nsys.exit(code)"
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    printed, _, clicked = done.stdout.strip("\n").rpartition("\n")
    assert clicked == str(through_click), done.stdout + done.stderr
    return done.returncode, printed, done.stderr


@pytest.mark.parametrize(("before", "after"), ASKED, ids=str)
def test_both_doors_say_the_same(before: list[str], after: list[str], root: Path) -> None:
    now = [] if "--now" in after else ["--now", NOW]
    words = ["-C", str(root), *before, "lint", *now, *after]
    assert smmgit(root, words, through_click=False) == smmgit(root, words, through_click=True)


@pytest.mark.parametrize("words", OTHER, ids=str)
def test_everything_else_is_left_to_click(words: list[str]) -> None:
    assert quick.quick(words) is None
