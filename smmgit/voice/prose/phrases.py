"""Words and phrases found in one pass over a text, however many there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from smmgit.text.late import late

T = TypeVar("T")

_WORD = late(r"[^\W_]+(?:['’‑-](?=[^\W_])[^\W_]*)*['’]?")
_SPACE = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "‑": "-", "\n": " "})


class Phrases(Generic[T]):
    """A list of phrases, each with what is known of it; the longest wins, letters' case does not matter."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._entries = {plain(phrase): value for phrase, value in entries.items()}
        self._lengths: dict[str, list[int]] = {}
        for phrase in self._entries:
            lengths = self._lengths.setdefault(phrase.split(" ", 1)[0], [])
            if len(phrase) not in lengths:
                lengths.append(len(phrase))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Where the phrases stand, from left to right, without overlap."""
        same = plain(text)
        if len(same) != len(text):  # İ and its like: rare enough to fold letter by letter
            same = "".join(low if len(low := char.lower()) == 1 else char for char in text).translate(_SPACE)
        done = 0
        for found in _WORD.finditer(same):
            for start, first in _beginnings(found.start(), found[0]):
                if start < done:
                    continue
                end = self._longest(same, start, first)
                if end:
                    yield start, end, self._entries[same[start:end]]
                    done = end
                    break

    def _longest(self, same: str, start: int, first: str) -> int:
        for length in self._lengths.get(first, ()):
            end = start + length
            if same[start:end] in self._entries and not (
                end < len(same) and (same[end].isalnum() or (same[end] == "-" and same[end + 1 : end + 2].isalnum()))
            ):
                return end
        return 0


def plain(text: str) -> str:
    """The text in small letters with plain apostrophes, hyphens and spaces."""
    return text.lower().translate(_SPACE)


def _beginnings(start: int, word: str) -> Iterator[tuple[int, str]]:
    """The word, and what follows each of its apostrophes (l'email)."""
    yield start, word
    at = word.find("'")
    if 0 <= at < len(word) - 1:
        yield start + at + 1, word[at + 1 :]
