"""A proxy that breaks things on purpose: between a publisher, in any process, and a server.

    proxy = Proxy(server.url)
    proxy.on("POST", "/api/v1/statuses", Drop())             # once: accepted, and the answer never arrives
    proxy.on("POST", "/api/v1/statuses", Refuse(502))        # once: never reaches the server
    proxy.always("POST", "/api/v1/statuses", Strip("Idempotency-Key"))

Faults in `AFTER` strike when the server has answered; the others before it was asked. Each rule counts how
often it struck; `proxy.seen` is every request in order, with the status the server gave.
"""

from __future__ import annotations

import contextlib
import http.client
import re
import socket
import socketserver
import struct
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

HOP = ("connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "host", "content-length")


class Seen(Struct):
    """One request. `status` is the server's own, 0 where it was never asked or did not answer."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    status: int = 0

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.body)


class Drop(Struct, frozen=True):
    """Accepted; then the connection is reset, or closed politely, without a byte of answer."""

    reset: bool = False


class Truncate(Struct, frozen=True):
    """Accepted; the header and half of the answer arrive."""


class Delay(Struct, frozen=True):
    """Accepted; the answer waits."""

    seconds: float


class Replace(Struct, frozen=True):
    """Accepted; something else is answered."""

    status: int
    body: bytes = b"<html><title>Bad gateway</title></html>"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html"),)


class Edit(Struct, frozen=True):
    """Accepted; the answer's body passes through a function."""

    change: Callable[[bytes], bytes]


class Drip(Struct, frozen=True):
    """Accepted; the answer comes one byte at a time, with a pause after each."""

    pause: float


class Reset(Struct, frozen=True):
    """Not forwarded; the connection is reset once the request was read."""


class Refuse(Struct, frozen=True):
    """Not forwarded; this is answered."""

    status: int
    body: bytes = b"{}"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)


class Echo(Struct, frozen=True):
    """Not forwarded; the request's header comes back as an error message, as careless servers do."""

    status: int


class Strip(Struct, frozen=True):
    """Forwarded without a header of the request."""

    header: str


class Call(Struct, frozen=True):
    """A function of the test is called: before the server is asked, or after it answered."""

    function: Callable[[Seen], None]
    after: bool = True


Fault = Drop | Truncate | Delay | Replace | Edit | Drip | Reset | Refuse | Echo | Strip | Call
AFTER = (Drop, Truncate, Delay, Replace, Edit, Drip)


class Rule(Struct):
    """What to do to which requests, how many more times (None: always), and how often it struck."""

    method: str
    path: re.Pattern[str]
    fault: Fault
    times: int | None
    struck: int = 0


class Proxy:
    """Listens on a free port of loopback from the start; `url` stands for the server's."""

    def __init__(self, upstream: str) -> None:
        self._upstream = urlsplit(upstream)
        self._lock = threading.Lock()
        self._rules: list[Rule] = []
        self.seen: list[Seen] = []
        proxy = self

        class Handler(_Handler):
            owner = proxy

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def on(self, method: str, path: str, fault: Fault, times: int | None = 1) -> Rule:
        """Break the next `times` requests of a method whose path (without its query) matches a pattern."""
        rule = Rule(method, re.compile(path), fault, times)
        with self._lock:
            self._rules.append(rule)
        return rule

    def always(self, method: str, path: str, fault: Fault) -> Rule:
        """Break every such request."""
        return self.on(method, path, fault, times=None)

    def clear(self) -> None:
        """Break nothing from now on, and forget what was seen."""
        with self._lock:
            self._rules.clear()
            self.seen.clear()

    def asked(self, method: str, path: str) -> list[Seen]:
        """The requests of a method whose path matches a pattern."""
        with self._lock:
            return [each for each in self.seen if each.method == method and re.fullmatch(path, _bare(each.path))]

    def stop(self) -> None:
        """Listen no longer: whoever connects is refused."""
        self._server.shutdown()
        self._server.server_close()
        self._server.hang_up()
        self._thread.join()

    def strikes(self, seen: Seen) -> list[Fault]:
        """The faults for a request; each is counted."""
        found = []
        with self._lock:
            self.seen.append(seen)
            for rule in self._rules:
                if rule.times != 0 and rule.method == seen.method and rule.path.fullmatch(_bare(seen.path)):
                    rule.struck += 1
                    rule.times = None if rule.times is None else rule.times - 1
                    found.append(rule.fault)
        return found

    def ask(self, seen: Seen) -> tuple[int, list[tuple[str, str]], bytes]:
        """The server's own answer."""
        assert self._upstream.hostname
        connection = http.client.HTTPConnection(self._upstream.hostname, self._upstream.port, timeout=60)
        try:
            headers = {name: value for name, value in seen.headers.items() if name.lower() not in HOP}
            connection.request(seen.method, seen.path, seen.body or None, headers)
            answer = connection.getresponse()
            body = answer.read()
            seen.status = answer.status
            return answer.status, [row for row in answer.getheaders() if row[0].lower() not in HOP], body
        finally:
            connection.close()


