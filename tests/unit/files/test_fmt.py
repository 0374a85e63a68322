"""`smmgit fmt`: order without loss."""

from __future__ import annotations

import glob

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smmgit.files.fmt import format_post
from smmgit.files.posts import parse_post
from smmgit.model.post import Chunk, Post, Section, Waiver

MESSY = """\
# about this post

# where it goes
channels:   # chosen with Léa
  linkedin:
    # said at the fair
    title: T
    publish_at: 2026-01-01 09:00
    format: Post
  x:

status: prêt
media:
  - alt: A table
    # the file
    file: a.jpg
  - {alt: b, file: c.jpg}
  # from the archive
  - credit: me
    file: d.jpg
id: abc
title: "Hello: you"  # working title
# the end
"""
TIDY = """\
---
# about this post

id: abc
title: "Hello: you"  # working title
status: ready
# where it goes
channels:   # chosen with Léa
  linkedin:
    # said at the fair
    publish_at: 2026-01-01 09:00
    format: post
    title: T
  x:
media:
  - file: a.jpg
    # the file
    alt: A table
  - {alt: b, file: c.jpg}
  # from the archive
  - file: d.jpg
    credit: me
# the end
---
Text, two spaces at the end:  \n\ttab
"""


def said(text: str) -> Post:
    """The post without places: what fmt may not change."""
    post, _ = parse_post("content/a.md", text.encode("utf-8", "surrogatepass"))
    assert post is not None
    sections = tuple(
        Section(targets=s.targets, role=s.role, chunks=tuple(Chunk(c.text, 0) for c in s.chunks), line=0)
        for s in post.sections
    )
    waive = tuple(Waiver(rule=w.rule, reason=w.reason, until=w.until) for w in post.waive)
    return msgspec.structs.replace(post, marks={}, sections=sections, waive=waive, digest="", body_line=0)


def test_keys_are_ordered_comments_kept_synonyms_fixed_the_body_untouched() -> None:
    messy = f"\ufeff---\n{MESSY}---\nText, two spaces at the end:  \n\ttab\n\n\n".replace("\n", "\r\n")
    assert format_post(messy) == TIDY
    assert format_post(TIDY) == TIDY


@pytest.mark.parametrize(
    "text",
    [
        "no fields\r\n",
        "---\nid: abc\nnever closed\n",
        "---\ntitle: a: b\nid: abc\n---\n",
        "---\nid: abc\nid: abd\n---\n",
        "---\n{title: x, id: abc}\n---\n",
        "---\n- id\n---\n",
        "---\ntitle: \ud800\n---\n",
        "",
    ],
)
def test_what_cannot_be_read_without_doubt_comes_back_as_it_was(text: str) -> None:
    assert format_post(text) == text


def test_an_anchor_stays_above_its_alias() -> None:
    text = "---\ntitle: &t Hello\nid: abc\nowner: *t\ncampaign: *t\n---\n"
    assert said(format_post(text)) == said(text)
    swapped = "---\nowner: &t tom\ntitle: *t\nid: abc\n---\n"
    assert said(format_post(swapped)) == said(swapped)


def test_the_example_brand_is_in_form() -> None:
    for path in glob.glob("content/**/*.md", recursive=True):
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        assert said(format_post(text)) == said(text), path


LINE = st.sampled_from(
    """
id: abc
title: Hello
title: 'a # b'
status: prêt
status: Draft
status: "idée"
channels: [x, b]
channels:
  x:
  linkedin:
    title: T
    format: Reel
    publish_at: asap
media:
  - file: a.jpg
    alt: |
      two lines
      # no comment
# comment
  # inner
    # deep
- credit: me
  alt: x
owner: &a tom
speaker: *a
sources: >-
  folded
  text
custom: 1
needs: [{by: a, what: b}]
disclosure:
- partner: y
  kind: ad
imported: {b: 1, a: 2}
lang: fr \x20
\tlink: x
---
...
cost: |+
  5
effort: ? x
""".split("\n")[1:]
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=400, deadline=None)
@given(lines=st.lists(LINE, max_size=14), body=ANY, end=st.sampled_from(["\n", "\r\n"]))
def test_formatting_twice_is_formatting_once_and_changes_no_meaning(lines: list[str], body: str, end: str) -> None:
    text = end.join(["---", *lines, "---", body])
    once = format_post(text)
    assert format_post(once) == once
    assert said(once) == said(text)


@settings(max_examples=200, deadline=None)
@given(text=ANY | ANY.map(lambda text: f"---\n{text}\n---\n"))
def test_any_text_can_be_formatted(text: str) -> None:
    once = format_post(text)
    assert format_post(once) == once
    assert said(once) == said(text)
