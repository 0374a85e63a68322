"""Pages drawn earlier, by the digest of everything they depend on; one SQLite file in the cache folder."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable

import msgspec

from smmgit import __version__
from smmgit.pages.page import Page

BATCH = 200
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DRAWN_BY = ("model", "text", "render", "pages", "platforms/specs")


class PageCache:
    """Remembers pages of the last build; those the build did not ask for are forgotten on `close`.

    A cache that cannot be used is no error: pages are drawn.
    """

    def __init__(self, folder: str) -> None:
        self._decoder = msgspec.msgpack.Decoder(Page)
        self._salt = _code()
        self._new: dict[str, bytes] = {}
        self._asked: set[str] = set()
        try:
            os.makedirs(folder, exist_ok=True)
            self._store: sqlite3.Connection | None = sqlite3.connect(os.path.join(folder, "pages.sqlite"), timeout=5)
            self._store.execute("pragma synchronous = off")
            self._store.execute("create table if not exists pages (key text primary key, page blob) without rowid")
        except (OSError, sqlite3.Error):
            self._store = None

    def remember(self, key: str, make: Callable[[], Page]) -> Page:
        """The page kept under this key, else a new one."""
        if self._store is None:
            return make()
        key = f"{self._salt}{key}"
        self._asked.add(key)
        try:
            row = self._store.execute("select page from pages where key = ?", (key,)).fetchone()
            if row is not None:
                return self._decoder.decode(row[0])
        except (sqlite3.Error, msgspec.MsgspecError):
            pass
        page = make()
        self._new[key] = msgspec.msgpack.encode(page, enc_hook=str)  # markup is text
        if len(self._new) >= BATCH:
            self._keep()
        return page

    def close(self) -> None:
        """Keep what is new, forget what was not asked for."""
        if self._store is None:
            return
        self._keep()
        try:
            with self._store:
                kept = {row[0] for row in self._store.execute("select key from pages")}
                self._store.executemany("delete from pages where key = ?", ((key,) for key in kept - self._asked))
        except sqlite3.Error:
            pass
        finally:
            self._store.close()
            self._store = None

    def _keep(self) -> None:
        """Write what is new, so that memory stays flat however many pages there are."""
        new, self._new = self._new, {}
        if self._store is not None:
            with contextlib.suppress(sqlite3.Error), self._store:
                self._store.executemany("insert or replace into pages values (?, ?)", new.items())


def _code() -> str:
    """Changes whenever the code or data that draws pages does."""
    newest = 0
    for folder in DRAWN_BY:
        for path, _, names in os.walk(os.path.join(PACKAGE, folder)):
            newest = max([newest, *(os.stat(os.path.join(path, name)).st_mtime_ns for name in names)])
    return f"{__version__}:{newest}:"
