"""One request: where it struck decides what may be believed, and no secret is ever said."""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from smmgit.model.delivery import NotSent, Rejected, Unknown
from smmgit.platforms import outcome
from smmgit.platforms.http import AGENT, MOST, Answer, Client
from smmgit.platforms.outcome import Failure, unclear, unsent
from smmgit.platforms.secrets import Redactor

DATE = "Mon, 23 Nov 2026 07:00:00 GMT"
TOKEN = "s3cr3t-t0ken"


def client(handler: Callable[[httpx.Request], httpx.Response], clock: Callable[[], float] = time.time) -> Client:
    return Client("https://social.example/", Redactor([TOKEN]), transport=httpx.MockTransport(handler), clock=clock)


def answered(status: int, body: Any = None, **headers: str) -> Answer:
    found = client(lambda request: httpx.Response(status, json=body, headers=headers)).send("GET", "/x")
    assert isinstance(found, Answer)
    return found


def raised(error: Exception) -> Failure:
    def handler(request: httpx.Request) -> httpx.Response:
        raise error

    found = client(handler).send("POST", "/x", json={})
    assert not isinstance(found, Answer)
    return found


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        (httpx.ConnectError("refused"), NotSent, "not-connected"),
        (caused(httpx.ConnectError("no"), socket.gaierror(-2, "Name or service not known")), NotSent, "dns"),
        (caused(httpx.ConnectError("no"), ssl.SSLCertVerificationError("expired")), NotSent, "tls"),
        (httpx.ConnectTimeout("slow"), NotSent, "not-connected"),
        (httpx.PoolTimeout("full"), NotSent, "not-connected"),
        (httpx.ProxyError("no"), NotSent, "not-connected"),
        (httpx.UnsupportedProtocol("ftp"), NotSent, "not-sendable"),
        (httpx.LocalProtocolError("Illegal header value"), NotSent, "not-sendable"),
        (httpx.ReadTimeout("slow"), Unknown, "timeout"),
        (httpx.WriteTimeout("slow"), Unknown, "timeout"),
        (httpx.ReadError("reset"), Unknown, "cut-off"),
        (httpx.WriteError("broken pipe"), Unknown, "cut-off"),
        (httpx.RemoteProtocolError("Server disconnected without sending a response."), Unknown, "cut-off"),
        (caused(httpx.ReadError("no"), ssl.SSLError("bad record")), Unknown, "cut-off"),
        (httpx.DecodingError("not gzip"), Unknown, "unreadable"),
    ],
)
def test_where_a_request_breaks_off(error: Exception, kind: type, code: str) -> None:
    found = raised(error)
    assert type(found) is kind
    assert found.reason.startswith(f"{code}: ")


@pytest.mark.parametrize(
    ("status", "kind", "code"),
    [
        (302, Unknown, "redirect"),
        (400, Rejected, "refused"),
        (401, Rejected, "auth"),
        (403, Rejected, "forbidden"),
        (404, Rejected, "refused"),
        (408, Unknown, "timeout"),
        (409, Unknown, "busy"),
        (410, Rejected, "refused"),
        (413, Rejected, "too-large"),
        (422, Rejected, "refused"),
        (425, Unknown, "busy"),
        (429, NotSent, "rate-limited"),
        (500, Unknown, "server-error"),
        (501, Unknown, "server-error"),
        (502, Unknown, "server-error"),
        (503, Unknown, "server-error"),
        (504, Unknown, "server-error"),
        (520, Unknown, "server-error"),
    ],
)
def test_what_an_answer_means(status: int, kind: type, code: str) -> None:
    asked = client(lambda request: httpx.Response(status, json={"error": "No"}))
    answer = asked.send("POST", "/x", json={})
    assert isinstance(answer, Answer) and not answer.ok
    found = asked.refusal(answer)
    assert type(found) is kind
    assert found.reason.partition(":")[0] == code


def test_a_bug_of_ours_is_not_taken_for_a_failure_of_the_network() -> None:
    with pytest.raises(ZeroDivisionError):
        raised(ZeroDivisionError())


def test_every_code_makes_one_promise() -> None:
    assert {*outcome.STRUCK.values(), *outcome.STATUS.values()} <= set(outcome.TABLE)


