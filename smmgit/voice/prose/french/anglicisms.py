"""English words and turns in a French text, with what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from smmgit.model.say import Say
from smmgit.voice.prose.french.anglicism_list import LIST
from smmgit.voice.prose.masks import is_name, no_prose
from smmgit.voice.prose.phrases import Phrases
from smmgit.voice.prose.span import Span

_MESSAGE = Say(
    "“{word}” is English; French has “{right}”.",
    "« {word} » est un anglicisme ; écrire « {right} ».",
)
_VERB = "er é ée és ées e es ent ez ons ant ait aient ais era erai eras erez eront erait iez ions".split()


def anglicisms(text: str) -> list[Span]:
    """Each anglicism of a French text; addresses, handles, tags and what stands in « » are left alone."""
    hidden = no_prose(text, quoted=True)
    spans = []
    for start, end, (rights, barred) in _phrases().find(text):
        if hidden.covers(start):
            continue
        if barred and _previous(text, start) in barred:
            continue
        word = text[start:end]
        if is_name(text, start, word):
            continue
        fitted = tuple(_cased(word, right) for right in rights)
        spans.append(Span(start, end, _MESSAGE.with_(word=word, right=fitted[0]), fitted, "anglicism"))
    return spans


def _previous(text: str, start: int) -> str:
    """The word before, without its elision."""
    before = text[max(0, start - 40) : start].replace("’", "'").lower().split()
    return before[-1].rpartition("'")[2].strip('«("') if before else ""


def pairs() -> int:
    """How many entries the list has."""
    return sum(1 for _ in _lines())


def _lines() -> Iterator[tuple[str, str, str]]:
    for line in LIST.splitlines():
        forms, equals, rest = line.partition("=")
        if equals:
            rights, _, barred = rest.partition("!")
            yield forms.strip(), rights.strip(), barred.strip()


@lru_cache(1)
def _phrases() -> Phrases[tuple[tuple[str, ...], frozenset[str]]]:
    """Every written form; `(s)` marks a plural on both sides, `~` an -er verb."""
    entries = {}
    for forms, rights, barred in _lines():
        for form in forms.split("|"):
            for many in (False, True):
                if many and "(s)" not in form:
                    continue
                fitted = tuple(_number(right.strip(), many) for right in rights.split("|"))
                for surface in _surfaces(_number(form.strip(), many)):
                    entries[surface] = (fitted, frozenset(barred.split()))
    return Phrases(entries)


def _number(form: str, many: bool) -> str:
    return form.replace("(s)", "s" if many else "").replace("(x)", "x" if many else "")


def _surfaces(form: str) -> list[str]:
    if "~" not in form:
        return [form]
    stem, _, rest = form.partition("~")
    return [stem + ending + rest for ending in _VERB]


def _cased(word: str, right: str) -> str:
    if len(word) > 3 and word.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if word[:1].isupper() else right
