"""A person: nothing is sent, so nothing stands anywhere before somebody confirms it."""

from __future__ import annotations

import pytest

from smmgit.model.brand import Channel
from tests.conformance.world import Post, World


class TheWorld(World):
    """The packages of one channel."""

    sends = False

    @classmethod
    def make(cls, request: pytest.FixtureRequest) -> World:
        return cls(str(request.getfixturevalue("tmp_path")))

    def __init__(self, root: str) -> None:
        self.root = root
        self.channel = Channel(id="account", platform="manual", handle="velinotte")

    @property
    def account_id(self) -> str:
        return "account"

    def posts(self) -> list[Post]:
        return []

    def by_hand(self, text: str) -> str:
        return "https://social.example/1"
