"""What a pull request may contain: texts that are long, broken or strange must neither hang nor break a check."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from smmgit.voice.prose.case import expected_case
from smmgit.voice.prose.french.address import address
from smmgit.voice.prose.french.anglicisms import anglicisms
from smmgit.voice.prose.french.inclusive import inclusive
from smmgit.voice.prose.french.typography import capitals, hours, initials, numbers, ordinals, small_names
from smmgit.voice.prose.grammar import Sheet
from smmgit.voice.prose.known import check
from smmgit.voice.prose.metrics import counts
from smmgit.voice.prose.sentences import sentences
from smmgit.voice.prose.spelling import Dictionary, misspelt
from smmgit.voice.prose.syllables import syllables
from smmgit.voice.prose.tagger import tag, words
from smmgit.voice.prose.tengo import translate

SIZE = 100_000  # letters; anything but linear work takes far longer than the limit of a test
DICTIONARY = Dictionary("SFX A Y 1\nSFX A 0 s .\n", "word/A")
TEXTS = {
    "one word": "a" * SIZE,
    "one word of dots": "a." * (SIZE // 2),
    "points": "." * SIZE,
    "points apart": ". " * (SIZE // 2),
    "quotes": "«" * (SIZE // 2) + "\"'" * (SIZE // 4),
    "apostrophes": "l'" * (SIZE // 2),
    "hyphens": "a-" * (SIZE // 2),
    "figures": "1" * SIZE,
    "figures and colons": "1:2h" * (SIZE // 4),
    "initials": "A." * (SIZE // 2),
    "capitals": "AE " * (SIZE // 3),
    "small points": "a·e" * (SIZE // 3),
    "brackets": "a(e)" * (SIZE // 4),
    "spaces": " " * SIZE,
    "lines": "\n" * SIZE,
    "combining marks": "e" + "\u0301" * SIZE,
    "lone surrogates": "\ud83d " * (SIZE // 2),
    "half an emoji in a word": "pens\ude00pens",
    "signs": "@#:/`_*" * (SIZE // 7),
    "handles": "@a " * (SIZE // 3),
    "small words": "tu vous et ou 2ème à " * (SIZE // 21),
    "words": "le carnet de Lyon, une newsletter. " * (SIZE // 35),
    "letters that grow": "İŉǰ" * (SIZE // 3),
    "no text": "",
}
CHECKS: dict[str, Callable[[str], object]] = {
    "sentences": sentences,
    "sentences by line": lambda text: sentences(text, lines=True),
    "title": lambda text: expected_case(text, "$title", style="Chicago"),
    "sentence": lambda text: expected_case(text, "$sentence", exceptions=["Lyon"], lang="fr"),
    "counts": lambda text: counts(text, {}),
    "counts in French": lambda text: counts(text, {}, lang="fr"),
    "syllables": syllables,
    "misspelt": lambda text: misspelt(text, [DICTIONARY], accept=["Lyon", "le carnet"]),
    "known in French": lambda text: check(text, "fr"),
    "known in English": lambda text: check(text, "en"),
    "words": words,
    "tags": lambda text: tag([text[start:end] for start, end in words(text)[:2_000]]),
    "script": translate,
    "sheet": lambda text: Sheet([text]).text,
    "address": address,
    "anglicisms": anglicisms,
    "inclusive": inclusive,
    **{rule.__name__: rule for rule in (ordinals, hours, numbers, initials, capitals, small_names)},
}


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_no_text_hangs_or_breaks_a_check(check: Callable[[str], object]) -> None:
    for text in TEXTS.values():
        check(text)
