"""The embedded sandbox: a file in a folder, so nothing between to break."""

from __future__ import annotations

import pytest

from smmgit.model.brand import Channel
from smmgit.model.delivery import Key, Published
from smmgit.platforms.adapters.sandbox import feed
from tests.conformance.world import Post, World, message, send


class TheWorld(World):
    """The feed of one channel."""

    @classmethod
    def make(cls, request: pytest.FixtureRequest) -> World:
        return cls(str(request.getfixturevalue("tmp_path")))

    def __init__(self, root: str) -> None:
        self.root = root
        self.channel = Channel(id="account", platform="sandbox")

    @property
    def account_id(self) -> str:
        return "account"

    def posts(self) -> list[Post]:
        found: list[Post] = []
        for each in sorted(feed(self.root), key=lambda post: (post.key, post.part)):
            media = each.rendition.media if each.part == 0 else ()
            alts = tuple(item.alt or "" for item in media)
            found.append(Post(each.text, alts, found[-1].text if each.part else ""))
        return found

    def by_hand(self, text: str) -> str:
        sent = send(self.open(), message(self.rendition(text)), of=Key("by-hand", "account"))
        assert isinstance(sent, Published)
        return sent.remote_id
