"""Checks of single words against dictionaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from smmgit.voice.checks.check import Check, Hit, Memory, Silence
from smmgit.voice.pattern import dialect
from smmgit.voice.rule import Spelling

if TYPE_CHECKING:
    from smmgit.voice.prose.spelling import Dictionary

# What Vale leaves alone unless a rule says `custom: true`: CamelCase, initials, and whatever is not plain English.
USUAL = (r"[A-Z]{1}[a-z]+[A-Z]+\w+", r"[A-Z]+$", r"[^a-zA-Z_']")


class SpellingCheck(Check):
    """Every word that no dictionary knows."""

    def __init__(
        self, rule: Spelling, accepted: Sequence[str], dictionaries: Sequence[Dictionary], ignored: Sequence[str]
    ) -> None:
        super().__init__(rule)
        self.filters = (*rule.filters, *(() if rule.custom else USUAL))
        for pattern in self.filters:
            dialect.check(pattern)
        self.accepted = (*rule.exceptions, *accepted)
        self.dictionaries = tuple(dictionaries)
        self.ignored = frozenset(ignored)

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """The unknown words."""
        from smmgit.voice.prose.spelling import misspelt

        try:
            found = misspelt(
                text, self.dictionaries, filters=self.filters, ignore=self.ignored, accept=self.accepted
            )  # fmt: skip
        except TimeoutError as error:
            raise dialect.TooSlow(self.rule.name) from error
        for start, end, word in found:
            yield Hit(start, end, (word,))

    def spellings(self, word: str) -> list[str]:
        """How the word might be spelt."""
        return [suggestion for dictionary in self.dictionaries for suggestion in dictionary.suggest(word)]
