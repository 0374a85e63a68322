"""How long, how dense and how easy to read a text is: counts, reading grades, and formulas over them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from smmgit.text.late import late
from smmgit.voice.prose.formula import FormulaError, evaluate, holds
from smmgit.voice.prose.sentences import sentences
from smmgit.voice.prose.syllables import syllables

__all__ = ["STRUCTURE", "FormulaError", "counts", "evaluate", "holds", "readability"]

# What a document is made of; the engine counts these, absent ones are none.
STRUCTURE = ("pre", "list", "blockquote", *(f"heading_h{level}" for level in range(1, 7)))
_WORD = late(r"(?:[A-Z]\.){2,}|[^\W_](?:[^\W_]|['’])*")


def counts(summary: str, structure: Mapping[str, int], lang: str = "en") -> dict[str, float]:
    """Every variable a `metric` formula may name, for the prose of a document and what it is made of."""
    found = dict.fromkeys(
        ("words sentences syllables characters complex_words polysyllabic_words long_words paragraphs").split(), 0.0
    )
    parts = summary.split("\n\n")
    for part in parts:
        for start, end in sentences(part):
            found["sentences"] += 1
            for one in _WORD.finditer(part, start, end):
                _count(one[0], found, lang)
    found["paragraphs"] = float(len(parts) - 1)
    found.update(dict.fromkeys(STRUCTURE, 0.0))
    found.update({name.replace(".", "_"): float(count) for name, count in structure.items()})
    return found


def _count(word: str, found: dict[str, float], lang: str) -> None:
    beats = syllables(word, lang)
    found["words"] += 1
    found["syllables"] += beats
    found["characters"] += sum(map(str.isalnum, word))
    found["long_words"] += len(word.encode("utf-8", "replace")) > 6  # bytes, as Vale counts them
    found["polysyllabic_words"] += beats > 2
    found["complex_words"] += beats - word.endswith(("es", "ed", "ing")) > 2


def _per(a: str, b: str) -> Callable[[Mapping[str, float]], float]:
    return lambda v: v[a] / v[b] if v[b] else math.nan


_WORDS = _per("words", "sentences")
_BEATS = _per("syllables", "words")
_FORMULAS: dict[str, Callable[[Mapping[str, float]], float]] = {
    "Flesch-Kincaid": lambda v: 0.39 * _WORDS(v) + 11.8 * _BEATS(v) - 15.59,
    "Flesch Reading Ease": lambda v: 206.835 - 1.015 * _WORDS(v) - 84.6 * _BEATS(v),
    "Gunning Fog": lambda v: 0.4 * (_WORDS(v) + 100 * _per("complex_words", "words")(v)),
    "SMOG": lambda v: 1.043 * math.sqrt(30 * _per("polysyllabic_words", "sentences")(v)) + 3.1291,
    "Automated Readability": lambda v: 4.71 * _per("characters", "words")(v) + 0.5 * _WORDS(v) - 21.43,
    "Coleman-Liau": lambda v: 5.88 * _per("characters", "words")(v) - 29.6 * _per("sentences", "words")(v) - 15.8,
    "LIX": lambda v: _WORDS(v) + 100 * _per("long_words", "words")(v),
    # Kandel and Moles (1958): Flesch's reading ease for French; counts must be made with lang="fr".
    "Kandel-Moles": lambda v: 207 - 1.015 * _WORDS(v) - 73.6 * _BEATS(v),
}
GRADES = ("SMOG", "Gunning Fog", "Coleman-Liau", "Flesch-Kincaid", "Automated Readability")


def readability(name: str, values: Mapping[str, float]) -> float:
    """One named measure of counted values; `nan` for a text without words. Raises `KeyError` for an unknown name."""
    return _FORMULAS[name](values)
