"""A network in memory with the manners of each class, and a line to it that fails as told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from smmgit.model.delivery import Key, NotSent, Outcome, Published, Rejected, Unknown
from smmgit.platforms.adapter import Absent, Account, Duplicates, Journal, Message, Prepared, Setting


class PowerCut(BaseException):
    """The machine goes dark: nothing catches it."""


class Network:
    """What everybody can see: one list of messages per channel, with the moment each arrived.

    `fates` are said one per sending, in order: `fine`, `lost` (it arrives, the answer does not), `offline`
    (nothing leaves), `refused`, `cut before`, `cut after`. `forgets` makes a keyed one ignore its key.
    """

    def __init__(self, now: Callable[[], dt.datetime], duplicates: Duplicates = "listable") -> None:
        self.now = now
        self.duplicates = duplicates
        self.fates: list[str] = []
        self.messages: list[tuple[str, str, int, str, dt.datetime]] = []
        self.keys: dict[tuple[str, Key, int], int] = {}
        self.forgets = False
        self.reachable = True
        self.heard = 0
        self.account = ""
        self.before: Callable[[], None] = lambda: None

    def adapter(self, setting: Setting) -> Any:
        """An adapter for one channel of it."""
        return Line(self, setting.channel.id)

    def texts(self, channel: str = "feed") -> list[str]:
        """What stands there, in order of arrival."""
        return [text for where, _, _, text, _ in self.messages if where == channel]

    def put(self, channel: str, text: str) -> None:
        """Somebody posts by hand."""
        self.messages.append((channel, "", 0, text, self.now()))


class Line:
    """The adapter of one channel."""

    def __init__(self, network: Network, channel: str) -> None:
        self._net = network
        self._channel = channel
        self.duplicates = network.duplicates

    def check(self) -> Account | NotSent:
        if not self._net.reachable:
            return NotSent(reason="offline: no route")
        return Account(account_id=self._net.account or self._channel, skew=0.0)

    def prepare(self, message: Message, journal: Journal) -> Prepared:
        return Prepared()

    def publish(
        self, message: Message, prepared: Prepared, key: Key, prior: tuple[Published, ...], journal: Journal
    ) -> Outcome:
        net = self._net
        net.before()
        fate = net.fates.pop(0) if net.fates else "fine"
        if fate == "cut before":
            raise PowerCut
        if fate == "offline":
            return NotSent(reason="offline: no route")
        if fate == "refused":
            return Rejected(reason="refused: too rude")
        net.heard += 1
        known = net.keys.get((self._channel, key, message.number))
        if known is None or (net.duplicates not in ("exact", "keyed")) or net.forgets:
            known = len(net.messages)
            net.keys[self._channel, key, message.number] = known
            net.messages.append((self._channel, key.post, message.number, message.part.sent, net.now()))
        if fate == "cut after":
            raise PowerCut
        if fate == "lost":
            return Unknown(reason="timeout: no answer")
        return Published(remote_id=str(known), url=f"https://net.example/{known}")

    def find(
        self, message: Message, key: Key, prior: tuple[Published, ...], since: dt.datetime, taken: frozenset[str]
    ) -> Published | Absent | Unknown:
        net = self._net
        if not net.reachable:
            return Unknown(reason="offline: no route")
        if net.duplicates == "blind":
            return Unknown(reason="cannot-look: this network shows nothing")
        if net.duplicates == "exact":
            place = net.keys.get((self._channel, key, message.number))
            return Absent() if place is None else Published(remote_id=str(place), url=f"https://net.example/{place}")
        for place, (channel, _, _, text, at) in enumerate(net.messages):
            if channel == self._channel and text == message.part.sent and at >= since and str(place) not in taken:
                return Published(remote_id=str(place), url=f"https://net.example/{place}")
        return Absent()
