"""Counts, reading grades, and the arithmetic of metric rules."""

from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.voice.prose.metrics import FormulaError, counts, evaluate, holds, readability

TEXT = "Our paper is made nearby. It takes ink well, and fountain pens love it.\n\nEverybody remembers."


def test_counts_of_a_short_text() -> None:
    values = counts(TEXT, {"heading_h2": 2, "list": 3})
    assert (values["sentences"], values["words"], values["paragraphs"]) == (3, 16, 1)
    assert (values["heading_h2"], values["list"], values["pre"]) == (2, 3, 0)
    assert values["characters"] == sum(map(str.isalnum, TEXT))
    assert values["polysyllabic_words"] == 2  # everybody, remembers
    assert values["long_words"] == 3  # fountain, everybody, remembers


def test_long_words_are_counted_in_bytes_as_vale_does() -> None:
    assert counts("Été été", {})["long_words"] == 0
    assert counts("Préférés", {})["long_words"] == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Flesch-Kincaid", 0.39 * 5 + 11.8 * 1.5 - 15.59),
        ("Flesch Reading Ease", 206.835 - 1.015 * 5 - 84.6 * 1.5),
        ("Gunning Fog", 0.4 * (5 + 100 * 0.1)),
        ("SMOG", 1.043 * math.sqrt(30 * 2 / 2) + 3.1291),
        ("Automated Readability", 4.71 * 4 + 0.5 * 5 - 21.43),
        ("Coleman-Liau", 5.88 * 4 - 29.6 * 0.2 - 15.8),
        ("LIX", 5 + 100 * 0.3),
        ("Kandel-Moles", 207 - 1.015 * 5 - 73.6 * 1.5),
    ],
)
def test_each_measure_is_its_formula(name: str, expected: float) -> None:
    values = {
        "words": 10.0, "sentences": 2.0, "syllables": 15.0, "characters": 40.0, "complex_words": 1.0,
        "polysyllabic_words": 2.0, "long_words": 3.0,
    }  # fmt: skip
    assert readability(name, values) == pytest.approx(expected)


def test_a_text_without_words_has_no_grade() -> None:
    assert math.isnan(readability("Flesch-Kincaid", counts("…", {})))


def test_french_is_measured_with_french_syllables() -> None:
    text = "Nos carnets aiment les belles lettres."
    assert counts(text, {}, lang="fr")["syllables"] == 7
    assert readability("Kandel-Moles", counts(text, {}, lang="fr")) == pytest.approx(207 - 1.015 * 6 - 73.6 * 7 / 6)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("words / sentences", 8.0),
        ("(0.39 * (words / sentences)) + 11.8", 14.92),
        ("math.sqrt(words) * 2 - 1", 7.0),
        ("math.pow(2, 3) + math.max(1, 2)", 10.0),
        ("heading.h1 + 1", 4.0),
        ("5 / 2", 2.0),  # whole numbers divide as Tengo divides them
        ("5 / 2.0", 2.5),
        ("-7 / 2", -3.0),
        ("7 % 4", 3.0),
        ("math.pi", math.pi),
        ("words / nothing", math.inf),
    ],
)
def test_a_formula_is_worked_out(formula: str, expected: float) -> None:
    values = {"words": 16.0, "sentences": 2.0, "heading_h1": 3.0, "nothing": 0.0}
    assert evaluate(formula, values) == pytest.approx(expected)


@pytest.mark.parametrize(
    "formula",
    [
        "", "words +", "letters", "__import__('os')", "words.real", "math.exit(1)", "math.sqrt()", "(lambda: 1)()",
        "[1]", "'a' * 9", "2 ** 9999999", "9 // 2", "math.sqrt(words=1)", "words if 1 else 2", "1 / 0", "(" * 3000,
        "f'{words}'", "words; words", "math.math.sqrt(1)", "open('x')",
    ],
)  # fmt: skip
def test_what_is_no_arithmetic_is_refused(formula: str) -> None:
    with pytest.raises(FormulaError):
        evaluate(formula, {"words": 1.0})


@pytest.mark.parametrize(
    ("condition", "value", "met"),
    [
        ("> 8", 9, True),
        ("> 8", 8, False),
        (">= 8.5", 8.5, True),
        ("< 10 && words > 2", 5, True),
        ("== 0.333333", 1 / 3, True),
    ],
)
def test_conditions(condition: str, value: float, met: bool) -> None:
    assert holds(condition, value, {"words": 3.0}) is met


@pytest.mark.parametrize("condition", ["", "8", "yes", "> 'a'", "> __import__('os')", "+ 1"])
def test_what_is_no_condition_is_refused(condition: str) -> None:
    with pytest.raises(FormulaError):
        holds(condition, 1)


def test_nothing_compares_with_no_number() -> None:
    assert not holds("> 8", math.nan)


@given(st.text(max_size=40), st.dictionaries(st.sampled_from(["words", "sentences"]), st.floats(), max_size=2))
def test_a_formula_gives_a_number_or_is_refused(formula: str, values: dict[str, float]) -> None:
    with contextlib.suppress(FormulaError):
        assert isinstance(evaluate(formula, values), float)
