"""Which of hundreds of patterns could match a text, and where: decided from its words before any pattern runs.

Every pattern is read once (`literal.py`). If all its matches begin with known texts, only the places where one of
these stands are tried, with the pattern itself, so the result is exactly that of a search. If they do not, the
pattern is searched for, but only where a text that every match must contain is there.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from smmgit.voice.pattern import dialect
from smmgit.voice.pattern.literal import EDGE, folded, is_one, read

STEM = 6
Beginning = tuple[str, str]
Entry = tuple[int, str, str]  # the pattern's number and a beginning


class Promise(Struct, frozen=True):
    """What a pattern promises, in a form that can be kept on disk.

    `words`: texts whose first word is complete; `stems`: texts that begin with part of a word; `marks`: texts that
    may stand anywhere; each with a text that must follow somewhere. All are empty when matches may begin anyhow.
    `needs`: one of these is in every match.
    """

    words: tuple[Beginning, ...] = ()
    stems: tuple[Beginning, ...] = ()
    marks: tuple[Beginning, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def begins(self) -> bool:
        """Whether the beginnings of all matches are known."""
        return bool(self.words or self.stems or self.marks)


def promise(pattern: str) -> Promise:
    """Read a pattern."""
    part = read(pattern)
    if part is None:
        return Promise()
    texts = [(text.partition(EDGE)[0], whole, EDGE in text, need) for text, whole, need in part.starts]
    if not all(text for text, *_ in texts):
        return Promise(needs=part.needs)
    bare = pattern
    while bare.startswith("(?") and bare[2:4] in ("i)", "m)", "s)"):
        bare = bare[4:]
    one = is_one(pattern)
    at_word, word_ends = one and bare.startswith(r"\b"), one and bare.endswith(r")\b")
    words: list[Beginning] = []
    stems: list[Beginning] = []
    marks: list[Beginning] = []
    for text, whole, edge, need in texts:
        first = _first_word(text)
        if not at_word or not first:
            marks.append((text, need))
        elif len(first) < len(text) or edge or (whole and word_ends):
            words.append((text, need))
        else:
            stems.append((text, need))
    return Promise(
        tuple(dict.fromkeys(words)), tuple(dict.fromkeys(stems)), tuple(dict.fromkeys(marks)), part.needs
    )  # fmt: skip


@functools.cache
def _word() -> Any:
    import regex

    return regex.compile(r"\w+", regex.V0)


def _first_word(text: str) -> str:
    found = _word().match(text)
    return found[0] if found else ""


class Prepared:
    """A text made ready for all patterns at once."""

    __slots__ = ("_places", "characters", "folded", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = folded(text)
        self.words = frozenset(_word().findall(self.folded))
        self.characters = frozenset(self.folded)
        self._places: dict[str, list[int]] | None = None

    def places(self, word: str) -> list[int]:
        """Where this word stands."""
        if self._places is None:
            self._places = {}
            for found in _word().finditer(self.folded):
                self._places.setdefault(found[0], []).append(found.start())
        return self._places.get(word, [])


class _Group:
    """All beginnings that share a first word: usually none of the longer ones is there, and one question tells."""

    __slots__ = ("bare", "longer", "texts")

    def __init__(self, word: str, entries: list[Entry]) -> None:
        self.bare = [entry for entry in entries if entry[1] == word]
        self.longer = [entry for entry in entries if entry[1] != word]
        self.texts = tuple(dict.fromkeys(text for _, text, _ in self.longer))


class Index:
    """All patterns of a set of rules. `candidates` says which may match, and where."""

    def __init__(self, patterns: Sequence[str], promises: Sequence[Promise]) -> None:
        self.patterns = patterns
        words: dict[str, list[Entry]] = {}
        stems: dict[int, dict[str, list[Entry]]] = {}
        self._marks: dict[str, list[Entry]] = {}
        self._needs: list[tuple[int, tuple[str, ...]]] = []
        self._always: list[int] = []
        for number, known in enumerate(promises):
            for text, need in known.words:
                words.setdefault(_first_word(text), []).append((number, text, need))
            for text, need in known.stems:
                key = _first_word(text)[:STEM]
                stems.setdefault(len(key), {}).setdefault(key, []).append((number, text, need))
            for text, need in known.marks:
                self._marks.setdefault(text[0], []).append((number, text, need))
            if not known.begins:
                if known.needs:
                    self._needs.append((number, known.needs))
                else:
                    self._always.append(number)
        self._words = {word: _Group(word, entries) for word, entries in words.items()}
        self._stems = {size: {key: _Group(key, some) for key, some in keys.items()} for size, keys in stems.items()}

    def candidates(self, text: Prepared) -> dict[int, list[int] | None]:
        """For every pattern that may match: the places to try in order, or None where it must be searched for."""
        found: dict[int, list[int] | None] = dict.fromkeys(self._always)
        for number, needs in self._needs:
            if any(need in text.folded for need in needs):
                found[number] = None
        places: dict[int, set[int]] = {}
        for word in text.words & self._words.keys():
            self._try(self._words[word], text, text.places(word), places)
        for length, stems in self._stems.items():
            for word in text.words:
                if word[:length] in stems:
                    self._try(stems[word[:length]], text, text.places(word), places)
        for character in text.characters & self._marks.keys():
            for number, mark, need in self._marks[character]:
                at = text.folded.find(mark) if need in text.folded else -1
                while at >= 0:
                    places.setdefault(number, set()).add(at)
                    at = text.folded.find(mark, at + 1)
        for number, some in places.items():
            found[number] = sorted(some)
        return found

    @staticmethod
    def _try(group: _Group, text: Prepared, at: list[int], places: dict[int, set[int]]) -> None:
        whole = text.folded
        for place in at:
            for number, _, need in group.bare:
                if need in whole:
                    places.setdefault(number, set()).add(place)
            if not whole.startswith(group.texts, place):
                continue
            for number, beginning, need in group.longer:
                if whole.startswith(beginning, place) and need in whole:
                    places.setdefault(number, set()).add(place)


def matches(pattern: str, text: str, places: list[int] | None) -> Iterator[Any]:
    """The matches of a pattern: those of a search, found by trying only these places (None: everywhere)."""
    if places is None:
        yield from dialect.finditer(pattern, text)
        return
    end = 0
    for place in places:
        if place >= end and (match := dialect.match_at(pattern, text, place)):
            yield match
            end = match.end()
