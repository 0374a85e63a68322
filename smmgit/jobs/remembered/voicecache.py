"""What is known of a set-up and of texts judged by it before, in the repository's cache folder.

A set-up is known while no file below its styles has changed; a verdict while text, rules and engine are the same.
Everything is msgpack: nothing in it can run.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from smmgit import __version__
from smmgit.files.disk.cache import TICK, Cache
from smmgit.files.styles.vale import SetUp, load
from smmgit.voice.alert import Verdict
from smmgit.voice.pattern import dialect
from smmgit.voice.pattern.index import Promise
from smmgit.voice.selection import Chosen

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARDS = 16
MOST = 4_000  # verdicts of one shard


class Known(Struct, frozen=True):
    """A set-up as it was read, and what was found out about its patterns."""

    digest: str
    set_up: SetUp
    promises: dict[str, Promise]


def set_up(config: str, cache: Cache) -> tuple[SetUp, str, dict[str, Promise]]:
    """The set-up of a configuration, its digest, and the promises of its patterns where they are known."""
    name = f"voice-{hashlib.blake2b(os.path.abspath(config).encode(), digest_size=8).hexdigest()}.msgpack"
    known, written = cache.load(name, Known)
    if isinstance(known, Known):
        digest, newest = _state(config, known.set_up.styles_path)
        if digest == known.digest and newest < written - TICK:
            dialect.trust(known.promises)
            return known.set_up, digest, known.promises
    found = load(config)
    digest, _ = _state(config, found.styles_path)
    return found, digest, {}


def keep(config: str, cache: Cache, found: SetUp, digest: str, promises: dict[str, Promise]) -> None:
    """Remember a set-up for the next run."""
    name = f"voice-{hashlib.blake2b(os.path.abspath(config).encode(), digest_size=8).hexdigest()}.msgpack"
    cache.save(name, Known(digest, found, promises))


def _state(config: str, styles: str) -> tuple[str, int]:
    """A digest of all files a set-up is made of and of the code that reads them, and when the newest was written."""
    seen = hashlib.blake2b(__version__.encode(), digest_size=16)
    newest = 0
    code = (os.path.join(PACKAGE, "voice"), os.path.join(PACKAGE, "files", "styles"))
    for path in (config, *_below(styles, ()), *_below(code[0], (".py",)), *_below(code[1], (".py",))):
        try:
            status = os.stat(path)
        except OSError:
            continue
        seen.update(f"{path}\0{status.st_mtime_ns}\0{status.st_ctime_ns}\0{status.st_size}\0{status.st_ino}\n".encode())
        if not path.endswith(".py"):
            newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
    return seen.hexdigest(), newest


def _below(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders.sort()
        yield from (os.path.join(here, name) for name in sorted(names) if not endings or name.endswith(endings))


class Verdicts:
    """Verdicts of earlier runs by the content they were given on. `close` writes what is new."""

    def __init__(self, cache: Cache, digest: str) -> None:
        self.cache, self.digest = cache, digest
        self._shards: dict[int, dict[str, Verdict]] = {}
        self._changed: set[int] = set()

    def key(self, text: str, chosen: Chosen, suffix: str, level: str) -> str:
        """What a verdict depends on."""
        seen = hashlib.blake2b(f"{self.digest}\0{level}\0{suffix}\0".encode(), digest_size=16)
        seen.update(msgspec.msgpack.encode(chosen))
        seen.update(text.encode("utf-8", "surrogatepass"))
        return seen.hexdigest()

    def get(self, key: str) -> Verdict | None:
        """The verdict of an earlier run."""
        return self._shard(key)[1].get(key)

    def put(self, key: str, verdict: Verdict) -> None:
        """Remember a verdict."""
        number, shard = self._shard(key)
        shard[key] = verdict
        self._changed.add(number)

    def close(self) -> None:
        """Write what is new; the oldest are forgotten when there are too many."""
        for number in self._changed:
            shard = self._shards[number]
            for key in list(shard)[: max(0, len(shard) - MOST)]:
                del shard[key]
            self.cache.save(self._name(number), shard)
        self._changed.clear()

    def _shard(self, key: str) -> tuple[int, dict[str, Verdict]]:
        number = int(key[0], 16) % SHARDS
        if number not in self._shards:
            self._shards[number] = self.cache.load(self._name(number), dict[str, Verdict])[0] or {}
        return number, self._shards[number]

    @staticmethod
    def _name(number: int) -> str:
        return f"voice/{number:x}.msgpack"
