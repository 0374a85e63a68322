"""Where things are in a post, and what it says of a channel."""

from __future__ import annotations

from smmgit.files.posts import parse_post
from smmgit.model.finding import Pos
from smmgit.model.post import Post

TEXT = "---\nid: some-post\ntitle: T\nchannels: [x, li]\n---\nOne\ntwo 😀 three\n\n## x\nFour\n"


def post() -> Post:
    found, findings = parse_post("content/a.md", TEXT.encode())
    assert found is not None and not findings
    return found


def test_a_mark_is_the_first_that_is_there() -> None:
    assert post().mark("link", "title") == Pos(3, 8)
    assert post().mark("nothing") == Pos()


def test_a_file_offset_has_a_place_inside_the_body_only() -> None:
    assert post().place(TEXT.index("three")) == Pos(7, 7)
    assert post().place(TEXT.index("Four")) == Pos(10, 1)
    assert post().place(TEXT.index("title")) is None


def test_the_words_about_a_channel() -> None:
    choice = post().choice("li")
    assert choice is not None and choice.format == "post"
    assert post().choice("bluesky") is None
