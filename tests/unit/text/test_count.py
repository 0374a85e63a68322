"""Lengths as each network counts them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given

from smmgit.files.specs import find_spec
from smmgit.model.spec import FormatSpec, Limit, PlatformSpec
from smmgit.text.count import TEXT_UNITS, counts, forbidden, measure
from tests.support.shared import shared
from tests.unit.text.strings import TEXTS

UNITS = sorted(TEXT_UNITS)
FLAG = "🏳️‍⚧️"
X_GROUPS = ("WeightedTweetsWithDiscountedEmojiCounterTest", "UnicodeDirectionalMarkerCounterTest")


@pytest.mark.parametrize("group", X_GROUPS)
def test_x_conformance(group: str) -> None:
    """Every v3 case of twitter-text: the weighted length, and whether X takes it."""
    cases = yaml.safe_load(shared("contracts/twitter-text/conformance/validate.yml").read_text("utf-8"))["tests"]
    spec = find_spec("x")
    assert cases[group]
    for case in cases[group]:
        (count,) = counts(case["text"], spec)
        assert count.length == case["expected"]["weightedLength"], case["description"]
        assert (count.fits and not forbidden(case["text"], spec)) is case["expected"]["valid"], case["description"]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Noël… c’est « demain » – oui", 29),
        ("E\u0301te\u0301", 3),
        ("foo.dev", 23),
        ("example.invalid", 15),
        ("https://localhost:3000/x", 24),
        ("Voir https://exemple.fr/" + "a" * 100, 28),
        (FLAG, 2),
        ("🐦‍🔥", 2),
        ("🫩‍🟪‍🪾🏿", 2),  # in no list: two pictographs that nobody has joined yet
        ("🏴\U000e0066\U000e0072\U000e007f", 2),
        ("1️⃣#️⃣©️", 6),
        ("©", 1),
        ("😀\u200d©\ufe0f", 2),
        ("©\u200d", 2),
        ("👍🏽👍", 4),
        ("🇫🇷🇫", 4),
        ("👩‍", 3),
        ("😀\ufe0e", 4),
        ("日本", 4),
    ],
)
def test_x(text: str, length: int) -> None:
    assert measure(text, "weighted") == length


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("a" * 520, False),
        ("a" * 250 + "b" * 251, False),
        ("a" * 476 + " http://" + "b" * 30 + ".com/example", True),
        ("a" * 476 + "http://" + "b" * 30 + ".com/example", False),
        ("http://example.com/valid?" + "#foo?" * 1000, False),
        ("a" * 475 + " @alice@" + "b" * 30 + ".com", True),
        ("a" * 475 + " @alice@" + "b" * 500 + ".com", False),
        ("a" * 475 + " @alice@" + "b" * 64 + ".com", False),
        ("✨" * 500, True),
        (FLAG * 500, True),
        (FLAG * 501, False),
        ("é" * 478 + " example.com/with/a/long/path", False),
    ],
)
def test_mastodon(text: str, fits: bool) -> None:
    """The cases of Mastodon's status_length_validator_spec.rb."""
    assert [count.fits for count in counts(text, find_spec("mastodon"))] == [fits]


@pytest.mark.parametrize(
    ("text", "unit", "length"),
    [
        ("Hello!", "utf-8", 6),
        ("👨‍👩‍👧‍👧", "utf-8", 25),
        ("👨‍👩‍👧‍👧", "grapheme", 1),
        ("👨‍👩‍👧‍👧🔥 good!✅", "utf-8", 38),
        ("👨‍👩‍👧‍👧🔥 good!✅", "grapheme", 9),
        ("👍🏽", "utf-16", 4),
        ("👍🏽", "code-point", 2),
        ("é👍🏽", "threads", 9),
        ("Été ©", "threads", 5),
        ("a\r\nb", "grapheme", 3),
        ("@lea@toot.fr et @lea", "mastodon", 12),
    ],
)
def test_units(text: str, unit: str, length: int) -> None:
    assert measure(text, unit) == length


def test_a_unit_that_is_not_of_text() -> None:
    with pytest.raises(ValueError, match="byte"):
        measure("a", "byte")


def test_links_may_count_otherwise() -> None:
    assert measure("a https://exemple.fr/abc", "mastodon", url_length=30) == 32
    assert measure("a foo.dev", "weighted", url_length=10) == 12


