"""The ledger: chained, append-only, and never silently wrong."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from smmgit.errors import LostRace, StoreError
from smmgit.git.chain import FULL
from smmgit.git.ledger import REHEARSAL, Ledger
from smmgit.git.repo import Repo
from smmgit.model.delivery import Entry
from tests.support.repository import git, repository

AT = "2026-11-23T07:00:00Z"


def entry(post: str, at: str = AT, event: str = "published") -> Entry:
    return Entry(at=at, event=event, post=post, channel="feed")  # type: ignore[arg-type]


def ledger(root: Path) -> Ledger:
    return Ledger(Repo.open(str(root)), REHEARSAL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    repository(tmp_path)
    ledger(tmp_path).start("born-here", AT)
    return tmp_path


def posts(root: Path) -> list[str]:
    return [each.post for each in ledger(root).entries()]


def lines(root: Path, path: str) -> list[str]:
    return git(root, "show", f"{REHEARSAL}:{path}").splitlines()


def rewrite(root: Path, path: str, text: str, message: str | None = None) -> None:
    """Somebody with a shell changes the record and commits it."""
    message = git(root, "log", "-1", "--format=%B", REHEARSAL) if message is None else message
    blob = git(root, "hash-object", "-w", "--stdin", input=text.encode()).strip()
    git(root, "read-tree", REHEARSAL)
    git(root, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    tree = git(root, "write-tree").strip()
    made = git(root, "commit-tree", tree, "-p", REHEARSAL, input=message.encode()).strip()
    git(root, "update-ref", REHEARSAL, made)


def test_what_was_appended_is_read_back_in_order_and_chained(root: Path) -> None:
    writer = ledger(root)
    writer.append([entry("a"), entry("b", "2026-12-01T00:00:00Z")])
    writer.append([entry("c", "2026-12-02T00:00:00Z")])
    assert posts(root) == ["", "a", "b", "c"]
    assert ledger(root).genesis() == "born-here"
    november, december = lines(root, "ledger/2026/11.jsonl"), lines(root, "ledger/2026/12.jsonl")
    previous = ""
    for line in november + december:
        assert json.loads(line).get("prev", "") == previous
        previous = hashlib.sha256(line.encode()).hexdigest()
    assert len(git(root, "log", "--format=%s", REHEARSAL).splitlines()) == 3  # one commit a batch


def test_time_going_back_never_writes_before_the_newest_file(root: Path) -> None:
    ledger(root).append([entry("new", "2027-02-01T00:00:00Z")])
    ledger(root).append([entry("old", "2026-01-01T00:00:00Z")])
    assert posts(root) == ["", "new", "old"]
    assert len(lines(root, "ledger/2027/02.jsonl")) == 2


def test_a_busy_month_is_continued_in_further_files(root: Path) -> None:
    many = [entry(f"post-{number:05}") for number in range(3 * FULL // 100)]
    ledger(root).append(many[:-1])
    ledger(root).append(many[-1:])
    assert posts(root)[1:] == [each.post for each in many]
    names = git(root, "ls-tree", "-r", "--name-only", REHEARSAL).split()
    assert {"ledger/2026/11.jsonl", "ledger/2026/11-001.jsonl", "ledger/2026/11-002.jsonl"} <= set(names)


def test_a_ledger_that_is_not_there_reads_empty_but_takes_nothing(tmp_path: Path) -> None:
    repository(tmp_path)
    book = ledger(tmp_path)
    assert book.entries() == ()
    assert book.genesis() == book.tip == ""
    with pytest.raises(StoreError, match="not there"):
        book.append([entry("a")])


def test_starting_twice_is_refused(root: Path) -> None:
    with pytest.raises(LostRace):
        ledger(root).start("another", AT)
    assert ledger(root).genesis() == "born-here"


def test_who_read_before_another_wrote_has_lost_the_race(root: Path) -> None:
    first, second = ledger(root), ledger(root)
    first.entries()
    second.entries()
    first.append([entry("first")])
    with pytest.raises(LostRace):
        second.append([entry("second")])
    assert posts(root) == ["", "first"]
    second.entries()
    second.append([entry("second")])
    assert posts(root) == ["", "first", "second"]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_changed_line_is_noticed_and_named(root: Path, number: int) -> None:
    ledger(root).append([entry("a"), entry("b"), entry("c")])
    path = "ledger/2026/11.jsonl"
    text = lines(root, path)
    text[number] = text[number].replace('"post":"', '"post":"x')
    rewrite(root, path, "\n".join(text) + "\n")
    named = f"11.jsonl, line {number + 2}" if number < 3 else "last line"
    with pytest.raises(StoreError, match=named):
        ledger(root).entries()


@pytest.mark.parametrize("keep", [1, 2])
def test_cut_off_or_swapped_lines_are_noticed(root: Path, keep: int) -> None:
    ledger(root).append([entry("a"), entry("b"), entry("c")])
    path = "ledger/2026/11.jsonl"
    text = lines(root, path)
    rewrite(root, path, "\n".join(text[:keep]) + "\n")
    with pytest.raises(StoreError, match="last line"):
        ledger(root).entries()
    with pytest.raises(StoreError, match="last line"):
        ledger(root).append([entry("d")])
    rewrite(root, path, "\n".join([text[0], text[2], text[1], text[3]]) + "\n")
    with pytest.raises(StoreError, match="line 2"):
        ledger(root).entries()


@pytest.mark.parametrize("junk", ["", "not json\n", '{"at":"2026-11-23T07:00:00Z","event":"invented"}\n', "\udcff\n"])
def test_a_line_that_cannot_be_read_is_named_never_a_traceback(root: Path, junk: str) -> None:
    text = "\n".join(lines(root, "ledger/2026/11.jsonl")) + "\n" + junk.encode("utf-8", "replace").decode()
    rewrite(root, "ledger/2026/11.jsonl", text, message="by hand")
    with pytest.raises(StoreError, match=r"line 2|last line"):
        ledger(root).entries()


def test_a_rehearsal_can_be_forgotten_and_a_real_ledger_cannot(root: Path) -> None:
    git(root, "update-ref", "refs/heads/smmgit-ledger", REHEARSAL)
    with pytest.raises(StoreError, match="never dropped"):
        Ledger(Repo.open(str(root)), "refs/heads/smmgit-ledger").drop()
    ledger(root).drop()
    assert ledger(root).tip == ""
    assert git(root, "rev-parse", "refs/heads/smmgit-ledger")


def test_an_append_reads_the_newest_file_alone(root: Path) -> None:
    """What earlier files hold costs an append nothing: they are not even looked at."""
    ledger(root).append([entry("a", "2026-12-01T00:00:00Z")])
    rewrite(root, "ledger/2026/11.jsonl", "spoilt\n")
    ledger(root).append([entry("b", "2026-12-01T00:00:00Z")])
    with pytest.raises(StoreError, match=r"11\.jsonl, line 1"):
        ledger(root).entries()
