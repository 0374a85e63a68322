"""Exceptions hold where, as long and as far as they say, and no further."""

from __future__ import annotations

from pathlib import Path

import pytest

from smmgit.lint.example import Example
from tests.examples.tree import judged

TOP = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x, bluesky]\n{more}---\n"
HIDDEN = "La\u200bLune ouvre."
COMMENT = "<!-- smmgit-disable {} -->\n"


def found(post: str, root: Path) -> list[tuple[str, int]]:
    return [(finding.rule, finding.line) for finding in judged(Example(post=post), root)]


def body(waiver: str) -> str:
    return TOP.format(more="") + COMMENT.format(waiver) + HIDDEN + "\n\n## bluesky\n\n" + HIDDEN + "\n"


def test_holds_to_the_end_of_its_section(tmp_path: Path) -> None:
    assert found(body("text/hidden-characters: our name"), tmp_path) == [("text/hidden-characters", 11)]


def test_in_front_matter_holds_for_the_whole_post(tmp_path: Path) -> None:
    more = "waive:\n  - {rule: text/hidden-characters, reason: our name}\n"
    post = TOP.format(more=more) + HIDDEN + "\n\n## bluesky\n\n" + HIDDEN + "\n"
    assert found(post, tmp_path) == []


def test_does_not_reach_above_itself(tmp_path: Path) -> None:
    post = TOP.format(more="") + HIDDEN + "\n\n" + COMMENT.format("text/hidden-characters: our name") + HIDDEN + "\n"
    assert found(post, tmp_path) == [("text/hidden-characters", 6)]


@pytest.mark.parametrize(
    ("waiver", "rule"),
    [
        ("text/hidden-characters", "waivers/no-reason"),
        ("text/hidden-characters until=2026-11-22: our name", "waivers/expired"),
        ("text/hidden: our name", "waivers/unknown-rule"),
        ("text/*: our name", "waivers/unknown-rule"),
    ],
)
def test_one_that_does_not_hold_is_told_and_silences_nothing(waiver: str, rule: str, tmp_path: Path) -> None:
    assert found(body(waiver), tmp_path) == [(rule, 6), ("text/hidden-characters", 7), ("text/hidden-characters", 11)]


def test_its_last_day_still_counts(tmp_path: Path) -> None:
    # The examples' clock stands at 2026-11-23.
    assert found(body("text/hidden-characters until=2026-11-23: our name"), tmp_path) == [
        ("text/hidden-characters", 11)
    ]


@pytest.mark.parametrize("rule", ["waivers/unused", "schema/yaml", "post/duplicate-id"])
def test_some_rules_cannot_be_waived(rule: str, tmp_path: Path) -> None:
    assert ("waivers/unknown-rule", 6) in found(body(f"{rule}: please"), tmp_path)


def test_unused_is_not_said_of_rules_that_did_not_run(tmp_path: Path) -> None:
    post = TOP.format(more="") + COMMENT.format("text/hidden-characters: our name") + "La Lune.\n"
    assert [rule for rule, _ in found(post, tmp_path / "all")] == ["waivers/unused"]
    some = judged(Example(post=post), tmp_path / "some", only=frozenset({"waivers/unused", "text/empty"}))
    assert some == ()
