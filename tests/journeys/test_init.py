"""From nothing to a rehearsed post, a site and a new post, as a person types it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.repository import git

NOW = "2026-11-23T08:00+01:00"


def smmgit(folder: Path, *words: str, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder; with `typed`, at a terminal where this is typed."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "SMMGIT_", "LC_"))}
    env |= {"LANG": "C.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull, "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "smmgit", *words]
    if typed is None:
        return subprocess.run(
            command, cwd=folder, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )
    keyboard, terminal = pty.openpty()
    try:
        os.write(keyboard, typed.encode())
        return subprocess.run(
            command, cwd=folder, env=env, capture_output=True, text=True, check=False, stdin=terminal, timeout=60
        )
    finally:
        os.close(keyboard)
        os.close(terminal)


def done(run: subprocess.CompletedProcess[str]) -> str:
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@pytest.mark.parametrize(("lang", "first"), [("fr", "bonjour"), ("en", "hello")])
def test_five_minutes_to_the_first_rehearsed_post(tmp_path: Path, lang: str, first: str) -> None:
    said = done(smmgit(tmp_path, "init", "my-team", "--lang", lang, "--time-zone", "Europe/Paris", "--now", NOW))
    assert "smmgit publish --rehearse" in said and f"content/2026/11/{first}.md" in said
    team = tmp_path / "my-team"
    done(smmgit(team, "lint", "--now", NOW))
    sent = done(smmgit(team, "publish", "--rehearse", "--now", NOW))
    assert sent.count(f"  {first}  ") == 2
    assert f"  {first}  " not in done(smmgit(team, "publish", "--rehearse", "--now", NOW))
    done(smmgit(team, "site", "--strict", "--now", NOW, "--out", "site"))
    home = (team / "site/index.html").read_text(encoding="utf-8")
    assert "My team" in home and first in home and f'lang="{lang}"' in home
    assert git(team, "status", "--porcelain") == ""


def test_new_asks_four_questions_and_the_answers_lint(tmp_path: Path) -> None:
    done(smmgit(tmp_path, "init", "t", "--lang", "fr", "--time-zone", "Europe/Paris", "--now", NOW))
    answers = "Le café du jeudi\nblusky\nbluesky\ndemain\n\nCe matin, le café est pour vous, et le premier mot aussi.\n"
    run = smmgit(tmp_path / "t", "new", "--now", NOW, typed=answers)
    assert done(run) == "Écrit : content/2026/12/le-cafe-du-jeudi.md\n"
    assert "Vouliez-vous dire bluesky ?" in run.stderr and "n'est pas un moment lisible" in run.stderr
    text = (tmp_path / "t/content/2026/12/le-cafe-du-jeudi.md").read_text(encoding="utf-8")
    assert text == (
        "---\nid: le-cafe-du-jeudi\ntitle: Le café du jeudi\npublish_at: 2026-12-01 09:00\nchannels: [bluesky]\n---\n"
        "Ce matin, le café est pour vous, et le premier mot aussi.\n"
    )
    done(smmgit(tmp_path / "t", "lint", "--now", NOW))


def test_new_takes_options_and_asks_nothing_away_from_a_terminal(tmp_path: Path) -> None:
    done(smmgit(tmp_path, "init", "t", "--lang", "en", "--time-zone", "Europe/London", "--now", NOW))
    team = tmp_path / "t"
    said = done(smmgit(team, "new", "--title", "Tea", "--channels", "mastodon", "--at", "asap", "--text", "Tea is on."))
    assert said.startswith("Wrote content/2")
    for wrong in (("new",), ("new", "--title", "x", "--channels", "minitel"), ("new", "--title", "x", "--at", "soon")):
        refused = smmgit(team, *wrong)
        assert refused.returncode == 2 and refused.stdout == "" and "Traceback" not in refused.stderr


def test_init_asks_for_the_brands_name_at_a_terminal(tmp_path: Path) -> None:
    run = smmgit(tmp_path, "init", "t", "--lang", "fr", "--now", NOW, typed="Atelier Brume\n")
    done(run)
    assert "Nom de la marque" in run.stderr
    assert 'name: "Atelier Brume"' in (tmp_path / "t/brand/brand.yml").read_text(encoding="utf-8")


def test_init_refuses_what_it_cannot_do_in_words(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/x").write_text("x")
    for words in (("full",), ("t", "--now", "tomorrow"), ("t", "--time-zone", "Mars")):
        refused = smmgit(tmp_path, "init", *words)
        assert refused.returncode == 2 and "Traceback" not in refused.stderr
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["full", "x"]