@given(TEXTS)
def test_bounds(text: str) -> None:
    points = len(text)
    seen = measure(text, "grapheme")
    assert 0 <= seen <= points
    assert points <= measure(text, "utf-16") <= 2 * points
    assert points <= measure(text, "utf-8") <= 4 * points
    assert seen <= measure(text, "threads") <= 4 * points
    assert 0 <= measure(text, "weighted") <= 2 * points + 23 * text.count(".")
    assert 0 <= measure(text, "mastodon") <= points + 23 * text.count("://")


@pytest.mark.parametrize("unit", UNITS)
def test_texts_on_two_lines_add_up(unit: str) -> None:
    """What stands before a line end never changes what the next line counts for."""

    @given(TEXTS, TEXTS)
    def check(first: str, second: str) -> None:
        first, second = first.replace("\r", ""), second.replace("\r", "")
        assert measure(f"{first}\n{second}", unit) == measure(first, unit) + measure(second, unit) + 1

    check()


@pytest.mark.parametrize(
    "piece", ["👩\u200d", "\ufe0f", "🇫", "1\ufe0f", "\U000e0041", "e\u0301", "\r\n", "@a@b ", "ก\u0e33"]
)
@pytest.mark.parametrize("unit", ["weighted", "mastodon", "threads"])
def test_hostile_texts_end(piece: str, unit: str) -> None:
    """What is counted twice over would not end before the runner's time limit."""
    measure(piece * (500_000 // len(piece)), unit)


SPEC = PlatformSpec(
    id="made",
    name="Made",
    counter="utf-16",
    text={
        "body": (
            Limit(max=10, unit="grapheme", source="A"),
            Limit(max=12, unit="utf-8", source="B", uncertain="who knows"),
            Limit(max=5, unit="code-point", source="C", soft=True),
        ),
        "title": (Limit(min=1, max=4, unit="code-point", source="D"),),
        "alt": (Limit(max=3, unit="code-point", source="E", per="paragraph"),),
    },
    formats={"reel": FormatSpec(text={"body": (Limit(max=2, unit="code-point", source="F"),)})},
)


def test_every_limit_is_told_and_only_certain_ones_refuse() -> None:
    grapheme, utf8, soft = counts("éééééééé", SPEC)
    assert (grapheme.length, grapheme.limit, grapheme.fits, grapheme.refuses) == (8, 10, True, False)
    assert (utf8.length, utf8.limit, utf8.fits, utf8.refuses) == (16, 12, False, False)
    assert (soft.length, soft.fits, soft.refuses) == (8, False, False)
    assert [count.refuses for count in counts("e" * 11, SPEC)] == [True, False, False]


def test_least_lengths_formats_and_limitless_texts() -> None:
    (title,) = counts("", SPEC, what="title")
    assert (title.fits, title.minimum, title.limit) == (False, 1, 4)
    assert [count.source for count in counts("abc", SPEC, format="reel")] == ["F"]
    (free,) = counts("😀", SPEC, what="description")
    assert (free.length, free.limit, free.unit, free.fits) == (2, None, "utf-16", True)


def test_a_limit_for_each_paragraph() -> None:
    (count,) = counts("abc\nde\n\nf", SPEC, what="alt")
    assert (count.length, count.fits) == (3, True)
    assert not counts("abc\ndefg\nh", SPEC, what="alt")[0].fits


@pytest.mark.parametrize(
    ("name", "typed", "expected"),
    [
        ("body.max", "20", [(20, "grapheme"), (12, "utf-8"), (5, "code-point")]),
        ("text.max", " 20 ", [(20, "grapheme"), (12, "utf-8"), (5, "code-point")]),
        ("body.max.utf-8", "99", [(99, "utf-8"), (10, "grapheme"), (5, "code-point")]),
        ("body.max.weighted", "99", [(99, "weighted"), (10, "grapheme"), (12, "utf-8"), (5, "code-point")]),
        ("title.max", "20", [(10, "grapheme"), (12, "utf-8"), (5, "code-point")]),
        ("body.max", "lots", [(10, "grapheme"), (12, "utf-8"), (5, "code-point")]),
        ("body.max", "inf", [(10, "grapheme"), (12, "utf-8"), (5, "code-point")]),
        ("body.max.parsec", "9", [(10, "grapheme"), (12, "utf-8"), (5, "code-point")]),
    ],
)
def test_a_channel_overrides_limits(name: str, typed: str, expected: list[tuple[int, str]]) -> None:
    assert [(count.limit, count.unit) for count in counts("a", SPEC, overrides={name: typed})] == expected


def test_forbidden_characters() -> None:
    assert forbidden("a\ufeffb", find_spec("x")) == ("\ufeff",)
    assert forbidden("a < b", find_spec("youtube")) == ("<",)
    assert forbidden("a < b", find_spec("bluesky")) == ()
