"""One post on one channel, once: its key, its history, its state."""

import datetime as dt
from typing import Any, Literal

from msgspec import Struct, field

from smmgit.model.say import Say

EventName = Literal[
    "genesis", "reserved", "took_over", "step", "published", "rejected", "not_sent", "unknown", "adopted",
    "resolved", "skipped", "amended", "retracted", "approved", "paused", "resumed",
]  # fmt: skip
StateName = Literal[
    "idea", "draft", "to-review", "scheduled", "by-hand", "published", "to-check", "blocked", "cancelled"
]
ONCE = "once"


class Key(Struct, frozen=True, order=True):
    """What identifies a delivery for ever: post id, channel id, occurrence. Never content or path.

    `occurrence` is `once`, or for a recurring post the originally planned local instant.
    """

    post: str
    channel: str
    occurrence: str = ONCE

    def __str__(self) -> str:
        return f"{self.post} · {self.channel}" + ("" if self.occurrence == ONCE else f" · {self.occurrence}")


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the ledger. `at` is UTC, RFC 3339 with `Z`; `prev` chains to the line before."""

    schema: int = 1
    at: str
    event: EventName
    nonce: str = ""
    lease: int = 0
    post: str = ""
    channel: str = ""
    occurrence: str = ""
    part: int = 0
    attempt: int = 0
    commit: str = ""
    rendition: str = ""
    approval: str = ""
    account_id: str = ""
    remote_id: str = ""
    url: str = ""
    step: str = ""
    reason: str = ""
    scope: str = ""
    until: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    prev: str = ""

    @property
    def key(self) -> Key:
        """The delivery this entry is about."""
        return Key(self.post, self.channel, self.occurrence or ONCE)


class Published(Struct, frozen=True, kw_only=True):
    """It is out."""

    remote_id: str
    url: str = ""


class Rejected(Struct, frozen=True, kw_only=True):
    """The platform refused for good."""

    reason: str


class NotSent(Struct, frozen=True, kw_only=True):
    """Nothing left this machine: safe to send again."""

    reason: str
    retry_after: float = 0.0


class Unknown(Struct, frozen=True, kw_only=True):
    """It may exist: look it up, never resend blindly."""

    reason: str


Outcome = Published | Rejected | NotSent | Unknown


class Delivery(Struct, frozen=True, kw_only=True):
    """A planned delivery: its key, when, until when, and the rendition's digest.

    `at` is None when undated or `asap`. `rendition` is empty and `parts` 1 while nothing asked for
    the rendition: a plan over ten thousand posts renders only what it must judge.
    """

    key: Key
    at: dt.datetime | None
    not_after: dt.datetime | None
    rendition: str = ""
    parts: int = 1
    path: str = ""
    asap: bool = False


class State(Struct, frozen=True, kw_only=True):
    """Where a delivery stands, why (`reason` is a code), in words, and what would change it."""

    key: Key
    name: StateName
    reason: str
    says: Say
    change: Say
    at: dt.datetime | None = None
    url: str = ""
