"""Files are written whole, and what is written is read back as it was."""

from __future__ import annotations

import datetime as dt
import os

import frontmatter
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from smmgit.files.posts import parse_post
from smmgit.files.write import post_text, write_atomic

# Lone surrogates have no UTF-8; everything else may be pasted into a field.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TRICKY = st.sampled_from(
    ["", " ", "no", "0123", "12:30", "~", "null", "a: b", "a #b", "- a", "* x", "@lea", "%", "`x`", "{a}", "[a]", "'",
     '"', "it's \"so\"", "\\n", "tab\there", "a\nb", "\n", " lead", "end ", "a\n\n  b\n", "---", "...", "a:", "é", "😀",
     "1e3", "#tag", "!x", "&a", "?", "? x", "-", "--- x", "=", "<<", "\u2028", "\x85", "a\u2028b", "\ufeff", "x\x00y"]
)  # fmt: skip
VALUE = st.recursive(
    TEXT | TRICKY,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT | TRICKY, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(imported=st.dictionaries(TEXT | TRICKY, VALUE, min_size=1, max_size=4))
def test_whatever_is_written_under_imported_is_read_back(imported: dict[str, object]) -> None:
    text = post_text({"id": "some-post", "imported": imported}, "Hello")
    post, findings = parse_post("content/a.md", text.encode())
    assert post is not None
    assert not findings
    assert post.imported == imported


@settings(max_examples=300, deadline=None)
@given(imported=st.dictionaries(TEXT | TRICKY, TEXT | TRICKY, min_size=1, max_size=4))
def test_python_frontmatter_reads_the_same(imported: dict[str, str]) -> None:
    text = post_text({"id": "some-post", "imported": imported}, "Hello")
    front, body = frontmatter.YAMLHandler().split(text)
    assert yaml.load(front, Loader=yaml.CBaseLoader)["imported"] == imported
    assert body.strip() == "Hello"


def test_fields_come_in_the_order_of_the_table_and_empty_ones_are_left_out() -> None:
    text = post_text(
        {"media": [], "channels": ["x", "b"], "custom": "1", "title": None, "id": "abc", "campaign": "noel"},
        "Hi\r\n\r\n",
    )
    assert text == '---\nid: abc\nchannels: [x, b]\ncampaign: noel\ncustom: "1"\n---\nHi\n'


def test_nested_fields_come_in_the_order_of_their_table() -> None:
    media = {"credit": "Léa", "alt": "one\ntwo", "file": "a.jpg", "focus": [0.5, 0.25]}
    text = post_text({"id": "abc", "channels": {"x": {}, "li": {"board": "b", "title": "T: t"}}, "media": [media]}, "")
    assert text == (
        '---\nid: abc\nchannels:\n  x:\n  li:\n    title: "T: t"\n    board: b\nmedia:\n  - file: a.jpg\n'
        "    alt: |-\n      one\n      two\n    focus: [0.5, 0.25]\n    credit: Léa\n---\n"
    )


def test_moments_and_durations_are_written_as_typed() -> None:
    fields = {
        "id": "abc",
        "publish_at": dt.datetime(2026, 11, 25, 9, 0),
        "not_after": dt.timedelta(hours=36),
        "effort": 1.5,
        "media": [{"file": "a.jpg", "decorative": True, "rights_until": dt.date(2026, 12, 1)}],
    }
    post, findings = parse_post("content/a.md", post_text(fields, "Hi").encode())
    assert not findings
    assert post is not None
    assert post.publish_at is not None
    assert post.publish_at.local == dt.datetime(2026, 11, 25, 9, 0)
    assert post.publish_at.text == "2026-11-25 09:00"
    assert post.not_after == dt.timedelta(hours=36)
    assert post.effort == 1.5
    assert post.media[0].decorative
    assert post.media[0].rights_until == dt.date(2026, 12, 1)


def test_a_long_list_goes_one_entry_a_line() -> None:
    sources = [f"https://example.org/a/long/address/{n}" for n in range(4)]
    assert "sources:\n  - https://example.org/a/long/address/0\n" in post_text({"sources": sources}, "")


def test_a_value_without_a_written_form_is_a_bug() -> None:
    with pytest.raises(TypeError, match="object"):
        post_text({"id": object()}, "")


def test_writing_replaces_whole_files_and_keeps_their_permissions(tmp_path: object) -> None:
    path = os.path.join(str(tmp_path), "new folder", "é?.md")
    write_atomic(path, "one")
    os.chmod(path, 0o600)
    write_atomic(path, b"two")
    with open(path, encoding="utf-8") as stream:
        assert stream.read() == "two"
    assert os.stat(path).st_mode & 0o777 == 0o600
    assert os.listdir(os.path.dirname(path)) == ["é?.md"]


def test_a_link_stays_a_link(tmp_path: object) -> None:
    target, link = os.path.join(str(tmp_path), "a.md"), os.path.join(str(tmp_path), "b.md")
    write_atomic(target, "one")
    os.symlink(target, link)
    write_atomic(link, "two")
    assert os.path.islink(link)
    with open(target, encoding="utf-8") as stream:
        assert stream.read() == "two"


def test_a_failed_write_leaves_nothing_behind(tmp_path: object) -> None:
    path = os.path.join(str(tmp_path), "a.md")
    write_atomic(path, "one")
    with pytest.raises(UnicodeEncodeError):
        write_atomic(path, "\ud800")
    assert os.listdir(str(tmp_path)) == ["a.md"]
