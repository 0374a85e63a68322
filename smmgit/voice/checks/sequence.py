"""Checks of words in a row, by form and part of speech, as Vale walks them.

The first step with a pattern is the anchor: from each word that fits it, the steps before are followed to the left
and the steps from it on to the right. `skip: n` lets up to n words pass before a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from smmgit.voice.checks.check import Check, Hit, Memory, Silence
from smmgit.voice.pattern import dialect
from smmgit.voice.rule import Sequence as SequenceRule
from smmgit.voice.rule import Step


class Slot(Struct, frozen=True):
    """A place in the row: a step, or one of the words that may pass before it."""

    step: Step
    optional: bool
    first: bool = False  # of those that may pass
    last: bool = False  # the step itself


class Word(Struct, frozen=True):
    """A word of the text with its part of speech."""

    text: str
    tag: str
    start: int
    end: int


class SequenceCheck(Check):
    """Every row of words that fits."""

    def __init__(self, rule: SequenceRule) -> None:
        super().__init__(rule)
        self.ignorecase = "(?i)" if rule.ignorecase else ""
        self.slots = [slot for step in rule.tokens for slot in _slots(step)]
        self.tagged = any(slot.step.tag for slot in self.slots)
        for slot in self.slots:
            dialect.check(self.ignorecase + slot.step.pattern)
            dialect.check(slot.step.tag)
        self.anchors = [
            (number, slot) for number, slot in enumerate(self.slots) if slot.step.pattern and not slot.step.negate
        ]

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """The rows found from each occurrence of the anchor."""
        anchor = next(((n, slot) for n, slot in self.anchors if not slot.optional), None)
        if anchor is None:
            return
        number, slot = anchor
        found = list(dialect.finditer(f"{self.ignorecase}(?m)(?:{slot.step.pattern})", text))
        if not found:
            return
        words = self._words(text)
        tried: set[int] = set()
        for _ in found:
            at = next((n for n, word in enumerate(words) if n not in tried and self._fits(slot.step, word)), None)
            if at is None:
                return
            tried.add(at)
            row = self._row(words, number, at)
            if row:
                start, end = words[row[0]].start, words[row[-1]].end
                yield Hit(start, end, tuple(words[n].text for n in row))

    def _words(self, text: str) -> list[Word]:
        from smmgit.voice.prose.tagger import tag, words

        places = words(text)
        texts = [text[start:end] for start, end in places]
        tags = tag(texts) if self.tagged else [""] * len(texts)
        return [Word(*row) for row in zip(texts, tags, *zip(*places, strict=True), strict=True)] if places else []

    def _fits(self, step: Step, word: Word) -> bool:
        tag = (not step.tag or dialect.search(step.tag, word.tag) is not None) != step.negate
        form = dialect.search(f"{self.ignorecase}^(?:{step.pattern})$", word.text) is not None
        form = not step.pattern or form != step.negate
        if not step.pattern:
            return tag
        return form if not step.tag else tag and form

    def _row(self, words: Sequence[Word], number: int, at: int) -> list[int]:
        """The words of a row around an anchor; empty when it breaks."""
        row: list[int] = []
        slot, word = number - 1, at - 1
        while slot >= 0:
            if word < 0:
                if all(self.slots[n].step.negate for n in range(slot + 1)):
                    break
                return []
            row.insert(0, word)
            place = self.slots[slot]
            optional = (place.optional or place.last) and not place.first if place.step.skip else place.optional
            fits = self._fits(place.step, words[word])
            if not fits and not optional:
                return []
            if fits and optional:
                break
            slot, word = slot - 1, word - 1
        slot, word = number, at
        while slot < len(self.slots):
            if word >= len(words):
                if all(self.slots[n].step.negate for n in range(slot, len(self.slots))):
                    break
                return []
            row.append(word)
            place = self.slots[slot]
            fits = self._fits(place.step, words[word])
            if not fits and not place.optional:
                return []
            if fits and place.optional:
                break
            slot, word = slot + 1, word + 1
        return row


def _slots(step: Step) -> Iterator[Slot]:
    for left in range(step.skip, 0, -1):
        yield Slot(step, optional=True, first=left == step.skip)
    if step.pattern or step.tag:
        yield Slot(step, optional=False, last=True)
