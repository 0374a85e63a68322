"""A team's own repository: complete, clean on any day, and careful with what is there already."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from smmgit.errors import GitError, UsageError
from smmgit.files.workspace import load
from smmgit.files.write import write_atomic
from smmgit.jobs.init import Made, init
from smmgit.lint.engine import lint
from smmgit.model.inherit import latest, planned
from smmgit.model.say import Say
from smmgit.model.when import resolve
from tests.support.repository import contents, git

MONDAY = dt.datetime(2026, 11, 23, 8, 0, 42)  # naive: local time of the brand
TOOLS = Path(sys.executable).parent


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Noor")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "noor@example.com")


def make(root: Path, lang: str = "fr", now: dt.datetime = MONDAY, name: str = "Essai", **more: bool) -> Made:
    zone = "Europe/Paris" if lang == "fr" else "America/New_York"
    return init(str(root), lang=lang, name=name, time_zone=zone, now=now, **more)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "now",
    ["2026-11-23 08:00", "2026-12-09 12:00", "2026-12-20 10:00", "2026-12-23 10:00", "2026-12-31 23:59",
     "2027-03-27 02:30", "2026-10-25 02:30", "2028-02-29 00:00"],
)  # fmt: skip
def test_it_lints_clean_and_its_first_post_is_due_on_any_day(tmp_path: Path, lang: str, now: str) -> None:
    made = make(tmp_path / "team", lang, dt.datetime.fromisoformat(now))
    ws = load(made.root, cache=False)
    at = resolve(dt.datetime.fromisoformat(now), ws.brand.time_zone).at
    assert lint(ws, at) == ()
    first, *later = sorted(ws.posts, key=lambda post: str(post.publish_at and post.publish_at.text))
    assert first.path == made.post and len(later) == 2
    due = planned(first, first.channels[0].id, ws)
    assert due is not None and due.at <= at < latest(first, due.at, ws)
    assert all((moment := planned(post, post.channels[0].id, ws)) and moment.at > at for post in later)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_everything_is_committed_and_nothing_else(tmp_path: Path, lang: str) -> None:
    made = make(tmp_path / "team", lang)
    assert git(Path(made.root), "status", "--porcelain", "--ignored") == ""
    assert git(Path(made.root), "rev-parse", "HEAD").strip() == made.commit
    tracked = git(Path(made.root), "ls-files").splitlines()
    assert sorted(tracked) == sorted(made.files)
    assert {"brand/brand.yml", ".github/workflows/content.yml", ".gitignore", ".vscode/settings.json"} <= set(tracked)
    assert not [path for path in tracked if path.endswith(".j2") or "dot_" in path]


@pytest.mark.parametrize(
    "name", ['L’"Atelier" : été', "{{ 7 * 7 }} {% raw %}", "yes", "12:30", "# not a comment", "- [x]", "a\\b 'c' & <d>"]
)
def test_a_brand_may_have_any_name(tmp_path: Path, name: str) -> None:
    made = make(tmp_path / "team", name=name)
    ws = load(made.root, cache=False)
    assert ws.brand.name == name and not ws.findings


def test_line_breaks_in_a_name_are_spaces(tmp_path: Path) -> None:
    assert load(make(tmp_path / "t", name="Un\nnom\t long").root, cache=False).brand.name == "Un nom long"


def test_a_folder_with_content_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    before = contents(tmp_path)
    with pytest.raises(UsageError, match="pas vide"):
        make(tmp_path)
    assert contents(tmp_path) == before


def test_force_adds_what_is_missing_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand/brand.yml").write_text("name: Nous\nlanguages: [fr]\ntime_zone: Europe/Paris\n")
    (tmp_path / "draft.txt").write_text("not ours to commit")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "draft.txt")
    made = make(tmp_path, force=True)
    assert made.kept == ("brand/brand.yml",)
    assert load(str(tmp_path), cache=False).brand.name == "Nous"
    assert git(tmp_path, "status", "--porcelain").splitlines() == ["A  draft.txt", "?? brand/brand.yml"]
    again = make(tmp_path, force=True)
    assert again.files == () and again.commit == ""


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    outside, team = tmp_path / "outside", tmp_path / "team"
    outside.mkdir()
    team.mkdir()
    (team / "content").symlink_to(outside)
    with pytest.raises(UsageError, match="mène hors"):
        make(team, force=True)
    assert contents(outside) == {} and not (team / "brand").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "team").write_text("x")
    with pytest.raises(UsageError, match="fichier"):
        make(tmp_path / "team")


def test_an_unknown_time_zone_is_said_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Mars/Base"):
        init(str(tmp_path / "t"), lang="en", name="x", time_zone="Mars/Base", now=MONDAY)
    assert not (tmp_path / "t").exists()


def test_a_machine_without_a_name_gets_its_repository_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{who}_NAME")
        monkeypatch.delenv(f"GIT_{who}_EMAIL")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.useConfigOnly")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "true")
    made = make(tmp_path / "team")
    assert made.commit and not made.signed


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_its_workflows_are_correct_and_safe(tmp_path: Path, lang: str) -> None:
    made = make(tmp_path / "team", lang)
    workflows = sorted(Path(made.root, ".github/workflows").glob("*.yml"))
    checked = subprocess.run([TOOLS / "actionlint", *workflows], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    command = [TOOLS / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", made.root]
    audited = subprocess.run(command, capture_output=True, text=True, check=False)
    assert audited.returncode == 0, audited.stdout + audited.stderr
    for path in workflows:
        text = path.read_text()
        assert "secrets." not in text and "pull_request_target" not in text


def test_its_site_looks_like_ours(tmp_path: Path) -> None:
    made = make(tmp_path / "team")
    theirs = yaml.safe_load(Path(made.root, "mkdocs.yml").read_text())
    ours = yaml.safe_load((Path(__file__).parents[3] / "smmgit/site/default.yml").read_text().replace("!ENV", ""))
    ours["plugins"]["smmgit"] = {}
    assert theirs == ours


def test_editors_know_the_shape_of_its_files(tmp_path: Path) -> None:
    root = Path(make(tmp_path / "team").root)
    settings = yaml.safe_load((root / ".vscode/settings.json").read_text())
    for shape, path in settings["yaml.schemas"].items():
        schema = yaml.safe_load((root / shape).read_text())
        values = yaml.load((root / path).read_text(), yaml.BaseLoader)
        jsonschema.validate(values, schema)


@pytest.mark.parametrize("fails_at", [0, 5, 20])
def test_a_disk_that_fills_up_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    from smmgit.jobs import init as job

    written: list[str] = []

    def write(path: str, data: bytes) -> None:
        if len(written) == fails_at:
            raise OSError(28, "No space left on device")
        written.append(path)
        write_atomic(path, data)

    monkeypatch.setattr(job, "write_atomic", write)
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine.txt").write_text("mine")
    for name, force in (("new", False), ("there", True)):
        written.clear()
        with pytest.raises(OSError, match="No space"):
            init(
                str(tmp_path / name), lang="fr", name="Nous", time_zone="Europe/Paris",
                now=dt.datetime(2026, 11, 23, 8, 0), force=force,
            )  # fmt: skip
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == ["there", "there/mine.txt"]


def test_where_git_refuses_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEMPLATE_DIR", os.devnull)
    monkeypatch.setattr("smmgit.jobs.init.MESSAGE", Say("", ""))  # git refuses an empty message
    with pytest.raises(GitError):
        init(str(tmp_path / "a"), lang="en", name="Us", time_zone="Europe/Paris", now=dt.datetime(2026, 11, 23, 8, 0))
    assert list(tmp_path.iterdir()) == []
