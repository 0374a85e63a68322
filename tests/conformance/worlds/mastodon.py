"""Mastodon: a stand-in written by others, behind a proxy that can break."""

from __future__ import annotations

from typing import Any

import pytest

from smmgit.model.brand import Channel
from smmgit.platforms.mastodon.text import read
from tests.conformance.world import Post, World
from tests.servers.mastodon import Mastodon as Server
from tests.servers.proxy import Proxy


class TheWorld(World):
    """An account no other test uses."""

    publishing = ("POST", "/api/v1/statuses")

    @classmethod
    def make(cls, request: pytest.FixtureRequest) -> World:
        return cls(request.getfixturevalue("mastodon"), request.getfixturevalue("mastodon_proxy"))

    def __init__(self, server: Server, proxy: Proxy) -> None:
        self.server, self.proxy = server, proxy
        self.account = server.account()
        self.secrets = {"token": self.account.token}
        self.channel = Channel(id="account", platform="mastodon", handle=self.account.name, server=proxy.url)

    @property
    def account_id(self) -> str:
        return self.account.id

    def posts(self) -> list[Post]:
        statuses = self.server.statuses(self.account)
        texts = {status["id"]: read(status["content"]) for status in statuses}
        return [_post(status, texts) for status in statuses]

    def by_hand(self, text: str) -> str:
        return str(self.server.post(self.account, text)["id"])


def _post(status: dict[str, Any], texts: dict[str, str]) -> Post:
    alts = tuple(media["description"] or "" for media in status["media_attachments"])
    return Post(texts[status["id"]], alts, texts.get(status["in_reply_to_id"], ""))
