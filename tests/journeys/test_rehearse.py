"""A rehearsal from files to feeds: whatever breaks when, each message is in its feed at most once."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smmgit.errors import ConfigError, LostRace, StoreError
from smmgit.git.ledger import REHEARSAL, Ledger
from smmgit.git.repo import Repo
from smmgit.jobs.publishing.run import Run
from smmgit.jobs.rehearse import rehearse
from smmgit.model.delivery import Entry, Key, Outcome, Published, Rejected
from smmgit.platforms.adapter import Absent, Account, Journal, Message, NotSent, Prepared, Unknown
from smmgit.platforms.adapters.sandbox import Sandbox, feed
from tests.support.brand import brand, post
from tests.support.repository import commit, git

MONDAY = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)  # 08:00 in Paris
HOUR = dt.timedelta(hours=1)
THREAD = "First message.\n\n---\n\nSecond message.\n\n---\n\nThird message."


class PowerCut(BaseException):
    """The machine goes dark: nothing catches it."""


class Shaky:
    """The sandbox behind a line that fails as told: one word per message, in order of sending."""

    duplicates = "exact"

    def __init__(self, root: str, channel: str, plan: list[str]) -> None:
        self._real = Sandbox(root, channel)
        self._plan = plan

    def check(self) -> Account | NotSent | Unknown:
        return self._real.check()

    def find(
        self, message: Message, key: Key, prior: tuple[Published, ...], since: dt.datetime, taken: frozenset[str]
    ) -> Published | Absent | Unknown:
        return self._real.find(message, key, prior, since, taken)

    def prepare(self, message: Message, journal: Journal) -> Prepared:
        return self._real.prepare(message, journal)

    def publish(
        self, message: Message, prepared: Prepared, key: Key, prior: tuple[Published, ...], journal: Journal
    ) -> Outcome:
        fate = self._plan.pop(0) if self._plan else "fine"
        if fate == "cut before":
            raise PowerCut
        if fate == "offline":
            return NotSent(reason="no network")
        if fate == "refused":
            return Rejected(reason="too rude")
        outcome = self._real.publish(message, prepared, key, prior, journal)
        if fate == "cut after":
            raise PowerCut
        return outcome


def run(root: Path, now: dt.datetime = MONDAY, fates: list[str] | None = None, **options: object) -> Run:
    plan = fates if fates is not None else []
    return rehearse(str(root), now, open_adapter=lambda s: Shaky(s.root, s.channel.id, plan), **options)  # type: ignore[arg-type]


def entries(root: Path) -> tuple[Entry, ...]:
    return Ledger(Repo.open(str(root)), REHEARSAL).entries()


def out(root: Path) -> list[str]:
    return [f"{each.key.post}/{each.key.channel}/{each.part}" for each in feed(str(root))]


def events(root: Path) -> list[str]:
    return [each.event for each in entries(root)]


def test_what_is_due_goes_out_once_and_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now", channels="feed, other"), later=post("later", "2026-11-24 08:00"))
    first = run(root)
    assert [(str(each.item.delivery.key), type(each.outcome)) for each in first.sent] == [
        ("now · feed", Published), ("now · other", Published),
    ]  # fmt: skip
    assert events(root) == ["genesis", "reserved", "reserved", "published", "published"]
    again = run(root)
    assert (again.sent, again.finished, again.restarted) == ((), (), False)
    assert len(entries(root)) == 5
    assert [str(each.item.delivery.key) for each in run(root, MONDAY + 24 * HOUR).sent] == ["later · feed"]
    assert sorted(out(root)) == ["later/feed/0", "now/feed/0", "now/other/0"]


def test_the_ledger_notes_what_was_decided_and_stays_on_this_machine(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now"))
    head = git(root, "rev-parse", "HEAD").strip()
    branches = git(root, "for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes")
    run(root)
    _, reserved, published = entries(root)
    assert reserved.at == "2026-11-23T07:00:00Z"
    assert reserved.commit == head
    assert reserved.rendition == published.rendition == feed(str(root))[0].digest
    assert reserved.data["path"] == "content/2026/11/now.md"
    assert reserved.data["planned"] == "2026-11-23T07:00:00+00:00"
    assert git(root, "for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes") == branches
    assert git(root, "status", "--porcelain") == ""


def test_renaming_moving_and_editing_a_post_sends_nothing_again(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now"))
    run(root)
    (root / "content/2026/11/now.md").rename(root / "content/renamed.md")
    assert run(root, MONDAY + HOUR).sent == ()
    commit(root, {"content/renamed.md": post("now", "2026-11-23 08:30", "Other words altogether.")})
    assert run(root, MONDAY + HOUR).sent == ()
    assert out(root) == ["now/feed/0"]


def test_a_cut_before_sending_is_looked_up_and_sent(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now"))
    with pytest.raises(PowerCut):
        run(root, fates=["cut before"])
    assert (events(root), out(root)) == (["genesis", "reserved"], [])
    second = run(root)
    assert [str(key) for key in second.finished] == ["now · feed"]
    assert events(root)[2:] == ["took_over", "not_sent", "reserved", "published"]
    assert out(root) == ["now/feed/0"]


def test_a_cut_after_sending_is_looked_up_and_adopted(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now"))
    with pytest.raises(PowerCut):
        run(root, fates=["cut after"])
    assert (events(root), out(root)) == (["genesis", "reserved"], ["now/feed/0"])
    assert run(root).sent == ()
    assert events(root)[2:] == ["took_over", "adopted"]
    assert out(root) == ["now/feed/0"]


def test_a_thread_goes_on_at_the_message_that_failed(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now", text=THREAD))
    first = run(root, fates=["fine", "offline"])
    assert (first.sent[0].parts, out(root)) == (1, ["now/feed/0"])
    assert run(root).sent[0].parts == 3
    assert out(root) == ["now/feed/0", "now/feed/1", "now/feed/2"]


def test_a_thread_edited_between_its_messages_waits_for_a_person(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now", text=THREAD))
    run(root, fates=["fine", "offline"])
    commit(root, {"content/2026/11/now.md": post("now", text=THREAD.replace("Third", "Last"))})
    found = run(root)
    assert found.sent == ()
    assert found.plan.items[0].state.reason == "changed-midway"
    assert out(root) == ["now/feed/0"]


def test_a_refusal_is_final_and_needs_a_person(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now"))
    refused = run(root, fates=["refused"])
    assert refused.needs_a_person
    assert run(root).sent == ()
    assert refused.plan.items[0].state.reason == "rejected"


def test_a_post_with_errors_is_held_and_the_others_go(tmp_path: Path) -> None:
    root = brand(tmp_path, good=post("good"), bad=post("bad", text="Words.\n\n## fedd\nFor nobody."))
    found = run(root)
    assert out(root) == ["good/feed/0"]
    assert [item.post.id for item in found.plan.held] == ["bad"]
    assert "section/unknown-target" in found.plan.held[0].state.says.en
    assert found.needs_a_person


def test_a_post_may_wait_for_another_that_leaves_in_the_same_run(tmp_path: Path) -> None:
    waits = post("a-second", more="requires:\n  - post: first\n", channels="other")
    root = brand(tmp_path, second=waits, first=post("first"))
    assert [each.item.post.id for each in run(root).sent] == ["first", "a-second"]


def test_copies_due_together_leave_one(tmp_path: Path) -> None:
    root = brand(tmp_path, one=post("one", text="The same words."), two=post("two", text="The same words."))
    assert len(run(root).sent) == 1
    assert len(run(root, MONDAY + HOUR).sent) == 0
    assert out(root) == ["one/feed/0"]


def test_time_can_be_played_from_a_day_on(tmp_path: Path) -> None:
    posts = {f"day_{day}": post(f"day-{day}", f"2026-11-{day} 08:00") for day in (18, 19, 20, 23)}
    root = brand(
        tmp_path, **posts, weekly=post("weekly", "2026-11-09 10:00", more="repeat: FREQ=WEEKLY\n", channels="other")
    )
    found = run(root, since=MONDAY - 4 * 24 * HOUR)
    assert [each.item.post.id for each in found.sent] == ["day-19", "day-20", "day-23"]
    assert [each.at for each in entries(root) if each.event == "published"] == [
        "2026-11-19T07:00:00Z", "2026-11-20T07:00:00Z", "2026-11-23T07:00:00Z",
    ]  # fmt: skip
    assert found.plan.items[0].state.reason == "missed"
    assert [str(each.item.delivery.key) for each in run(root, since=MONDAY - 15 * 24 * HOUR).sent] == [
        "weekly · other · 2026-11-09T10:00", "weekly · other · 2026-11-16T10:00", "day-18 · feed",
    ]  # fmt: skip
    assert run(root, since=MONDAY - 15 * 24 * HOUR).sent == ()


def test_feeds_and_record_that_do_not_belong_together_begin_anew(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now"))
    run(root)
    (root / ".smmgit/sandbox.sqlite").unlink()
    assert run(root).restarted
    assert out(root) == ["now/feed/0"]
    git(root, "update-ref", "-d", REHEARSAL)
    assert run(root).restarted
    assert out(root) == ["now/feed/0"]
    assert run(root, restart=True).sent
    assert not run(root).restarted


def test_a_record_that_was_tampered_with_stops_everything(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now"), later=post("later", "2026-11-23 09:00"))
    run(root)
    changed = git(root, "show", f"{REHEARSAL}:ledger/2026/11.jsonl").replace('"published"', '"rejected"')
    blob = git(root, "hash-object", "-w", "--stdin", input=changed.encode()).strip()
    git(root, "read-tree", REHEARSAL)
    git(root, "update-index", "--cacheinfo", f"100644,{blob},ledger/2026/11.jsonl")
    made = git(root, "commit-tree", git(root, "write-tree").strip(), "-p", REHEARSAL, "-m", "tidy").strip()
    git(root, "update-ref", REHEARSAL, made)
    git(root, "read-tree", "HEAD")
    with pytest.raises(StoreError, match="tampered"):
        run(root, MONDAY + HOUR)
    assert out(root) == ["now/feed/0"]
    assert run(root, MONDAY + HOUR, restart=True).sent


def test_two_rehearsals_at_once_do_not_mix(tmp_path: Path) -> None:
    root = brand(tmp_path, now=post("now"))
    seen: list[type] = []

    class Nosy(Shaky):
        def publish(
            self, message: Message, prepared: Prepared, key: Key, prior: tuple[Published, ...], journal: Journal
        ) -> Outcome:
            with pytest.raises(LostRace) as refused:
                run(root)
            seen.append(refused.type)
            return super().publish(message, prepared, key, prior, journal)

    rehearse(str(root), MONDAY, open_adapter=lambda s: Nosy(s.root, s.channel.id, []))  # type: ignore[arg-type, return-value]
    assert seen == [LostRace]
    assert out(root) == ["now/feed/0"]


def test_a_folder_without_git_or_without_a_commit_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "content").mkdir()
    with pytest.raises(ConfigError, match="git init"):
        run(tmp_path)
    git(tmp_path, "init", "-q")
    with pytest.raises(ConfigError, match="git commit"):
        run(tmp_path)


FATES = st.lists(st.sampled_from(["fine", "fine", "cut before", "cut after", "offline", "refused"]), max_size=6)
STEPS = st.lists(st.tuples(st.integers(-30, 60), st.booleans(), FATES), min_size=1, max_size=5)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_whatever_breaks_when_no_message_is_sent_twice(steps: list[tuple[int, bool, list[str]]]) -> None:
    heard: Counter[tuple[Key, int]] = Counter()  # what reached the network, were it one that never ignores a copy

    class Counting(Shaky):
        def publish(
            self, message: Message, prepared: Prepared, key: Key, prior: tuple[Published, ...], journal: Journal
        ) -> Outcome:
            if not self._plan or self._plan[0] in ("fine", "cut after"):
                heard[key, message.number] += 1
            return super().publish(message, prepared, key, prior, journal)

    with tempfile.TemporaryDirectory() as folder:
        root = brand(
            Path(folder),
            now=post("now", text=THREAD), next=post("next", "2026-11-23 10:00", channels="feed, other"),
            soon=post("soon", "asap", channels="other"),
            daily=post("daily", "2026-11-22 12:00", more="repeat: FREQ=DAILY;COUNT=3\n", channels="other"),
        )  # fmt: skip
        for hours, walk, fates in steps:
            now = MONDAY + hours * HOUR
            try:
                rehearse(
                    str(root), now, since=now - 20 * HOUR if walk else None,
                    open_adapter=lambda s, f=fates: Counting(s.root, s.channel.id, f),  # type: ignore[misc]
                )  # fmt: skip
            except PowerCut:
                continue
        calm = rehearse(str(root), MONDAY + 70 * HOUR, open_adapter=lambda s: Counting(s.root, s.channel.id, []))
        assert all(count == 1 for count in heard.values()), heard
        assert calm.restarted is False
        shown = feed(str(root))
        assert len({(each.key, each.part) for each in shown}) == len(shown) == len(heard)
        known = entries(root)  # verifies the chain
        done = {(each.key, each.part) for each in known if each.event in ("published", "adopted")}
        assert done == {(each.key, each.part) for each in shown}
        assert not any(item.state.reason == "interrupted" for item in calm.plan.items)
