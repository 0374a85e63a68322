"""`smmgit lint` and `smmgit rules` as people and machines meet them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from smmgit.__main__ import run
from smmgit.lint.example import FILES

TOP = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x, bluesky]\n---\n"
NOW = ("--now", "2026-11-23T08:00")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "content").mkdir()
    return tmp_path


def write(root: Path, text: str, name: str = "a.md") -> Path:
    path = root / "content" / name
    path.write_text(text, encoding="utf-8")
    return path


def smmgit(root: Path, *words: str) -> int:
    return run(["-C", str(root), *words])


def test_clean(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, TOP + "Le carnet.\n")
    assert smmgit(root, "lint", *NOW) == 0
    assert capsys.readouterr().out == "1 post checked: nothing to mend.\n"


def test_errors_exit_1_and_warnings_do_not(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, TOP + "Le **carnet**.\n")
    assert smmgit(root, "lint", *NOW) == 0
    assert smmgit(root, "lint", "--strict", *NOW) == 1
    out = capsys.readouterr().out
    assert "content/a.md\n  6:4     warning  " in out
    assert "1 warning in 1 file; 1 post checked." in out
    write(root, TOP + "Un carnet. " * 40)
    assert smmgit(root, "lint", *NOW) == 1


def test_says_number_limit_source_and_date_in_french(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, TOP.replace("x, ", "") + "é" * 312 + "\n")
    assert run(["-C", str(root), "--lang", "fr", "lint", *NOW]) == 1
    out = capsys.readouterr().out
    assert "Bluesky : 312 caractères sur 300 ; coupez 12 caractères ou écrivez une section « ## bluesky »." in out
    assert "(source : BA " in out and ", vérifié le 20" in out
    assert "1 erreur dans 1 fichier ; 1 publication lue." in out


def test_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, TOP + "La\u200bLune {x} %s.\n")
    assert smmgit(root, "lint", "--format", "json", "--lang", "fr", *NOW) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert list(found) == [
        "rule", "severity", "message", "path", "line", "column", "end_line", "end_column", "post", "channel", "fix",
    ]  # fmt: skip
    assert (found["rule"], found["path"], found["line"], found["column"]) == (
        "text/hidden-characters",
        "content/a.md",
        6,
        3,
    )
    assert found["message"].startswith("Il y a ici un caractère que personne ne voit")
    assert found["fix"]["safe"] is True


def test_annotations_are_escaped(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, TOP.replace("bluesky", '"::error file=x,line=1::100%"') + "Le carnet.\n", name="a,b:c.md")
    assert smmgit(root, "lint", "--format", "github", *NOW) == 1
    for line in capsys.readouterr().out.splitlines():
        assert line.startswith("::error file=content/a%2Cb%3Ac.md,line=")
        assert "100%25" in line


def test_nothing_in_a_post_reaches_the_terminal_raw(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, TOP.replace("bluesky", '"bl\\e[31mue"') + "Le carnet\u202e.\n")
    smmgit(root, "lint", *NOW)
    out = capsys.readouterr().out
    assert "\x1b" not in out and "\u202e" not in out


def test_fix(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(root, TOP + "La\u200b Lune.\n")
    assert smmgit(root, "lint", "--fix", *NOW) == 0
    captured = capsys.readouterr()
    assert path.read_text(encoding="utf-8") == TOP + "La Lune.\n"
    assert captured.err == "Mended: 1 fix in 1 file.\n"


def test_some_paths(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, TOP + "Le **carnet**.\n")
    other = write(root, TOP.replace("id: carnet", "id: cahier").replace("-25", "-27") + "Le cahier.\n", name="b.md")
    assert smmgit(root, "lint", str(other), *NOW) == 0
    assert capsys.readouterr().out == "1 post checked: nothing to mend.\n"


@pytest.mark.parametrize("words", [("--rule", "alt/week"), ("/etc/hostname",), ("content/none.md",), ("--now", "soon")])
def test_usage_errors_exit_2(root: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert smmgit(root, "lint", *words) == 2


def test_one_rule_and_the_least_severity(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, TOP.replace("bluesky", "linkedin, blusky") + "Le **carnet** qui tient ses promesses.\n")
    assert smmgit(root, "lint", "--rule", "markup/lost", *NOW) == 0
    assert smmgit(root, "lint", "--severity", "error", *NOW) == 1
    first, second = capsys.readouterr().out.split("checked.")[:2]
    assert "markup/lost" in first and "unknown-channel" not in first
    assert "markup/lost" not in second and "unknown-channel" in second


def test_rules_are_listed_and_explained(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert smmgit(root, "rules") == 0
    assert "alt/missing" in capsys.readouterr().out
    assert run(["-C", str(root), "--lang", "fr", "rules", "alt/missing"]) == 0
    out = capsys.readouterr().out
    assert "Pourquoi : " in out and "Comment corriger : " in out and "file: carnet.jpg" in out
    assert smmgit(root, "rules", "alt/missin") == 2
    assert smmgit(root, "rules", "--format", "json") == 0
    capsys.readouterr()


def test_file_names_of_any_bytes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, name in enumerate((b"caf\xe9.md", b"a;b|c&d<e>\"f'.md", b"new\nline.md")):
        text = TOP.replace("carnet", f"post-{number}") + "Un carnet. " * 40
        with open(os.path.join(os.fsencode(root), b"content", name), "w", encoding="utf-8") as stream:
            stream.write(text)
    for form in ("text", "json", "github"):
        assert smmgit(root, "lint", "--format", form, *NOW) == 1
        assert smmgit(root, "lint", "--format", form, "--no-cache", *NOW) == 1
        out = capsys.readouterr().out
        assert "caf" in out and "::error file=content/new\nline" not in out
