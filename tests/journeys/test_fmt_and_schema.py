"""`smmgit fmt` and `smmgit schema`, from the shell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

MESSY = "---\r\nstatus: prêt\r\nid: some-post\r\n---\r\nText\r\n"
TIDY = "---\nid: some-post\nstatus: ready\n---\nText\n"


def smmgit(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "smmgit", "-C", str(root), "--lang", "en", *words],
        capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}, check=False, timeout=60,
    )  # fmt: skip


@pytest.fixture
def team(tmp_path: Path) -> Path:
    root = tmp_path / "team"
    (root / "content/2026").mkdir(parents=True)
    (root / "calendar/campaigns").mkdir(parents=True)
    (root / "content/2026/a & b?.md").write_bytes(MESSY.encode())
    (root / "content/tidy.md").write_bytes(TIDY.encode())
    (root / "content/README.md").write_bytes(b"About\r\n")
    (root / "calendar/campaigns/noel.md").write_text("---\nends: 2026-12-24\nname: Noel\n---\nText\n", encoding="utf-8")
    return root


def test_every_text_with_fields_is_put_in_form_once(team: Path) -> None:
    done = smmgit(team, "fmt")
    assert (done.returncode, done.stdout.splitlines()) == (0, ["content/2026/a & b?.md", "calendar/campaigns/noel.md"])
    assert (team / "content/2026/a & b?.md").read_bytes() == TIDY.encode()
    assert (team / "calendar/campaigns/noel.md").read_text(encoding="utf-8").startswith("---\nname: Noel\nends")
    assert (team / "content/README.md").read_bytes() == b"About\r\n"
    again = smmgit(team, "fmt")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "0 of 3 files put in form.\n")


def test_check_and_diff_write_nothing_and_exit_one(team: Path) -> None:
    checked = smmgit(team, "fmt", "--check")
    assert (checked.returncode, checked.stdout.splitlines()[0]) == (1, "content/2026/a & b?.md")
    shown = smmgit(team, "fmt", "--diff", str(team / "content/2026"))
    assert shown.returncode == 1
    assert "-status: prêt" in shown.stdout
    assert "+status: ready" in shown.stdout
    assert (team / "content/2026/a & b?.md").read_bytes() == MESSY.encode()
    assert smmgit(team, "fmt", "--check", str(team / "content/tidy.md")).returncode == 0


def test_what_cannot_be_read_is_never_written(team: Path) -> None:
    data = "---\nstatus: prêt\nid: some-post\n---\nÉté\n".encode("cp1252")
    (team / "content/tidy.md").write_bytes(data)
    done = smmgit(team, "fmt")
    assert done.returncode == 1
    assert "content/tidy.md cannot be read" in done.stderr
    assert (team / "content/tidy.md").read_bytes() == data


def test_a_file_that_is_not_there_is_a_mistake_of_use(team: Path) -> None:
    done = smmgit(team, "fmt", "none.md")
    assert done.returncode == 2
    assert "none.md" in done.stderr


def test_a_schema_is_printed_or_all_are_written(team: Path, tmp_path: Path) -> None:
    printed = json.loads(smmgit(team, "schema").stdout)
    jsonschema.Draft202012Validator.check_schema(printed)
    assert printed["required"] == ["id"]
    out = tmp_path / "schemas"
    done = smmgit(team, "schema", "--out", str(out))
    assert done.returncode == 0
    assert json.loads((out / "post.schema.json").read_text(encoding="utf-8")) == printed
    assert (out / "key-dates.schema.json").exists()
    assert smmgit(team, "schema", "posts").returncode == 2


@pytest.mark.parametrize(("mark", "changed"), [("", []), ("brand", ["content/a.md"]), (".git", ["content/a.md"])])
def test_a_folder_above_that_is_only_called_content_is_nobody_s_repository(
    tmp_path: Path, mark: str, changed: list[str]
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_bytes(MESSY.encode())
    (tmp_path / "elsewhere").mkdir()
    if mark:
        (tmp_path / mark).mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "smmgit", "--lang", "en", "fmt"], cwd=tmp_path / "elsewhere",
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout.splitlines()) == (0, changed)
