"""`smmgit voice` as editors, review tools and people meet it: Vale's own output, exits and words."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from smmgit.__main__ import run

NICE = """extends: existence
message: "Not '%s'."
level: error
link: https://example.org/?a&b
tokens: [nice]
"""
USE = """extends: substitution
message: "Use '%s', not '%s'."
description: Short.
level: warning
action: {name: replace}
swap:
  utilise: use|take
"""
RULES = {"T/Nice.yml": NICE, "T/Use.yml": USE}
INI = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.md]\nBasedOnStyles = T\n"
TEXT = "# A nice <b>day</b>\n\nWe utilise é.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in RULES.items():
        (tmp_path / "styles" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "styles" / name).write_text(text, encoding="utf-8")
    (tmp_path / ".vale.ini").write_text(INI, encoding="utf-8")
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMMGIT_LANG", "en")
    return tmp_path


def test_lines_as_vale_prints_them(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["voice", "a.md"]) == 1
    told = capsys.readouterr()
    assert told.out == "a.md:1:5:T.Nice:Not 'nice'.\na.md:3:4:T.Use:Use 'use' or 'take', not 'utilise'.\n"
    assert told.err == ""


def test_json_as_vale_prints_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["voice", "--output", "JSON", "--minAlertLevel", "error", "a.md"]) == 1
    assert capsys.readouterr().out == (
        '{\n  "a.md": [\n    {\n      "Action": {\n        "Name": "",\n        "Params": null\n      },\n'
        '      "Span": [\n        5,\n        8\n      ],\n      "Check": "T.Nice",\n      "Description": "",\n'
        '      "Link": "https://example.org/?a\\u0026b",\n      "Message": "Not \'nice\'.",\n'
        '      "Severity": "error",\n'
        '      "Match": "nice",\n      "Line": 1\n    }\n  ]\n}\n'
    )
    assert run(["voice", "--output", "JSON", "a.md"]) == 1
    told = json.loads(capsys.readouterr().out)["a.md"][1]
    assert told["Action"] == {"Name": "replace", "Params": ["use", "take"]}
    assert (told["Description"], told["Span"], told["Match"]) == ("Short.", [4, 10], "utilise")


def test_exits(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["voice", "--no-exit", "a.md"]) == 0
    (root / "a.md").write_text("We utilise it.\n", encoding="utf-8")
    assert run(["voice", "a.md"]) == 0  # a warning is no error
    (root / "a.md").write_text("Fine.\n", encoding="utf-8")
    assert run(["voice", "--output", "JSON", "a.md"]) == 0
    assert capsys.readouterr().out.endswith("{}\n")
    assert run(["voice", "b.md"]) == 2
    (root / ".vale.ini").unlink()
    assert run(["voice", "a.md"]) == 2
    assert ".vale.ini not found" in capsys.readouterr().err


def test_folders_globs_and_kinds(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / ".vale.ini").write_text(INI.replace("[*.md]", "[*]") + "\n[formats]\nnote = md\n", encoding="utf-8")
    for name in ("sub/b.md", "sub/c.txt", "node_modules/d.md", "e.note", "f.py", "g.odd"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("`nice`\n", encoding="utf-8")
    run(["voice", "--glob", "!{styles/*,.vale.ini,a.md}", "."])
    told = capsys.readouterr()
    assert told.out == "g.odd:1:2:T.Nice:Not 'nice'.\nsub/c.txt:1:2:T.Nice:Not 'nice'.\n"
    assert "f.py: .py files are not read" in told.err


def test_standard_input(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"`nice` nice")))
    assert run(["voice", "--ext", ".md", "-"]) == 1
    assert capsys.readouterr().out == "stdin.md:1:8:T.Nice:Not 'nice'.\n"


def test_a_style_with_errors_says_where_and_judges_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "styles/T/Nice.yml").write_text("extends: existence\nmessage: m\ntoken: [a]\n", encoding="utf-8")
    assert run(["voice", "a.md"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith("Nice.yml:3:1: E201 has invalid keys: token\n")
    assert run(["voice", "--output", "JSON", "a.md"]) == 2
    told = capsys.readouterr()
    said = json.loads(told.err)
    assert (said["Line"], said["Code"], said["Text"]) == (3, "E201", "has invalid keys: token")


def test_nothing_is_dropped_in_silence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "styles/T/Bad.yml").write_text("extends: existence\nmessage: m\ntokens: ['(']\n", encoding="utf-8")
    (root / "styles/T/Run.yml").write_text("extends: script\nmessage: m\nscript: 'x := 1'\n", encoding="utf-8")
    (root / ".vale.ini").write_text("Packages = Google\n" + INI, encoding="utf-8")
    assert run(["--lang", "fr", "voice", "a.md"]) == 1
    err = capsys.readouterr().err
    assert "Non appliquée : T.Bad, car" in err and "Non appliquée : T.Run, car" in err
    assert "jamais téléchargés : Google" in err


def test_what_editors_say_to_vale_is_understood(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "a.md").write_text("```\nnice\n```\n", encoding="utf-8")
    assert run(["voice", "--no-wrap", "--no-global", "--sort", "--normalize", "--relative", "a.md"]) == 0
    assert run(["voice", "--ignore-syntax", "a.md"]) == 1
    assert capsys.readouterr().out == "a.md:2:1:T.Nice:Not 'nice'.\n"


def test_why_something_was_not_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "styles/T/Nice.yml").write_text(RULES["T/Nice.yml"] + "exceptions: [nice]\n", encoding="utf-8")
    assert run(["voice", "--explain", "a.md"]) == 0
    assert "a.md:1:5:T.Nice: “nice” is silenced by nice" in capsys.readouterr().err
