"""Title, sentence, lower and upper case, judged as Vale judges them, and French sentence case."""

from __future__ import annotations

import pytest
import regex

from smmgit.voice.prose.case import Match, expected_case


def test_title_case_differs_between_the_styles_in_long_prepositions() -> None:
    assert expected_case("walking with a friend", "$title", style="AP")[1] == "Walking With a Friend"
    assert expected_case("walking with a friend", "$title", style="Chicago")[1] == "Walking with a Friend"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what we look for", "What We Look For"),
        ("pens: a guide", "Pens: A Guide"),
        ("pens - a guide", "Pens - A Guide"),
        ("our step-by-step plan", "Our Step-by-Step Plan"),
        ("pens and/or paper", "Pens and/or Paper"),
        ("“the best pens”", "“The Best Pens”"),
        ("the iPhone of McKay", "The IPhone of McKay"),
        ("how to write", "How To Write"),  # AP: capital before a verb …
        ("from Paris to London", "From Paris to London"),  # … and none before a noun
        ("été à la plage", "Été À La Plage"),
    ],
)
def test_title_case(text: str, expected: str) -> None:
    assert expected_case(text, "$title")[1] == expected
    assert expected_case(expected, "$title")[0]


def test_words_in_capitals_are_right_in_a_title() -> None:
    assert expected_case("NEW PENS ARE HERE", "$title")[0]


@pytest.mark.parametrize(
    ("text", "expected", "indicators"),
    [
        ("New Pens Are Here", "New pens are here", ()),
        ("1. New pens", "1. New pens", ()),
        ("Step 1: open the box", "Step 1: Open the box", (":",)),
        ("Step 1: open the box", "Step 1: open the box", ()),
        ("Top-Level pens", "Top-level pens", ()),
        ("", "", ()),
    ],
)
def test_sentence_case(text: str, expected: str, indicators: tuple[str, ...]) -> None:
    assert expected_case(text, "$sentence", indicators=indicators)[1] == expected


def test_a_sentence_that_begins_small_fails_whatever_the_share() -> None:
    assert not expected_case("new pens are here and they are all blue", "$sentence", threshold=0.1)[0]


def test_the_threshold_is_a_share_of_words() -> None:
    text = "New pens Are Here now ok"
    assert expected_case(text, "$sentence", threshold=0.6)[0]
    assert not expected_case(text, "$sentence", threshold=0.7)[0]


def test_exceptions_keep_and_restore_their_form() -> None:
    assert expected_case("Write to Papier Bleu today", "$sentence", exceptions=["Papier Bleu"]) == (
        True,
        "Write to Papier Bleu today",
    )
    assert expected_case("Our papier bleu offer", "$sentence", exceptions=["Papier Bleu"])[1] == "Our Papier Bleu offer"
    assert expected_case("Write in Javascript", "$sentence", exceptions=["Java[Ss]cript"])[1] == "Write in Javascript"


def test_a_prefix_is_not_judged() -> None:
    assert expected_case("b. Our pens", "$sentence", prefix=r"^[a-z]\.\s") == (True, "b. Our pens")


@pytest.mark.parametrize(
    ("match", "text", "right"), [("$lower", "pens", True), ("$lower", "Pens", False), ("$upper", "ÉTÉ", True)]
)
def test_lower_and_upper_mean_the_whole_text(match: Match, text: str, right: bool) -> None:
    assert expected_case(text, match)[0] is right


def test_a_pattern_that_never_ends_is_stopped() -> None:
    with pytest.raises(TimeoutError):
        expected_case("a" * 60, "$sentence", exceptions=["(?:a|aa|aaa)+[cd]$"])


def test_a_pattern_that_is_none_says_so() -> None:
    with pytest.raises(regex.error):
        expected_case("pens", "$sentence", exceptions=["("])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nos Nouveaux Carnets", "Nos nouveaux carnets"),
        ("L'Été Des Carnets", "L'été des carnets"),
        ("été à Paris", "Été à paris"),  # a name must be an exception, as in Vale
        ("Un Lundi De Mars En Français", "Un lundi de mars en français"),
        ("La SNCF Et L'ONU", "La SNCF et l'ONU"),
        ("« le Carnet »", "Le carnet"),
    ],
)
def test_french_sentence_case(text: str, expected: str) -> None:
    assert expected_case(text, "$sentence", lang="fr")[1] == expected


def test_french_sentence_case_restores_names() -> None:
    assert (
        expected_case("les Quais De Paris", "$sentence", lang="fr-CA", exceptions=["Paris"])[1] == "Les quais de Paris"
    )
