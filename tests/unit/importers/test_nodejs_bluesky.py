"""nodejs/bluesky: asked for, published, threads, what nobody expects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.importers.source import Source, rules, shown

DID = "did:plc:abbt45q3u3bttqfs7nepehhu"
URI = f"at://{DID}/app.bsky.feed.post/3lcd5ct56w42m"  # made 2024-12-02 12:37:58.998914 UTC


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return Source(tmp_path, "nodejs-bluesky")


def put(source: Source, value: Any, path: str = "records/processed/2024-12-02-0.json") -> None:
    source.put(path, json.dumps(value))


def test_published_is_recorded_with_its_time_and_address(source: Source) -> None:
    put(source, {"action": "post", "account": "US", "richText": "Hi *all*", "result": {"uri": URI, "cid": "baf"}})
    done = source.bring()
    post = source.only()
    (entry,) = source.ledger()
    assert done.lost == 0
    assert shown(post) == ["Hi *all*"]
    assert post.publish_at is not None
    assert post.publish_at.text == "2024-12-02 12:37:58Z"
    assert (entry.remote_id, entry.data["cid"], entry.account_id) == (URI, "baf", DID)
    assert entry.url == f"https://bsky.app/profile/{DID}/post/3lcd5ct56w42m"
    channel = source.workspace().channels["us"]
    assert (channel.account_id, channel.secrets) == (DID, {"password": "BLUESKY_APP_PASSWORD_US"})


def test_asked_for_is_a_draft(source: Source) -> None:
    put(source, {"action": "quote-post", "account": "US", "richTextFile": "./rich.txt",
                 "repostURL": "https://bsky.app/profile/a.example/post/1"}, "records/new/news.json")  # fmt: skip
    source.put("records/new/rich.txt", "One\n\n---\n\nTwo `code`\n")
    done = source.bring()
    post = source.only()
    assert done.lost == 0
    assert (post.status, post.action, post.of) == ("draft", "quote", "https://bsky.app/profile/a.example/post/1")
    assert shown(post) == ["One", "Two `code`"]
    assert source.ledger() == []


def test_a_link_whose_words_are_not_its_address(source: Source) -> None:
    link = {"$type": "app.bsky.richtext.facet#link", "uri": "https://a.example/x"}
    facet = {"index": {"byteStart": 7, "byteEnd": 11}, "features": [link]}
    text = "été: here!"
    record = {"$type": "app.bsky.feed.post", "text": text, "facets": [facet], "createdAt": "2024-12-02T12:37:59Z"}
    put(source, [{"action": "post", "account": "US", "richText": text, "record": record, "result": {"uri": URI}}])
    assert source.bring().lost == 0
    (chunk,) = source.only().sections[0].chunks
    assert chunk.text == "été: [here](https://a.example/x)!"


def test_pictures_of_a_record(source: Source) -> None:
    image = {"alt": "A cat", "image": {"$type": "blob", "ref": {"$link": "bafpic"}, "mimeType": "image/png", "size": 5}}
    record = {"text": "Cat", "embed": {"$type": "app.bsky.embed.images", "images": [image]}, "langs": ["en"]}
    put(source, {"action": "post", "account": "US", "richText": "Cat", "record": record, "result": {"uri": URI}})
    done = source.bring()
    (media,) = source.only().media
    assert done.lost == 0
    assert (media.alt, media.url.endswith("/bafpic")) == ("A cat", True)
    assert source.only().imported["record_langs"] == ["en"]


def test_independent_actions_of_one_file_are_posts(source: Source) -> None:
    put(
        source,
        [
            {"action": "repost", "account": "US", "repostURL": f"https://bsky.app/profile/a.example/post/{n}"}
            for n in (1, 2)
        ],
    )
    assert source.bring().posts["new"] == 2
    assert source.bring().posts == {"new": 0, "unchanged": 2, "changed": 0, "moved": 0}


def test_without_a_ledger_the_answer_stays_with_the_post(tmp_path: Path) -> None:
    source = Source(tmp_path, "nodejs-bluesky", git=False)
    put(source, {"action": "post", "account": "US", "richText": "Hi", "result": {"uri": URI, "cid": "baf"}})
    done = source.bring()
    assert done.lost == 0
    assert rules(done) == ["import/no-ledger"]
    assert [(one.field, one.kept) for one in done.fields if one.field.startswith("result")] == [
        ("result.cid", 1),
        ("result.uri", 1),
    ]
    (kept,) = source.only().imported["result"]
    assert (kept["uri"], kept["cid"]) == (URI, "baf")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{", "import/json"),
        ('{"action": "dance"}', "import/action"),
        ("[1]", "import/action"),
        ("[" * 20000, "import/json"),
    ],
    ids=["cut", "unknown", "number", "deep"],
)
def test_what_cannot_be_a_request_is_told(source: Source, text: str, rule: str) -> None:
    source.put("records/processed/2024-12-02-0.json", text)
    assert rules(source.bring()) == [rule]
