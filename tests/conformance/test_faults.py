"""When the connection or the server fails: where it struck says what may be believed, and nothing goes out twice."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from smmgit.files.specs import find_spec
from smmgit.model.delivery import NotSent, Outcome, Published, Rejected, Unknown
from smmgit.platforms.adapter import Account, Adapter
from smmgit.platforms.outcome import TABLE
from tests.conformance.world import Post, World, finish, key, message, now, send, wired, world_of
from tests.servers.proxy import Drop, Echo, Edit, Fault, Refuse, Replace, Reset, Seen, Strip, Truncate

TEXT = "le carnet est là."
AGO = dt.timedelta(minutes=1)
LOST = {
    "closed": Drop(),
    "reset": Drop(reset=True),
    "cut short": Truncate(),
    "a gateway's 502": Replace(502),
    "a gateway's 504": Replace(504),
    "a page instead": Replace(200),
    "nothing at all": Replace(200, b""),
    "another shape": Replace(200, b'{"ok": true}', (("Content-Type", "application/json"),)),
    "broken JSON": Edit(lambda body: body[:-1]),
    "a redirect": Replace(307, b"", (("Location", "/elsewhere"),)),
}
NEVER = {"reset": Reset(), "a gateway's 502": Refuse(502), "503": Refuse(503), "a redirect": Refuse(302)}


@pytest.fixture(params=wired())
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """Every adapter with a connection that can break."""
    yield from world_of(request)


@pytest.fixture(params=[name for name in wired() if find_spec(name).delivery in ("exact", "keyed")])
def guarded(request: pytest.FixtureRequest) -> Iterator[World]:
    """Those whose network itself keeps a repetition from being a second message."""
    yield from world_of(request)


@pytest.fixture(params=[name for name in wired() if find_spec(name).delivery == "exact"])
def exact(request: pytest.FixtureRequest) -> Iterator[World]:
    """Those whose network does so for ever, whoever repeats."""
    yield from world_of(request)


def secretless(world: World, outcome: Any) -> Any:
    """The outcome, in which no secret may be."""
    for secret in world.secrets.values():
        assert secret not in repr(outcome), outcome
    if not isinstance(outcome, Published | Account):
        assert outcome.reason.partition(":")[0] in TABLE, outcome
    return outcome


@pytest.mark.parametrize("fault", LOST.values(), ids=LOST)
def test_an_answer_lost_after_acceptance(world: World, fault: Fault) -> None:
    what, started = message(world.rendition(TEXT)), now()
    rule = world.break_publishing(fault)
    assert isinstance(secretless(world, send(world.open(), what)), Unknown)
    assert rule.struck == 1
    assert isinstance(finish(world.open(), what, started - AGO), Published)
    assert isinstance(finish(world.open(), what, started - AGO), Published)
    assert world.posts() == [Post(TEXT)]


@pytest.mark.parametrize("fault", NEVER.values(), ids=NEVER)
def test_a_request_that_never_reached_the_server(world: World, fault: Fault) -> None:
    what, started = message(world.rendition(TEXT)), now()
    world.break_publishing(fault)
    assert isinstance(secretless(world, send(world.open(), what)), Unknown)
    assert world.posts() == []
    assert isinstance(finish(world.open(), what, started - AGO), Published)
    assert world.posts() == [Post(TEXT)]


def test_the_answer_of_a_threads_second_message_is_lost(world: World) -> None:
    shown, started = world.rendition("un.", "deux.", "trois."), now()
    first = send(world.open(), message(shown, 0))
    assert isinstance(first, Published)
    world.break_publishing(Drop())
    assert isinstance(send(world.open(), message(shown, 1), (first,)), Unknown)
    second = finish(world.open(), message(shown, 1), started - AGO, (first,))
    assert isinstance(second, Published)
    assert isinstance(send(world.open(), message(shown, 2), (first, second)), Published)
    assert world.posts() == [Post("un."), Post("deux.", above="un."), Post("trois.", above="deux.")]


def test_a_message_sent_again_blindly_is_still_one(guarded: World) -> None:
    what = message(guarded.rendition(TEXT))
    guarded.break_publishing(Drop())
    assert isinstance(send(guarded.open(), what), Unknown)
    assert isinstance(send(guarded.open(), what), Published)
    assert guarded.posts() == [Post(TEXT)]


def test_a_server_that_ignores_the_key_of_a_repetition(world: World) -> None:
    what, started = message(world.rendition(TEXT)), now()
    world.break_publishing(Strip("Idempotency-Key"), times=None)
    world.break_publishing(Drop())
    assert isinstance(send(world.open(), what), Unknown)
    assert isinstance(finish(world.open(), what, started - AGO), Published)
    assert world.posts() == [Post(TEXT)]


def test_nothing_is_sent_twice_within_one_call(world: World) -> None:
    rule = world.break_publishing(Drop(), times=None)
    send(world.open(), message(world.rendition(TEXT)))
    assert rule.struck == 1


def test_nobody_listens(world: World) -> None:
    adapter = world.nowhere()
    assert isinstance(secretless(world, adapter.check()), NotSent)
    assert isinstance(secretless(world, send(adapter, message(world.rendition(TEXT)))), NotSent)
    found = adapter.find(message(world.rendition(TEXT)), key(), (), now(), frozenset())
    assert isinstance(secretless(world, found), Unknown)


def test_the_server_goes_away_between_preparing_and_publishing(world: World) -> None:
    adapter, what = world.open(), message(world.rendition(TEXT))
    prepared = adapter.prepare(what, lambda step: None)
    assert world.proxy is not None
    world.proxy.stop()
    sent = adapter.publish(what, prepared, key(), (), lambda step: None)  # type: ignore[arg-type]
    # A kept connection may take the request before it breaks, so `Unknown` is honest, too.
    assert isinstance(secretless(world, sent), NotSent | Unknown)
    assert world.posts() == []


def test_too_many_requests(world: World) -> None:
    world.break_publishing(Refuse(429, headers=(("Retry-After", "77"),)))
    sent = secretless(world, send(world.open(), message(world.rendition(TEXT))))
    assert isinstance(sent, NotSent)
    assert sent.retry_after == 77
    assert world.posts() == []


def test_what_the_server_refuses(world: World) -> None:
    sent = secretless(world, send(world.open(), message(world.refused())))
    assert isinstance(sent, Rejected), sent
    assert ": " in sent.reason, "the network's own words are missing"
    assert world.posts() == []


@pytest.mark.parametrize("status", [401, 403])
def test_access_refused(world: World, status: int) -> None:
    world.break_publishing(Refuse(status, b'{"error": "No", "message": "Not allowed"}'))
    sent = secretless(world, send(world.open(), message(world.rendition(TEXT))))
    assert isinstance(sent, Rejected)
    assert sent.reason.partition(":")[0] == ("auth" if status == 401 else "forbidden")


def test_a_wrong_secret(world: World) -> None:
    world.secrets = dict.fromkeys(world.secrets, "not-the-right-one")
    assert isinstance(secretless(world, world.open().check()), Rejected)
    assert isinstance(secretless(world, send(world.open(), message(world.rendition(TEXT)))), Rejected)


def test_no_secret_at_all(world: World) -> None:
    world.secrets = {}
    for outcome in (world.open().check(), send(world.open(), message(world.rendition(TEXT)))):
        assert isinstance(outcome, NotSent)
        assert outcome.reason.startswith("missing-secret")


def test_a_server_that_repeats_our_secrets_in_its_errors(world: World) -> None:
    assert world.proxy is not None
    for status in (400, 401, 403, 422, 429, 500, 302):
        adapter = world.open()
        prepared = adapter.prepare(message(world.rendition(TEXT)), lambda step: None)
        world.break_publishing(Echo(status))
        sent = adapter.publish(message(world.rendition(TEXT)), prepared, key(), (), lambda step: None)  # type: ignore[arg-type]
        token = _credential(world.proxy.asked(*world.publishing)[-1])
        assert token and token not in secretless(world, sent).reason
        assert "***" in sent.reason


def _credential(seen: Seen) -> str:
    return seen.headers.get("authorization", seen.headers.get("Authorization", "")).removeprefix("Bearer ")


def test_a_look_that_fails_leaves_the_question_open(world: World) -> None:
    assert world.proxy is not None
    what = message(world.rendition(TEXT))
    send(world.open(), what)
    for fault in (Replace(502), Replace(200), Truncate(), Refuse(429), Refuse(401), Refuse(403)):
        world.proxy.always("GET", ".*", fault)
        found = world.open().find(what, key(), (), now() - AGO, frozenset())
        assert isinstance(secretless(world, found), Unknown), (fault, found)
        world.proxy.clear()


def test_two_runners_at_once(exact: World) -> None:
    what = message(exact.rendition(TEXT))
    outcomes: list[Outcome | Any] = []
    barrier = threading.Barrier(4)

    def run(adapter: Adapter) -> None:
        prepared: Any = adapter.prepare(what, lambda step: None)
        barrier.wait()
        outcomes.append(adapter.publish(what, prepared, key(), (), lambda step: None))

    threads = [threading.Thread(target=run, args=(exact.open(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 4 and len({repr(each) for each in outcomes}) == 1
    assert isinstance(outcomes[0], Published)
    assert exact.posts() == [Post(TEXT)]
