"""Links as X, Mastodon and Bluesky find them."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given

from smmgit.text.links import Reading, links
from tests.support.shared import shared
from tests.unit.text.strings import TEXTS

READINGS: tuple[Reading, ...] = ("x", "mastodon", "bluesky")


def found(text: str, bare: bool = True, reading: Reading = "x") -> list[str]:
    return [span.text for span in links(text, bare=bare, reading=reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voir example.com et foo.dev.", ["example.com", "foo.dev"]),
        ("example.invalid ou carnet.pdf", []),
        ("https://localhost:3000/x", []),
        ("(https://exemple.fr/a_(b)).", ["https://exemple.fr/a_(b)"]),
        ("Fin.Le point, etc...", []),
        ("lea@exemple.fr", []),
        ("HTTPS://Exemple.FR/A", ["HTTPS://Exemple.FR/A"]),
        ("https://t.co/abc's", ["https://t.co/abc"]),
        ("http://caf\u00e9.fr/", ["http://caf\u00e9.fr/"]),
        ("http://" + "a" * 64 + ".fr", []),
        ("https://exemple.fr/" + "a" * 4100, []),
    ],
)
def test_read_as_x_does(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_bare_domains_only_when_asked() -> None:
    assert found("foo.dev https://exemple.fr", bare=False) == ["https://exemple.fr"]


def test_the_target_is_a_whole_address() -> None:
    assert [span.target for span in links("foo.dev/a https://exemple.fr", bare=True)] == [
        "https://foo.dev/a",
        "https://exemple.fr",
    ]


def test_mastodon_paths_are_wider() -> None:
    text = "https://exemple.fr/été/日本?q=é"
    assert found(text, reading="mastodon") == [text]
    assert found(text) == ["https://exemple.fr/été/"]


@pytest.mark.parametrize("reading", READINGS)
def test_spans_slice_to_the_text_in_order(reading: Reading) -> None:
    @given(TEXTS)
    def check(text: str) -> None:
        last = 0
        for span in links(text, bare=True, reading=reading):
            assert last <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
            assert span.target.endswith(span.text)
            last = span.end

    check()


HOSTILE = {
    "letters": "a", "labels": "a.", "schemes": "http://", "hosts": "http://a.", "opening": "http://a.co/(",
    "closing": "http://a.co/)", "han": "日", "han labels": "日.", "dots": ".", "queries": "http://a.co/?a=",
    "hyphens": "a-", "glued": "foo.com", "mail": "foo.com@", "lines": "a.b\n", "slug": "http://t.co/a?!!",
}  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("reading", READINGS)
def test_hostile_texts_end(piece: str, reading: Reading) -> None:
    """What is read twice over would not end before the runner's time limit."""
    links(piece * (500_000 // len(piece)), bare=True, reading=reading)


def test_one_query_of_a_megabyte() -> None:
    assert found("http://a.co/?" + "!" * 1_000_000) == ["http://a.co/"]


# What twitter-text's own file says, all of it.
@pytest.mark.parametrize("group", ["urls", "tco_urls_with_params"])
def test_conformance_texts(group: str) -> None:
    cases = yaml.safe_load(shared("contracts/twitter-text/conformance/extract.yml").read_text("utf-8"))["tests"]
    wrong = [case["description"] for case in cases[group] if found(case["text"]) != case["expected"]]
    assert not wrong


@pytest.mark.parametrize("group", ["urls_with_indices", "urls_with_directional_markers"])
def test_conformance_places(group: str) -> None:
    cases = yaml.safe_load(shared("contracts/twitter-text/conformance/extract.yml").read_text("utf-8"))["tests"]
    for case in cases[group]:
        spans = [{"url": s.text, "indices": [s.start, s.end]} for s in links(case["text"], bare=True)]
        assert spans == case["expected"], case["description"]


def test_conformance_top_level_domains() -> None:
    groups = yaml.safe_load(shared("contracts/twitter-text/conformance/tlds.yml").read_text("utf-8"))["tests"]
    wrong = [case["text"] for cases in groups.values() for case in cases if found(case["text"]) != case["expected"]]
    assert not wrong


def test_bluesky_vectors() -> None:
    cases = json.loads(shared("contracts/bluesky/facet-detection-vectors.json").read_text("utf-8"))
    for case in cases["mentions_and_links"]:
        expected = [part[1] for part in case["segments"] if len(part) > 1 and not part[1].startswith("did:")]
        assert [span.target for span in links(case["text"], bare=True, reading="bluesky")] == expected, case["text"]
