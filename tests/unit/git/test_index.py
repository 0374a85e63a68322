"""The index by post tells a plan what the whole ledger would, and is never believed more than the ledger."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from smmgit.errors import StoreError
from smmgit.git.index import FILE, Index
from smmgit.git.ledger import REHEARSAL, Ledger
from smmgit.git.repo import Repo
from smmgit.model.delivery import Entry
from smmgit.plan.history import fold
from tests.support.repository import git, repository

POSTS = [f"post-{number}" for number in range(12)]
CHANNELS = ("x", "y")


def ledger(root: Path) -> Ledger:
    return Ledger(Repo.open(str(root)), REHEARSAL)


def some(chance: random.Random, number: int) -> Entry:
    event = chance.choice(
        ["approved", "reserved", "published", "not_sent", "unknown", "took_over", "paused", "resumed"]
    )
    post = "" if event in ("paused", "resumed") else chance.choice(POSTS)
    return Entry(
        at=f"2026-11-23T07:{number // 60:02}:{number % 60:02}Z", event=event, post=post,  # type: ignore[arg-type]
        channel=chance.choice(CHANNELS) if post else "", scope="" if post else "all",
        remote_id=str(number) if event == "published" else "",
        data={"likeness": f"look-{chance.randrange(5)}"} if event == "reserved" else {},
    )  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    repository(tmp_path)
    ledger(tmp_path).start("born-here", "2026-11-23T06:00:00Z")
    return tmp_path


def test_what_it_tells_of_a_post_is_what_the_whole_ledger_tells(root: Path) -> None:
    chance = random.Random(7)
    number = 0
    for _ in range(8):
        ledger(root).append([some(chance, number := number + 1) for _ in range(chance.randrange(1, 40))])
        whole = fold(ledger(root).entries())
        wanted = chance.sample(POSTS, 3)
        index = Index(ledger(root), str(root))
        part = fold(index.about(wanted))
        looks = [f"look-{n}" for n in range(5)]
        part.add(index.alike(looks))
        for post in wanted:
            assert part.by_post.get(post) == whole.by_post.get(post)
            for channel in CHANNELS:
                assert part.approvals.get((post, channel)) == whole.approvals.get((post, channel))
        assert {past.key for past in part.open()} == {past.key for past in whole.open()}
        assert part.pauses == whole.pauses
        assert part.last == whole.last
        assert part.remote == whole.remote
        for shown, pasts in whole.shown.items():
            assert {past.key for past in part.shown[shown]} == {past.key for past in pasts}


@pytest.mark.parametrize("spoil", [b"not a database", b"", None])
def test_a_spoilt_or_locked_file_costs_time_and_nothing_else(root: Path, spoil: bytes | None) -> None:
    ledger(root).append([Entry(at="2026-11-23T07:00:00Z", event="published", post="post-1", channel="x")])
    Index(ledger(root), str(root)).about(["post-1"])
    file = root / FILE
    if spoil is None:
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes(spoil)
    assert [entry.post for entry in Index(ledger(root), str(root)).about(["post-1"])] == ["", "post-1"]


def test_an_index_of_another_past_is_not_believed(root: Path) -> None:
    Index(ledger(root), str(root)).about(())
    ledger(root).append([Entry(at="2026-11-23T07:00:00Z", event="published", post="post-1", channel="x")])
    Index(ledger(root), str(root)).about(())
    git(root, "update-ref", "-d", REHEARSAL)
    ledger(root).start("another", "2026-11-23T06:00:00Z")
    with pytest.raises(StoreError):
        Index(ledger(root), str(root)).about(["post-1"])
