"""What the engine judges, in which order, how severely, and what it leaves alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from smmgit.lint.engine import Options, lint, within
from smmgit.lint.example import FILES, NOW, Example
from smmgit.model.finding import Finding
from tests.examples.tree import judged, workspace

LONG = "Un carnet qui tient. " * 20
TOP = "---\nid: {id}\npublish_at: {at}\nchannels: [{channels}]\n---\n"
AT = dt.datetime.fromisoformat(NOW)


def post(id: str = "carnet", at: str = "2026-11-25 09:00", channels: str = "bluesky", text: str = LONG) -> str:
    return TOP.format(id=id, at=at, channels=channels) + text + "\n"


def rules(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in findings]


def test_findings_come_in_reading_order(tmp_path: Path) -> None:
    example = Example(
        post=post(channels="bluesky, blusky, x"),
        files={"content/2026/10/a.md": post(id="cahier", at="2026-11-26 09:00"), "brand/peoples.yml": "a: {}\n"},
    )
    findings = judged(example, tmp_path)
    assert [finding.order for finding in findings] == sorted(finding.order for finding in findings)
    assert [finding.path for finding in findings][:2] == ["brand/peoples.yml", "content/2026/10/a.md"]


def test_only_the_paths_asked_for(tmp_path: Path) -> None:
    files = {"content/2026/10/a.md": post(id="cahier", at="2026-11-26 09:00"), "content/ideas/b.md": post(id="bloc")}
    ws = workspace(Example(post=post(), files=files), tmp_path)
    assert {finding.path for finding in lint(ws, AT, paths=["content/2026"])} == {
        "content/2026/10/a.md", "content/2026/11/example.md",
    }  # fmt: skip
    one = lint(ws, AT, paths=["content/ideas/b.md"])
    # The neighbour at the same minute is outside the paths, and still counts as a neighbour.
    assert {finding.path for finding in one} == {"content/ideas/b.md"}
    assert "dates/too-close" in rules(one)


@pytest.mark.parametrize(
    ("path", "paths", "inside"),
    [
        ("content/a.md", None, True),
        ("content/a.md", ["."], True),
        ("content/a.md", ["content"], True),
        ("content/2026/a.md", ["content"], True),
        ("contents/a.md", ["content"], False),
        ("content/a.md", ["content/a.md"], True),
        ("content/a.md", [], False),
    ],
)
def test_within(path: str, paths: list[str] | None, inside: bool) -> None:
    assert within(path, paths) is inside


def test_a_part_of_the_posts_gets_the_findings_of_the_whole(tmp_path: Path) -> None:
    files = {
        f"content/2026/{n:02}/p{n}.md": post(
            id=f"post-{n}",
            at=f"2026-{n:02}-25 09:{n:02}",
            channels="x, linkedin",
            text=f"Un carnet, numéro {n % 3}, bleu.",
        )
        for n in range(1, 13)
    }
    near = {"content/2026/11/near.md": post(id="near", at="2026-11-25 09:20", channels="x", text="Numéro 2 ?")}
    ws = workspace(Example(files={**files, **near}), tmp_path)
    whole = lint(ws, AT)
    for path in [*files, *near]:
        assert lint(ws, AT, paths=[path]) == tuple(finding for finding in whole if finding.path == path)
    assert "dates/too-close" in rules(whole)


def test_an_error_in_a_draft_is_a_warning_unless_firm(tmp_path: Path) -> None:
    draft = post(channels="bluesky, blusky").replace("---\nid", "---\nstatus: draft\nid", 1)
    found = {finding.rule: finding.severity for finding in judged(Example(post=draft), tmp_path)}
    assert found["text/too-long"] == "warning"
    assert found["post/unknown-channel"] == "error"


@pytest.mark.parametrize("status", ["idea", "cancelled"])
def test_unwritten_and_cancelled_posts_are_not_measured(status: str, tmp_path: Path) -> None:
    text = post().replace("---\nid", f"---\nstatus: {status}\nid", 1)
    assert judged(Example(post=text), tmp_path) == ()


def test_a_post_nobody_could_read_is_told_once(tmp_path: Path) -> None:
    text = "---\nid: carnet\nchannels: [x\n---\n" + LONG
    assert set(rules(judged(Example(post=text), tmp_path))) == {"schema/yaml"}


def test_the_brand_sets_rules(tmp_path: Path) -> None:
    def with_rules(folder: str, settings: str) -> dict[str, str]:
        brand = FILES["brand/brand.yml"] + "rules:\n" + settings
        found = judged(
            Example(post=post(channels="bluesky, linkedin"), files={"brand/brand.yml": brand}), tmp_path / folder
        )
        return {finding.rule: finding.severity for finding in found}

    assert with_rules("a", "  text/too-long: off\n") == {"text/same-everywhere": "warning"}
    assert with_rules("b", "  text/too-long: {severity: suggestion}\n")["text/too-long"] == "suggestion"
    assert with_rules("c", "  text/same-everywhere: {severity: error, shortest: 5000}\n") == {"text/too-long": "error"}


def test_only_the_rules_asked_for(tmp_path: Path) -> None:
    ws = workspace(Example(post=post(channels="bluesky, blusky, linkedin")), tmp_path)
    assert rules(lint(ws, AT, options=Options(only=frozenset({"post/unknown-channel"})))) == ["post/unknown-channel"]


def test_known_verdicts_are_not_asked_for_again(tmp_path: Path) -> None:
    ws = workspace(Example(post=post()), tmp_path)
    assert rules(lint(ws, AT)) == ["text/too-long"]
    assert lint(ws, AT, known={ws.posts[0].path: ()}) == ()


def test_the_clock_and_the_ledger_are_arguments(tmp_path: Path) -> None:
    ws = workspace(Example(post=post(text="Le carnet est là.")), tmp_path)
    assert lint(ws, AT) == ()
    later = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
    assert rules(lint(ws, later)) == ["dates/past"]


def test_a_place_in_a_section_is_found_in_the_file(tmp_path: Path) -> None:
    text = post(text="Court.\n\n## bluesky\n\nUn **carnet**\n" + LONG)
    finding = judged(Example(post=text), tmp_path)[-1]
    lines = text.split("\n")
    assert finding.rule == "text/too-long"
    shown = "Un carnet\n" + LONG.strip()
    assert lines[finding.line - 1][finding.column - 1 :].startswith(shown[300:320])
