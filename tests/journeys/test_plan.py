"""`smmgit plan`, `publish`, `explain`, `status` from the command line, as people and machines use them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.brand import brand, post
from tests.support.repository import commit, contents, git

NOW = ["--now", "2026-11-23T08:00"]


class Done:
    """What a command said, and how it ended."""

    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def smmgit(root: Path, *words: str, lang: str = "en") -> Done:
    env = {**os.environ, "SMMGIT_LANG": lang, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "smmgit", "-C", str(root), *words]
    done = Done(subprocess.run(command, capture_output=True, text=True, check=False, env=env, cwd=root))
    assert "Traceback" not in done.err, done.err
    return done


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return brand(
        tmp_path,
        now=post("now", channels="feed, other"),
        soon=post("soon", "2026-11-24 09:00"),
        far=post("far", "2027-03-01 09:00"),
        idea=post("idea", "", more="status: idea\n"),
        bad=post("bad", "2026-11-25 09:00", text="Words.\n\n## fedd\nFor nobody."),
        waits=post("waits", "2026-11-26 09:00", more="needs:\n  - {what: picture, by: lea, due: 2026-11-20}\n"),
    )


def test_the_plan_says_what_goes_out_when_and_where(root: Path) -> None:
    plan = smmgit(root, "plan", *NOW, "--rehearse")
    assert plan.code == 0
    rows = plan.out.splitlines()
    assert [row.split()[0:2] + row.split()[3:4] for row in rows[1:3]] == [
        ["Mon", "2026-11-23", "Scheduled"], ["Tue", "2026-11-24", "Scheduled"],
    ]  # fmt: skip
    assert "feed, other" in rows[1]
    assert "section/unknown-target" in plan.out
    assert "far" not in plan.out
    assert "far" in smmgit(root, "plan", *NOW, "--all", "--rehearse").out
    french = smmgit(root, "plan", *NOW, "--rehearse", lang="fr")
    assert "Programmé" in french.out
    assert "mar. 2026-11-24 09:00" in french.out


def test_without_a_policy_the_real_plan_only_reviews_and_says_so(root: Path) -> None:
    plan = smmgit(root, "plan", *NOW)
    assert "To review" in plan.out
    assert "Scheduled" not in plan.out
    assert "--rehearse" in plan.err


def test_the_plan_for_machines_is_one_json_document(root: Path) -> None:
    plan = smmgit(root, "plan", *NOW, "--format", "json", "--rehearse")
    found = {(each["post"], each["channel"]): each for each in plan.json["deliveries"]}
    assert plan.json["now"] == "2026-11-23T07:00:00Z"
    assert plan.json["time_zone"] == "Europe/Paris"
    assert found["now", "other"]["state"] == "scheduled"
    assert found["now", "other"]["reason"] == "due"
    assert found["soon", "feed"]["at"] == "2026-11-24T08:00:00Z"
    assert found["soon", "feed"]["not_after"] == "2026-11-24T14:00:00Z"
    assert found["idea", "feed"]["at"] is None
    assert plan.err == ""


def test_a_diff_compares_with_the_plan_at_a_revision(root: Path) -> None:
    commit(root, {"content/2026/11/soon.md": post("soon", "2026-11-24 10:00")})
    (root / "content/2026/11/far.md").unlink()
    (root / "content/2026/11/new.md").write_text(post("new", "2026-11-27 09:00"), encoding="utf-8")
    before = contents(root)
    diff = smmgit(root, "plan", *NOW, "--rehearse", "--diff", "HEAD~1", "--format", "json")
    kinds = {(each["kind"], each["post"]) for each in diff.json}
    assert kinds == {("moved", "soon"), ("removed", "far"), ("added", "new")}
    text = smmgit(root, "plan", *NOW, "--rehearse", "--diff", "HEAD~1")
    assert "moved from Tue 2026-11-24 09:00" in text.out
    assert text.out.splitlines()[-1] == "1 new, 1 gone, 1 moved"
    assert {name for name in contents(root) if not name.startswith(".smmgit")} == {
        name for name in before if not name.startswith(".smmgit")
    }
    assert smmgit(root, "plan", *NOW, "--diff", "nowhere").code == 2


def test_a_diff_finds_a_word_changed_in_a_brand_kept_below_its_repository(tmp_path: Path) -> None:
    inner = brand(tmp_path / "inner", soon=post("soon", "2026-11-24 09:00"))
    (inner / ".git").rename(tmp_path / ".git")
    commit(tmp_path, {"README.md": "outer"})
    (inner / "content/2026/11/soon.md").write_text(post("soon", "2026-11-24 09:00", "Other words."), encoding="utf-8")
    diff = smmgit(inner, "plan", *NOW, "--rehearse", "--diff", "HEAD", "--format", "json")
    assert [(each["kind"], each["post"]) for each in diff.json] == [("changed", "soon")]


def test_publishing_for_real_is_refused_in_plain_words(root: Path) -> None:
    before = contents(root)
    refused = smmgit(root, "publish")
    assert refused.code == 2
    assert "does not say which repository may publish" in refused.err
    assert "--rehearse" in refused.err
    assert {name: data for name, data in contents(root).items() if ".smmgit" not in name} == before


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["publish", "--now", "2026-11-23T08:00"], "never send for real"),
        (["publish", "--since", "2026-11-23T08:00"], "--rehearse"),
        (["publish", "--restart"], "--rehearse"),
        (["publish", "--rehearse", "--now", "2026-11-23T08:00", "--since", "2026-11-24T08:00"], "before"),
        (["publish", "--rehearse", "--now", "Monday"], "2026-11-23T08:00"),
    ],
)
def test_a_clock_or_an_option_that_makes_no_sense_is_refused(root: Path, words: list[str], hint: str) -> None:
    refused = smmgit(root, *words)
    assert refused.code == 2
    assert hint in refused.err


def test_a_rehearsal_from_the_command_line(root: Path) -> None:
    first = smmgit(root, "publish", "--rehearse", *NOW)
    assert first.code == 0
    assert "2 sent to the sandbox" in first.out
    assert "Next: Tue 2026-11-24 09:00, soon on feed." in first.out
    assert "Nothing is due." in smmgit(root, "publish", "--rehearse", *NOW).out
    held = smmgit(root, "publish", "--rehearse", "--now", "2026-11-25T09:00", "--format", "json")
    assert held.code == 1
    assert [each["post"] for each in held.json["held"]] == ["bad"]
    assert held.json["sent"] == []
    later = smmgit(
        root, "publish", "--rehearse", "--now", "2026-11-25T09:00", "--since", "2026-11-24", "--format", "json"
    )
    assert [(each["post"], each["outcome"]) for each in later.json["sent"]] == [("soon", "Published")]


@pytest.mark.parametrize("words", [["publish", "--rehearse", "--dry-run"], ["publish", "--dry-run"]])
def test_a_dry_run_writes_nothing_anywhere(root: Path, words: list[str]) -> None:
    def everything() -> tuple[dict[str, bytes], str]:
        return contents(root), git(root, "for-each-ref")

    before = everything()
    dry = smmgit(root, *words, *NOW)
    assert dry.code == 0
    assert everything() == before
    assert "Nothing was written" in dry.out
    assert ("2 would be sent" in dry.out) is ("--rehearse" in words)
    smmgit(root, "publish", "--rehearse", *NOW)
    before = everything()
    again = smmgit(root, *words, *NOW, "--format", "json")
    assert again.json["sent"] == []
    assert everything() == before


def test_explain_says_why_and_what_would_change_it(root: Path) -> None:
    by_id = smmgit(root, "explain", "bad", *NOW, "--rehearse")
    assert "Blocked (findings)" in by_id.out
    assert "section/unknown-target" in by_id.out
    assert "would change it" in by_id.out
    by_file = smmgit(root, "explain", "content/2026/11/bad.md", *NOW, "--rehearse", lang="fr")
    assert "Bloqué (findings)" in by_file.out
    waiting = smmgit(root, "explain", "waits", *NOW, "--rehearse", "--format", "json")
    assert waiting.json["deliveries"][0]["reason"] == "needs"
    assert "picture (lea)" in waiting.json["deliveries"][0]["says"]["fr"]
    assert len(waiting.json["deliveries"][0]["rendition"]) == 64


def test_explain_knows_rules_and_guesses_what_was_meant(root: Path) -> None:
    rule = smmgit(root, "explain", "section/unknown-target")
    assert rule.code == 0
    assert rule.out.startswith("section/unknown-target")
    guess = smmgit(root, "explain", "sooon")
    assert guess.code == 2
    assert "soon" in guess.err


def test_status_is_one_screen(root: Path) -> None:
    smmgit(root, "publish", "--rehearse", *NOW)
    status = smmgit(root, "status", "--now", "2026-11-23T20:00", "--rehearse")
    assert status.code == 0
    assert "6 posts" in status.out.splitlines()[0]
    assert "Deliveries this week: 2" in status.out
    assert "rehearsal only" in status.out
    assert "overdue" in status.out
    assert len(status.out.splitlines()) <= 40
    machine = smmgit(root, "status", "--now", "2026-11-23T20:00", "--rehearse", "--format", "json").json
    assert machine["counts"]["published"] == 1
    assert [each["post"] for each in machine["next_hours"]] == ["soon"]
    assert [each["post"] for each in machine["blocked"]] == ["bad"]
    assert machine["needs"] == [
        {"post": "waits", "what": "picture", "by": "lea", "due": "2026-11-20", "overdue": True},
    ]  # fmt: skip


def test_a_plain_folder_can_be_planned_and_says_why_it_cannot_rehearse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    root = brand(tmp_path, now=post("now"))
    (root / ".git").rename(tmp_path.parent / (tmp_path.name + "-git"))
    assert smmgit(root, "plan", *NOW).code == 0
    refused = smmgit(root, "publish", "--rehearse", *NOW)
    assert refused.code == 2
    assert "git init" in refused.err
