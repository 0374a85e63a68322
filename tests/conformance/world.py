"""What the conformance suite must know of an adapter: a server it really speaks to, and how to look at it.

Each adapter has a file of its name in `worlds/` with one class `TheWorld`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib
import io
import socket
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import msgspec
import pytest
from msgspec import Struct
from PIL import Image

from smmgit.files.specs import find_spec
from smmgit.model.brand import Channel
from smmgit.model.delivery import Key, Outcome, Published
from smmgit.model.rendition import Part, Rendition, ShownMedia
from smmgit.model.sending.attachment import Attachment
from smmgit.platforms.adapter import Absent, Adapter, Message, Prepared, Setting
from smmgit.platforms.registry import adapter_ids, open_adapter
from tests.servers.proxy import Fault, Proxy, Rule

AT = dt.datetime(2026, 11, 23, 7, tzinfo=dt.UTC)
WORLDS = Path(__file__).parent / "worlds"


class Post(Struct, frozen=True):
    """A message as it stands on the account; `above` is the text of the one it hangs below."""

    text: str
    alts: tuple[str, ...] = ()
    above: str = ""


class World(ABC):
    """An account on a server, and the adapter that speaks to it."""

    sends: ClassVar[bool] = True  # False: a person sends, the adapter only prepares
    proxy: Proxy | None = None  # what stands between adapter and server, where there is a connection
    publishing: ClassVar[tuple[str, str]] = ("", "")  # method and path of the request that makes a message visible
    channel: Channel
    secrets: Mapping[str, str] = {}
    root: str = ""

    @classmethod
    @abstractmethod
    def make(cls, request: pytest.FixtureRequest) -> World:
        """The world for one test; pytest's `request` gives the servers (`request.getfixturevalue("pds")`)."""

    @cached_property
    def _opened(self) -> list[Adapter]:
        return []

    @property
    @abstractmethod
    def account_id(self) -> str:
        """What `check` must say."""

    @abstractmethod
    def posts(self) -> list[Post]:
        """What stands on the account, oldest first."""

    @abstractmethod
    def by_hand(self, text: str) -> str:
        """Somebody posts this text without smmgit; its remote id."""

    def refused(self) -> Rendition:
        """Something the server refuses, whatever our own checks say."""
        return self.rendition("")

    def setting(self, **changes: Any) -> Setting:
        """What the adapter is made from."""
        channel = msgspec.structs.replace(self.channel, **changes)
        return Setting(channel=channel, spec=find_spec(channel.platform), root=self.root, secrets=dict(self.secrets))

    def open(self, **changes: Any) -> Adapter:
        """The adapter as a new process opens it, with a pause that does not wait."""
        adapter = open_adapter(self.setting(**changes))
        if hasattr(adapter, "_pause"):
            adapter._pause = lambda seconds: None
        self._opened.append(adapter)
        return adapter

    def close(self) -> None:
        """Let go of every adapter's connections."""
        for adapter in self._opened:
            done: Any = getattr(adapter, "close", None)
            if done is not None:
                done()

    def nowhere(self) -> Adapter:
        """The adapter before an address where nobody listens."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            return self.open(server=f"http://127.0.0.1:{free.getsockname()[1]}")

    def rendition(self, *texts: str, **fields: Any) -> Rendition:
        """What the channel would show."""
        parts = tuple(Part(text=text) for text in texts if text)
        return Rendition(post="carnet", channel=self.channel.id, platform=self.channel.platform, parts=parts, **fields)

    def break_publishing(self, fault: Fault, times: int | None = 1) -> Rule:
        """Break the request that makes a message visible."""
        assert self.proxy is not None
        return self.proxy.on(*self.publishing, fault, times)


def key(post: str = "carnet") -> Key:
    return Key(post, "account")


def message(shown: Rendition, number: int = 0, attachments: tuple[Attachment, ...] = ()) -> Message:
    """One message of a rendition, planned for that Monday."""
    return Message(rendition=shown, number=number, at=AT, attachments=attachments)


def picture(alt: str, colour: str) -> Attachment:
    """A picture ready to upload."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "PNG")
    digest = hashlib.sha256(out.getvalue()).hexdigest()
    item = ShownMedia(file=f"content/{colour}.png", digest=digest, kind="image", alt=alt)
    return Attachment(item=item, data=out.getvalue(), mime="image/png", digest=digest, width=60, height=40)


def send(
    adapter: Adapter, what: Message, prior: tuple[Published, ...] = (), of: Key | None = None
) -> Outcome | Prepared:
    """Prepare and publish, as a run does."""
    prepared = adapter.prepare(what, lambda step: None)
    if not isinstance(prepared, Prepared):
        return prepared
    return adapter.publish(what, prepared, of or key(), prior, lambda step: None)


def finish(
    adapter: Adapter, what: Message, since: dt.datetime, prior: tuple[Published, ...] = ()
) -> Outcome | Prepared | Absent:
    """What a run does with a message whose answer was lost: look, and send again only what is not there."""
    there = adapter.find(what, key(), prior, since, frozenset())
    return send(adapter, what, prior) if isinstance(there, Absent) else there


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def ids() -> tuple[str, ...]:
    """Every adapter there is."""
    return adapter_ids()


def file_of(platform: str) -> Path:
    """Where the world of an adapter is."""
    return WORLDS / f"{platform.replace('-', '_')}.py"


def kind_of(platform: str) -> type[World]:
    """The world of an adapter."""
    found: type[World] = importlib.import_module(f"tests.conformance.worlds.{file_of(platform).stem}").TheWorld
    return found


def known() -> list[str]:
    """The adapters that have a world; a test asks for the others'."""
    return [platform for platform in ids() if file_of(platform).exists()]


def sending() -> list[str]:
    """Those that send by themselves."""
    return [platform for platform in known() if kind_of(platform).sends]


def wired() -> list[str]:
    """Those with a connection that can break."""
    return [platform for platform in known() if kind_of(platform).publishing[0]]


def world_of(request: pytest.FixtureRequest) -> Iterator[World]:
    """The world of the adapter that is a fixture's parameter, for one test."""
    made = kind_of(request.param).make(request)
    yield made
    made.close()
