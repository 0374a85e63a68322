"""Rules made ready to run, or the reason why one cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from smmgit.voice.checks.check import Check
from smmgit.voice.pattern.dialect import PatternError
from smmgit.voice.rule import (
    Capitalization,
    Conditional,
    Consistency,
    Existence,
    Metric,
    Occurrence,
    Readability,
    Repetition,
    Rule,
    Script,
    Skipped,
    Spelling,
    Substitution,
)
from smmgit.voice.rule import (
    Sequence as SequenceRule,
)


class Lexicon(Struct, frozen=True):
    """The dictionaries of one spelling rule (pairs of `.aff` and `.dic` text) and the words it is told to ignore."""

    dictionaries: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()


Lexicons = Callable[[Spelling], Lexicon]


def nothing(rule: Spelling) -> Lexicon:
    """No dictionary at all."""
    return Lexicon()


def checks(
    rule: Rule, accepted: Sequence[str] = (), template: str = "", lexicons: Lexicons = nothing
) -> list[Check] | Skipped:
    """What a rule runs as: one check, or one for every pair of a consistency rule."""
    try:
        return list(_made(rule, accepted, template, lexicons))
    except PatternError as error:
        return Skipped(rule.name, f"its pattern cannot be read: {error}", rule.path, rule.line)
    except _Impossible as error:
        return Skipped(rule.name, str(error), rule.path, rule.line)


class _Impossible(Exception):
    """A rule that cannot run here."""


def _made(rule: Rule, accepted: Sequence[str], template: str, lexicons: Lexicons) -> Iterator[Check]:
    from smmgit.voice.checks import counts, files, words

    if isinstance(rule, Existence):
        yield words.ExistenceCheck(rule, accepted, template)
    elif isinstance(rule, Substitution):
        yield words.SubstitutionCheck(rule, accepted, template)
    elif isinstance(rule, Occurrence):
        yield counts.OccurrenceCheck(rule)
    elif isinstance(rule, Repetition):
        yield counts.RepetitionCheck(rule, accepted)
    elif isinstance(rule, Consistency):
        for one, other in rule.either.items():
            yield files.ConsistencyCheck(rule, one, other, template)
    elif isinstance(rule, Conditional):
        yield files.ConditionalCheck(rule, accepted)
    else:
        yield _other(rule, accepted, lexicons)


def _other(rule: Rule, accepted: Sequence[str], lexicons: Lexicons) -> Check:
    from smmgit.voice.checks import whole

    if isinstance(rule, Capitalization):
        return whole.CapitalizationCheck(rule, accepted)
    if isinstance(rule, Metric):
        return whole.MetricCheck(rule)
    if isinstance(rule, Readability):
        return whole.ReadabilityCheck(rule)
    if isinstance(rule, SequenceRule):
        from smmgit.voice.checks.sequence import SequenceCheck

        return SequenceCheck(rule)
    if isinstance(rule, Script):
        from smmgit.voice.prose.tengo import translate

        script = translate(rule.script)
        if isinstance(script, str):
            raise _Impossible(script)
        return whole.ScriptCheck(rule, script.run)
    if isinstance(rule, Spelling):
        from smmgit.voice.checks.spelling import SpellingCheck
        from smmgit.voice.prose.spelling import Dictionary

        lexicon = lexicons(rule)
        if not lexicon.dictionaries:
            raise _Impossible("none of its dictionaries is here")
        return SpellingCheck(rule, accepted, [Dictionary(*pair) for pair in lexicon.dictionaries], lexicon.ignored)
    raise _Impossible(f"no check is called {type(rule).__name__}")
