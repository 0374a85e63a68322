"""The transport under `http.py`: httpx over httpcore's pool, with one deadline that no slow peer can stretch.

httpx limits each read and each write; a server that sends one byte of its header every few seconds keeps such
a request alive for ever. Here every read, write, connection and handshake also ends at the request's deadline.
Imported only where a request is made.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

_CHUNK = 16384  # written at a time, so that the deadline is looked at in between
_LEAST = 0.001  # a timeout of zero would mean "do not block", which is another error
_IDLE = 5.0  # a connection unused for longer is not trusted with a message


class Deadline:
    """When the request at hand must be over, on the monotonic clock."""

    def __init__(self) -> None:
        self.at = float("inf")

    def begin(self, seconds: float) -> None:
        """A request begins now."""
        self.at = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """How long one step may take."""
        most = float("inf") if timeout is None else timeout
        return max(min(most, self.at - time.monotonic()), _LEAST)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _CHUNK):
            self._stream.write(buffer[start : start + _CHUNK], self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(
            self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.SyncBackend):
    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        stream = super().connect_tcp(host, port, self._deadline.left(timeout), local_address, socket_options)
        return _Stream(stream, self._deadline)


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


class Wire(httpx.BaseTransport):
    """Plain connections or, where asked, through one HTTP proxy. Errors are httpcore's, by the same names."""

    def __init__(self, deadline: Deadline, proxy: str = "") -> None:
        self._deadline = deadline
        self._proxy = proxy
        self._pools: dict[str, httpcore.ConnectionPool] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        sent = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        answer = self._pool(url.scheme).handle_request(sent)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))

    def close(self) -> None:
        for pool in self._pools.values():
            pool.close()

    def _pool(self, scheme: str) -> httpcore.ConnectionPool:
        """The connections of a scheme: reading all the authorities one trusts is slow, and only for https."""
        if scheme not in self._pools:
            options: dict[str, Any] = {
                "ssl_context": httpx.create_ssl_context() if scheme == "https" else None,
                "keepalive_expiry": _IDLE,
                "network_backend": _Backend(self._deadline),
            }
            self._pools[scheme] = (
                httpcore.HTTPProxy(self._proxy, **options) if self._proxy else httpcore.ConnectionPool(**options)
            )
        return self._pools[scheme]
