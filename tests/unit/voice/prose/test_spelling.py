"""Which words of a post are misspelt, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.voice.prose.spelling import VALE_FILTERS, Dictionary, misspelt, words

KNOWN = Dictionary(
    "ICONV 1\nICONV ’ '\nPFX L Y 2\nPFX L 0 l' [aeé]\nPFX L 0 d' [aeé]\n",
    "\n".join("our new pens are here the shop is open l'été été de and for you don't well".split()),
)


def found(text: str, **how: object) -> list[str]:
    return [word for _, _, word in misspelt(text, [KNOWN], **how)]  # type: ignore[arg-type]


def test_words_are_cut_as_vale_cuts_them() -> None:
    text = '"Our (new) pens," are - here! $5 [open]; ’'
    assert [text[start:end] for start, end in words(text)] == ["Our", "new", "pens", "are", "here", "open"]


def test_a_misspelt_word_is_told_with_its_place() -> None:
    assert misspelt("The shopp is open", [KNOWN]) == [(4, 9, "shopp")]


@pytest.mark.parametrize(
    "text",
    [
        "The shop is open.", "THE SHOP", "l’été", "d'été", "Don’t", "open—here", "new…pens", "open/here", "pens🎉here",
        "🎉",
        "@lea.b #NewPens https://shop.example/xyz shop.example a@b.example XYZ McKay 25th snake_case co2 bit.ly/ab",
        ":party_popper:", "",
    ],
)  # fmt: skip
def test_what_is_right_or_no_word_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_words_joined_by_a_dash_an_emoji_or_a_slash_are_each_read() -> None:
    assert found("shopp—open newe/pens pens🎉heer") == ["shopp", "newe", "heer"]


def test_accented_words_are_read_and_vales_old_way_leaves_them() -> None:
    assert found("The shöpp") == ["shöpp"]
    assert found("shopp shopp1 CamelCase pens-shopp", filters=VALE_FILTERS) == ["shopp"]


def test_lists_of_words() -> None:
    assert found("Shopp heer", ignore=["shopp"]) == ["heer"]
    assert found("Octet octet Octet's d'Octet", names=["Octet"]) == ["octet"]
    assert found("papierbleu", hashtags=["#PapierBleu"]) == []


def test_accepted_patterns_and_phrases() -> None:
    assert found("Zedd heer", accept=["zedd?"]) == ["heer"]
    assert found("mea culpa mea", accept=["mea culpa"]) == ["mea"]


def test_without_a_dictionary_nothing_is_misspelt() -> None:
    assert misspelt("xyzzy", []) == []


def test_a_pattern_that_never_ends_is_stopped() -> None:
    with pytest.raises(TimeoutError):
        misspelt("a" * 60, [KNOWN], filters=["^(a|aa|aaa)+[cd]$"])


@given(st.text(max_size=60))
def test_spans_read_what_they_say(text: str) -> None:
    assert all(text[start:end] == word for start, end, word in misspelt(text, [KNOWN]))
