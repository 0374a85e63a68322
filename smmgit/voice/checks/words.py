"""Checks that look for texts: existence and substitution."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from smmgit.text.late import late
from smmgit.voice import message
from smmgit.voice.checks.check import Check, Exceptions, Hit, Memory, Silence
from smmgit.voice.pattern import build, dialect
from smmgit.voice.pattern.forms import written_as
from smmgit.voice.rule import Action, Existence, Substitution

TERMS = "Vale.Terms"  # its values are patterns of a vocabulary: a person wants to see a word
_GROUP = late(r"\$(?:(\d+)|\{(\w+)\})")


class ExistenceCheck(Check):
    """Every match that is no exception."""

    def __init__(self, rule: Existence, accepted: Sequence[str], template: str = "") -> None:
        super().__init__(rule)
        self.pattern = build.existence(
            rule.tokens, rule.raw, ignorecase=rule.ignorecase, nonword=rule.nonword, append=rule.append, own=template
        )
        dialect.check(self.pattern)
        words = accepted if rule.vocab and not rule.nonword else ()
        self.exceptions = Exceptions((*rule.exceptions, *words))

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """The matches."""
        for match in matches:
            seen = match[0].strip()
            if self.exceptions.hold(seen):
                silence(match.start(), match.end(), seen, self.exceptions.which(seen))
            else:
                yield Hit(match.start(), match.end(), (match[0],))


class SubstitutionCheck(Check):
    """Every match that is not yet written as it should be."""

    def __init__(self, rule: Substitution, accepted: Sequence[str], template: str = "") -> None:
        super().__init__(rule)
        self.swap = rule.swap
        self.keys = build.longest_first(list(rule.swap))
        self.pattern = build.substitution(
            self.keys, ignorecase=rule.ignorecase, nonword=rule.nonword, own=template
        )  # fmt: skip
        dialect.check(self.pattern)
        self.ignorecase, self.capitalize = rule.ignorecase, rule.capitalize
        self.exceptions = Exceptions((*rule.exceptions, *(accepted if rule.vocab else ())))

    def hits(self, text: str, matches: Iterable[Any], memory: Memory, silence: Silence) -> Iterator[Hit]:
        """The matches, with what to write instead."""
        action = self.rule.action
        for match in matches:
            number = match.lastindex
            if not number:
                continue
            start, end = match.span(number)
            observed = match[number]
            expected = self._expected(self.keys[number - 1], observed)
            if self._right(expected, observed):
                continue
            if self.exceptions.hold(observed):
                silence(start, end, observed, self.exceptions.which(observed))
                continue
            if action.name != "replace" or action.params:
                shown = written_as(expected, observed) if self.rule.name == TERMS else expected
                yield Hit(start, end, (shown, observed))
                continue
            offers = options(expected)
            if self.capitalize and observed == message.capital_first(observed):
                offers = [message.capital_first(offer) for offer in offers]
            yield Hit(
                start, end, (message.listed(offers), observed), Action("replace", tuple(offers)),
                message.quoted_once(self.rule.message),
            )  # fmt: skip

    def _expected(self, key: str, observed: str) -> str:
        expected = self.swap[key]
        if self.capitalize and observed == message.capital_first(observed):
            expected = message.capital_first(expected)
        if not _GROUP.search(expected):
            return expected
        found = dialect.search(("(?i)" if self.ignorecase else "") + key, observed)
        if not found:
            return observed
        return (
            observed[: found.start()] + _GROUP.sub(lambda group: _of(found, group), expected) + observed[found.end() :]
        )

    def _right(self, expected: str, observed: str) -> bool:
        if self.rule.action.name == "replace":
            return observed in options(expected)
        if all(character.isalnum() or character in " -" for character in expected):
            return expected == observed
        try:
            return dialect.search(f"^(?:{expected})$", observed) is not None
        except dialect.PatternError:
            return expected == observed


def _of(found: Any, group: re.Match[str]) -> str:
    name = group[1] or group[2]
    try:
        return found[int(name) if name.isdigit() else name] or ""
    except (IndexError, KeyError):
        return group[0]


def options(value: str) -> list[str]:
    """`a|b` as its parts; `\\|` is a bar."""
    return [part.replace("\x00", "|") for part in value.replace(r"\|", "\x00").split("|") if part]
