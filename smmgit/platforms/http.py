"""HTTP as adapters need it: one request, a hard deadline, an answer of bounded size, or where it struck.

Nothing is ever sent twice, no redirect is followed, no proxy or login is taken from the environment.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

import smmgit
from smmgit.platforms import outcome
from smmgit.platforms.outcome import Failure
from smmgit.platforms.secrets import Redactor

if TYPE_CHECKING:
    import httpx

AGENT = f"smmgit/{smmgit.__version__}"
CONNECT, READ, WRITE = 10.0, 30.0, 30.0  # seconds for one step
TOTAL = 40.0  # seconds for a whole request: leases are longer
UPLOAD = 600.0  # for media, that nobody sees yet
MOST = 8_000_000  # bytes of an answer
LONGEST_WAIT = 86_400.0


class Answer(Struct, frozen=True, kw_only=True):
    """What came back. `headers` have lower-case names; `skew` is how far the server's clock is ahead of ours."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    skew: float | None = None

    @property
    def ok(self) -> bool:
        """Is it a success?"""
        return 200 <= self.status < 300

    @property
    def date(self) -> dt.datetime | None:
        """The server's own time."""
        return _moment(self.headers.get("date", ""))

    def json(self) -> dict[str, Any]:
        """The object it holds; empty where it holds none."""
        found = self.value()
        return found if isinstance(found, dict) else {}

    def value(self) -> Any:
        """The JSON it holds; None where it cannot be read."""
        import json

        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    @property
    def words(self) -> str:
        """What the server says of a failure."""
        said = self.json()
        parts = [said.get(name) for name in ("error", "message", "error_description", "detail")]
        words = ": ".join(dict.fromkeys(part for part in parts if isinstance(part, str) and part.strip()))
        return words or f"HTTP {self.status}"

    @property
    def retry_after(self) -> float:
        """How many seconds the server asks to wait; 0 where it does not say."""
        wait = self.headers.get("retry-after", "")
        if wait.isdecimal():
            return min(float(wait), LONGEST_WAIT)
        until = _moment(wait or self.headers.get("ratelimit-reset") or self.headers.get("x-ratelimit-reset") or "")
        if until is None or self.date is None:
            return 0.0
        return min(max((until - self.date).total_seconds(), 0.0), LONGEST_WAIT)


class Client:
    """One server, spoken to for one account. `base` is its address; paths are below it."""

    def __init__(
        self,
        base: str,
        redactor: Redactor,
        *,
        proxy: str = "",
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.base = base.rstrip("/")
        self.redactor = redactor
        self._proxy = proxy
        self._transport = transport
        self._clock = clock
        self._client: httpx.Client | None = None
        self._begin: Callable[[float], None] = lambda seconds: None

    def send(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | None = None,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | None = None,
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
        headers: Mapping[str, str] | None = None,
        seconds: float = TOTAL,
    ) -> Answer | Failure:
        """One request and its whole answer, of any status; a failure where none came, by where it struck.

        `path` may be a whole address. `json` is written in ASCII: half a surrogate pair must not raise.
        """
        head = dict(headers or {})
        if json is not None:
            content = _json(json)
            head["Content-Type"] = "application/json"
        url = path if "://" in path else self.base + path
        try:
            client = self._opened()
            self._begin(seconds)
            started = self._clock()
            with client.stream(
                method, url, content=content, params=params, data=data, files=files, headers=head
            ) as response:
                ended = self._clock()
                body = bytearray()
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > MOST:
                        return self.fail("unreadable", f"more than {MOST} bytes")
                found = {name.lower(): value for name, value in response.headers.items()}
                date = _moment(found.get("date", ""))
                # A Date has whole seconds: the server's time was, on average, half a second later.
                skew = None if date is None else date.timestamp() + 0.5 - (started + ended) / 2
                return Answer(status=response.status_code, headers=found, body=bytes(body), skew=skew)
        except Exception as error:
            if not _expected(error):
                raise
            return self.fail(outcome.code_of_exception(error), str(error) or type(error).__name__)

    def fail(self, code: str, words: str = "", retry_after: float = 0.0) -> Failure:
        """The outcome of a code; the words lose their secrets here."""
        return outcome.fail(code, self.redactor.clean(words), retry_after)

    def refusal(self, answer: Answer) -> Failure:
        """What an answer that is no success means."""
        code = outcome.code_of_status(answer.status)
        words = answer.headers.get("location", "") if code == "redirect" else answer.words
        return self.fail(code, words, answer.retry_after if code == "rate-limited" else 0.0)

    def close(self) -> None:
        """Let the connections go."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _opened(self) -> httpx.Client:
        if self._client is None:
            import httpx

            transport = self._transport
            if transport is None:
                from smmgit.platforms.wire import Deadline, Wire

                deadline = Deadline()
                self._begin = deadline.begin
                transport = Wire(deadline, self._proxy)
            self._client = httpx.Client(
                transport=transport,
                timeout=httpx.Timeout(READ, connect=CONNECT, write=WRITE, pool=CONNECT),
                follow_redirects=False,
                trust_env=False,
                # No compression: the answer's size is what came over the wire.
                headers={"User-Agent": AGENT, "Accept": "application/json", "Accept-Encoding": "identity"},
            )
        return self._client


def _expected(error: Exception) -> bool:
    """Is it one of the ways in which a request may fail, or a bug of ours?"""
    return isinstance(error, UnicodeError) or type(error).__module__.partition(".")[0] in ("httpx", "httpcore")


def _json(value: Any) -> bytes:
    import json

    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _moment(text: str) -> dt.datetime | None:
    """An instant as servers write it: an HTTP date, ISO 8601, or seconds since 1970."""
    from email.utils import parsedate_to_datetime

    text = text.strip()
    try:
        if text.replace(".", "", 1).isdecimal():
            return dt.datetime.fromtimestamp(float(text), dt.UTC)
        found = parsedate_to_datetime(text) if "," in text else dt.datetime.fromisoformat(text)
    except (ValueError, TypeError, OverflowError, OSError, IndexError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
