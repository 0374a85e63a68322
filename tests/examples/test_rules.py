"""Every rule does what its own examples promise, and its examples would notice if it did nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from smmgit.lint.example import Example
from smmgit.lint.explain import documented
from smmgit.lint.registry import all_rules
from tests.examples.tree import complaint, judged

RULES = all_rules()
BAD = [pytest.param(name, one, id=f"{name}-{n}") for name, rule in RULES.items() for n, one in enumerate(rule.bad)]
GOOD = [pytest.param(name, one, id=f"{name}-{n}") for name, rule in RULES.items() for n, one in enumerate(rule.good)]


@pytest.mark.parametrize(("name", "example"), BAD)
def test_bad_example_is_found(name: str, example: Example, tmp_path: Path) -> None:
    assert complaint(example, name, judged(example, tmp_path)) == ""


@pytest.mark.parametrize(("name", "example"), GOOD)
def test_good_example_is_left_alone(name: str, example: Example, tmp_path: Path) -> None:
    assert [finding for finding in judged(example, tmp_path) if finding.rule == name] == []


@pytest.mark.parametrize("name", RULES)
def test_bad_examples_fail_without_the_check(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RULES[name], "check", lambda self, at: iter(()))
    for number, example in enumerate(RULES[name].bad):
        assert complaint(example, name, judged(example, tmp_path / str(number))) != ""


@pytest.mark.parametrize("name", RULES)
def test_rule_is_documented(name: str) -> None:
    rule = RULES[name]
    assert rule.bad and rule.good
    for lang in ("en", "fr"):
        assert all(documented(rule, lang)), f"{name} lacks what, why or how to fix in {lang}"
