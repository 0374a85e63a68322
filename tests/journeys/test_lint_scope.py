"""What `smmgit lint` looks at: what changed, what depends on it, what is not known already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smmgit.__main__ import run
from smmgit.lint.example import FILES
from tests.support.repository import commit, git, repository

NOW = ("--now", "2026-11-23T08:00")
WEAK = "Le **carnet** {0}.\n"  # one warning a post: bold that X cannot show


def post(id: str, day: int, text: str = WEAK, more: str = "") -> str:
    return f"---\nid: {id}\npublish_at: 2026-12-{day:02} 09:00\nchannels: [x]\n{more}---\n" + text.format(id)


POSTS = {
    "content/a.md": post("carnet", 1),
    "content/b.md": post("notebook", 3, more="translation_of: carnet\n"),
    "content/c.md": post("suite", 5, more="requires: [{post: carnet}]\n"),
    "content/d.md": post("photo", 7, more="media: [{file: lune.png, alt: Une lune ronde au-dessus du toit}]\n"),
    "content/e.md": post("seul", 9),
    "content/lune.png": "no picture",
    "README.md": "About\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "team", {**FILES, **POSTS})


def told(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The files with remarks."""
    run(["-C", str(root), "lint", "--format", "json", *NOW, *words])
    return sorted({one["path"] for one in json.loads(capsys.readouterr().out)})


ALL = [name for name in POSTS if name.endswith(".md") and name.startswith("content/")]


def test_nothing_changed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(root), "lint", "--changed", "HEAD", *NOW]) == 0
    captured = capsys.readouterr()
    assert captured.err == "Nothing that lint looks at has changed since HEAD.\n"
    assert captured.out == "0 posts checked: nothing to mend.\n"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"content/e.md": post("seul", 10)}, ["content/e.md"]),
        ({"content/f.md": post("neuf", 12)}, ["content/f.md"]),
        ({"content/a.md": post("carnet", 2)}, ["content/a.md", "content/b.md", "content/c.md"]),
        ({"content/b.md": post("notebook", 4, more="translation_of: carnet\n")}, ["content/a.md", "content/b.md"]),
        ({"content/a.md": post("cahier", 1)}, ["content/a.md", "content/b.md", "content/c.md"]),
        ({"content/lune.png": "another"}, ["content/d.md"]),
        ({"brand/people.yml": FILES["brand/people.yml"] + "\n"}, ALL),
        ({"calendar/slots.yml": "[]\n"}, ALL),
        ({"lock.json": "{}\n"}, ALL),
        ({"README.md": "New\n", "docs/x.md": "x\n"}, []),
        ({"content/g.md": post("seul", 20)}, ["content/e.md", "content/g.md"]),
    ],
)
@pytest.mark.parametrize("committed", [True, False])
def test_what_changed_and_what_depends_on_it(
    root: Path, capsys: pytest.CaptureFixture[str], changed: dict[str, str], expected: list[str], committed: bool
) -> None:
    base = git(root, "rev-parse", "HEAD").strip()
    for name, text in changed.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    if committed:
        commit(root, {})
    assert [path for path in told(root, capsys, "--changed", base) if path.startswith("content/")] == expected


