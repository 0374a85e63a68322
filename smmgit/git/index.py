"""The ledger by post: what was recorded of the few posts a run is about, in constant time however long the ledger is.

Derived, local and thrown away at the first doubt: the lines in git are the record, this is a reading aid. It is
only ever extended with lines whose chain was verified, and it names the commit it has read.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from smmgit.git.ledger import Ledger, Mark
from smmgit.model.delivery import Entry
from smmgit.plan.history import fold

if TYPE_CHECKING:
    import sqlite3

FILE = os.path.join(".smmgit", "cache", "ledger.sqlite")
VERSION = 1
SCHEMA = """
create table lines
    (seq integer primary key, post text, channel text, event text, likeness text, remote text, body blob);
create index by_post on lines (post);
create index by_likeness on lines (likeness) where likeness != '';
create index by_remote on lines (channel, seq) where remote != '';
create table open (post text primary key) without rowid;
create table facts (name text primary key, value blob) without rowid;
"""
RECENT = 500  # remote ids a channel is asked for: more than any network lists of one account
EVERYWHERE = ("genesis", "paused", "resumed")
DECODE = msgspec.json.Decoder(Entry).decode


class Index:
    """The index of one clone. Use it in a `with`; a broken file is made anew."""

    def __init__(self, ledger: Ledger, root: str) -> None:
        self._ledger = ledger
        self._path = os.path.join(root, FILE)
        self._told: set[str] = set()
        self._whole = False  # the file could not be used, and everything was read instead

    def about(self, posts: Iterable[str]) -> tuple[Entry, ...]:
        """What a plan over these posts must know, oldest first.

        Their own entries, those of everything still open, all pauses, the newest remote ids of every channel,
        and the newest entry. The ledger is read, and verified, as far as it was not before. `StoreError` as
        from `Ledger.entries`.
        """
        import sqlite3

        try:
            with self._opened() as store:
                self._update(store)
                self._told = set(posts) | {post for (post,) in store.execute("select post from open")}
                return tuple(_relevant(store, self._told))
        except (sqlite3.Error, msgspec.DecodeError, OSError) as error:
            # Busy or no room: leave it. Broken: the next run makes it anew. Either way the ledger itself tells all.
            if not isinstance(error, sqlite3.OperationalError | OSError):
                with contextlib.suppress(OSError):
                    os.remove(self._path)
            self._whole = True
            return self._ledger.entries()

    def alike(self, likenesses: Iterable[str]) -> tuple[Entry, ...]:
        """The entries of posts that looked like one of these, and were not told before."""
        if self._whole:
            return ()
        with self._opened() as store:
            found = {post for _, _, _, post in _rows(store, "likeness", tuple(likenesses))} - self._told
            self._told |= found
            return tuple(_of(store, tuple(found)))

    def _update(self, store: sqlite3.Connection) -> None:
        row = store.execute("select value from facts where name = 'mark'").fetchone()
        mark = msgspec.msgpack.decode(row[0], type=Mark) if row else None
        if mark is None or not self._ledger.restore(mark):
            for table in ("lines", "open", "facts"):
                store.execute(f"delete from {table}")  # noqa: S608 - our own three names
            news = self._ledger.entries()
        else:
            news = self._ledger.news()
        if news:
            _add(store, news)
        now = self._ledger.mark()
        if now is not None and now != mark:
            store.execute("insert or replace into facts values ('mark', ?)", (msgspec.msgpack.encode(now),))

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        import sqlite3

        os.makedirs(os.path.dirname(self._path), exist_ok=True)
        with contextlib.closing(sqlite3.connect(self._path, timeout=10)) as store, store:
            store.execute("begin immediate")
            (version,) = store.execute("pragma user_version").fetchone()
            if version != VERSION:
                for (name,) in store.execute("select name from sqlite_master where type = 'table'").fetchall():
                    store.execute(f"drop table {name}")
                for statement in filter(str.strip, SCHEMA.split(";")):
                    store.execute(statement)
                store.execute(f"pragma user_version = {VERSION}")
            yield store


def _add(store: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    rows = (
        (
            None, entry.post, entry.channel, entry.event, str(entry.data.get("likeness", "")), entry.remote_id,
            msgspec.json.encode(entry),
        )
        for entry in entries
    )  # fmt: skip
    store.executemany("insert into lines values (?, ?, ?, ?, ?, ?, ?)", rows)
    touched = {entry.post for entry in entries if entry.post and entry.event != "approved"}
    # Only posts that were touched can have begun or ended since.
    for post in touched:
        is_open = bool(fold(_of(store, (post,))).open())
        store.execute(
            "insert or ignore into open values (?)" if is_open else "delete from open where post = ?", (post,)
        )


def _relevant(store: sqlite3.Connection, posts: set[str]) -> Iterator[Entry]:
    """What `about` tells; of posts that are not asked about only remote ids, so that nothing is half told."""
    whole = {row[0]: row[1] for row in _rows(store, "post", tuple(posts))}
    for event in EVERYWHERE:
        whole |= dict(store.execute("select seq, body from lines where event = ?", (event,)).fetchall())
    traces = dict(store.execute("select seq, body from lines order by seq desc limit 1").fetchall())
    for (channel,) in store.execute("select distinct channel from lines where remote != ''").fetchall():
        found = "select seq, body from lines where channel = ? and remote != '' order by seq desc limit ?"
        traces |= dict(store.execute(found, (channel, RECENT)).fetchall())
    for seq in sorted(whole | traces):
        if seq in whole:
            yield DECODE(whole[seq])
        else:
            yield msgspec.structs.replace(DECODE(traces[seq]), post="")


def _of(store: sqlite3.Connection, posts: tuple[str, ...]) -> Iterator[Entry]:
    return (DECODE(row[1]) for row in sorted(_rows(store, "post", posts)))


def _rows(store: sqlite3.Connection, column: str, values: tuple[str, ...]) -> Iterator[tuple[int, bytes, str, str]]:
    for start in range(0, len(values), 500):
        some = values[start : start + 500]
        marks = ", ".join("?" * len(some))
        query = f"select seq, body, likeness, post from lines where {column} in ({marks})"  # noqa: S608
        yield from store.execute(query, some)
