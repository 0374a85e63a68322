"""Sections, parts of threads and waivers."""

from __future__ import annotations

import datetime as dt

import pytest

from smmgit.files.posts import parse_post
from smmgit.model.finding import Finding
from smmgit.model.post import Post


def read(body: str) -> tuple[Post, list[Finding]]:
    post, findings = parse_post("content/a.md", f"---\nid: some-post\n---\n{body}".encode())
    assert post is not None
    return post, list(findings)


def shape(body: str) -> list[tuple[str, str, list[str]]]:
    """Each section as (targets, role, parts), when nothing is wrong."""
    post, findings = read(body)
    assert findings == []
    return [(",".join(s.targets), s.role, [chunk.text for chunk in s.chunks]) for s in post.sections]


def wrong(body: str) -> list[tuple[str, int, int]]:
    return [(finding.rule, finding.line, finding.column) for finding in read(body)[1]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("\n  \n", []),
        ("Hi", [("", "", ["Hi"])]),
        ("\n\nHi  \n\n\n", [("", "", ["Hi"])]),
        ("  indented\nHi", [("", "", ["  indented\nHi"])]),
        ("## x\nHi", [("x", "", ["Hi"])]),
        ("Base\n## x\n## y\nHi", [("", "", ["Base"]), ("x", "", []), ("y", "", ["Hi"])]),
        ("##\tX ,  LinkedIn ##\nHi", [("x,linkedin", "", ["Hi"])]),
        ("   ## x #\nHi", [("x", "", ["Hi"])]),
        ("## x / First-Comment\nHi", [("x", "first-comment", ["Hi"])]),
        ("## x / premier commentaire\nHi", [("x", "first-comment", ["Hi"])]),
        ("## Pros / cons\nHi", [("pros / cons", "", ["Hi"])]),
        ("\\## not a section\nHi", [("", "", ["\\## not a section\nHi"])]),
        ("### Smaller\nHi", [("", "", ["### Smaller\nHi"])]),
        ("    ## indented code", [("", "", ["    ## indented code"])]),
        ("One\n\n---\n\nTwo\n\n***\n\nThree\n\n______  \n\nFour", [("", "", ["One", "Two", "Three", "Four"])]),
        ("---\n\nOne\n\n---", [("", "", ["One"])]),
        ("## x\n---\n\nOne", [("x", "", ["One"])]),
        ("One\n\n---\n\n---\n\nTwo", [("", "", ["One", "Two"])]),
        ("```\n## x\n\n---\n\n<!-- a\n```\nHi", [("", "", ["```\n## x\n\n---\n\n<!-- a\n```\nHi"])]),
        ("~~~ py\n```\n## x\n~~~~\n## y\nHi", [("", "", ["~~~ py\n```\n## x\n~~~~"]), ("y", "", ["Hi"])]),
        ("````\n```\n## x\n````", [("", "", ["````\n```\n## x\n````"])]),
        ("```inline``` code\n## x\nHi", [("", "", ["```inline``` code"]), ("x", "", ["Hi"])]),
        ("<!-- out:\n## x\n-->\nHi", [("", "", ["<!-- out:\n## x\n-->\nHi"])]),
        ("<!-- nothing but a note -->\n## x\nHi <!-- b -->", [("x", "", ["Hi <!-- b -->"])]),
    ],
)
def test_sections_and_parts(body: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert shape(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Hi\n##\nThere", [("section/malformed", 5, 1)]),
        ("  ##x\nHi", [("section/malformed", 4, 3)]),
        ("## x / first-coment\nHi", [("section/malformed", 4, 1)]),
        ("One\n---\nTwo", [("section/malformed", 5, 1)]),
        ("One\n\n---\nTwo", [("section/malformed", 6, 1)]),
        ("One\n***\n\nTwo", [("section/malformed", 5, 1)]),
        ("Hi\n```\n## x\nHi", [("section/malformed", 5, 1)]),
        ("Hi <!-- open\n## x\nHi", [("section/malformed", 4, 4)]),
    ],
)
def test_what_would_publish_a_slip_is_a_finding(body: str, expected: list[tuple[str, int, int]]) -> None:
    assert wrong(body) == expected


def test_the_text_under_an_empty_heading_is_nobodys() -> None:
    assert [section.targets for section in read("Base\n##\nNobody\n## x\nHi")[0].sections] == [(), ("x",)]


def test_a_comment_that_never_closes_hides_no_section() -> None:
    assert [section.targets for section in read("Hi <!-- open\n## x\nHi")[0].sections] == [(), ("x",)]


def test_a_missing_space_has_a_fix() -> None:
    text = "---\nid: some-post\n---\n##x\nHi"
    _, findings = parse_post("content/a.md", text.encode())
    assert findings[0].fix is not None
    edit = findings[0].fix.edits[0]
    assert text[: edit.start] + edit.text + text[edit.end :] == text.replace("##x", "## x")


def test_waivers_hold_to_the_end_of_their_section() -> None:
    post, findings = read(
        "Base <!-- smmgit-disable text/long until=2026-12-31: agreed\nwith Léa -->\nmore\n"
        "## x\nHi\n<!-- smmgit-disable links/dead -->\n```\n<!-- smmgit-disable a/b: code -->\n```\n"
    )
    assert findings == []
    first, second = post.waive
    assert (first.rule, first.reason, first.until) == ("text/long", "agreed with Léa", dt.date(2026, 12, 31))
    assert (first.line, first.column, first.from_line, first.to_line) == (4, 6, 4, 6)
    assert (second.rule, second.reason, second.until) == ("links/dead", "", None)
    assert (second.from_line, second.to_line) == (9, 12)


def test_waivers_in_the_fields_hold_for_the_file() -> None:
    text = "---\nid: some-post\nwaive:\n  - {rule: a/b, reason: why, until: 2026-12-31}\n---\nHi"
    post, findings = parse_post("content/a.md", text.encode())
    assert findings == ()
    assert post is not None
    waiver = post.waive[0]
    assert (waiver.rule, waiver.line, waiver.from_line, waiver.to_line) == ("a/b", 4, 1, 0)


@pytest.mark.parametrize(
    "comment",
    ["<!-- smmgit-disable -->", "<!-- smmgit-disable a/b until=31/12/2026: x -->", "<!--smmgit-disable: x-->"],
)
def test_a_waiver_that_cannot_be_read_is_a_finding(comment: str) -> None:
    assert wrong(f"Hi\n{comment}")[0] == ("schema/bad-value", 5, 1)


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<!---->",
        "\n\n---\n",
        "\n---\n",
        "\n##x",
        "\n## x / y",
        "```\n",
        "<!-- smmgit-disable a/b -->",
        "`",
        "\n~~~",
    ],
)
def test_a_file_full_of_one_thing_is_read(piece: str) -> None:
    post, findings = read(piece * (700_000 // len(piece)))
    assert len(findings) <= 100
    assert len(post.waive) <= 1000
