"""`smmgit site` and plain `mkdocs build`, as a person or a workflow runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.repository import repository

NOW = "2026-11-23T08:00+01:00"
FILES = {
    "brand/brand.yml": "name: Vélinotte\nlanguages: [fr]\ntime_zone: Europe/Paris\n",
    "brand/channels.yml": "x: {platform: x, name: X, handle: velinotte}\n",
    "content/carnet.md": "---\nid: carnet\ntitle: Le carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\n"
    "Bonjour.\n",
}


def run(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "SMMGIT_"))}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "NO_MKDOCS_2_WARNING": "1"} | more
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def team(tmp_path: Path) -> Path:
    return repository(tmp_path / "team", FILES)


def test_the_command_says_where_the_calendar_is(team: Path) -> None:
    done = run(team, "smmgit", "site", "--now", NOW)
    assert done.returncode == 0, done.stderr
    assert str(team / "site/index.html") in done.stdout
    assert done.stderr == ""
    assert "Semaine du 23 au 29 novembre" in (team / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--out", "content"), "content"),
        (("--out", "."), "holds the repository"),
        (("--now", "tomorrow"), "tomorrow"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(team: Path, words: tuple[str, ...], says: str) -> None:
    done = run(team, "smmgit", "site", "--now", NOW, *words)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert (team / "content/carnet.md").exists()


def test_a_dead_link_in_the_handbook_is_told_and_fails_where_asked(team: Path) -> None:
    (team / "docs").mkdir()
    (team / "docs/guide.md").write_text("# Guide\n\n[gone](gone.md)\n")
    (team / "mkdocs.yml").write_text(
        "site_name: x\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: [search, smmgit]\n"
    )
    loose = run(team, "smmgit", "site", "--now", NOW)
    assert (loose.returncode, "gone.md" in loose.stderr) == (0, True)
    strict = run(team, "smmgit", "site", "--now", NOW, "--strict")
    assert (strict.returncode, "gone.md" in strict.stderr) == (2, True)


def test_mkdocs_itself_builds_the_same_calendar(team: Path) -> None:
    (team / "docs").mkdir()
    (team / "docs/guide.md").write_text("# Guide\n")
    (team / "mkdocs.yml").write_text(
        "site_name: x\nuse_directory_urls: false\ntheme: {name: material, font: false}\n"
        "plugins:\n  - search\n  - smmgit: {now: !ENV [SMMGIT_NOW, '']}\n"
    )
    assert run(team, "smmgit", "site", "--now", NOW).returncode == 0
    done = run(team, "mkdocs", "build", "--strict", "--site-dir", "other", SMMGIT_NOW=NOW)
    assert done.returncode == 0, done.stderr
    for page in ("index.html", "posts/carnet.html", "calendar/2026-11.html"):
        assert (team / "other" / page).read_bytes() == (team / "site" / page).read_bytes()
