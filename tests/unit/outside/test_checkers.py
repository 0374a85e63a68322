"""Programs beside smmgit, played by small scripts on PATH: what they are given, and what is made of their answers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from smmgit.errors import SmmgitError
from smmgit.outside import programs
from smmgit.outside.checkers import CHECKERS, available, check

Install = Callable[[str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a Python script on an otherwise empty PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    python = Path(sys.base_prefix) / "bin" / "python3"

    def put(name: str, source: str) -> None:
        path = tmp_path / name
        path.write_text(f"#!{python}\n{source}\n", encoding="utf-8")
        path.chmod(0o755)

    return put


GRAMMALECTE = """
import json, sys
lines = open(sys.argv[sys.argv.index("-f") + 1], encoding="utf-8").read().split("\\n")
assert "-j" in sys.argv and "eepi" in sys.argv[sys.argv.index("-off"):]
def errors(line):
    at = line.find("mange")
    error = {"nStart": at, "nEnd": at + 5, "sType": "conj", "sMessage": "Accord.", "aSuggestions": ["mangent"]}
    return [error] * (at >= 0)
print(json.dumps({"data": [{"iParagraph": n, "lGrammarErrors": errors(line)} for n, line in enumerate(lines, 1)]}))
"""
TYPOS = """
import json, sys
assert "--isolated" in sys.argv
for n, line in enumerate(sys.stdin.buffer.read().split(b"\\n"), 1):
    if b"teh" in line:
        at = line.find(b"teh")
        print(json.dumps({"type": "typo", "line_num": n, "byte_offset": at, "typo": "teh", "corrections": ["the"]}))
sys.exit(2)
"""


def test_grammalecte_sees_all_texts_in_one_run(install: Install) -> None:
    install("grammalecte-cli", GRAMMALECTE)
    texts = ["Bonjour.\nLes élèves mange.", "Rien.", "Ils mange."]
    found = check("grammalecte", texts)
    assert [
        [(text[one.start : one.end], one.replacements) for one in spans]
        for text, spans in zip(texts, found, strict=True)
    ] == [
        [("mange", ("mangent",))],
        [],
        [("mange", ("mangent",))],
    ]


def test_many_texts_go_in_several_runs(install: Install) -> None:
    install("typos", TYPOS)
    found = check("typos", ["été teh"] * 1_201)
    assert len(found) == 1_201
    assert {(one.start, one.end) for spans in found for one in spans} == {(4, 7)}


def test_a_checker_that_is_not_installed_says_how(install: Install) -> None:
    assert [one.name for one in available("fr")] == []
    with pytest.raises(SmmgitError, match="apt install grammalecte-cli"):
        check("grammalecte", ["x"])


def test_a_checker_nobody_knows_is_refused(install: Install) -> None:
    with pytest.raises(SmmgitError, match="No checker"):
        check("oracle", ["x"])


def test_only_checkers_of_the_language_are_offered(install: Install) -> None:
    install("grammalecte-cli", GRAMMALECTE)
    install("typos", TYPOS)
    assert [one.name for one in available("fr-CA")] == ["grammalecte"]
    assert "grammalecte" not in [one.name for one in available("en")]
    assert "typos" in [one.name for one in available("en-GB")]


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("import sys; sys.exit('the model is missing')", "the model is missing"),
        ("print('hello')", "something else"),
        ('print(\'{"data": [{"lGrammarErrors": [{}]}]}\')', "something else"),
    ],
)
def test_a_checker_that_breaks_is_told(install: Install, source: str, says: str) -> None:
    install("grammalecte-cli", source)
    with pytest.raises(SmmgitError, match=says):
        check("grammalecte", ["x"])


def test_a_program_that_never_answers_is_stopped(install: Install, tmp_path: Path) -> None:
    install("slow", "import time; time.sleep(60)")
    with pytest.raises(SmmgitError, match="did not answer"):
        programs.answer([str(tmp_path / "slow")], seconds=0.2)


def test_a_program_that_cannot_start_is_told(tmp_path: Path) -> None:
    with pytest.raises(SmmgitError, match="cannot be started"):
        programs.answer([str(tmp_path / "nothing")])


def test_a_text_never_reaches_a_shell(install: Install, tmp_path: Path) -> None:
    install("typos", TYPOS)
    check("typos", [f"$(touch {tmp_path}/made) `touch {tmp_path}/made` ; touch {tmp_path}/made"])
    assert not (tmp_path / "made").exists()


def test_every_checker_says_what_installs_it() -> None:
    assert all(one.install and one.languages for one in CHECKERS)
