"""The embedded network: one feed per channel, each message once under its key."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from smmgit.errors import StoreError
from smmgit.model.delivery import Key, Published, Unknown
from smmgit.model.rendition import Part, Rendition, ShownMedia
from smmgit.platforms.adapter import Absent, Message, Prepared
from smmgit.platforms.adapters import sandbox
from smmgit.platforms.adapters.sandbox import Sandbox, feed

AT = dt.datetime(2026, 11, 23, 7, tzinfo=dt.UTC)
KEY = Key("carnet", "x")


def message(*texts: str, number: int = 0, comment: str = "", at: dt.datetime = AT) -> Message:
    rendition = Rendition(
        post="carnet", channel="x", platform="x", parts=tuple(Part(text=text) for text in texts),
        first_comment=Part(text=comment) if comment else None, media=(ShownMedia(file="a.jpg", digest="ab" * 32),),
    )  # fmt: skip
    return Message(rendition=rendition, number=number, at=at)


def send(root: Path, what: Message, key: Key = KEY) -> object:
    return Sandbox(str(root), key.channel).publish(what, Prepared(), key, (), lambda step: None)


def test_a_message_is_in_its_feed_once_however_often_it_is_sent(tmp_path: Path) -> None:
    first = send(tmp_path, message("Bonjour"))
    assert isinstance(first, Published)
    assert send(tmp_path, message("Bonjour")) == first
    (only,) = feed(str(tmp_path))
    assert (only.key, only.part, only.at, only.text, only.is_comment) == (KEY, 0, AT, "Bonjour", False)
    assert only.remote_id == first.remote_id
    assert only.rendition.media[0].digest == "ab" * 32
    assert only.digest == only.rendition.digest


def test_another_text_under_a_used_key_is_flagged_and_never_overwrites(tmp_path: Path) -> None:
    send(tmp_path, message("Bonjour"))
    assert isinstance(send(tmp_path, message("Bonsoir")), Unknown)
    assert [each.text for each in feed(str(tmp_path))] == ["Bonjour"]


def test_threads_comments_channels_and_occurrences_are_kept_apart(tmp_path: Path) -> None:
    for number in range(3):
        send(tmp_path, message("un", "deux", number=number, comment="le lien"))
    send(tmp_path, message("un"), Key("carnet", "linkedin"))
    send(tmp_path, message("un"), Key("carnet", "x", "2026-11-30T08:00"))
    found = {(str(each.key), each.part): (each.text, each.is_comment) for each in feed(str(tmp_path))}
    assert found[str(KEY), 0] == ("un", False)
    assert found[str(KEY), 2] == ("le lien", True)
    assert len(found) == 5


def test_a_post_of_pictures_alone_is_an_empty_text(tmp_path: Path) -> None:
    assert isinstance(send(tmp_path, message()), Published)
    assert [each.text for each in feed(str(tmp_path))] == [""]


def test_what_is_there_can_be_looked_up(tmp_path: Path) -> None:
    adapter = Sandbox(str(tmp_path), "x")
    assert adapter.find(message("Bonjour"), KEY, (), AT, frozenset()) == Absent()
    sent = send(tmp_path, message("Bonjour"))
    assert adapter.find(message("Bonjour"), KEY, (), AT, frozenset()) == sent
    assert adapter.find(message("Bonjour", number=1), KEY, (), AT, frozenset()) == Absent()


def test_feeds_are_emptied_when_a_rehearsal_begins_anew(tmp_path: Path) -> None:
    send(tmp_path, message("Bonjour"))
    sandbox.begin(str(tmp_path), "abc")
    assert feed(str(tmp_path)) == []
    assert sandbox.belongs_to(str(tmp_path)) == "abc"


def test_reading_makes_nothing_and_git_sees_nothing(tmp_path: Path) -> None:
    assert feed(str(tmp_path)) == []
    assert sandbox.belongs_to(str(tmp_path)) == ""
    assert list(tmp_path.iterdir()) == []
    send(tmp_path, message("Bonjour"))
    assert (tmp_path / ".smmgit/.gitignore").read_text() == "*\n"


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    odd = Key("'); drop table posts; --", 'é"<x>|;&', "o'nce")
    send(tmp_path, message("Bonjour"), odd)
    assert [each.key for each in feed(str(tmp_path))] == [odd]


def test_a_broken_file_says_what_to_do(tmp_path: Path) -> None:
    sandbox.prepare(str(tmp_path))
    (tmp_path / ".smmgit/sandbox.sqlite").write_bytes(b"not a database" * 100)
    for use in (lambda: feed(str(tmp_path)), lambda: send(tmp_path, message("Bonjour"))):
        with pytest.raises(StoreError, match="Delete that file"):
            use()


def test_a_first_run_on_a_full_disk_leaves_feeds_that_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(sandbox, "SCHEMA", sandbox.SCHEMA.replace("facts (name text", "facts (name text, name text"))
        with pytest.raises(StoreError), sandbox.opened(str(tmp_path)):
            pass
    assert sandbox.feed(str(tmp_path)) == [] and sandbox.belongs_to(str(tmp_path)) == ""
    sandbox.begin(str(tmp_path), "one")
    assert sandbox.belongs_to(str(tmp_path)) == "one"
