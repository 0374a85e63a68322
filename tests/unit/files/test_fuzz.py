"""Anything at all may stand in a file: reading it never raises, and every finding points into it."""

from __future__ import annotations

import os

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from smmgit.files.fmt import format_post
from smmgit.files.posts import parse_post
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from tests.unit.files import yamlish

# `make test` runs the least the project promises; a longer hunt is SMMGIT_FUZZ=50000.
MOST = int(os.environ.get("SMMGIT_FUZZ", "0"))

NAMES = st.sampled_from(
    ["content/a.md", "content/2026/11/Été & co?.md", 'content/<"x">;|.md', "content/a\nb.md", "content/%s{}.md", "x.md"]
)
TEXTS = st.one_of(
    st.builds(lambda fields, body: f"---\n{fields}\n---\n{body}", yamlish.fields, yamlish.body),
    st.builds(lambda fields, body: f"---\nid: some-post\n{fields}\n---\n{body}", yamlish.fields, yamlish.body),
    yamlish.body,
    st.text(),
    st.text().map(lambda text: f"---\n{text}\n---\n{text}"),
)
NESTED = st.builds(
    lambda sign, depth, end: f"---\nid: some-post\nimported: {sign * depth}{end}\n---\n",
    st.sampled_from(["[", "{a: ", "- ", "? ", "!a ", "[[", "{", "'", "&a [*a, "]),
    st.integers(0, 3000),
    st.sampled_from(["", "]", "}"]),
)
BILLION = st.builds(
    lambda levels, width: (
        "---\nid: some-post\nimported:\n  a0: &a0 [x]\n"
        + "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]\n" for n in range(1, levels))
        + "---\n"
    ),
    st.integers(1, 12),
    st.integers(1, 12),
)
DATA = st.one_of(
    TEXTS.map(lambda text: text.encode("utf-8", "replace")),
    TEXTS.map(lambda text: text.replace("\n", "\r\n").encode("utf-8-sig", "replace")),
    TEXTS.map(lambda text: text.replace("\n", "\r").encode("utf-8", "replace")),
    TEXTS.map(lambda text: text.encode("utf-16", "replace")),
    TEXTS.map(lambda text: text.encode("cp1252", "replace")),
    NESTED.map(str.encode),
    BILLION.map(str.encode),
    st.binary(),
    st.binary().map(lambda data: b"---\n" + data + b"\n---\n"),
    st.builds(lambda text, at, junk: text.encode()[:at] + junk + text.encode()[at:], yamlish.fields,
              st.integers(0, 200), st.binary(max_size=4)),
)  # fmt: skip


def lines_of(data: bytes) -> list[str]:
    """The lines an editor shows."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = data.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def check(path: str, data: bytes) -> None:
    post, findings = parse_post(path, data)
    lines = lines_of(data)
    for finding in findings:
        assert finding.path == path
        assert 1 <= finding.line <= len(lines), finding
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1, finding
        assert finding.message.en and finding.message.fr
        assert len(finding.message.en) < 1000
        if finding.fix:
            size = len(data.decode("utf-8", "replace"))
            assert all(0 <= edit.start <= edit.end <= size for edit in finding.fix.edits)
    assert post is not None
    for name, mark in post.marks.items():
        assert 1 <= mark.line <= len(lines), name
        assert 1 <= mark.column <= len(lines[mark.line - 1]) + 1, name
    for section in post.sections:
        assert 1 <= section.line <= len(lines)
        for chunk in section.chunks:
            assert chunk.text.strip()
            assert 1 <= chunk.line <= chunk.line + chunk.text.count("\n") <= len(lines)
    kept = msgspec.msgpack.encode((post, findings))
    assert msgspec.msgpack.decode(kept, type=tuple[Post, tuple[Finding, ...]]) == (post, findings)


@settings(max_examples=MOST or 2000, deadline=None)
@given(path=NAMES, data=DATA)
def test_reading_a_post_never_raises_and_findings_point_into_it(path: str, data: bytes) -> None:
    check(path, data)


@settings(max_examples=MOST or 500, deadline=None)
@given(text=TEXTS)
def test_formatting_never_raises_and_settles(text: str) -> None:
    once = format_post(text)
    assert format_post(once) == once


@settings(max_examples=MOST or 500, deadline=None)
@given(fields=yamlish.fields, body=yamlish.body)
def test_a_chunk_is_where_it_says_it_is(fields: str, body: str) -> None:
    text = f"---\n{fields}\n---\n{body}".replace("\0", "?")
    for whole in (text, "\ufeff" + text):
        post, _ = parse_post("content/a.md", whole.encode())
        assert post is not None
        for section in post.sections:
            for chunk in section.chunks:
                assert whole[chunk.offset :].startswith(chunk.text)
                assert whole[: chunk.offset].count("\n") + 1 == chunk.line
