"""Facets always slice to their text, in order and in range, whatever was typed."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from smmgit.files.specs import load_specs, spec_ids
from smmgit.model.brand import Channel
from smmgit.model.post import ChannelChoice
from smmgit.model.rendition import Rendition
from smmgit.model.workspace import Workspace
from smmgit.render.facets import byte_span
from smmgit.render.rendition import renditions
from tests.unit.render.made import SPECS, post, section, shown, workspace

pieces = st.sampled_from(
    ["mot ", "été ", "👩‍👩‍👧 ", "@lea ", "@lea-martin", "@ami.bsky.social", "#Papier ", "#a_b", "$AAPL ",
     "https://velinotte.example/a?b", "velinotte.fr", "**", "*", "_", "~~", "`", "```\n",
     "[mot](https://a.fr) ", "[x](javascript:y) ", "![alt](a.png)",
     "> ", "# ", "\n", "\n\n", "\n---\n", "<!-- x -->", "<!--", "\\", "\\#", "« ", " »", " ! ", "?!", "10 000 €",
     "\r\n", "\x00", "\x1b[31m", "\ud83d", "\u202e", "\ufeff", "{0}", "%s", "<script>", "&amp;", "|---|\n", "12 km "]
)  # fmt: skip
typed = st.lists(pieces, max_size=30).map("".join)
REAL = replace(workspace(*(Channel(id=name, platform=name) for name in spec_ids()), lang="fr"), specs=load_specs())
WS = workspace(*(Channel(id=f"{name}-auto", platform=name, thread="auto", lang="fr") for name in SPECS), lang="fr")


def every(text: str, comment: str, ws: Workspace) -> tuple[Rendition, ...]:
    names = tuple(ChannelChoice(id=name, mentions=("lea",)) for name in ws.channels)
    written = post(
        text, section(comment, *SPECS, role="first-comment", offset=50 + len(text)),
        link="https://velinotte.example/c", hashtags=("Été", "a b"), via="lea", channels=names,
    )  # fmt: skip
    return renditions(written, ws)


@settings(max_examples=60, deadline=None)
@given(typed, typed, st.sampled_from([WS, REAL]))
def test_every_rendition_of_any_text_holds_together(text: str, comment: str, ws: Workspace) -> None:
    for made, again in zip(every(text, comment, ws), every(text, comment, ws), strict=True):
        assert made == again
        assert made.digest == again.digest
        for part in [*made.parts, *([made.first_comment] if made.first_comment else [])]:
            assert part.text == part.text.strip() != ""
            starts = [(facet.start, -facet.end) for facet in part.facets]
            assert starts == sorted(starts)
            for facet in part.facets:
                assert 0 <= facet.start < facet.end <= len(part.text)
                assert part.text[facet.start : facet.end] == facet.text
                start, end = byte_span(part.text, facet)
                assert part.text.encode("utf-8", "replace")[start:end] == facet.text.encode("utf-8", "replace")
            offsets = [part.source_offset(at) for at in range(len(part.text) + 1)]
            assert None not in offsets
            assert offsets == sorted(offsets)  # type: ignore[type-var]
            assert all(offset is not None and 0 <= offset <= 50 + len(text) + len(comment) for offset in offsets)
        assert all(loss.line >= 1 and 0 <= loss.offset <= 50 + len(text) + len(comment) for loss in made.losses)


@given(typed)
def test_no_style_leaks_where_only_words_are_shown(text: str) -> None:
    kinds = {facet.kind for part in shown(text, "x").parts for facet in part.facets}
    assert kinds <= {"mention"}


def test_byte_spans_count_utf8() -> None:
    (facet,) = shown("été 👍 #Papier", "bluesky").parts[0].facets
    assert byte_span("été 👍 #Papier", facet) == (11, 18)


@pytest.mark.parametrize(
    ("text", "facets"),
    [
        ("voir velinotte.fr.", [("link", "velinotte.fr", "https://velinotte.fr")]),
        ("#Papier $aapl", [("tag", "#Papier", "Papier"), ("tag", "$aapl", "$AAPL")]),
        ("[mot](https://a.fr)", [("link", "mot", "https://a.fr")]),
        ("[#Papier](https://a.fr)", [("link", "#Papier", "https://a.fr")]),
        ("https://a.fr/#b", [("link", "https://a.fr/#b", "https://a.fr/#b")]),
    ],
)
def test_where_nothing_links_by_itself_we_find_what_links(text: str, facets: list[tuple[str, str, str]]) -> None:
    found = shown(text, "bluesky").parts[0].facets
    assert [(facet.kind, facet.text, facet.target) for facet in found] == facets
    assert shown(text, "mastodon").parts[0].facets == ()


def test_code_shown_as_plain_words_leaves_no_facet() -> None:
    assert shown("`mot` et `autre`", "x").parts[0].facets == ()
    assert shown("`mot`", "bluesky").parts[0].facets == ()


@pytest.mark.parametrize("channel", ["bluesky", "linkedin", "discord"])
@pytest.mark.parametrize("unit", ["**a** @lea https://velinotte.example/x ! ", "`a` @lea\n", "[a](https://a.fr) #b "])
def test_hostile_text_ends(unit: str, channel: str) -> None:
    """What is read twice over would not end before the runner's time limit."""
    assert shown(unit * (100_000 // len(unit)), channel, WS).parts
