"""What every adapter promises, asked of each that there is, before the server it speaks to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from smmgit.files.specs import find_spec
from smmgit.model.delivery import Key, NotSent, Published, Unknown
from smmgit.model.rendition import Part
from smmgit.platforms.adapter import Absent, Account
from tests.conformance.world import (
    Post,
    World,
    file_of,
    finish,
    ids,
    key,
    known,
    message,
    now,
    picture,
    send,
    sending,
    world_of,
)  # fmt: skip

TEXT = "le carnet est là."
AWKWARD = "« ça » & <b>été</b> 👩‍👩‍👧‍👦 “né” #été https://example.com/a?b=c&d=é @lea@social.example *fin* – 100 %"
AGO = dt.timedelta(minutes=1)


@pytest.fixture(params=known())
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """The world of each adapter in turn."""
    yield from world_of(request)


@pytest.fixture(params=sending())
def sender(request: pytest.FixtureRequest) -> Iterator[World]:
    """Those whose adapter sends by itself."""
    yield from world_of(request)


@pytest.fixture(params=sorted({*known()} - {*sending()}))
def person(request: pytest.FixtureRequest) -> Iterator[World]:
    """Those whose adapter prepares what a person sends."""
    yield from world_of(request)


@pytest.mark.parametrize("platform", ids())
def test_it_has_a_world(platform: str) -> None:
    assert file_of(platform).exists(), f"{platform} has an adapter that nothing tries: write {file_of(platform)}"


def test_its_class_is_the_one_people_read_of(world: World) -> None:
    assert world.open().duplicates == find_spec(world.channel.platform).delivery


def test_it_says_whose_account_it_is(world: World) -> None:
    found = world.open().check()
    assert isinstance(found, Account)
    assert found.account_id == world.account_id
    assert found.skew is None or abs(found.skew) < 30


def test_what_a_person_must_send_is_never_called_sent(person: World) -> None:
    what = message(person.rendition(TEXT), attachments=(picture("rouge", "red"),))
    assert isinstance(send(person.open(), what), NotSent)
    assert isinstance(person.open().find(what, key(), (), now() - AGO, frozenset()), Unknown)


def test_a_message_goes_out_once(sender: World) -> None:
    sent = send(sender.open(), message(sender.rendition(TEXT)))
    assert isinstance(sent, Published)
    assert sent.remote_id and sent.url
    assert sender.posts() == [Post(TEXT)]


def test_the_same_key_twice_is_one_message(sender: World) -> None:
    what = message(sender.rendition(TEXT))
    first = send(sender.open(), what)
    assert send(sender.open(), what) == first
    assert sender.posts() == [Post(TEXT)]


def test_another_key_is_another_message(sender: World) -> None:
    first = send(sender.open(), message(sender.rendition(TEXT)))
    second = send(sender.open(), message(sender.rendition(TEXT)), of=Key("carnet", "account", "2026-11-30T08:00"))
    assert isinstance(first, Published) and isinstance(second, Published)
    assert first.remote_id != second.remote_id
    assert sender.posts() == [Post(TEXT), Post(TEXT)]


def test_it_finds_its_own_message(sender: World) -> None:
    what, started = message(sender.rendition(TEXT)), now()
    assert sender.open().find(what, key(), (), started - AGO, frozenset()) == Absent()
    sent = send(sender.open(), what)
    assert sender.open().find(what, key(), (), started - AGO, frozenset()) == sent


def test_it_finds_a_text_that_servers_write_down_in_their_own_way(sender: World) -> None:
    what, started = message(sender.rendition(AWKWARD)), now()
    sent = send(sender.open(), what)
    assert isinstance(sent, Published)
    assert sender.open().find(what, key(), (), started - AGO, frozenset()) == sent


def test_it_never_adopts_an_older_twin(sender: World) -> None:
    sender.by_hand(TEXT)
    found = sender.open().find(message(sender.rendition(TEXT)), key(), (), now(), frozenset())
    assert found == Absent()


def test_it_never_adopts_a_message_that_is_another_deliverys(sender: World) -> None:
    taken = sender.by_hand(TEXT)
    found = sender.open().find(message(sender.rendition(TEXT)), key(), (), now() - AGO, frozenset((taken,)))
    assert found == Absent()


def test_it_never_takes_another_text_for_its_own(sender: World) -> None:
    sender.by_hand(TEXT.replace("là", "ici"))
    found = sender.open().find(message(sender.rendition(TEXT)), key(), (), now() - AGO, frozenset())
    assert found == Absent()


def test_a_thread_hangs_together_and_each_message_is_found(sender: World) -> None:
    comment = Part(text="le lien est ici.") if find_spec(sender.channel.platform).first_comment else None
    shown = sender.rendition("un.", "deux.", "trois.", first_comment=comment)
    texts = ["un.", "deux.", "trois.", *(["le lien est ici."] if comment else [])]
    prior: tuple[Published, ...] = ()
    started = now()
    for number in range(len(texts)):
        what = message(shown, number)
        assert sender.open().find(what, key(), prior, started - AGO, frozenset()) == Absent()
        sent = send(sender.open(), what, prior)
        assert isinstance(sent, Published)
        assert sender.open().find(what, key(), prior, started - AGO, frozenset()) == sent
        assert send(sender.open(), what, prior) == sent
        prior = (*prior, sent)
    assert sender.posts() == [Post(text, above=above) for text, above in zip(texts, ["", *texts], strict=False)]


def test_pictures_arrive_with_their_descriptions(sender: World) -> None:
    attachments = (picture("un carnet « rouge »", "red"), picture("", "blue"))
    media = tuple(attachment.item for attachment in attachments)
    what, started = message(sender.rendition(TEXT, media=media), attachments=attachments), now()
    sent = send(sender.open(), what)
    assert isinstance(sent, Published)
    assert sender.posts() == [Post(TEXT, ("un carnet « rouge »", ""))]
    assert sender.open().find(what, key(), (), started - AGO, frozenset()) == sent
    assert finish(sender.open(), what, started - AGO) == sent
    assert len(sender.posts()) == 1
