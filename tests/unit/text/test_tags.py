"""Hashtags, mentions and cashtags as networks find them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import yaml
from hypothesis import given

from smmgit.text.span import Span
from smmgit.text.tags import cashtags, hashtags, mentions
from tests.support.shared import shared
from tests.unit.text.strings import TEXTS

FINDERS: tuple[Callable[..., list[Span]], ...] = (hashtags, mentions, cashtags)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vive #Noël2026 !", ["Noël2026"]),
        ("#a_b-c", ["a_b"]),
        ("#2026 n'en est pas un", []),
        ("mot#dièse &#39;", []),
        ("https://exemple.fr/#ancre #vrai", ["vrai"]),
        ("＃札幌。", ["札幌"]),
        ("#การเมือง", ["การเมือง"]),
    ],
)
def test_hashtags(text: str, expected: list[str]) -> None:
    assert [span.target for span in hashtags(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Merci @lea !", ["lea"]),
        ("@lea.bsky.social, @nom-d-usage.", ["lea.bsky.social", "nom-d-usage"]),
        ("cc @lea@toot.fr.", ["lea@toot.fr"]),
        ("lea@exemple.fr", []),
        ("https://exemple.fr/@lea", []),
        ("@@lea a@b@c @", []),
        ("(@lea)", ["lea"]),
    ],
)
def test_mentions(text: str, expected: list[str]) -> None:
    assert [span.target for span in mentions(text)] == expected


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize("reading", ["x", "bluesky"])
def test_spans_slice_to_the_text_in_order(find: Callable[..., list[Span]], reading: str) -> None:
    @given(TEXTS)
    def check(text: str) -> None:
        last = 0
        for span in find(text, reading=reading):
            assert last <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
            last = span.end

    check()


@pytest.mark.parametrize("piece", ["#", "#1", " #a", "@", "@a", " @a", "@a.-", "a@a ", "$A", "#a\u0301", "@a@"])
@pytest.mark.parametrize("find", FINDERS)
def test_hostile_texts_end(find: Callable[..., list[Span]], piece: str) -> None:
    """What is read twice over would not end before the runner's time limit."""
    text = piece * (500_000 // len(piece))
    find(text)
    find(text, reading="bluesky")


@pytest.mark.parametrize("group", ["hashtags", "hashtags_from_astral"])
def test_conformance_hashtags(group: str) -> None:
    cases = yaml.safe_load(shared("contracts/twitter-text/conformance/extract.yml").read_text("utf-8"))["tests"]
    for case in cases[group]:
        assert [span.target for span in hashtags(case["text"])] == case["expected"], case["description"]


def test_conformance_cashtags() -> None:
    cases = yaml.safe_load(shared("contracts/twitter-text/conformance/extract.yml").read_text("utf-8"))["tests"]
    for case in cases["cashtags"]:
        assert [span.target for span in cashtags(case["text"])] == case["expected"], case["description"]


def test_conformance_mentions() -> None:
    """All but what is X's alone: `RT@name` without a space, and `@user@host`, which other networks use."""
    cases = yaml.safe_load(shared("contracts/twitter-text/conformance/extract.yml").read_text("utf-8"))["tests"]
    for case in cases["mentions"]:
        if "after 'r" not in case["description"].lower() and "@user@user" not in case["description"]:
            assert [span.target for span in mentions(case["text"])] == case["expected"], case["description"]


@pytest.mark.parametrize(("group", "find"), [("tags", hashtags), ("cashtags", cashtags)])
def test_bluesky_vectors(group: str, find: Callable[..., list[Span]]) -> None:
    cases = json.loads(shared("contracts/bluesky/facet-detection-vectors.json").read_text("utf-8"))
    for case in cases[group]:
        text = case["text"]
        spans = find(text, reading="bluesky")
        ranges = [
            {"byteStart": len(text[: span.start].encode()), "byteEnd": len(text[: span.end].encode())} for span in spans
        ]
        assert ([span.target for span in spans], ranges) == (case["tags"], case["ranges"]), text


def test_bluesky_mentions() -> None:
    cases = json.loads(shared("contracts/bluesky/facet-detection-vectors.json").read_text("utf-8"))
    for case in cases["mentions_and_links"]:
        expected = [part[1] for part in case["segments"] if len(part) > 1 and part[1].startswith("did:")]
        spans = mentions(case["text"], reading="bluesky")
        assert [f"did:fake:{span.target}" for span in spans] == expected, case["text"]
