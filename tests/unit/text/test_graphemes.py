"""Grapheme clusters: equal to `regex` `\\X`, which follows UAX #29."""

from __future__ import annotations

import pytest
import regex
from hypothesis import example, given

from smmgit.text.emoji import emoji, pictograph
from smmgit.text.graphemes import grapheme_count, graphemes
from tests.unit.text.strings import TEXTS

CLUSTER = regex.compile(r"\X")


@given(TEXTS)
@example("👩\u200d\u200d👩")
@example("\u200d👩")
@example("\n\ufe0f\u200d👩")
@example("🇫🇷🇫\u200d🇷")
def test_equal_to_regex(text: str) -> None:
    assert graphemes(text) == CLUSTER.findall(text)
    assert grapheme_count(text) == len(CLUSTER.findall(text))


@given(TEXTS)
def test_joined_they_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


def test_every_code_point_joins_its_neighbours_as_in_regex() -> None:
    """Every assigned plane, between letters and behind an emoji; 64 code points a text."""
    for start in (*range(0, 0x20100, 64), *range(0xE0000, 0xE0200, 64)):
        signs = [chr(code) for code in range(start, start + 64)]
        text = "\n".join(f"a{sign}a👩{sign}\u200d👩" for sign in signs)
        assert grapheme_count(text) == len(CLUSTER.findall(text)), hex(start)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Été", 3),
        ("E\u0301te\u0301", 3),
        ("👩‍👩‍👧‍👦", 1),
        ("🇫🇷🇧🇪", 2),
        ("a\r\nb", 3),
        ("한국어", 3),
        ("क्षि", 1),
        ("☕️", 1),
    ],
)
def test_told_cases(text: str, count: int) -> None:
    assert grapheme_count(text) == count
    assert len(graphemes(text)) == count


def test_pictographs_are_those_of_unicode() -> None:
    known = regex.compile(r"\p{Extended_Pictographic}")
    ours = pictograph()
    differ = [hex(code) for code in range(0x110000) if bool(ours.match(chr(code))) != bool(known.match(chr(code)))]
    assert not differ


@pytest.mark.parametrize(
    ("text", "pictures"),
    [
        ("Café ☕ ou ☕️ ?", ["☕", "☕️"]),
        ("© 2026 ©️ 1️⃣ 1⃣ #", ["©️", "1️⃣", "1⃣"]),
        ("👩🏽‍🚀🏳️‍⚧️🇫🇷", ["👩🏽‍🚀", "🏳️‍⚧️", "🇫🇷"]),
        ("a\ufe0f → ↔ ™", []),
        ("ひらがな 漢字", []),
    ],
)
def test_what_readers_see_as_a_picture(text: str, pictures: list[str]) -> None:
    assert [text[start:end] for start, end in emoji(text)] == pictures
