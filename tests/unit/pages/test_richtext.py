"""A part's text as HTML: nothing added, nothing lost, nothing run."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from smmgit.model.rendition import Facet, Part
from smmgit.pages.richtext import rich


def read(markup: str) -> str:
    """What a reader sees of some HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


@st.composite
def parts(draw: st.DrawFn) -> Part:
    text = draw(st.text(st.sampled_from("ab<>&\"' é🙂#@/:."), max_size=40))
    facets = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        kind = draw(st.sampled_from(["link", "mention", "tag", "bold", "italic", "code"]))
        target = draw(st.sampled_from(['https://a.example/?a=1&b="2"', "javascript:alert(1)", "", "data:text/html,x"]))
        facets.append(Facet(kind=kind, start=start, end=end, text=text[start:end], target=target))
    return Part(text=text, facets=tuple(facets))


@given(parts(), st.none() | st.integers(0, 50))
def test_the_text_is_read_back_whatever_its_facets(part: Part, fold: int | None) -> None:
    assert read(rich(part, fold)) == part.text


@given(parts())
def test_only_web_addresses_become_links(part: Part) -> None:
    for target in re.findall(r'href="([^"]*)"', rich(part)):
        assert html.unescape(target).startswith("https://")


def test_facets_become_marks_at_their_places() -> None:
    part = Part(
        text="Voir le carnet #papier",
        facets=(
            Facet(kind="link", start=5, end=14, text="le carnet", target="https://a.example/?x=1&y=2"),
            Facet(kind="bold", start=8, end=14, text="carnet"),
            Facet(kind="tag", start=15, end=22, text="#papier", target="papier"),
        ),
    )
    shown = rich(part)
    assert 'href="https://a.example/?x=1&amp;y=2"' in shown
    assert "<strong>carnet</strong>" in shown
    assert '<span class="sg-tag">#papier</span>' in shown


def test_a_text_without_facets_shows_what_networks_mark_by_themselves() -> None:
    shown = rich(Part(text="Merci @lea : https://a.example #papier"))
    assert '<a href="https://a.example"' in shown
    assert '<span class="sg-mention">@lea</span>' in shown
    assert '<span class="sg-tag">#papier</span>' in shown


def test_the_fold_stands_where_the_network_hides_the_rest() -> None:
    assert rich(Part(text="abcdef"), 3) == 'abc<span class="sg-fold" aria-hidden="true"></span>def'
    assert "sg-fold" not in rich(Part(text="abcdef"), 6)
