"""Posts as they are remembered: what many of them share is kept, and read back, once."""

import functools
import sys

import msgspec
from msgspec import Struct

from smmgit.files.disk.walk import Stamp
from smmgit.files.values.reading import pos
from smmgit.model.finding import Finding, Pos
from smmgit.model.post import ChannelChoice, Post


class Known(Struct):
    """A post that was read: its file's stamp, what it says, what was wrong."""

    stamp: Stamp
    post: Post | None
    findings: tuple[Finding, ...] = ()


class _Packed(Struct, array_like=True):
    """A post without its channels (the same few everywhere) and its marks (the same few names)."""

    stamp: Stamp
    post: Post | None
    findings: tuple[Finding, ...]
    channels: msgspec.Raw
    names: int
    places: tuple[int, ...]


class Shard(Struct, array_like=True):
    """Some of the posts, by path; `names` are the lists of field paths they refer to."""

    names: list[tuple[str, ...]]
    posts: dict[str, _Packed]


def pack(known: dict[str, Known]) -> Shard:
    """Posts by path, ready to be remembered."""
    numbers: dict[tuple[str, ...], int] = {}
    posts = {}
    for path, item in known.items():
        names: tuple[str, ...] = ()
        places: list[int] = []
        channels: tuple[ChannelChoice, ...] = ()
        post = item.post
        if post is not None:
            names, channels = tuple(post.marks), post.channels
            for mark in post.marks.values():
                places += (mark.line, mark.column)
            post = msgspec.structs.replace(post, marks={}, channels=())
        number = numbers.setdefault(names, len(numbers))
        raw = msgspec.Raw(msgspec.msgpack.encode(channels))
        posts[path] = _Packed(item.stamp, post, item.findings, raw, number, tuple(places))
    return Shard(list(numbers), posts)


def unpack(shard: Shard) -> dict[str, Known]:
    """Posts by path, as they were before `pack`."""
    shapes = [tuple(map(sys.intern, names)) for names in shard.names]
    known = {}
    for path, item in shard.posts.items():
        post = item.post
        if post is not None:
            # The post was made a moment ago and nobody else has it yet.
            msgspec.structs.force_setattr(post, "channels", _channels(bytes(item.channels)))
            msgspec.structs.force_setattr(post, "marks", _marks(shapes[item.names], item.places))
        known[path] = Known(item.stamp, post, item.findings)
    return known


@functools.lru_cache(maxsize=4096)
def _marks(names: tuple[str, ...], places: tuple[int, ...]) -> dict[str, Pos]:
    return dict(zip(names, map(pos, places[::2], places[1::2]), strict=True))


@functools.lru_cache(maxsize=4096)
def _channels(data: bytes) -> tuple[ChannelChoice, ...]:
    return msgspec.msgpack.decode(data, type=tuple[ChannelChoice, ...])
