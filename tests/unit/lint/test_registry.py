"""Rules are found by path and set by brand.yml; a file that is no rule is a bug that says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from smmgit.lint import registry
from smmgit.lint import rules as collection
from smmgit.lint.registry import all_rules, like, rule_set


def test_ids_are_paths() -> None:
    assert all_rules()["text/too-long"].__module__ == "smmgit.lint.rules.text.too_long"
    assert list(all_rules()) == sorted(all_rules())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('"""Docs."""\n', "class Check"),
        ('"""Docs."""\nclass Check:\n    pass\n', "class Check"),
        ('"""Docs."""\nfrom smmgit.lint.rule import PostRule\nclass Check(PostRule):\n    pass\n', "title"),
    ],
)
def test_a_file_that_is_no_rule(text: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / f"rule_{abs(hash(text))}.py").write_text(text)
    monkeypatch.setattr(collection, "__path__", [str(tmp_path)])
    with pytest.raises(TypeError, match=why):
        registry.all_rules.__wrapped__()


@pytest.mark.parametrize(
    ("default", "typed", "value"),
    [(3, "12", 12), (0.5, "0.75", 0.75), (True, "non", False), (False, "oui", True), (("a",), ["b", "c"], ("b", "c")),
     (("a",), "b", ("b",)), ("x", "y", "y")],
)  # fmt: skip
def test_options_take_the_type_of_their_default(default: Any, typed: Any, value: Any) -> None:
    assert like(default, typed) == value


@pytest.mark.parametrize(("default", "typed"), [(3, "many"), (3, "2.5"), (True, "perhaps"), ("x", ["y"])])
def test_options_that_do_not_fit(default: Any, typed: Any) -> None:
    with pytest.raises(ValueError):
        like(default, typed)


def test_misset_rules_keep_their_defaults() -> None:
    found = rule_set({"alt/weak": {"words": "many", "colour": "red", "severity": "never"}, "alt/week": "off"})
    assert [wrong.rule for wrong in found.misset] == ["alt/week", "alt/weak", "alt/weak", "alt/weak"]
    weak = next(rule for rule in found.post if rule.id == "alt/weak")
    assert (weak.severity, weak.chosen["words"]) == ("warning", 3)
