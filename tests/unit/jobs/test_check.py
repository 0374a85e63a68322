"""Judging again only what changed gives what judging everything gives."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from smmgit.jobs.check import check
from smmgit.lint.example import FILES
from smmgit.model.finding import Finding
from tests.support.repository import repository

NOW = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)
LONG = "Un carnet qui tient. " * 20
POST = "---\nid: {id}\npublish_at: 2026-11-{day} 09:00\nchannels: [bluesky]\n{more}---\n{text}\n"


def post(id: str = "carnet", day: int = 25, text: str = LONG, more: str = "") -> str:
    return POST.format(id=id, day=day, text=text, more=more)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, {**FILES, "content/a.md": post(), "content/b.md": post(id="cahier", day=26, text="Court.")})
    return tmp_path


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def rules(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in findings]


def agreed(root: Path, now: dt.datetime = NOW) -> tuple[Finding, ...]:
    """The findings with memory, which must be those without."""
    warm = check(str(root), now).findings
    assert warm == check(str(root), now, cache=False).findings
    return warm


def test_a_second_run_says_the_same(root: Path) -> None:
    first = agreed(root)
    assert rules(first) == ["text/too-long"]
    assert agreed(root) == first
    assert (root / ".smmgit" / ".gitignore").read_text() == "*\n"


def test_a_changed_post_is_judged_again(root: Path) -> None:
    agreed(root)
    write(root, {"content/a.md": post(text="Court."), "content/b.md": post(id="cahier", day=26, text="**Gras**")})
    assert rules(agreed(root)) == ["markup/lost"]
    os.remove(root / "content/b.md")
    assert agreed(root) == ()


def test_changed_settings_are_seen(root: Path) -> None:
    agreed(root)
    channels = FILES["brand/channels.yml"].replace(
        "handle: lune.example}", "handle: lune.example, limits: {text.max: 5}}"
    )
    write(root, {"brand/channels.yml": channels})
    assert rules(agreed(root)) == ["text/too-long", "text/too-long"]
    write(root, {"brand/brand.yml": FILES["brand/brand.yml"] + "rules: {text/too-long: off}\n"})
    assert agreed(root) == ()


def test_changed_pictures_are_seen(root: Path) -> None:
    media = "media:\n  - {file: carnet.png, alt: Un carnet rouge ouvert sur une table}\n"
    write(root, {"content/a.md": post(text="Court.", more=media)})
    assert rules(agreed(root)) == ["media/missing"]
    (root / "content/carnet.png").write_bytes(b"no picture at all")
    assert rules(agreed(root)) == ["media/unreadable"]


def test_the_clock_is_never_remembered(root: Path) -> None:
    agreed(root)
    assert rules(agreed(root, NOW + dt.timedelta(days=30))) == ["dates/past", "text/too-long", "dates/past"]
    assert rules(agreed(root)) == ["text/too-long"]


def test_a_spoilt_memory_is_no_memory(root: Path) -> None:
    expected = agreed(root)
    for name in ("lint.msgpack",):
        (root / ".smmgit/cache" / name).write_bytes(b"\x93\x01garbage")
    assert agreed(root) == expected


def test_the_ledger_says_what_went_out(root: Path) -> None:
    from smmgit.git.ledger import LEDGER, REHEARSAL, Ledger
    from smmgit.git.repo import Repo
    from smmgit.model.delivery import Entry

    repository(root)
    later = NOW + dt.timedelta(days=30)
    entry = Entry(at="2026-11-25T08:00:00Z", event="published", post="carnet", channel="bluesky", remote_id="1")

    def record(ref: str) -> None:
        ledger = Ledger(Repo.open(str(root)), ref)
        ledger.start("g" * 32, "2026-11-01T08:00:00Z")
        ledger.append([entry])

    record(REHEARSAL)
    # A rehearsal never makes a real delivery look published.
    assert rules(check(str(root), later, only=["dates/past"]).findings) == ["dates/past", "dates/past"]
    record(LEDGER)
    left = check(str(root), later, only=["dates/past"]).findings
    assert [finding.path for finding in left] == ["content/b.md"]
