"""The embedded network: one feed per channel in an SQLite file, for rehearsals without any account.

Sending twice under one key is a no-op (class `exact`), and a different text under a used key is refused
like a real network's key conflict: it exists, so it is compared, never overwritten.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

import msgspec
from msgspec import Struct

from smmgit.errors import StoreError
from smmgit.model.delivery import Key, Outcome, Published, Unknown
from smmgit.model.rendition import Rendition
from smmgit.platforms.adapter import Absent, Account, Duplicates, Journal, Message, Prepared, Setting, no_preparation

if TYPE_CHECKING:
    import sqlite3

FOLDER = ".smmgit"
FILE = "sandbox.sqlite"
SCHEMA = """
create table if not exists posts (
    channel text not null, post text not null, occurrence text not null, part integer not null,
    at text not null, text text not null, comment integer not null, digest text not null, rendition blob not null,
    primary key (channel, post, occurrence, part)
) strict;
create table if not exists facts (name text primary key, value text not null) strict;
"""


class SandboxPost(Struct, frozen=True, kw_only=True):
    """One message in a feed. `at` is the planned instant in UTC; `digest` the rendition's."""

    channel: str
    key: Key
    part: int
    at: dt.datetime
    text: str
    is_comment: bool
    digest: str
    rendition: Rendition

    @property
    def remote_id(self) -> str:
        """How the sandbox calls it."""
        return _remote_id(self.key, self.part)


def adapter(setting: Setting) -> Sandbox:
    """The feed of a channel, in its repository."""
    return Sandbox(setting.root, setting.channel.id)


class Sandbox:
    """The feed of one channel."""

    duplicates: ClassVar[Duplicates] = "exact"
    prepare = staticmethod(no_preparation)

    def __init__(self, root: str, channel: str) -> None:
        self._root = root
        self.channel = channel

    def check(self) -> Account:
        """The sandbox has one account per channel."""
        return Account(account_id=self.channel)

    def publish(
        self, message: Message, prepared: Prepared, key: Key, prior: tuple[Published, ...], journal: Journal
    ) -> Outcome:
        """Put one message into the feed, once."""
        digest = message.rendition.digest
        row = (
            self.channel, key.post, key.occurrence, message.number, message.at.isoformat(), message.part.sent,
            int(message.is_comment), digest, msgspec.json.encode(message.rendition),
        )  # fmt: skip
        with opened(self._root) as feed:
            feed.execute("insert or ignore into posts values (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            there = self._row(feed, key, message.number)
        if there != digest:
            return Unknown(reason="another text is there already under this key")
        return Published(remote_id=_remote_id(key, message.number), url=f"sandbox:{_remote_id(key, message.number)}")

    def find(
        self, message: Message, key: Key, prior: tuple[Published, ...], since: dt.datetime, taken: frozenset[str]
    ) -> Published | Absent | Unknown:
        """Is it in the feed?"""
        with opened(self._root) as feed:
            there = self._row(feed, key, message.number)
        if there is None:
            return Absent()
        return Published(remote_id=_remote_id(key, message.number), url=f"sandbox:{_remote_id(key, message.number)}")

    def _row(self, feed: sqlite3.Connection, key: Key, number: int) -> str | None:
        where = (self.channel, key.post, key.occurrence, number)
        found = feed.execute(
            "select digest from posts where channel = ? and post = ? and occurrence = ? and part = ?", where
        ).fetchone()
        return str(found[0]) if found else None


def feed(root: str) -> list[SandboxPost]:
    """Everything in all feeds of a repository, in order of time; empty where nothing was ever rehearsed."""
    if not _filled(root):
        return []
    query = "select channel, post, occurrence, part, at, text, comment, digest, rendition from posts"
    with opened(root, write=False) as connection:
        rows = connection.execute(query + " order by at, post, occurrence, channel, part").fetchall()
    return [
        SandboxPost(
            channel=channel,
            key=Key(post, channel, occurrence),
            part=part,
            at=dt.datetime.fromisoformat(at),
            text=text,
            is_comment=bool(comment),
            digest=digest,
            rendition=msgspec.json.decode(rendition, type=Rendition),
        )
        for channel, post, occurrence, part, at, text, comment, digest, rendition in rows
    ]


def belongs_to(root: str) -> str:
    """The ledger these feeds were filled from, empty where there are none."""
    if not _filled(root):
        return ""
    with opened(root, write=False) as connection:
        found = connection.execute("select value from facts where name = 'genesis'").fetchone()
    return str(found[0]) if found else ""


def begin(root: str, genesis: str) -> None:
    """Empty all feeds and tie them to a new ledger."""
    with opened(root) as connection:
        connection.execute("delete from posts")
        connection.execute("insert or replace into facts values ('genesis', ?)", (genesis,))


def prepare(root: str) -> None:
    """Make the folder the sandbox lives in; git does not see it."""
    os.makedirs(os.path.join(root, FOLDER), exist_ok=True)
    ignored = os.path.join(root, FOLDER, ".gitignore")
    if not os.path.exists(ignored):
        with open(ignored, "w", encoding="utf-8") as file:
            file.write("*\n")


@contextlib.contextmanager
def opened(root: str, *, write: bool = True) -> Iterator[sqlite3.Connection]:
    """The feeds' file; the block is one transaction. To write, it is made where it is missing.

    `StoreError` if it cannot be used.
    """
    import sqlite3

    try:
        if not write:
            with contextlib.closing(sqlite3.connect(_path(root), timeout=10)) as connection:
                connection.execute("pragma query_only = on")
                yield connection
            return
        prepare(root)
        connection = sqlite3.connect(_path(root), timeout=10)
        with contextlib.closing(connection), connection:
            # Both tables or none: a disk that fills up here must not leave a file nobody can read.
            connection.execute("begin immediate")
            for statement in filter(str.strip, SCHEMA.split(";")):
                connection.execute(statement)
            yield connection
    except (sqlite3.Error, OSError) as error:
        raise StoreError(
            f"The sandbox {os.path.join(FOLDER, FILE)} cannot be used: {error}",
            hint="Delete that file: a rehearsal can always be played again.",
        ) from error


def _filled(root: str) -> bool:
    """Whether anything was ever written there; a first run on a full disk leaves an empty file."""
    return os.path.exists(_path(root)) and os.path.getsize(_path(root)) > 0


def _path(root: str) -> str:
    return os.path.join(root, FOLDER, FILE)


def _remote_id(key: Key, part: int) -> str:
    return f"{key.channel}/{key.post}/{key.occurrence}/{part}"
