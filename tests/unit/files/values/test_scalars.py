"""Numbers, choices, flags, days and addresses as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.files.values import scalars
from smmgit.model.fields.post import POST
from smmgit.model.say import Say

STATUS = next(field for field in POST if field.name == "status")


@pytest.mark.parametrize(
    ("typed", "value"), [("12", 12), ("1,5", 1.5), ("-3.25", -3.25), ("1 200", 1200), ("1\u202f200,5", 1200.5)]
)
def test_numbers(typed: str, value: float) -> None:
    assert scalars.number(typed) == value


@pytest.mark.parametrize("typed", ["", "one", "nan", "inf", "1e9", "1,2,3", "1 20", "0x10", "9" * 400])
def test_what_is_no_number(typed: str) -> None:
    assert isinstance(scalars.number(typed), Say)


@pytest.mark.parametrize(
    ("typed", "value"), [("40 %", 0.4), ("40%", 0.4), ("0,4", 0.4), ("1", 1), ("0", 0), ("100 %", 1)]
)
def test_shares(typed: str, value: float) -> None:
    assert scalars.fraction(typed) == value


@pytest.mark.parametrize("typed", ["40", "1.1", "-1 %", "101 %", "%", "half"])
def test_what_is_no_share(typed: str) -> None:
    assert isinstance(scalars.fraction(typed), Say)


def test_flags_in_both_languages() -> None:
    assert [scalars.flag(word) for word in ("true", "Oui", "VRAI", "on", "yes")] == [True] * 5
    assert [scalars.flag(word) for word in ("false", "Non", "faux", "off", "no")] == [False] * 5
    assert isinstance(scalars.flag("maybe"), Say)


@pytest.mark.parametrize(
    ("typed", "value"), [("ready", "ready"), ("Draft", "draft"), ("PRÊT", "ready"), ("idée", "idea")]
)
def test_choices_and_their_synonyms(typed: str, value: str) -> None:
    assert scalars.choice(typed, STATUS) == value


def test_a_choice_nearly_right_is_proposed() -> None:
    found = scalars.choice("redy", STATUS)
    assert isinstance(found, Say)
    assert "“ready”" in found.en
    assert "« ready »" in found.fr
    assert "Did you mean" not in str(scalars.choice("zzzzz", STATUS))


def test_days_in_both_languages() -> None:
    assert [scalars.day(word) for word in ("lundi", "Tue", "mer.", "THURSDAY", "ven", "sam", "dim")] == list(range(7))
    assert isinstance(scalars.day("someday"), Say)


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("https://a.example", True), ("http://a.example/é?x=1&y=%20#z", True), ("HTTPS://A.example/", True),
        ("a.example", False), ("ftp://a.example", False), ("https://", False), ("https:///x", False),
        ("https://a.example/a b", False), ("javascript:alert(1)", False), ("https://a.example/<script>", False),
        ("https://a\n.example", False), ("https://a.example/\n", False),
    ],
)  # fmt: skip
def test_addresses(typed: str, fits: bool) -> None:
    assert isinstance(scalars.url(typed), str) is fits


@given(text=st.text(max_size=20))
def test_nothing_typed_raises(text: str) -> None:
    for read in (scalars.number, scalars.fraction, scalars.flag, scalars.url, scalars.day):
        read(text)  # type: ignore[operator]
    scalars.choice(text, STATUS)
