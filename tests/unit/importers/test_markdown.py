"""Another tool's Markdown: pictures out, headings that name no channel, breaks."""

from __future__ import annotations

import pytest

from smmgit.files.posts import parse_post
from smmgit.importers.markdown import as_ours, breaks, without_pictures


@pytest.mark.parametrize(
    ("text", "left", "pictures"),
    [
        ("A.\n\n![alt [x]](https://a.b/i.png)\n\nB.", "A.\n\nB.", [("https://a.b/i.png", "alt [x]")]),
        ("![](https://a.b/i(1).png)\n\nB.", "B.", [("https://a.b/i(1).png", "")]),
        ("A ![x](y.png) B", "A  B", [("y.png", "x")]),
        ("A\n\n\n![x](y.png)\n\nB", "A\n\n\nB", [("y.png", "x")]),
        ('<img width="5" alt="A &amp; B" src="https://a.b/i" />', "", [("https://a.b/i", "A & B")]),
        ("[![x](y.png)](https://a.b)", "https://a.b", [("y.png", "x")]),
        ("```\n![x](y.png)\n```", "```\n![x](y.png)\n```", []),
        ("![one](1.png)\n![two](2.png)", "", [("1.png", "one"), ("2.png", "two")]),
        ('![x](y.png "Title")', "", [("y.png", "x")]),
        ("A\n\n![x](y.png)\n\n\n![x](z.png)\nB", "A\n\n\nB", [("y.png", "x"), ("z.png", "x")]),
    ],
)
def test_pictures_are_taken_out(text: str, left: str, pictures: list[tuple[str, str]]) -> None:
    found_left, found = without_pictures(text)
    assert found_left == left
    assert [(one.src, one.alt) for one in found] == pictures


def test_what_else_is_said_of_a_picture_is_kept() -> None:
    _, (first,) = without_pictures('<img width="600" src="i.png">')
    _, (second,) = without_pictures("![x](y.png 'T')")
    assert first.rest == {"width": "600"}
    assert second.rest == {"title": "T"}


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("## Two\n### Three", "### Two\n#### Three"),
        ("# One", "# One"),
        ("Introduction\n============\n\nText", "# Introduction\n\nText"),
        ("The meeting\n-----------\nText", "### The meeting\nText"),
        ("A\n\n---\n\nB", "A\n\n\\---\n\nB"),
        ("```\n## code\n---\n```", "```\n## code\n---\n```"),
        ("```\nnever closed", "```\nnever closed\n```"),
        ("##tag", "\\##tag"),
        ("- item\n---", "- item\n\\---"),
    ],
)
def test_nothing_is_read_as_a_section_or_a_cut(text: str, ours: str) -> None:
    assert as_ours(text) == ours
    post, findings = parse_post("content/a.md", f"---\nid: abc\n---\n{ours}\n".encode())
    assert not findings
    assert post is not None
    assert [(section.targets, len(section.chunks)) for section in post.sections] == [((), 1)]


def test_breaks() -> None:
    assert breaks("A\n\nB\n\n\nC\n \n\t\nD") == ["A\n\nB", "C", "D"]
