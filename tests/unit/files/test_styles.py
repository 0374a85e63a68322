"""Style files and configurations: read as Vale reads them, refused as Vale refuses them, with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from smmgit.errors import ConfigError
from smmgit.files.styles import ini
from smmgit.files.styles.front import front
from smmgit.files.styles.places import find_config
from smmgit.files.styles.rules import read_rule
from smmgit.files.styles.vale import load
from smmgit.files.tree.report import Report
from smmgit.voice.rule import Action, Existence, Occurrence, Sequence, Step, Substitution

HEAD = "extends: existence\nmessage: m\n"


def refused(text: str) -> list[tuple[int, int, str]]:
    report = Report("T/A.yml")
    report.text = text
    assert read_rule(text, "T.A", "T/A.yml", report) is None
    return [(item.line, item.column, item.message.en) for item in report.findings]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("message: m\n", (1, 1), "'extends'"),
        ("extends:\nmessage: m\n", (1, 1), "'extends'"),
        ("extends: existence\n", (1, 1), "'message'"),
        ("message: m\nextends: exsitence\n", (2, 10), "exsitence"),
        (HEAD + "level: fatal\n", (3, 8), "fatal"),
        (HEAD + "tokens:\n  - a\ntoken: b\n", (5, 1), "has invalid keys: token"),
        (HEAD + "ignorecase: perhaps\n", (3, 13), "true or false"),
        (HEAD + "limit: many\n", (3, 8), "a whole number"),
        (HEAD + "tokens:\n  - a: b\n", (4, 5), "one text"),
        (HEAD + "code: true\n", (3, 1), "scope: raw"),
        (HEAD + "scope: link\n", (3, 8), "'link'"),
        (HEAD + "scope: two words\n", (3, 8), "spaces"),
        ("extends: substitution\nmessage: m\nswap: [a]\n", (3, 7), "a map"),
        ("- a\n", (1, 1), "A rule"),
        ("", (1, 1), "'extends'"),
        (HEAD + "tokens: [a\n", (3, 9), ""),
    ],
)
def test_a_rule_that_vale_refuses(text: str, place: tuple[int, int], words: str) -> None:
    line, column, message = refused(text)[0]
    assert (line, column) == place
    assert words in message


def rule(text: str) -> object:
    report = Report("T/A.yml")
    found = read_rule(text, "T.A", "T/A.yml", report, {"T.A": "error"})
    assert not report.findings, report.findings
    return found


def test_leniences_of_vale() -> None:
    made = rule(
        HEAD + "Tokens: one\nIgnoreCase: 'true'\nscope:\nlimit: '3'\naction: {name: edit, params: trim}\ntests: [x]\n"
    )
    assert isinstance(made, Existence)
    assert (made.tokens, made.ignorecase, made.scope, made.limit) == (("one",), True, ("text",), 3)
    assert (made.level, made.action, made.name) == ("error", Action("edit", ("trim",)), "T.A")
    swap = rule("extends: substitution\nmessage: m\nswap:\n  no: yes\n  1: 2.0\n  a:\n")
    assert isinstance(swap, Substitution)
    assert swap.swap == {"no": "yes", "1": "2.0", "a": ""}
    assert isinstance(rule("extends: spelling\nmessage: m\nwhatever: 1\n"), object)


def test_scopes_that_a_kind_always_has() -> None:
    found = rule(
        "extends: sequence\nmessage: m\nscope: text\ntokens:\n  - {pattern: a, tag: NN, skip: 2, negate: true}\n"
    )
    assert isinstance(found, Sequence)
    assert (found.scope, found.tokens) == (("sentence",), (Step("a", "NN", 2, True),))
    counted = rule("extends: occurrence\nmessage: m\nmax: 2\ntoken: a\nscope: [heading, '~list']\n")
    assert isinstance(counted, Occurrence)
    assert counted.scope == ("heading", "~list")


def test_the_configuration_format() -> None:
    report = Report(".vale.ini")
    text = (
        "# comment\nStylesPath = sty#les ; where\nVocab = A, B\nVocab = C\n\n[*.{md,txt}]\n"
        'BasedOnStyles = "X" # all\nTokenIgnores = (\\$[^$]+\\$), \\\n  (a\\,b)\nno pair here\n'
    )
    found = ini.read(text, report)
    assert found.text("", "StylesPath") == "sty#les"
    assert found.listed("", "Vocab") == ("A", "B", "C")
    assert found.text("*.{md,txt}", "BasedOnStyles") == "X"
    assert found.listed("*.{md,txt}", "TokenIgnores") == (r"(\$[^$]+\$)", "(a,b)")
    assert [(item.line, item.column) for item in report.findings] == [(10, 1)]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("BasedOnStyles = T\n", 1, "syntax-specific"),
        ("[*.md]\nStylesPath = styles\n", 2, "core option"),
        ("MinAlertLevel = loud\n", 1, "MinAlertLevel"),
        ("StylesPath = nowhere\n", 1, "does not exist"),
        ("StylesPath = styles\n[*]\nBasedOnStyles = Missing\n", 3, "style 'Missing' does not exist on StylesPath"),
        ("StylesPath = styles\nVocab = Missing\n", 2, "'Missing' vocabulary not found"),
        ("StylesPath = styles\n[*]\nCommentDelimiters = {\n", 3, "syntax-specific"),
        ("StylesPath = styles\n[*.md]\nCommentDelimiters = {\n", 3, "two delimiters"),
    ],
)
def test_a_configuration_that_vale_refuses(text: str, line: int, words: str, tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / ".vale.ini").write_text(text, encoding="utf-8")
    finding = load(str(tmp_path / ".vale.ini")).findings[0]
    assert finding.line == line
    assert words in finding.message.en


def test_rules_are_named_by_folder_and_file_and_stay_inside(tmp_path: Path) -> None:
    (tmp_path / "styles/T/deep").mkdir(parents=True)
    (tmp_path / "secret.yml").write_text(HEAD + "tokens: [x]\n", encoding="utf-8")
    for name in ("T/One.yml", "T/deep/Two.more.yml", "T/readme.yaml"):
        (tmp_path / "styles" / name).write_text(HEAD + "tokens: [x]\n", encoding="utf-8")
    (tmp_path / ".vale.ini").write_text(
        "StylesPath = styles\n[*]\nBasedOnStyles = T\nAway.Rule = YES\n...secret = YES\n", encoding="utf-8"
    )
    found = load(str(tmp_path / ".vale.ini"))
    assert [rule.name for rule in found.rules] == ["T.One", "T.Two"]
    assert [rule.rule for rule in found.skipped] == ["Away.Rule", "...secret"]


def test_the_nearest_configuration_upwards(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "_vale.ini").write_text("", encoding="utf-8")
    assert find_config(str(tmp_path / "a/b")) == str(tmp_path / "_vale.ini")
    (tmp_path / "a/.vale.ini").write_text("", encoding="utf-8")
    assert find_config(str(tmp_path / "a/b")) == str(tmp_path / "a/.vale.ini")
    with pytest.raises(ConfigError):
        load(str(tmp_path / "none.ini"))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("---\ntitle: A day\nn: 3\nok: true\nday: 2026-01-02\ntags: [a]\n---\nBody\n", {"title": "A day"}),
        (
            '---\ntitle: "It\'s \\"here\\""\nb: |\n  One\n  two\n---\nBody\n',
            {"title": 'It\'s "here"', "b": "One\ntwo\n"},
        ),
        ('+++\ntitle = "A day"\nn = 3\n+++\nBody\n', {"title": "A day"}),
        (';;;\n{"title": "A day", "n": 3}\n;;;\nBody\n', {"title": "A day"}),
        ("no front matter\n---\ntitle: A\n---\n", {}),
        ("---\ntitle: never closed\n", {}),
        ("+++\nno toml at all\n+++\nBody\n", {}),
    ],
)
def test_texts_above_a_text(text: str, fields: dict[str, str]) -> None:
    found = front(text)
    assert {field.key: field.text for field in found.fields} == fields
    for field in found.fields:
        assert len(field.spots) == len(field.text)
        assert text[field.spots[0]] == field.text[0]
        visible = [
            (character, text[spot])
            for character, spot in zip(field.text, field.spots, strict=True)
            if character.isalpha()
        ]
        assert all(character == there for character, there in visible)
    if fields:
        assert text[found.body :] == "Body\n"
