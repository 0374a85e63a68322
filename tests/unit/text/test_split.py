"""Cutting a text into parts that fit, without harm."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given, settings

from smmgit.text.count import measure
from smmgit.text.graphemes import graphemes
from smmgit.text.links import links
from smmgit.text.split import split
from smmgit.text.tags import hashtags, mentions


def parts(text: str, limit: int, unit: str = "grapheme") -> list[str]:
    return [text[start:end] for start, end in split(text, lambda one: measure(one, unit) <= limit)]


def test_a_text_that_fits_is_one_part_without_its_blank_ends() -> None:
    assert parts("\n Bonjour \n", 20) == ["Bonjour"]
    assert parts(" \n ", 20) == []


def test_cuts_prefer_a_blank_line_then_a_line_then_a_sentence() -> None:
    assert parts("Un deux trois.\n\nQuatre cinq six sept", 30) == ["Un deux trois.", "Quatre cinq six sept"]
    assert parts("Un deux trois\nQuatre. Cinq six sept", 30) == ["Un deux trois\nQuatre.", "Cinq six sept"]
    assert parts("Premier point ici. Second point là encore", 30) == ["Premier point ici.", "Second point là encore"]
    assert parts("aa bb cc dd ee ff gg", 8) == ["aa bb cc", "dd ee ff", "gg"]


def test_a_nobler_cut_is_not_worth_a_nearly_empty_part() -> None:
    assert parts("Non. " + "mot " * 20, 60)[0] != "Non."


def test_a_number_stays_with_its_unit() -> None:
    assert parts("il court dix fois 12 km par jour", 20) == ["il court dix fois", "12 km par jour"]
    assert parts("au prix total de 10 000 pages", 19) == ["au prix total de", "10 000 pages"]


def test_a_no_break_space_is_never_a_cut() -> None:
    assert parts("Quelle belle idée\u00a0!", 18) == ["Quelle belle", "idée\u00a0!"]


def test_a_word_too_long_is_cut_between_graphemes() -> None:
    family = "👨‍👩‍👧‍👦"
    assert parts(family * 5, 2) == [family * 2, family * 2, family]


def test_an_address_too_long_for_any_part_stays_whole() -> None:
    url = "https://exemple.fr/" + "a" * 40
    assert parts(f"voir {url} ici", 20) == ["voir", url, "ici"]


def test_what_the_caller_keeps_is_not_cut() -> None:
    text = "aaa bbb ccc ddd"
    assert split(text, lambda one: len(one) <= 8, [(4, 11)]) == [(0, 3), (4, 11), (12, 15)]


words = st.sampled_from(
    ["mot", "été.", "Ah\u00a0!", "https://exemple.fr/a_b?c=d", "exemple.fr", "@lea.bsky.social", "@lea", "#Papier",
     "12 km", "👨‍👩‍👧‍👦", "🇫🇷🇨🇦", "e\u0301e\u0301", "x" * 30, "(https://a.fr/x)", "…", "नमस्ते", "\ud800"]
)  # fmt: skip
gaps = st.sampled_from([" ", "  ", "\n", "\n\n", "\t", "\r\n"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    return "".join(draw(words) + draw(gaps) for _ in range(draw(st.integers(0, 25))))


@settings(max_examples=150)
@given(texts(), st.integers(1, 60), st.sampled_from(["grapheme", "weighted", "utf-8"]))
def test_nothing_is_lost_but_white_space_at_the_cuts(text: str, limit: int, unit: str) -> None:
    runs = split(text, lambda one: measure(one, unit) <= limit)
    at = 0
    for start, end in runs:
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip(" \n\t\r")
        at = end
    assert not text[at:].strip()


@settings(max_examples=150)
@given(texts(), st.integers(1, 60))
def test_no_grapheme_address_or_name_is_cut_and_parts_fit(text: str, limit: int) -> None:
    runs = split(text, lambda one: measure(one, "grapheme") <= limit)
    whole = [(span.start, span.end) for span in (*links(text, bare=True), *mentions(text), *hashtags(text))]
    edges, at = {0}, 0
    for one in graphemes(text):
        at += len(one)
        edges.add(at)
    for start, end in runs:
        assert start in edges and end in edges
        assert not any(a < cut < b for a, b in whole for cut in (start, end))
        if measure(text[start:end], "grapheme") > limit:
            alone = len(graphemes(text[start:end])) == 1
            assert alone or any(a < end and start < b for a, b in whole) or "12 km" in text[start:end]


def test_a_long_text_is_measured_in_pieces_not_over_and_over() -> None:
    text = "Une phrase de plus ici, https://a.fr/x. " * 2000
    measured = 0

    def fits(one: str) -> bool:
        nonlocal measured
        measured += len(one)
        return len(one) <= 280

    assert len(split(text, fits)) == 286
    assert measured < 20 * len(text)
