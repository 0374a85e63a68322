"""What a misspelt word may have been meant to be: the dictionary's own hints, one edit, two words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smmgit.voice.prose.hunspell.dictionary import Dictionary

MOST = 8
LONGEST = 30  # letters; a longer word has too many neighbours


def suggestions(dictionary: Dictionary, word: str) -> list[str]:
    """At most eight known words near this one, in its case."""
    if not 1 < len(word) <= LONGEST:
        return []
    lower = word if word.islower() else word[:1].lower() + word[1:] if word[1:].islower() else word.lower()
    found: dict[str, None] = {}
    for candidates in (_near, _farther):
        for candidate in candidates(dictionary, word, lower):
            if candidate not in found and candidate != word and _right(dictionary, candidate):
                found[candidate] = None
                if len(found) >= MOST:
                    break
        if found:
            break
    return [_like(word, one) for one in found]


def _near(dictionary: Dictionary, word: str, lower: str) -> Iterator[str]:
    """One mistake away."""
    affixes = dictionary.affixes
    yield from (lower, lower.title(), lower.upper()) if word == lower else (lower,)
    for old, new in affixes.rep:
        yield from _replaced(lower, old, new.replace("_", " "))
    yield from _similar(lower, affixes.similar)
    for at in range(len(lower) - 1):
        yield lower[:at] + lower[at + 1] + lower[at] + lower[at + 2 :]
    for at in range(len(lower)):
        yield lower[:at] + lower[at + 1 :]
    letters = dict.fromkeys(letter for letter in affixes.letters if letter.islower() or letter in "-'")
    for at in range(len(lower) + 1):
        for letter in letters:
            yield lower[:at] + letter + lower[at:]
    for at in range(len(lower)):
        for letter in letters:
            yield lower[:at] + letter + lower[at + 1 :]
    for at in range(1, len(lower)):
        yield f"{lower[:at]} {lower[at:]}"


def _farther(dictionary: Dictionary, word: str, lower: str) -> Iterator[str]:
    """Two mistakes away: of accents, of letters too many, or a usual mistake and one more."""
    affixes = dictionary.affixes
    accents = tuple(group for group in affixes.similar if not group.isascii())
    once = list(dict.fromkeys(_similar(lower, accents)))[:200]
    for first in once:
        yield from _similar(first, accents)
    shorter = [lower[:at] + lower[at + 1 :] for at in range(len(lower))]
    for first in shorter:
        yield from (first[:at] + first[at + 1 :] for at in range(len(first)))
    for first in shorter:
        yield from _similar(first, accents)
    for old, new in affixes.rep[:200]:
        for first in _replaced(lower, old, new.replace("_", " ")):
            yield from _similar(first, accents)


def _replaced(word: str, old: str, new: str) -> Iterator[str]:
    """The word with one occurrence of a usual mistake put right."""
    first, last = old.startswith("^"), old.endswith("$")
    old = old[first : len(old) - last]
    at = word.find(old) if old else -1
    while at >= 0:
        if not (first and at) and not (last and at + len(old) < len(word)):
            yield word[:at] + new + word[at + len(old) :]
        at = word.find(old, at + 1)


def _similar(word: str, groups: tuple[str, ...]) -> Iterator[str]:
    """The word with one letter exchanged for one that looks like it (e, é, è)."""
    for at, letter in enumerate(word):
        for group in groups:
            if letter in group:
                yield from (
                    word[:at] + other + word[at + 1 :] for other in group if other != letter and other.islower()
                )


def _right(dictionary: Dictionary, candidate: str) -> bool:
    parts = candidate.split(" ")
    if len(parts) > 1:
        return all((len(part) > 1 or part in "aàiày") and dictionary.accepts(part, suggesting=True) for part in parts)
    return dictionary.accepts(candidate, suggesting=True)


def _like(word: str, suggestion: str) -> str:
    """A suggestion in the case of the word."""
    if word.isupper() and len(word) > 1:
        return suggestion.upper()
    return suggestion[:1].upper() + suggestion[1:] if word[:1].isupper() else suggestion
