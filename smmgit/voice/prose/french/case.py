"""Sentence case in French: one capital, accents kept, months, days and languages small."""

from __future__ import annotations

from smmgit.text.late import late

_ELIDED = late(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)['’]", 2)


def french_word(word: str, *, begins: bool) -> str:
    """One word as French sentence case writes it; initials and marks of several capitals stay as they are."""
    elided = _ELIDED.match(word)
    if elided:
        return (elided[0].capitalize() if begins else elided[0].lower()) + _plain(word[elided.end() :], begins=False)
    return _plain(word, begins=begins)


def _plain(word: str, *, begins: bool) -> str:
    letters = [char for char in word if char.isalpha()]
    if len(letters) > 1 and sum(char.isupper() for char in letters) > 1:
        return word
    small = word.lower()
    if not begins:
        return small
    at = next((at for at, char in enumerate(small) if char.isalpha()), 0)
    return small[:at] + small[at : at + 1].upper() + small[at + 1 :]
