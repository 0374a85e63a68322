"""What every kind of check has in common: a rule made ready to run, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from smmgit.voice.pattern import build, dialect
from smmgit.voice.rule import Action, Rule
from smmgit.voice.scope import Selector, selectors


class Hit(NamedTuple):
    """Something found: a stretch of the text (-1: the text as a whole), and what the message is filled with."""

    start: int
    end: int
    values: Sequence[object]
    action: Action | None = None  # when it is not the rule's own
    message: str = ""  # when it is not the rule's own
    match: str | None = None  # when it is not the text of the stretch


class Memory:
    """What rules remember of one file."""

    def __init__(self) -> None:
        self.seen: set[Any] = set()
        self.structure: dict[str, int] = {}


Silence = Callable[[int, int, str, str], None]  # start, end, match, and the exception that silenced it


class Exceptions:
    """A rule's exceptions and, where it wants them, the words its team accepts."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = tuple(terms)
        self.pattern = build.exceptions(self.terms)
        self.phrase = build.phrases(self.terms)
        for pattern in filter(None, (self.pattern, self.phrase)):
            dialect.check(pattern)

    def hold(self, match: str) -> bool:
        """Whether the match is, or merely contains, an exception."""
        return bool(self.pattern) and dialect.search(self.pattern, match) is not None

    def around(self, text: str, start: int, end: int) -> bool:
        """Whether the stretch lies inside an accepted phrase."""
        return bool(self.phrase) and any(
            found.start() <= start and end <= found.end() for found in dialect.finditer(self.phrase, text)
        )

    def which(self, match: str) -> str:
        """The exception that holds, for whoever asks why."""
        for term in build.longest_first(self.terms):
            if dialect.search(build.exceptions([term]), match):
                return term
        return ""


class Check:
    """A rule ready to run. `pattern` is what the index looks for; without one the check looks by itself.

    `scope` and `level` are those in force. Subclasses define `hits`.
    """

    pattern: str = ""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.scope: tuple[Selector, ...] = selectors(rule.scope)

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """What the rule has to say about a text; `matches` are those of `pattern`."""
        raise TypeError(f"{type(self).__name__} does not say what it finds")

    def spellings(self, word: str) -> list[str]:
        """How a word might be spelt; only a spelling rule knows."""
        return []
