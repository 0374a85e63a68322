"""Where it struck -> what may be believed: one table for every network."""

from __future__ import annotations

from smmgit.model.delivery import NotSent, Rejected, Unknown

Failure = NotSent | Rejected | Unknown

# The promise of each code; `model/sending/why.py` has its sentence. What is not known to be safe is `Unknown`.
TABLE: dict[str, type[NotSent] | type[Rejected] | type[Unknown]] = {
    "dns": NotSent,
    "not-connected": NotSent,
    "tls": NotSent,
    "not-sendable": NotSent,
    "rate-limited": NotSent,
    "session-expired": NotSent,
    "missing-secret": NotSent,
    "media-gone": NotSent,
    "media-slow": NotSent,
    "not-prepared": NotSent,
    "auth": Rejected,
    "forbidden": Rejected,
    "account-off": Rejected,
    "refused": Rejected,
    "too-large": Rejected,
    "too-long": Rejected,
    "too-many-media": Rejected,
    "bad-poll": Rejected,
    "unsupported": Rejected,
    "no-quotes": Rejected,
    "no-target": Rejected,
    "timeout": Unknown,
    "cut-off": Unknown,
    "server-error": Unknown,
    "busy": Unknown,
    "unreadable": Unknown,
    "redirect": Unknown,
    "other-under-key": Unknown,
}

# Exceptions of httpx by name, so that nothing imports it to read this. Only what comes before the first
# byte is `NotSent`: a write that failed may have been the last of a request the server did read.
STRUCK = {
    "ConnectError": "not-connected",
    "ConnectTimeout": "not-connected",
    "PoolTimeout": "not-connected",
    "ProxyError": "not-connected",
    "UnsupportedProtocol": "not-sendable",
    "LocalProtocolError": "not-sendable",
    "InvalidURL": "not-sendable",
    "UnicodeError": "not-sendable",
    "ReadTimeout": "timeout",
    "WriteTimeout": "timeout",
    "DecodingError": "unreadable",
}

STATUS = {
    401: "auth",
    403: "forbidden",
    408: "timeout",
    409: "busy",
    413: "too-large",
    423: "busy",
    425: "busy",
    429: "rate-limited",
}


def fail(code: str, words: str = "", retry_after: float = 0.0) -> Failure:
    """The outcome of a code, with the network's own words (already without secrets)."""
    reason = f"{code}: {words}" if words else code
    kind = TABLE[code]
    return NotSent(reason=reason, retry_after=retry_after) if kind is NotSent else kind(reason=reason)


def code_of_status(status: int) -> str:
    """The code of an HTTP answer that is no success."""
    if status >= 500 or status < 200:
        return "server-error"
    if 300 <= status < 400:
        return "redirect"
    return STATUS.get(status, "refused")


def code_of_exception(error: BaseException) -> str:
    """Where a request broke off; of a failed connection, why."""
    code = next((STRUCK[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in STRUCK), "cut-off")
    if code != "not-connected":
        return code
    import socket
    import ssl

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return "dns"
        if isinstance(cause, ssl.SSLError):
            return "tls"
        cause = cause.__cause__ or cause.__context__  # httpcore raises its own "from None"
    return code


def unsent(failure: Failure) -> NotSent | Rejected:
    """What failed before the message itself was begun: whatever became of that, the message is not out."""
    return NotSent(reason=failure.reason) if isinstance(failure, Unknown) else failure


def unclear(failure: Failure) -> Unknown:
    """What kept us from looking something up, whatever it was: nothing is known of the message."""
    return failure if isinstance(failure, Unknown) else Unknown(reason=failure.reason)
