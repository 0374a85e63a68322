"""What an adapter is: the few things smmgit asks of a network, and the one promise each answer makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Protocol

from msgspec import Struct, field

from smmgit.model.brand import Channel
from smmgit.model.delivery import Key, NotSent, Outcome, Published, Rejected, Unknown
from smmgit.model.rendition import Part, Rendition
from smmgit.model.sending.attachment import Attachment
from smmgit.model.spec import PlatformSpec

# How a network behaves when an answer is lost; docs/publish.md has the table.
#   exact     sending again under the same key is a no-op
#   keyed     the same key protects a while: look up, then send with it
#   listable  our own recent posts can be listed: look up, then decide
#   blind     nothing can be looked up: a person decides
Duplicates = Literal["exact", "keyed", "listable", "blind"]

# `journal(step)` returns once the step (a container, upload or session id) is safely recorded.
Journal = Callable[[str], None]


class Setting(Struct, frozen=True, kw_only=True):
    """What an adapter is made from: `adapter(setting)` is the one function of its module.

    `secrets` maps the roles of `channels.yml` (`token`, `password`) to their values; `root` is the
    repository, for adapters that live in it; `proxy` the address of an HTTP proxy, used only where given;
    `lang` and `time_zone` are how the brand's people read and reckon.
    """

    channel: Channel
    spec: PlatformSpec
    root: str = ""
    secrets: Mapping[str, str] = field(default_factory=dict)
    proxy: str = ""
    lang: str = "en"
    time_zone: str = "UTC"


class Message(Struct, frozen=True, kw_only=True):
    """One message to send: part `number` (from 0) of a rendition.

    `at` is the planned instant in UTC, never the clock, so that a message is a pure function of its
    delivery. The number after the last part is the first comment. `attachments` are the rendition's
    media, on the first message alone; `thumbnail` is the picture of its link card.
    """

    rendition: Rendition
    number: int
    at: dt.datetime
    attachments: tuple[Attachment, ...] = ()
    thumbnail: Attachment | None = None

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


class Prepared(Struct, frozen=True, kw_only=True):
    """What was uploaded for a message and is not visible yet: the network's own words for each attachment."""

    media: tuple[Any, ...] = ()
    thumbnail: Any = None
    extra: dict[str, Any] = field(default_factory=dict)


class Absent(Struct, frozen=True):
    """Looked up, and not there."""


class Account(Struct, frozen=True, kw_only=True):
    """Whose token this is; `account_id` is compared with the one pinned in `channels.yml`.

    `skew` is how many seconds the network's clock is ahead of ours (its HTTP Date), None where it does not say.
    """

    account_id: str
    handle: str = ""
    skew: float | None = None


class Adapter(Protocol):
    """One network, for one channel. Never retries, never reads the ledger, never prints, never reads the clock.

    An exception that escapes is a bug; what a network does is an `Outcome`, named by where it struck:
    not connected, DNS, TLS, 429 -> NotSent; validation, auth, policy -> Rejected; a timeout or reset
    after sending, 5xx, an answer that cannot be read -> Unknown.
    """

    duplicates: ClassVar[Duplicates]

    def check(self) -> Account | Rejected | NotSent | Unknown:
        """Ask who we are, without changing anything."""

    def prepare(self, message: Message, journal: Journal) -> Prepared | Rejected | NotSent | Unknown:
        """Do all that can be done again without harm: upload media, find the post that is answered.

        Nothing is visible afterwards, so it may take its time and be repeated; `Unknown` here means only
        that it did not work.
        """

    def publish(
        self, message: Message, prepared: Prepared, key: Key, prior: tuple[Published, ...], journal: Journal
    ) -> Outcome:
        """Send one message: as near as the network allows to one request, begun at once.

        `prior` are the thread's messages before it; key and number name it for ever.
        """

    def find(
        self, message: Message, key: Key, prior: tuple[Published, ...], since: dt.datetime, taken: frozenset[str]
    ) -> Published | Absent | Unknown:
        """Is this message there already? Asked before anything is sent a second time.

        Only what was made after `since`, under none of the remote ids in `taken`, and reads the same after
        canonicalising. `Unknown` when it cannot be told, or when something else stands under its key.
        """


def no_preparation(message: Message, journal: Journal) -> Prepared:
    """For networks where nothing is uploaded beforehand."""
    return Prepared()
