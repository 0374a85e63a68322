"""Checks that judge a text as a whole: capitalization, metric, readability, script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from smmgit.voice.checks.check import Check, Exceptions, Hit, Memory, Silence
from smmgit.voice.pattern import dialect
from smmgit.voice.rule import Action, Capitalization, Metric, Readability, Script

CASES = ("$title", "$sentence", "$lower", "$upper")


class CapitalizationCheck(Check):
    """The text is not written with the capitals it should have."""

    def __init__(self, rule: Capitalization, accepted: Sequence[str]) -> None:
        super().__init__(rule)
        self.match, self.how = rule.match, rule
        self.exceptions = Exceptions((*rule.exceptions, *(accepted if rule.vocab else ())))
        if self.match not in CASES:
            dialect.check(self.match)

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """The whole text, when its case is wrong."""
        right, expected = self._verdict(text)
        if right:
            return
        action = None
        if self.rule.action.name == "replace" and not self.rule.action.params and self.match in CASES[:2]:
            action = Action("replace", (expected,))
        yield Hit(0, len(text), (text, expected), action)

    def _verdict(self, text: str) -> tuple[bool, str]:
        if self.match not in CASES:
            right = dialect.search(self.match, text) is not None or self.exceptions.hold(text)
            return right, self.match
        from smmgit.voice.prose.case import expected_case

        return expected_case(
            text, self.match, style="Chicago" if self.how.case == "Chicago" else "AP",  # type: ignore[arg-type]
            exceptions=self.exceptions.terms, indicators=self.how.indicators,
            threshold=self.how.threshold or 0.8, prefix=self.how.prefix,
        )  # fmt: skip


class MetricCheck(Check):
    """A formula over the text's counts does not keep its condition."""

    def __init__(self, rule: Metric) -> None:
        super().__init__(rule)
        self.formula, self.condition = rule.formula, rule.condition

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """The text as a whole."""
        from smmgit.voice.prose.formula import FormulaError, evaluate, holds
        from smmgit.voice.prose.metrics import counts

        values = counts(text, memory.structure)
        if not values.get("words"):
            return
        try:
            value = evaluate(self.formula, values)
            if holds(self.condition, value, values):
                yield Hit(-1, -1, (f"{value:.2f}",))
        except FormulaError as error:
            silence(-1, -1, self.formula, str(error))


class ReadabilityCheck(Check):
    """The text is harder to read than wanted."""

    def __init__(self, rule: Readability) -> None:
        super().__init__(rule)
        self.metrics, self.grade = rule.metrics, rule.grade

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """The text as a whole; the mean of the measures counts."""
        from smmgit.voice.prose.metrics import counts, readability

        values = counts(text, memory.structure)
        if not values.get("words") or not self.metrics:
            return
        grade = sum(readability(name, values) for name in self.metrics) / len(self.metrics)
        if grade > self.grade:
            yield Hit(-1, -1, (f"{grade:.2f}",))


class ScriptCheck(Check):
    """What a translated script finds."""

    def __init__(self, rule: Script, run: Callable[[str], Iterable[tuple[int, int, str]]]) -> None:
        super().__init__(rule)
        self.run = run

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """The script's own spans and messages."""
        for start, end, said in self.run(text):
            yield Hit(start, end, (text[start:end],), None, said)
