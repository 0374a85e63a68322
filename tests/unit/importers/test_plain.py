"""Plain text put into a post and shown again is the same text, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smmgit.files.posts import parse_post
from smmgit.importers.plain import as_body, as_parts
from smmgit.text.flatten import flatten

PIECES = st.sampled_from([
    *"ab #*_`~-[]()<>!\\|@.:/=+\n", "##", "---", "***", "```", "~~~", "<!--", "-->", "https://a.b/c_d_e ",
    "[x](https://a.b) ", "![x](y)", "\n\n", "word", "@kub_", "_e", "# ", "> ", "~~", "**", "<https://a.b> ", "\t", "é",
])  # fmt: skip


def shown(body: str) -> list[str]:
    post, findings = parse_post("content/a.md", f"---\nid: abc\n---\n{body}\n".encode())
    assert not findings
    assert post is not None
    return [flatten(chunk.text).traced.text for section in post.sections for chunk in section.chunks]


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14).map("".join).filter(str.strip))
def test_what_was_typed_is_shown(text: str) -> None:
    assert shown(as_body(text)) == [text.strip()]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Nothing special, @pvdlg_ #tag https://a.b/c_d", "Nothing special, @pvdlg_ #tag https://a.b/c_d"),
        ("## x", "\\## x"),
        ("Unflag `node:sqlite`", "Unflag \\`node:sqlite\\`"),
        ("<!--::-->", "<\\!--::-->"),
    ],
)
def test_escapes_only_where_needed(text: str, body: str) -> None:
    assert as_body(text) == body


def test_parts_of_a_thread() -> None:
    assert shown(as_parts(["one", "---", "## three"])) == ["one", "---", "## three"]
