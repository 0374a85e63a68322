"""Syllables of English and French words."""

from __future__ import annotations

import pytest

from smmgit.voice.prose.syllables import syllables

ENGLISH = {
    "pen": 1, "walked": 1, "loved": 1, "note": 1, "strength": 1, "eye": 1, "queue": 1, "league": 1, "blue": 1,
    "paper": 2, "table": 2, "writing": 2, "wanted": 2, "boxes": 2, "science": 2, "poem": 2, "quiet": 2, "layer": 2,
    "prism": 2, "homework": 2, "something": 2, "rhythm": 2, "create": 2, "hadn't": 2, "creation": 3, "idea": 3,
    "November": 3, "radio": 3, "curious": 3, "heroic": 3, "video": 3, "customer": 3, "information": 4, "community": 4,
    "education": 4, "experience": 4, "university": 5, "communication": 5, "co-operate": 4, "It's": 1, "42": 0, "": 0,
}  # fmt: skip
FRENCH = {
    "carnet": 2, "table": 1, "année": 2, "les": 1, "que": 1, "quatre": 1, "voyage": 2, "pays": 2, "feuille": 1,
    "famille": 2, "client": 2, "bien": 1, "théâtre": 2, "vidéo": 3, "naïf": 2, "nation": 2, "oiseau": 2,
    "aujourd'hui": 3, "évènement": 4, "mangent": 1, "parlent": 1, "content": 2, "souvent": 2, "président": 3,
    "écriture": 3, "cœur": 1, "soleil": 2, "aiment": 1, "vraiment": 2, "l'encre": 1, "Noël": 2, "papeterie": 4,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), ENGLISH.items())
def test_english(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), FRENCH.items())
def test_french(word: str, count: int) -> None:
    assert syllables(word, "fr") == count


def test_letters_written_in_two_parts_count_the_same() -> None:
    assert syllables("e\u0301te\u0301", "fr") == syllables("été", "fr") == 2
