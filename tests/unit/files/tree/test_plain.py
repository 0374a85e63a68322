"""The line reader reads what it accepts exactly as libyaml does, places included; the rest it leaves alone."""

from __future__ import annotations

import frontmatter
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from smmgit.files.tree import plain
from smmgit.files.tree.compose import compose
from smmgit.files.tree.node import Node, texts
from smmgit.files.tree.report import Report
from tests.support.shared import ROOT
from tests.unit.files import yamlish

TEXT = st.one_of(yamlish.plain_fields, yamlish.plain_fields, yamlish.fields, st.text(max_size=60))


def by_libyaml(text: str) -> Node | None:
    """The tree by libyaml alone: an anchor on a key nobody reads keeps the line reader out."""
    lines = text.count("\n") + 1
    report = Report("")
    node = compose(f"{text}\nzz: &z z", report)
    assert not report.findings
    assert node is not None
    last = node.pairs.pop()  # type: ignore[union-attr]
    assert last[0].line == lines + 1
    return node


@settings(max_examples=2000, deadline=None)
@given(text=TEXT)
def test_what_it_accepts_it_reads_as_libyaml_does(text: str) -> None:
    quick = plain.read(text)
    if quick is not None:
        assert quick == by_libyaml(text)


@settings(max_examples=300, deadline=None)
@given(text=yamlish.plain_fields)
def test_what_it_accepts_python_frontmatter_reads_too(text: str) -> None:
    quick = plain.read(text)
    if quick is not None:
        front, _ = frontmatter.YAMLHandler().split(f"---\n{text}\n---\nbody")
        assert _said(yaml.load(front, Loader=yaml.CBaseLoader)) == _said(texts(quick))


def _said(value: object) -> object:
    """Without the difference between an empty text and `~`."""
    if isinstance(value, dict):
        return {key: _said(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_said(inner) for inner in value]
    return "" if value in ("~", "null") else value


@pytest.mark.parametrize(
    "text",
    [
        "id: abc",
        "# note\nid: abc\n\ntitle: Le carnet : à spirale".replace(" : ", " "),
        "title: 'Bonjour : à tous'\nowner: \"tom\"",
        "channels: [x, linkedin, 'é']\nhashtags: []",
        "channels:\n  x:\n  pinterest:\n    board: b\ncampaign:",
        "media:\n  - file: a.jpg\n    alt: Une table\n  - file: b.jpg\nsources:\n- one\n- two",
        "link: https://a.example/b?c=d",
        "publish_at: 2026-11-25 09:00  ",
        "channels:   # chosen\n  x:  # ours\n    board: 12  # drawn\ntitle: 'a'  # b\nhashtags: [a]  # c",
    ],
)
def test_everyday_fields_need_no_library(text: str) -> None:
    assert plain.read(text) == by_libyaml(text)
    assert plain.read(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "title: a: b", "title: &a b", "title: *a", "title: |\n  b", "title: one\n  two", "a: \"a\\tb\"",
        "title: 'it''s'", "a: 1\na: 2", "- a", "{a: b}", "a: {b: c}", "a: [b, [c]]", "a: [b, 'c, d']", "a: [b", "a:b",
        "a: @b", "a: b\n c: d", "  a: b", "a: b\x00", "a: b\u2028c", "a:\tb", "a: [b]c", "a: \"b\" c", "a:\n  -\n    b",
        "a: b:", "? a\n: b", "a: !x b", "", "# only a comment", "...", "a:\n- b\n c",
    ],
)  # fmt: skip
def test_all_else_is_left_to_libyaml(text: str) -> None:
    assert plain.read(text) is None


def test_the_example_brand_is_everyday_or_read_the_same() -> None:
    posts = sorted((ROOT / "content").rglob("*.md"))
    read = 0
    for path in posts:
        front = path.read_text(encoding="utf-8").split("---\n")[1]
        quick = plain.read(front)
        if quick is not None:
            read += 1
            assert quick == by_libyaml(front)
    assert read > len(posts) / 4