class _Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, *args: Any) -> None:
        self._open: set[Any] = set()
        super().__init__(*args)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that are still open."""
        for request in list(self._open):
            with contextlib.suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed mid-request is the point of this."""


class _Handler(BaseHTTPRequestHandler):
    owner: Proxy
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        pass

    def _serve(self) -> None:
        seen = Seen(self.command, self.path, dict(self.headers.items()), self._body())
        faults = self.owner.strikes(seen)
        for fault in faults:
            if isinstance(fault, Reset):
                return self._break(reset=True)
            if isinstance(fault, Refuse):
                return self._answer(fault.status, list(fault.headers), fault.body)
            if isinstance(fault, Echo):
                said = ", ".join(f"{name}: {value}" for name, value in seen.headers.items())
                location = [("Location", f"/?{said}")] if 300 <= fault.status < 400 else []
                return self._answer(fault.status, location, msgspec.json.encode({"error": said, "message": said}))
            if isinstance(fault, Strip):
                seen.headers = {name: v for name, v in seen.headers.items() if name.lower() != fault.header.lower()}
            if isinstance(fault, Call) and not fault.after:
                fault.function(seen)
        try:
            status, headers, body = self.owner.ask(seen)
        except OSError:
            return self._answer(502, [], b"")
        for fault in faults:
            if isinstance(fault, Call) and fault.after:
                fault.function(seen)
            elif isinstance(fault, Drop):
                return self._break(reset=fault.reset)
            elif isinstance(fault, Truncate):
                self._answer(status, headers, body, keep=len(body) // 2)
                return self._break(reset=False)
            elif isinstance(fault, Drip):
                return self._drip(status, headers, body, fault.pause)
            elif isinstance(fault, Delay):
                time.sleep(fault.seconds)
            elif isinstance(fault, Replace):
                status, headers, body = fault.status, list(fault.headers), fault.body
            elif isinstance(fault, Edit):
                body = fault.change(body)
        self._answer(status, headers, body)
        return None

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = _serve

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            return b"".join(self._chunks())
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _chunks(self) -> Iterator[bytes]:
        while size := int(self.rfile.readline().split(b";")[0], 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()

    def _head(self, status: int, headers: list[tuple[str, str]], length: int) -> bytes:
        rows = [f"{name}: {value}" for name, value in [*headers, ("Content-Length", str(length))]]
        return "\r\n".join([f"HTTP/1.1 {status} {http.client.responses.get(status, '')}", *rows, "", ""]).encode()

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes, keep: int | None = None) -> None:
        self.wfile.write(self._head(status, headers, len(body)) + body[:keep])
        self.wfile.flush()

    def _drip(self, status: int, headers: list[tuple[str, str]], body: bytes, pause: float) -> None:
        for byte in self._head(status, headers, len(body)) + body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(pause)

    def _break(self, *, reset: bool) -> None:
        self.close_connection = True
        if reset:
            # Closing with a linger of zero sends a reset instead of a polite end.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()


def _bare(path: str) -> str:
    return path.partition("?")[0]