def test_what_went_wrong_before_the_message_is_safe_and_a_failed_look_is_not() -> None:
    for failure in (NotSent(reason="dns"), Unknown(reason="timeout")):
        assert unsent(failure) == NotSent(reason=failure.reason)
        assert unclear(failure) == Unknown(reason=failure.reason)
    assert unsent(NotSent(reason="rate-limited", retry_after=9)) == NotSent(reason="rate-limited", retry_after=9)
    assert unsent(Rejected(reason="auth")) == Rejected(reason="auth")
    assert unclear(Rejected(reason="auth")) == Unknown(reason="auth")


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"retry-after": "120"}, 120),
        ({"retry-after": "Mon, 23 Nov 2026 07:02:00 GMT", "date": DATE}, 120),
        ({"retry-after": "Mon, 23 Nov 2026 06:00:00 GMT", "date": DATE}, 0),
        ({"ratelimit-reset": "1795417230", "date": DATE}, 30),
        ({"x-ratelimit-reset": "2026-11-23T07:05:00.000000Z", "date": DATE}, 300),
        ({"x-ratelimit-reset": "2026-11-23T07:05:00.000000Z"}, 0),
        ({"retry-after": "soon"}, 0),
        ({"retry-after": "9" * 30}, 86_400),
    ],
)
def test_how_long_to_wait(headers: dict[str, str], seconds: float) -> None:
    asked = client(lambda request: httpx.Response(429, headers=headers))
    answer = asked.send("POST", "/x")
    assert isinstance(answer, Answer)
    found = asked.refusal(answer)
    assert isinstance(found, NotSent)
    assert found.retry_after == seconds


def test_how_far_the_clocks_are_apart() -> None:
    times = iter([1795417200.0, 1795417204.0])
    found = client(lambda request: httpx.Response(200, headers={"date": DATE}), lambda: next(times)).send("GET", "/x")
    assert isinstance(found, Answer)
    assert found.skew == -1.5
    assert answered(200, date="yesterday").skew is None


def test_the_words_of_a_network_are_kept_without_secrets_and_without_tricks() -> None:
    said = {"error": f"Bad\u202e token {TOKEN}\r\n\x1b[31m" + "x" * 1000}
    asked = client(lambda request: httpx.Response(400, json=said))
    answer = asked.send("POST", "/x")
    assert isinstance(answer, Answer)
    reason = asked.refusal(answer).reason
    assert reason.startswith("refused: Bad token *** [31mxxx")
    assert len(reason) <= 310
    assert TOKEN not in raised(httpx.ReadError(f"Bearer {TOKEN}")).reason
    assert TOKEN not in asked.refusal(answered(302, location=f"https://evil.example/?t={TOKEN}")).reason


@pytest.mark.parametrize("body", [b"", b"<html>", b"[1]", b"\xff\xfe", b'{"a":', b"[" * 100_000])
def test_an_answer_that_is_no_object_is_an_empty_one(body: bytes) -> None:
    assert Answer(status=200, body=body).json() == {}
    assert Answer(status=502, body=body).words == "HTTP 502"


def test_the_request_itself() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(307, headers={"location": "https://elsewhere.example/"})

    asked = client(handler)
    asked.send("POST", "/api", json={"text": "é \ud83d", "swapRecord": None}, headers={"Authorization": TOKEN})
    (request,) = seen  # no redirect was followed
    assert str(request.url) == "https://social.example/api"
    assert request.headers["user-agent"] == AGENT
    assert request.content == b'{"text":"\\u00e9 \\ud83d","swapRecord":null}'
    assert request.headers["content-type"] == "application/json"


def test_an_address_or_token_that_cannot_be_written_is_not_sent() -> None:
    asked = Client("http://127.0.0.1:9", Redactor([TOKEN]))
    for how in ({"headers": {"Authorization": "Bearer é…"}}, {"headers": {"Authorization": "a\nb"}}):
        found = asked.send("POST", "/x", **how)
        assert isinstance(found, NotSent), found
    for address in ("http://a b/", "ftp://127.0.0.1/", "http://" + "a" * 70 + ".example/", "http://[::1"):
        found = asked.send("POST", address)
        assert isinstance(found, NotSent), found
    asked.close()


