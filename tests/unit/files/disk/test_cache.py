"""When a remembered reading may be believed."""

from __future__ import annotations

import msgspec
import pytest

from smmgit.files.disk.cache import TICK, fresh
from smmgit.files.disk.shard import Known, pack, unpack
from smmgit.files.disk.walk import Stamp
from smmgit.files.posts import parse_post

STAMP = Stamp(mtime=10**18, ctime=10**18, size=5, inode=7)


@pytest.mark.parametrize(("field", "value"), [("mtime", 1), ("ctime", 1), ("size", 6), ("inode", 8)])
def test_any_difference_is_a_change(field: str, value: int) -> None:
    assert fresh(STAMP, STAMP, 2 * 10**18)
    assert not fresh(STAMP, msgspec.structs.replace(STAMP, **{field: value}), 2 * 10**18)


def test_a_file_as_young_as_the_cache_may_have_changed_unseen() -> None:
    assert not fresh(STAMP, STAMP, 10**18)
    assert not fresh(STAMP, STAMP, 10**18 + TICK)
    assert fresh(STAMP, STAMP, 10**18 + TICK + 1)
    later = msgspec.structs.replace(STAMP, ctime=10**18 + TICK)
    assert not fresh(later, later, 10**18 + TICK + 1)


def test_posts_come_back_from_a_shard_as_they_were() -> None:
    texts = (
        "---\nid: post-one\nchannels: [x, y]\n---\nOne\n\n## x\nTwo <!-- smmgit-disable a/b: c -->\n",
        "---\nid: post-two\nchannels:\n  x: {title: T, board: {a: [b]}}\nmedia: [{file: a.jpg}]\n---\n",
        "---\nid: post-six\nchannels: [x, y]\nnot_after: 6h\ntitel: x\n---\n",
        "no fields",
    )
    known = {f"{n}.md": Known(STAMP, *parse_post(f"{n}.md", text.encode())) for n, text in enumerate(texts)}
    known["large.md"] = Known(STAMP, None)
    data = msgspec.msgpack.encode(pack(known))
    again = unpack(msgspec.msgpack.decode(data, type=type(pack({}))))
    assert again == known
    assert again["0.md"].post is not None and again["2.md"].post is not None
    assert again["0.md"].post.channels is again["2.md"].post.channels
