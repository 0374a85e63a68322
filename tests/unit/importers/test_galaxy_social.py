"""galaxy-social: every way its posts were written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.importers.source import Source, rules, shown

PLUGINS = """plugins:
  - name: mastodon-us
    class: mastodon.mastodon_client
    enabled: true
    config:
      base_url: "https://mstdn.example"
      access_token: $TOKEN_A
      max_content_length: 500
      account_url: "https://mstdn.example/@us"
  - name: bluesky-us
    class: bluesky.bluesky_client
    enabled: true
    config: {base_url: "https://bsky.social", username: us.example, password: $PASSWORD_B, max_content_length: 300}
  - name: linkedin-us
    class: linkedin.linkedin_client
    enabled: no
    config: {access_token: "${TOKEN_C}", org_id: 42, max_content_length: 3000}
"""


@pytest.fixture
def source(tmp_path: Path) -> Source:
    made = Source(tmp_path, "galaxy-social")
    made.put("plugins.yml", PLUGINS)
    return made


def post(source: Source, front: str, body: str = "Hello", name: str = "posts/2025/2025-02-03-a.md") -> None:
    source.put(name, f"---\n{front}---\n{body}\n")


def test_channels_from_the_list_of_accounts(source: Source) -> None:
    post(source, "media: [mastodon-us]\n")
    done = source.bring()
    ours = source.workspace().channels
    assert done.lost == 0
    assert (ours["mastodon-us"].handle, ours["mastodon-us"].secrets) == ("us@mstdn.example", {"token": "TOKEN_A"})
    assert (ours["bluesky-us"].handle, ours["bluesky-us"].limits) == ("us.example", {"text.max": "300"})
    linkedin = ours["linkedin-us"]
    assert (linkedin.account_id, linkedin.enabled) == ("urn:li:organization:42", False)
    assert linkedin.secrets == {"token": "TOKEN_C"}


def test_a_secret_in_clear_is_never_copied(source: Source) -> None:
    source.put("plugins.yml", PLUGINS.replace("$TOKEN_A", "s3cr3t-v4lue"))
    post(source, "media: [mastodon-us]\n")
    done = source.bring()
    assert rules(done) == ["import/secret"]
    assert done.needs_a_person
    assert not any(b"s3cr3t" in path.read_bytes() for path in source.into.rglob("*") if path.is_file())


def test_mentions_and_hashtags_per_account(source: Source) -> None:
    post(
        source,
        "media:\n - Mastodon-US\n - bluesky-us\n"
        "mentions:\n mastodon-us:\n  - lea@a.example \n bluesky-us: lea.example\n"
        "hashtags:\n mastodon-us:\n  - One\n  - 5.1\n",
    )
    done = source.bring()
    first, second = source.only().channels
    assert done.lost == 0
    assert (first.id, first.mentions, first.hashtags) == ("mastodon-us", ("lea@a.example",), ("One", "5.1"))
    assert (second.id, second.mentions, second.hashtags) == ("bluesky-us", ("lea.example",), None)
    people = source.workspace().people
    assert people["lea"].handles == {"mastodon": "lea@a.example", "bluesky": "lea.example"}


def test_hashtags_that_all_share_are_the_posts(source: Source) -> None:
    post(source, "media: [mastodon-us, bluesky-us]\nhashtags: {mastodon-us: [A, B], bluesky-us: [A, B]}\n")
    source.bring()
    assert source.only().hashtags == ("A", "B")
    assert [choice.hashtags for choice in source.only().channels] == [None, None]


@pytest.mark.parametrize(
    "front",
    [
        "mentions:\n bluesky-us:\n  - @lea.example\nhashtags:\n bluesky-us:\n  - #One\n",
        "mentions:\n bluesky-us\n  - lea.example\nhashtags:\n bluesky-us\n  - One\n",
        "mentions:\n\tbluesky-us: [lea.example]\nhashtags:\n\tbluesky-us: [One]\n",
    ],
    ids=["signs", "colons", "tabs"],
)
def test_common_slips_are_mended(source: Source, front: str) -> None:
    post(source, "media: [bluesky-us]\n" + front)
    done = source.bring()
    (choice,) = source.only().channels
    assert done.lost == 0
    assert set(rules(done)) == {"import/mended"}
    assert choice.mentions == ("lea.example",)
    assert (choice.hashtags or source.only().hashtags) == ("One",)


def test_what_is_said_of_accounts_it_does_not_go_to_is_kept(source: Source) -> None:
    post(source, "media: [bluesky-us]\nmentions: {mastodon-us: [lea@a.example]}\nmood: [happy]\nempty:\n")
    done = source.bring()
    assert done.lost == 0
    assert rules(done) == ["import/elsewhere", "import/unknown-field"]
    assert source.only().imported["mentions"] == {"mastodon-us": ["lea@a.example"]}
    assert source.only().imported["mood"] == ["happy"]


def test_an_account_nobody_lists(source: Source) -> None:
    post(source, "media: [matrix-old, weird]\n")
    done = source.bring()
    assert rules(done) == ["import/unknown-account", "import/unknown-account"]
    channels = source.workspace().channels
    assert (channels["matrix-old"].platform, channels["weird"].platform) == ("matrix", "manual")


def test_pictures(source: Source) -> None:
    source.put("posts/images/own.png", b"OWN")
    post(
        source,
        "media: [bluesky-us]\nimages:\n- url: https://a.example/i.png\n  alt_text: Old way\n  size: big\n",
        "![A](https://raw.githubusercontent.com/us/social/abc/posts/images/own.png)\nText\n![](https://b.example/j)\n"
        '<img width="9" alt="HTML" src="https://c.example/k">',
    )
    done = source.bring()
    made = source.only()
    assert done.lost == 0
    assert shown(made) == ["Text"]
    assert [(item.typed_file or item.url, item.alt) for item in made.media] == [
        ("https://a.example/i.png", "Old way"),
        ("own.png", "A"),
        ("https://b.example/j", None),
        ("https://c.example/k", "HTML"),
    ]
    assert (source.into / made.media[1].file).read_bytes() == b"OWN"
    assert made.imported["image_1_size"] == "big"
    assert made.imported["image_2"].endswith("posts/images/own.png")
    assert made.imported["image_4_width"] == "9"


def test_breaks_become_a_thread_only_where_the_tool_would_cut(source: Source) -> None:
    body = "A" * 200 + "\n\n\n" + "B" * 200
    post(source, "media: [bluesky-us, mastodon-us, linkedin-us]\n", body)
    source.bring()
    made = source.only()
    assert shown(made, "bluesky-us") == ["A" * 200, "B" * 200]
    assert shown(made) == ["A" * 200 + "\n\n\n" + "B" * 200]
    assert len(made.sections) == 2


def test_what_went_out_is_what_the_record_says(source: Source) -> None:
    source.put(
        "processed_files.json", json.dumps({"posts/2025/2025-02-03-a.md": {"bluesky-us": True, "mastodon-us": False}})
    )
    post(source, "media: [bluesky-us, mastodon-us, linkedin-us]\n")
    done = source.bring()
    assert rules(done) == ["import/failed"]
    assert {(entry.channel, entry.data["proved"]) for entry in source.ledger()} == {
        ("bluesky-us", True),
        ("linkedin-us", False),
    }


def test_retry_copies_stay_posts_of_their_own(source: Source) -> None:
    post(source, "media: [bluesky-us]\n")
    post(source, "media: [bluesky-us]\n", name="posts/2025/retry-7_2025-02-03-a.md")
    assert source.bring().posts["new"] == 2
    assert {made.id for made in source.workspace().posts} == {"a-2025-02-03", "retry-7-2025-02-03-a"}


def test_a_folder_of_posts_finds_its_accounts_and_is_the_same_as_its_root(source: Source) -> None:
    post(source, "media: [bluesky-us]\n")
    assert source.bring(source=source.root / "posts" / "2025").channels == ("mastodon-us", "bluesky-us", "linkedin-us")
    assert source.only().imported["path"] == "posts/2025/2025-02-03-a.md"
    assert source.bring().posts == {"new": 0, "unchanged": 1, "changed": 0, "moved": 0}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("No fields", "import/front-matter"),
        ("---\nmedia: [\n---\nText", "import/yaml"),
        ("---\n- a\n---\nT", "import/yaml"),
        ("---\nmedia: [bluesky-us]\n---\n" + "![](a)" * 201, "import/pictures"),
    ],
    ids=["fields", "yaml", "list", "pictures"],
)
def test_what_cannot_be_a_post_is_told(source: Source, text: str, rule: str) -> None:
    source.put("posts/2025-01-01-a.md", text)
    source.put("posts/README.md", "About")
    done = source.bring()
    assert rules(done) == [rule]
    assert done.posts["new"] == 0