# From here on real sockets: what matters is when bytes were on the wire.


class Peer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, behave: Callable[[socket.socket], None]) -> None:
        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                behave(self.request)

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def peer() -> Iterator[Callable[[Callable[[socket.socket], None]], str]]:
    """A function that starts a server behaving as told, and gives its address."""
    started: list[Peer] = []

    def start(behave: Callable[[socket.socket], None]) -> str:
        started.append(Peer(behave))
        return started[-1].url

    yield start
    for each in started:
        each.shutdown()
        each.server_close()


def reads(connection: socket.socket) -> bytes:
    return connection.recv(65536)


def drips(connection: socket.socket) -> None:
    reads(connection)
    for byte in b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Slow: " + b"x" * 500:
        try:
            connection.sendall(bytes([byte]))
        except OSError:
            return
        time.sleep(0.05)


def drips_its_body(connection: socket.socket) -> None:
    reads(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")
    for _ in range(500):
        try:
            connection.sendall(b"x")
        except OSError:
            return
        time.sleep(0.05)


def never_reads(connection: socket.socket) -> None:
    time.sleep(20)


@pytest.mark.parametrize("behave", [drips, drips_its_body, never_reads])
def test_no_peer_can_stretch_the_deadline(peer: Any, behave: Callable[[socket.socket], None]) -> None:
    asked = Client(peer(behave), Redactor())
    threads: list[Any] = []
    thread = threading.Thread(
        target=lambda: threads.append(asked.send("POST", "/x", content=b"x" * 30_000_000, seconds=0.5)), daemon=True
    )
    thread.start()
    thread.join(10)  # each of these would take a peer's twenty seconds, or for ever
    assert threads and isinstance(threads[0], Unknown), threads
    assert threads[0].reason.startswith(("timeout", "cut-off"))


def test_an_endless_answer_is_given_up(peer: Any) -> None:
    def endless(connection: socket.socket) -> None:
        reads(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(MOST // 100_000 + 100):
            try:
                connection.sendall(b"x" * 100_000)
            except OSError:
                return

    found = Client(peer(endless), Redactor()).send("GET", "/x")
    assert isinstance(found, Unknown) and found.reason.startswith("unreadable")


def test_a_kept_connection_that_went_stale_is_unknown_and_nothing_is_sent_twice(peer: Any) -> None:
    requests: list[bytes] = []

    def once(connection: socket.socket) -> None:
        requests.append(reads(connection))
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        requests.append(reads(connection))  # the second request arrives, and is never answered

    asked = Client(peer(once), Redactor())
    assert isinstance(asked.send("GET", "/x"), Answer)
    found = asked.send("POST", "/x", json={})
    assert isinstance(found, Unknown) and found.reason.startswith("cut-off")
    assert len([each for each in requests if each.startswith(b"POST")]) == 1


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found = Client(f"http://127.0.0.1:{free.getsockname()[1]}", Redactor()).send("POST", "/x")
    assert isinstance(found, NotSent) and found.reason.startswith("not-connected")


def test_a_name_that_does_not_exist() -> None:
    found = Client("http://no-such-host.invalid", Redactor()).send("POST", "/x")
    assert isinstance(found, NotSent) and found.reason.startswith("dns")


def test_a_server_without_a_proper_certificate(peer: Any) -> None:
    def plain(connection: socket.socket) -> None:
        reads(connection)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    found = Client(peer(plain).replace("http:", "https:"), Redactor()).send("POST", "/x")
    assert isinstance(found, NotSent) and found.reason.startswith("tls")


def test_a_proxy_is_used_only_where_one_is_given(peer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[bytes] = []

    def proxy(connection: socket.socket) -> None:
        lines.append(reads(connection).split(b"\r\n")[0])
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    address = peer(proxy)
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, address)
    assert isinstance(Client("http://social.invalid", Redactor()).send("GET", "/x"), NotSent)
    assert isinstance(Client("http://social.invalid", Redactor(), proxy=address).send("GET", "/x"), Answer)
    assert lines == [b"GET http://social.invalid/x HTTP/1.1"]
