"""Checks that count: occurrence and repetition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from smmgit.voice.checks.check import Check, Exceptions, Hit, Memory, Silence
from smmgit.voice.pattern import dialect
from smmgit.voice.rule import Occurrence, Repetition


class OccurrenceCheck(Check):
    """Too many or too few of something, once a text."""

    def __init__(self, rule: Occurrence) -> None:
        super().__init__(rule)
        self.most, self.least = rule.max, rule.min
        self.own = f"{'(?i)' if rule.ignorecase else ''}(?:{rule.token})"
        dialect.check(self.own)
        if not self.least:
            self.pattern = self.own  # none at all is never too many

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """One hit, at the first match that is neither blank nor masked."""
        found = list(matches) if self.pattern else list(dialect.finditer(self.own, text))
        count = len(found)
        if not ((self.most > 0 and count > self.most) or (self.least > 0 and count < self.least)):
            return
        if not count:
            yield Hit(-1, -1, (count,))
        for match in found:
            if match[0].strip() and match[0].strip("*@"):
                yield Hit(match.start(), match.end(), (count,))
                return


class RepetitionCheck(Check):
    """Something directly after itself."""

    def __init__(self, rule: Repetition, accepted: Sequence[str]) -> None:
        super().__init__(rule)
        self.own = f"{'(?i)' if rule.ignorecase else ''}({'|'.join(rule.tokens)})"
        dialect.check(self.own)
        self.most, self.alpha, self.ignorecase = rule.max, rule.alpha, rule.ignorecase
        self.exceptions = Exceptions((*rule.exceptions, *(accepted if rule.vocab else ())))

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """The second of two equal matches; not across the end of a sentence."""
        before, start, count = "", 0, 0
        for match in dialect.finditer(self.own, text):
            now = match[0].strip()
            same = self._same(now, before)
            count += same
            if same and count > self.most and self._in_one_sentence(text[start : match.end()]):
                stretch = text[start : match.end()]
                if self.exceptions.hold(stretch) or self.exceptions.around(text, start, match.end()):
                    silence(start, match.end(), stretch, self.exceptions.which(stretch))
                else:
                    yield Hit(start, match.end(), (now,))
                    count = 0
            before, start = now, match.start()

    def _same(self, now: str, before: str) -> bool:
        if not now or not (now == before or (self.ignorecase and now.casefold() == before.casefold())):
            return False
        return not self.alpha or now.isalpha()

    @staticmethod
    def _in_one_sentence(text: str) -> bool:
        from smmgit.voice.prose.sentences import sentences

        return len(sentences(text)) == 1
