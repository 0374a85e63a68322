"""Checks that remember what a file said before: consistency and conditional."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from smmgit.voice.checks.check import Check, Exceptions, Hit, Memory, Silence
from smmgit.voice.pattern import build, dialect
from smmgit.voice.rule import Conditional, Consistency


class ConsistencyCheck(Check):
    """Both ways of writing one thing in the same file."""

    def __init__(self, rule: Consistency, one: str, other: str, template: str = "") -> None:
        super().__init__(rule)
        self.pattern = build.templated(
            f"(?P<one>{one})|(?P<other>{other})", word=not rule.nonword, ignorecase=rule.ignorecase, own=template
        )
        dialect.check(self.pattern)
        self.pair = (rule.name, one, other)

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """One hit a text, at the last match, once both were seen in the file."""
        last = None
        for last in matches:
            memory.seen.add((self.pair, last["one"] is not None))
        if last is not None and {(self.pair, True), (self.pair, False)} <= memory.seen:
            start, end = last.span("one") if last["one"] is not None else last.span("other")
            yield Hit(start, end, (text[start:end],))


class ConditionalCheck(Check):
    """What asks for something that was not said."""

    def __init__(self, rule: Conditional, accepted: Sequence[str]) -> None:
        super().__init__(rule)
        self.first, self.second = rule.first, rule.second
        self.captures = build.has_group(rule.second)
        for pattern in (self.first, self.second):
            dialect.check(pattern)
        self.exceptions = Exceptions((*rule.exceptions, *(accepted if rule.vocab else ())))

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """The matches of `first` that nothing said so far explains."""
        if not self.captures:
            if dialect.search(self.second, text):
                return
        else:
            for match in dialect.finditer(self.second, text):
                memory.seen.update(group for group in match.groups() if group)
        for match in dialect.finditer(self.first, text):
            if self.captures and match[0] in memory.seen:
                continue
            if self.exceptions.hold(match[0]) or self.exceptions.around(text, *match.span()):
                silence(match.start(), match.end(), match[0], self.exceptions.which(match[0]))
            else:
                yield Hit(match.start(), match.end(), (match[0],))