def test_a_deleted_post_leaves_its_dependents(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/a.md").unlink()
    assert told(root, capsys, "--changed", "HEAD") == ["content/b.md", "content/c.md"]


def test_changes_of_the_other_branch_do_not_count(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(root, "checkout", "-q", "-b", "mine")
    commit(root, {"content/e.md": post("seul", 10)})
    git(root, "checkout", "-q", "main")
    commit(root, {"content/d.md": post("photo", 8)})
    git(root, "checkout", "-q", "mine")
    assert told(root, capsys, "--changed", "main") == ["content/e.md"]


def test_a_team_below_the_top_of_a_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {f"social/équipe/{name}": text for name, text in {**FILES, **POSTS}.items()}
    repository(tmp_path / "all", {**files, "brand/other.yml": "x\n"})
    root = tmp_path / "all/social/équipe"
    (root / "content/e.md").write_text(post("seul", 10), encoding="utf-8")
    (tmp_path / "all/brand/other.yml").write_text("y\n", encoding="utf-8")
    assert told(root, capsys, "--changed", "HEAD") == ["content/e.md"]


def test_changed_among_some_paths(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/a.md").write_text(post("carnet", 2), encoding="utf-8")
    assert told(root, capsys, "--changed", "HEAD", str(root / "content/b.md")) == ["content/b.md"]


@pytest.mark.parametrize("base", ["nowhere", "--upload-pack=x", "HEAD~9"])
def test_a_base_that_does_not_exist_is_said(root: Path, capsys: pytest.CaptureFixture[str], base: str) -> None:
    assert run(["-C", str(root), "lint", f"--changed={base}", *NOW]) == 2
    assert "is no revision" in capsys.readouterr().err


def test_without_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["-C", str(tmp_path), "lint", "--changed", "HEAD"]) == 2
    assert "git init" in capsys.readouterr().err


def test_dependents_of_paths(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(root / "content/a.md")
    assert told(root, capsys, path) == ["content/a.md"]
    assert told(root, capsys, "--dependents", path) == ["content/a.md", "content/b.md", "content/c.md"]
    assert told(root, capsys, "--dependents", str(root / "content/lune.png")) == ["content/d.md"]
    assert told(root, capsys, "--dependents", str(root / "brand/channels.yml")) == ALL


# Baselines -------------------------------------------------------------------------------------


def known(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A baseline of what is wrong now."""
    path = str(root / "known.jsonl")
    assert run(["-C", str(root), "lint", "--write-baseline", path, *NOW]) == 0
    assert capsys.readouterr().err == f"{path} now holds 6 remarks.\n"
    return path


def test_what_is_known_is_not_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = known(root, capsys)
    assert run(["-C", str(root), "lint", "--strict", "--baseline", path, *NOW]) == 0
    assert capsys.readouterr().out == "5 posts checked: nothing to mend; in the baseline: 6 remarks.\n"
    assert all(json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines())


def test_the_known_survives_moves(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = known(root, capsys)
    (root / "content/2025").mkdir()
    moved = (root / "content/e.md").read_text(encoding="utf-8").replace("---\nLe", "---\nBonjour.\n\nLe")
    (root / "content/e.md").unlink()
    (root / "content/2025/autre.md").write_text(moved, encoding="utf-8")
    assert told(root, capsys, "--baseline", path) == []


def test_what_is_new_is_told_also_in_old_files(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = known(root, capsys)
    old = (root / "content/e.md").read_text(encoding="utf-8")
    (root / "content/e.md").write_text(old + "\nEncore __un__ carnet.\n", encoding="utf-8")
    (root / "content/f.md").write_text(post("neuf", 12), encoding="utf-8")
    assert told(root, capsys, "--baseline", path) == ["content/f.md"]
    (root / "content/e.md").write_text(old.replace("carnet", "cahier"), encoding="utf-8")
    assert told(root, capsys, "--baseline", path) == ["content/e.md", "content/f.md"]


def test_one_more_of_the_same_is_new(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/e.md").write_text(post("seul", 9, "La\u200bLune.\n"), encoding="utf-8")
    path = known(root, capsys)
    (root / "content/e.md").write_text(post("seul", 9, "La\u200bLune.\n\nLa\u200bLune.\n"), encoding="utf-8")
    assert told(root, capsys, "--baseline", path) == ["content/e.md"]


def test_stale_entries_are_said_and_taken_out(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = known(root, capsys)
    (root / "content/e.md").write_text(post("seul", 9, "Le carnet.\n"), encoding="utf-8")
    (root / "content/f.md").write_text(post("neuf", 12), encoding="utf-8")
    run(["-C", str(root), "--lang", "fr", "lint", "--baseline", path, *NOW])
    assert "1 remarque qui n" in capsys.readouterr().err
    run(["-C", str(root), "lint", "--baseline", path, *NOW, str(root / "content/a.md")])
    assert capsys.readouterr().err == ""  # of what was not looked at, nothing is known
    assert run(["-C", str(root), "lint", "--baseline", path, "--write-baseline", path, *NOW]) == 0
    assert "5 remarks" in capsys.readouterr().err
    assert told(root, capsys, "--baseline", path) == ["content/f.md"]
    run(["-C", str(root), "lint", "--baseline", path, *NOW])
    assert capsys.readouterr().err == ""


def test_known_remarks_are_not_mended(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/e.md").write_text(post("seul", 9, "La\u200bLune.\n"), encoding="utf-8")
    path = known(root, capsys)
    (root / "content/f.md").write_text(post("neuf", 12, "La\u200bLune.\n"), encoding="utf-8")
    assert run(["-C", str(root), "lint", "--baseline", path, "--fix", *NOW]) == 0
    assert "Mended: 1 fix in 1 file." in capsys.readouterr().err
    assert "\u200b" in (root / "content/e.md").read_text(encoding="utf-8")
    assert "\u200b" not in (root / "content/f.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text", ["", "{}\n", "[1]", '{"smmgit":"baseline","version":1}\n<<<<<<< HEAD\n', "\x00\xff"]
)  # fmt: skip
def test_what_is_no_baseline_is_said(root: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (root / "known.jsonl").write_text(text, encoding="latin-1")
    assert run(["-C", str(root), "lint", "--baseline", str(root / "known.jsonl"), *NOW]) == 2
    assert capsys.readouterr().err.count("known.jsonl") == 1
    assert run(["-C", str(root), "lint", "--baseline", "none.jsonl", *NOW]) == 2


def test_a_baseline_is_about_everything(root: Path) -> None:
    for words in (("content",), ("--rule", "alt/weak"), ("--changed", "HEAD")):
        assert run(["-C", str(root), "lint", "--write-baseline", "x", *words]) == 2


# Fixes -----------------------------------------------------------------------------------------


def test_diff_shows_and_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = post("seul", 9, "La\u200bLune, #bien-être.\n")
    (root / "content/e.md").write_text(text, encoding="utf-8")
    assert run(["-C", str(root), "lint", "--diff", *NOW]) == 1
    captured = capsys.readouterr()
    assert captured.out.splitlines()[:2] == ["--- a/content/e.md", "+++ b/content/e.md"]
    assert captured.out.count("\n-") == 1 and "+LaLune, #bien-être." in captured.out
    assert captured.err == "Would be mended: 1 fix in 1 file.\n"
    assert run(["-C", str(root), "lint", "--diff", "--unsafe-fixes", *NOW]) == 1
    assert "+LaLune, #BienÊtre." in capsys.readouterr().out
    assert (root / "content/e.md").read_text(encoding="utf-8") == text
    assert git(root, "status", "--short").strip() == "M content/e.md"
    assert run(["-C", str(root), "lint", "--unsafe-fixes", *NOW]) == 1  # the picture that is none stays
    assert "LaLune, #BienÊtre." in (root / "content/e.md").read_text(encoding="utf-8")
    capsys.readouterr()
    assert run(["-C", str(root), "lint", "--diff", "--unsafe-fixes", *NOW]) == 0
    assert capsys.readouterr().out == ""


def test_a_refused_fix_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = post("seul", 9, "https:/lune.example/guide " + "é" * 274 + "\n").replace("[x]", "[bluesky]")
    (root / "content/e.md").write_text(text, encoding="utf-8")
    assert run(["-C", str(root), "--lang", "fr", "lint", "--fix", *NOW]) == 1
    assert "content/e.md:6 : « Écrire https:// » n'a pas été fait" in capsys.readouterr().err
