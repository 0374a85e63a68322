"""Styles and texts come with pull requests: nothing in them may hang, crash or run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smmgit.voice.action import suggestions
from smmgit.voice.checks.make import checks
from smmgit.voice.engine import LARGEST, RuleSet, judge, judge_post
from smmgit.voice.pattern import dialect
from smmgit.voice.rule import Action, Existence, Skipped
from smmgit.voice.selection import Chosen
from tests.support.styles import set_up

BOMBS = (r"(a+)+$", r"(?:a|aa)+$", r"(a*)*b", r"(\w+\s?)+$", r"(?=(a+))\1+b", r"a{1,50}{1,50}{1,50}b")


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_harms_no_other_rule(bomb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "SECONDS", 0.01)
    rules = {
        "Bomb": f"extends: existence\nmessage: m\nraw: ['{bomb}']\n",
        "Good": "extends: existence\nmessage: good\ntokens: [shop]\n",
    }
    session = set_up(tmp_path, rules)
    verdict = session.text("a" * 4000 + "! a shop", "a.md")
    assert "T.Good" in [alert.check for alert in verdict.alerts]


def test_what_takes_too_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "SECONDS", 0.01)
    session = set_up(tmp_path, {"Bomb": "extends: existence\nmessage: m\nraw: ['(?:a|aa)+$']\n"})
    assert session.text("a" * 4000 + "!", "a.md").too_slow == ("T.Bomb",)


@pytest.mark.parametrize("pattern", ["(", "[z-a]", r"\p{Nothing}", "a{3,1}", "(?P<n>a)(?P=m)", "*a", "x" * 200_000])
def test_what_is_no_pattern_is_named(pattern: str) -> None:
    made = checks(Existence(name="T.Bad", message="m", tokens=(pattern,)))
    if isinstance(made, Skipped):
        assert made.reason
    else:  # found when it is first needed
        verdict = judge(pattern[:9], RuleSet(made), Chosen(("T",), kind="txt"), "txt", plain=True)
        assert [name for name, _ in verdict.unreadable] == ["T.Bad"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab *_`[]()<>!#|-\n\\&;@:/.~^{}$\u200d\ufe0f🙂é\0", max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    made = checks(Existence(name="T.A", message="%s", tokens=("a", r"b\b"), raw=()))
    assert not isinstance(made, Skipped)
    for kind in ("md", "html", "txt", "x"):
        for alert in judge(text, RuleSet(made), Chosen(("T",), kind=kind), kind).alerts:
            assert alert.line >= 1 and alert.column >= 1 and alert.end >= alert.column
    judge_post(text, RuleSet(made), Chosen(("T",)), platform="bluesky")


def test_deep_and_large_texts_end() -> None:
    made = checks(Existence(name="T.A", message="%s", tokens=("a",)))
    assert not isinstance(made, Skipped)
    rules, chosen = RuleSet(made), Chosen(("T",), kind="md")
    for text in ("> " * 3000 + "a", "[" * 3000 + "a", "*" * 3000 + "a", "<b>" * 3000 + "a", "- " * 500 + "a"):
        judge(text, rules, chosen, "md")
    assert judge("a" * (LARGEST + 1), rules, chosen, "md").too_large


@pytest.mark.parametrize(
    ("action", "match", "offers"),
    [
        (Action("replace", ("a", "b")), "x", ["a", "b"]),
        (Action("remove"), "x", [""]),
        (Action("edit", ("regex", r"(\w+)-(\w+)", "$2 ${1}")), "e-mail", ["mail e"]),
        (Action("edit", ("regex", "(", "")), "x", ["x"]),
        (Action("edit", ("trim", ".!")), "so!.", ["so"]),
        (Action("edit", ("truncate", " ")), "the the", ["the"]),
        (Action("edit", ("split", "-", "1")), "a-b", ["b"]),
        (Action("edit", ("split", "-", "7")), "a-b", ["a-b"]),
        (Action("edit", ("nonsense",)), " x ", ["x"]),
        (Action("convert", ("simple",)), "HTTPServer_name", ["http server name"]),
        (Action("unknown"), "x", []),
    ],
)
def test_what_to_write_instead(action: Action, match: str, offers: list[str]) -> None:
    assert suggestions(action, match) == offers
