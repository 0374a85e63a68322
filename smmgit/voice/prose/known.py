"""Known misspellings in French and English: the cheap check that is right whenever it speaks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from smmgit.model.say import Say
from smmgit.voice.prose.masks import is_name, no_prose
from smmgit.voice.prose.phrases import Phrases
from smmgit.voice.prose.span import Span

MISSPELT = Say("“{word}” is misspelt; write “{right}”.", "« {word} » est mal orthographié ; écrire « {right} ».")


def check(text: str, lang: str, more: Phrases[tuple[str, ...]] | None = None) -> list[Span]:
    """The known misspellings of a text in French or English; `more` is a further list (`listed`), such as codespell's.

    Addresses, handles, tags, code and names (a capital inside a sentence) are left alone.
    """
    spans: list[Span] = []
    for table in (_own(lang[:2].lower()), more):
        if table is None:
            continue
        hidden = no_prose(text)
        for start, end, rights in table.find(text):
            word = text[start:end]
            if hidden.covers(start) or is_name(text, start, word) or any(one.start == start for one in spans[-50:]):
                continue
            fitted = tuple(_cased(word, right) for right in rights)
            spans.append(Span(start, end, MISSPELT.with_(word=word, right=fitted[0]), fitted, "known"))
    return sorted(spans, key=lambda one: one.start)


def listed(table: Mapping[str, tuple[str, ...]]) -> Phrases[tuple[str, ...]]:
    """A table of misspellings ready for `check`; make it once."""
    return Phrases(table)


def read_codespell(text: str) -> dict[str, tuple[str, ...]]:
    """A codespell dictionary: `wrong->right` or `wrong->one, two,` a line, a reason after the last comma."""
    table = {}
    for line in text.splitlines():
        wrong, arrow, rights = line.partition("->")
        fixes = [one.strip() for one in rights.split(",")]
        if len(fixes) > 1:
            fixes = fixes[:-1]
        if arrow and wrong.strip() and fixes[0]:
            table[wrong.strip().lower()] = tuple(fix for fix in fixes if fix)
    return table


@lru_cache(4)
def _own(lang: str) -> Phrases[tuple[str, ...]] | None:
    from smmgit.voice.prose.known_words import ENGLISH, FRENCH

    words = {"fr": FRENCH, "en": ENGLISH}.get(lang)
    if not words:
        return None
    pairs = (entry.replace("_", " ").partition("=") for entry in words.split())
    return Phrases({wrong: tuple(right.split("/")) for wrong, _, right in pairs})


def _cased(word: str, right: str) -> str:
    if len(word) > 2 and word.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if word[:1].isupper() else right
