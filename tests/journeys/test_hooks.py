"""The published hooks, in real commits, with both programs that run such hooks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from smmgit.lint.example import FILES

PROJECT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
GOOD = "---\nid: carnet\npublish_at: 2999-11-25 09:00\nchannels: [x]\n---\nLe carnet.\n"
BAD = GOOD.replace("[x]", "[blusky]")


def hooks() -> str:
    """A configuration that uses every hook we publish, from this environment instead of one to be built."""
    published = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = [hook | {"language": "system", "entry": f"{BIN}/{hook['entry']}"} for hook in published]
    return yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}, sort_keys=False)


class Team:
    """A repository whose commits go through the hooks."""

    def __init__(self, root: Path, tool: str) -> None:
        self.root = root
        root.mkdir()
        self.env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(root.parent),
            "PRE_COMMIT_HOME": str(root.parent / "pre-commit"), "PREK_HOME": str(root.parent / "prek"),
            "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.com",
            "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.com", "NO_COLOR": "1",
        }  # fmt: skip
        self.run("git", "init", "-q", "-b", "main")
        self.write({**FILES, ".pre-commit-config.yaml": hooks(), ".gitignore": ".smmgit/\n"})
        self.run("git", "add", "-A")
        self.run("git", "commit", "-q", "-m", "start")
        assert self.run(str(BIN / tool), "install").returncode == 0

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(words, cwd=self.root, env=self.env, capture_output=True, text=True, check=False)

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_text(text, encoding="utf-8")

    def commit(self, files: dict[str, str]) -> tuple[bool, str]:
        """Stage these files and commit: whether it went through, and what was said."""
        self.write(files)
        self.run("git", "add", *files)
        done = self.run("git", "commit", "-m", "more")
        return done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(params=["pre-commit", "prek"])
def team(request: pytest.FixtureRequest, tmp_path: Path) -> Team:
    return Team(tmp_path / "team", request.param)


def test_a_mistake_is_held_back_and_said(team: Team) -> None:
    went, said = team.commit({"content/a.md": BAD})
    assert not went
    assert "content/a.md" in said and "post/unknown-channel" in said and "bluesky" in said
    went, said = team.commit({"content/a.md": GOOD})
    assert went, said


def test_what_is_staged_is_judged_not_what_lies_in_the_folder(team: Team) -> None:
    team.write({"content/a.md": BAD})
    team.run("git", "add", "content/a.md")
    team.write({"content/a.md": GOOD})
    assert team.run("git", "commit", "-m", "the staged text is wrong").returncode != 0
    assert (team.root / "content/a.md").read_text(encoding="utf-8") == GOOD
    team.run("git", "add", "content/a.md")
    team.write({"content/a.md": BAD})
    done = team.run("git", "commit", "-m", "the staged text is right")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (team.root / "content/a.md").read_text(encoding="utf-8") == BAD


def test_what_depends_on_what_is_staged_is_judged(team: Team) -> None:
    assert team.commit({"content/a.md": GOOD})[0]
    went, said = team.commit({"brand/channels.yml": FILES["brand/channels.yml"].replace("x: {", "ics: {")})
    assert not went and "content/a.md" in said and "post/unknown-channel" in said


def test_other_files_cost_nothing(team: Team) -> None:
    team.write({"content/wrong.md": BAD})
    went, said = team.commit({"notes.txt": "not a post\n"})
    assert went and "wrong.md" not in said


def test_the_other_hook_puts_posts_in_form(team: Team) -> None:
    messy = GOOD.replace("id: carnet\n", "").replace("channels: [x]\n", "channels: [x]\nid: carnet\n")
    went, said = team.commit({"content/a.md": messy, "content/README.md": "About\n"})
    assert not went and "smmgit fmt" in said
    assert (team.root / "content/a.md").read_text(encoding="utf-8") == GOOD
    assert team.commit({"content/a.md": GOOD})[0]


@pytest.mark.parametrize("tool", ["pre-commit", "prek"])
def test_the_manifest_is_valid(tool: str) -> None:
    done = subprocess.run([BIN / tool, "validate-manifest", PROJECT / ".pre-commit-hooks.yaml"], check=False)
    assert done.returncode == 0
