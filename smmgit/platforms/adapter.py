"""What an adapter is: the few things smmgit asks of a network, and the one promise each answer makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar, Literal, Protocol

from msgspec import Struct

from smmgit.model.delivery import Key, NotSent, Outcome, Published, Unknown
from smmgit.model.rendition import Part, Rendition

# How a network behaves when an answer is lost; docs/publish.md has the table.
#   exact     sending again under the same key is a no-op
#   keyed     the same key protects a while: look up, then send with it
#   listable  our own recent posts can be listed: look up, then decide
#   blind     nothing can be looked up: a person decides
Duplicates = Literal["exact", "keyed", "listable", "blind"]

# `journal(step)` returns once the step (a container, upload or session id) is safely recorded.
Journal = Callable[[str], None]


class Message(Struct, frozen=True, kw_only=True):
    """One message to send: part `number` (from 0) of a rendition.

    `at` is the planned instant in UTC, never the clock, so that a message is a pure function of its
    delivery. The number after the last part is the first comment.
    """

    rendition: Rendition
    number: int
    at: dt.datetime

    @property
    def part(self) -> Part:
        """The text of this message; empty for a post that is pictures only."""
        parts = self.rendition.parts
        if self.number < len(parts):
            return parts[self.number]
        if self.is_comment and self.rendition.first_comment is not None:
            return self.rendition.first_comment
        return Part(text="")

    @property
    def is_comment(self) -> bool:
        """Is this the first comment, below the last part?"""
        return self.number > 0 and self.number >= len(self.rendition.parts)


class Absent(Struct, frozen=True):
    """Looked up, and not there."""


class Account(Struct, frozen=True, kw_only=True):
    """Whose token this is; `account_id` is compared with the one pinned in `channels.yml`."""

    account_id: str
    handle: str = ""


class Adapter(Protocol):
    """One network, for one channel. Never retries, never reads the ledger, never prints.

    An exception that escapes is a bug; what a network does is an `Outcome`, named by where it struck:
    not connected, DNS, TLS, 429 -> NotSent; validation, auth, policy -> Rejected; a timeout or reset
    after sending, 5xx, an answer that cannot be read -> Unknown.
    """

    duplicates: ClassVar[Duplicates]

    def check(self) -> Account | NotSent | Unknown:
        """Ask who we are, without changing anything."""

    def publish(self, message: Message, key: Key, prior: tuple[Published, ...], journal: Journal) -> Outcome:
        """Send one message. `prior` are the thread's messages before it; keys name it for ever."""

    def find(self, message: Message, key: Key) -> Published | Absent | Unknown:
        """Is this message there already? Asked before anything is sent a second time."""
