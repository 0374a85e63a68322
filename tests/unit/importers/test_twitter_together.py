"""twitter-together: every field of its form."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.unit.importers.source import Source, rules, shown


@pytest.fixture
def source(tmp_path: Path) -> Source:
    return Source(tmp_path, "twitter-together")


def test_a_thread_with_fields(source: Source) -> None:
    source.put(
        "tweets/2022-03-01-all.tweet",
        "---\nreply: https://twitter.com/a/status/1\nmedia:\n- file: blahaj.png\n  alt: Blahaj!\n---\n"
        "One @openjsf\n\n---\n\nTwo\n---\nThree `code`\n",
    )
    source.put("media/blahaj.png", b"PNG")
    done = source.bring()
    post = source.only()
    assert done.lost == 0
    assert rules(done) == []
    assert shown(post) == ["One @openjsf", "Two", "Three `code`"]
    assert (post.action, post.of) == ("reply", "https://twitter.com/a/status/1")
    (media,) = post.media
    assert (media.alt, (source.into / media.file).read_bytes()) == ("Blahaj!", b"PNG")
    assert source.workspace().people["openjsf"].handles == {"x": "openjsf"}
    assert [entry.part for entry in source.ledger()] == [0, 1, 2]


@pytest.mark.parametrize(
    ("text", "action", "of", "shows"),
    [
        ("---\nretweet: https://twitter.com/a/status/1\n---\n", "repost", "https://twitter.com/a/status/1", None),
        ("---\nretweet: https://x.com/a/status/1\n---\nYes!", "quote", "https://x.com/a/status/1", ["Yes!"]),
    ],
)
def test_retweets(source: Source, text: str, action: str, of: str, shows: list[str] | None) -> None:
    source.put("tweets/2022-03-01-r.tweet", text)
    source.bring()
    post = source.only()
    assert (post.action, post.of) == (action, of)
    assert (shown(post) if post.sections else None) == shows


@pytest.mark.parametrize(
    "text",
    ["Which?\n\n( ) One\n( ) Two: three\n()  Four\n", "---\npoll:\n- One\n- 'Two: three'\n- Four\n---\nWhich?\n"],
)
def test_polls(source: Source, text: str) -> None:
    source.put("tweets/2022-03-01-poll.tweet", text)
    assert source.bring().lost == 0
    post = source.only()
    (choice,) = post.channels
    assert shown(post) == ["Which?"]
    assert choice.format == "poll"
    assert choice.options["poll"] == ["One", "Two: three", "Four"]


def test_own_delimiter_schedule_and_unknown_fields(source: Source) -> None:
    source.put(
        "tweets/x.tweet",
        "---\nthreadDelimiter: '***'\nschedule: 2022-05-01T10:00:00+02:00\nmood: happy\n---\n"
        "One\n\n---\n\nstill\n***\nTwo",
    )
    done = source.bring()
    post = source.only()
    assert done.lost == 0
    assert rules(done) == ["import/undated", "import/unknown-field"]
    assert shown(post) == ["One\n\n---\n\nstill", "Two"]
    assert post.publish_at is not None
    assert post.publish_at.text == "2022-05-01 10:00:00+02:00"
    assert post.imported["mood"] == "happy"


def test_media_of_a_later_part_says_so(source: Source) -> None:
    source.put("tweets/2022-03-01-a.tweet", "One\n\n---\n\n---\nmedia:\n- file: b.png\n---\nTwo")
    done = source.bring()
    post = source.only()
    assert done.lost == 0
    assert rules(done) == ["import/media"]
    assert [item.typed_file for item in post.media] == ["b.png"]
    assert post.imported["part_2_media"] == ["b.png"]


def test_a_doubtful_date_is_a_draft_and_its_neighbours_are_told(source: Source) -> None:
    source.put("tweets/24-07-2020-a.tweet", "A")
    source.put("tweets/09-03-2022-b.tweet", "B")
    done = source.bring()
    (finding,) = done.findings
    drafts = [post for post in source.workspace().posts if post.status == "draft"]
    assert finding.rule == "import/date-order"
    assert "2022-03-09" in finding.message.en
    assert "1 put the day first" in finding.message.en
    assert [(post.path, post.imported["date"]) for post in drafts] == [("content/drafts/b-09-03-2022.md", "09-03-2022")]


def test_a_person_settles_the_order(source: Source) -> None:
    source.put("tweets/09-03-2022-22-56b.tweet", "B")
    done = source.bring(order="day-first")
    post = source.only()
    assert rules(done) == []
    assert post.publish_at is not None
    assert (post.publish_at.text, post.path) == ("2022-03-09 22:56", "content/2022/03/b-09-03-2022-22-56.md")


def test_history_tells_the_date(source: Source) -> None:
    def git(*words: str, date: str = "2021-05-06T07:08:09+00:00") -> None:
        who = {f"GIT_{role}_{what}": "us" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        when = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
        subprocess.run(["git", "-C", str(source.root), *words], check=True, env=os.environ | who | when)

    git("init", "-q")
    source.put("tweets/a.tweet", "A long enough text, so that git sees it renamed and not new.")
    source.put("tweets/06-05-2021-b.tweet", "B")
    git("add", ".")
    git("commit", "-qm", "one")
    git("mv", "tweets/a.tweet", "tweets/renamed.tweet")
    git("commit", "-qm", "two", date="2021-06-07T00:00:00+00:00")
    done = source.bring()
    at = {post.id: post.publish_at.text for post in source.workspace().posts if post.publish_at}
    assert rules(done) == []
    assert at == {"renamed": "2021-05-06 07:08+00:00", "b-06-05-2021": "2021-05-06"}
    assert {entry.data["published_at"] for entry in source.ledger()} == {"2021-05-06T07:08:09Z"}


def test_dates_to_come_and_assumed_drafts_are_not_published(source: Source) -> None:
    source.put("tweets/2099-01-01-a.tweet", "A")
    source.put("tweets/2020-01-01-b.tweet", "B")
    done = source.bring(assume="draft")
    assert rules(done) == ["import/future"]
    assert {post.status for post in source.workspace().posts} == {"draft"}
    assert source.ledger() == []


def test_an_own_channel_is_taken(source: Source) -> None:
    (source.into / "brand").mkdir()
    (source.into / "brand/channels.yml").write_text("# ours\nx-main: {platform: x, handle: us} # only one\n")
    source.put("tweets/2020-01-01-b.tweet", "B")
    done = source.bring()
    assert done.channels == ()
    assert [choice.id for choice in source.only().channels] == ["x-main"]


@pytest.mark.parametrize("text", ["", "\n\n", "---\n---\n"])
def test_an_empty_file_is_told(source: Source, text: str) -> None:
    source.put("tweets/2020-01-01-b.tweet", text)
    assert rules(source.bring()) == ["import/empty"]


def test_unreadable_fields_are_told_with_their_line(source: Source) -> None:
    source.put("tweets/2020-01-01-b.tweet", "---\nmedia:\n  - file: [\n---\nText")
    done = source.bring()
    assert rules(done) == ["import/yaml"]
    assert done.findings[0].line >= 3
    assert done.needs_a_person


def test_a_thread_without_end_is_told(source: Source) -> None:
    source.put("tweets/2020-01-01-b.tweet", "a\n---\n" * 300)
    assert rules(source.bring()) == ["import/parts"]
