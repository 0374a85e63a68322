"""Rules are found by path and set by brand.yml; a file that is no rule is a bug that says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from smmgit.lint import registry
from smmgit.lint import rules as collection
from smmgit.lint.at import PostAt
from smmgit.lint.example import Example
from smmgit.lint.registry import Facts, all_rules, like, rule_set
from tests.examples.tree import workspace


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
    assert (weak.severity, weak.rule.chosen["words"]) == ("warning", 3)


def test_recalled_facts_are_the_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = dict(registry.all_facts())
    assert list(facts) == list(all_rules())
    data = msgspec.msgpack.encode(tuple(facts.values()))
    monkeypatch.setattr(registry, "_facts", {})
    registry.recall(msgspec.msgpack.decode(data, type=tuple[Facts, ...]))
    monkeypatch.setattr(registry, "all_rules", None)
    assert registry.all_facts() == facts
    assert isinstance(registry.all_facts()["links/shortener"].options["hosts"], tuple)


def test_a_gate_lets_through_what_it_names(tmp_path: Path) -> None:
    post = "---\nid: carnet\nchannels: [x]\npublish_at: 2026-11-25 09:00\n{more}---\n{text}\n"
    media = "media: [{file: a.png, alt: 'Une :star: sur un mur bleu'}]\n"
    code = next(one for one in rule_set({}).post if one.id == "markup/shortcode")
    persona = next(one for one in rule_set({}).post if one.id == "refs/unknown-persona")
    for number, (more, text, open_) in enumerate(
        [("", "Plain.", ()), ("", "A :star:.", (code,)), (media, "Plain.", (code,)), ("persona: x\n", "P.", (persona,))]
    ):
        ws = workspace(Example(post=post.format(more=more, text=text)), tmp_path / str(number))
        asked = rule_set({}).of("post", PostAt(ws, ws.posts[0], lambda post, ws: ()))
        assert {rule.id for rule in asked} & {code.id, persona.id} == {one.id for one in open_}
