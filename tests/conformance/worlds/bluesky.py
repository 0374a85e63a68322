"""Bluesky: the personal data server of its makers, behind a proxy that can break."""

from __future__ import annotations

from typing import Any

import pytest

from smmgit.model.brand import Channel
from smmgit.model.rendition import Rendition
from tests.conformance.world import Post, World
from tests.servers.bluesky import Pds
from tests.servers.proxy import Proxy


class TheWorld(World):
    """A fresh account."""

    publishing = ("POST", r"/xrpc/com\.atproto\.repo\.putRecord")

    @classmethod
    def make(cls, request: pytest.FixtureRequest) -> World:
        return cls(request.getfixturevalue("pds"), request.getfixturevalue("pds_proxy"))

    def __init__(self, pds: Pds, proxy: Proxy) -> None:
        self.pds, self.proxy = pds, proxy
        self.account = pds.account()
        self.secrets = {"password": self.account.password}
        self.channel = Channel(id="account", platform="bluesky", handle=self.account.handle, server=proxy.url)

    @property
    def account_id(self) -> str:
        return self.account.did

    def posts(self) -> list[Post]:
        records = sorted(self.pds.records(self.account), key=lambda record: record["value"]["createdAt"])
        texts = {record["uri"]: record["value"]["text"] for record in records}
        return [_post(record["value"], texts) for record in records]

    def by_hand(self, text: str) -> str:
        made = self.pds.write(
            self.account, {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-11-23T06:00:00.000Z"}
        )
        return f"{made['uri']}#{made['cid']}"

    def refused(self) -> Rendition:
        return self.rendition("x" * 301)


def _post(value: dict[str, Any], texts: dict[str, str]) -> Post:
    images = value.get("embed", {}).get("images", ())
    above = texts[value["reply"]["parent"]["uri"]] if "reply" in value else ""
    return Post(value["text"], tuple(image["alt"] for image in images), above)
