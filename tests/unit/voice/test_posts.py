"""Posts as networks show them: units of their own, and no prose in addresses."""

from __future__ import annotations

from smmgit.voice.checks.make import checks
from smmgit.voice.engine import RuleSet, judge_post
from smmgit.voice.rule import Existence, Occurrence, Rule, Skipped
from smmgit.voice.selection import Chosen

TEXT = "Whether you're new ❤️Paris?\nSee https://very.example/Paris with @Paris #parisparis #Two 🙂🙂"


def said(rule: Rule, text: str = TEXT, platform: str = "x") -> list[tuple[int, str]]:
    made = checks(rule)
    assert not isinstance(made, Skipped)
    verdict = judge_post(text, RuleSet(made), Chosen(("T",)), platform=platform)
    return [(alert.column, alert.match) for alert in verdict.alerts]


def existence(pattern: str, *scope: str) -> Existence:
    return Existence(name="T.A", message="m", raw=(pattern,), scope=scope or ("text",))


def test_prose_is_judged_beside_emoji_but_not_in_addresses_handles_and_tags() -> None:
    assert said(Existence(name="T.A", message="m", tokens=("Paris", "very"), ignorecase=True)) == [(22, "Paris")]


def test_units_of_posts_have_scopes() -> None:
    assert said(existence("#[a-z]{6,}", "hashtag")) == [(44, "#parisparis")]
    assert said(existence("^Whether", "hook")) == [(1, "Whether")]
    assert said(existence("^See", "hook")) == []
    assert said(existence("very", "url")) == [(13, "very")]
    assert said(existence(".+", "mention")) == [(37, "@Paris")]
    assert len(said(existence(".+", "emoji"))) == 3
    assert said(Occurrence(name="T.A", message="m", token=r"#\w+", max=1, scope=("post",))) == [(44, "#parisparis")]


def test_a_rule_for_one_network_says_nothing_elsewhere() -> None:
    assert said(existence("new", "post.linkedin"), platform="linkedin") == [(16, "new")]
    assert said(existence("new", "post.linkedin"), platform="x") == []


def test_sentences_of_a_post() -> None:
    rule = Occurrence(name="T.A", message="m", token=r"\w+", max=3, scope=("sentence",))
    assert said(rule, "One two. One two three four. One.") == [(10, "One")]
