"""Which part of speech each word of an English sentence is (Penn Treebank tags).

A greedy averaged perceptron. The weights are Matthew Honnibal's of 2013 (MIT licence, `tagger.LICENSE`), the model
Vale's own library descends from, shrunk by `tools/shrink_tagger.py`.
"""

from __future__ import annotations

import pkgutil
import zlib
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct, msgpack

from smmgit.text.late import late

STEP = 0.3  # what one step of a stored weight is worth; only ratios matter here
# What is looked at, and the letter that stands for it in the model.
KINDS = {
    "bias": "A",
    "i suffix": "B",
    "i pref1": "C",
    "i-1 tag": "D",
    "i-2 tag": "E",
    "i tag+i-2 tag": "F",
    "i word": "G",
    "i-1 tag+i word": "H",
    "i-1 word": "I",
    "i-1 suffix": "J",
    "i-2 word": "K",
    "i+1 word": "L",
    "i+1 suffix": "M",
    "i+2 word": "N",
}
LONGEST = 60  # letters of a word that are looked at

_WORD = late(
    r"https?://\S+|[#@]\w+(?:[.-]\w+)*"
    r"|[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|['’](?:ll|re|ve|s|m|d)\b|(?:[A-Za-z]\.){2,}"
    r"|\d{1,2}:\d\d|[^\W_]+(?:[-.,&](?=[^\W_])[^\W_]+|['’](?!(?:ll|re|ve|s|m|d)\b)(?=[^\W_])[^\W_]+)*|\.{2,}|[^\w\s]|_+",
    2,
)
_MARKS = {
    **dict.fromkeys(".!?", "."),
    **dict.fromkeys((":", ";", "-", "–", "—", "…", "...", "--"), ":"),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    **dict.fromkeys("“‘«", "``"),
    **dict.fromkeys("”»", "''"),
    ",": ",",
    "$": "$",
    "€": "$",
    "£": "$",
    "#": "#",
    "%": "NN",
    "&": "CC",
    "’": "''",
    "'": "''",
}
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion".split()
)
_ALIKE = {"’s": "'s", "’ll": "'ll", "’re": "'re", "’ve": "'ve", "’m": "'m", "’d": "'d", "n’t": "n't", "i": "I"}


class _Model(Struct, frozen=True):
    tags: list[str]
    sure: dict[str, str]
    features: dict[str, bytes]


def words(text: str) -> list[tuple[int, int]]:
    """The words and marks of a text as the treebank cuts them: `don't` is two, a comma is one."""
    return [found.span() for found in _WORD.finditer(text)]


def tag(words: Sequence[str]) -> list[str]:
    """One tag for each word of a sentence."""
    model = _model()
    plain = [_ALIKE.get(word.lower(), word[:LONGEST]) or " " for word in words]
    around = ["-START-", "-START2-", *map(_normal, plain), "-END-", "-END2-"]
    before, before_that = "-START-", "-START2-"
    tags: list[str] = []
    for at, word in enumerate(plain):
        found = _by_look(word, tags) or model.sure.get(word) or _guess(at + 2, word, around, before, before_that)
        tags.append(found)
        before_that, before = before, found
    return tags


def _by_look(word: str, tags: list[str]) -> str:
    """The tag of what needs no context: marks, figures, handles, tags, addresses."""
    if word == '"':
        return "''" if tags.count("``") > tags.count("''") else "``"
    if mark := _MARKS.get(word):
        return "POS" if word in ("'", "’") and tags and tags[-1] in ("NNS", "NNPS") else mark
    if len(word) > 1 and word[0] in "#@":
        return "NN" if word[0] == "#" else "NNP"
    if word.startswith(("http://", "https://")):
        return "NN"
    if word.lower() in _NUMBERS:
        return "CD"
    if not any(map(str.isalnum, word)):
        return ":" if word.startswith("..") else "SYM"
    return "CD" if word[0].isdigit() and word.replace(",", "").replace(".", "").isdigit() else ""


def _normal(word: str) -> str:
    if "-" in word and word[0] != "-":
        return "!HYPHEN"
    if word.isdigit() and len(word) == 4:
        return "!YEAR"
    return "!DIGITS" if word[0].isdigit() else word.lower()


def _guess(at: int, word: str, around: list[str], before: str, before_that: str) -> str:
    """The tag with the greatest sum of weights."""
    scores = [0] * len(_model().tags)
    for feature in (
        "A",
        "B" + word[-3:],
        "C" + word[0],
        "D" + before,
        "E" + before_that,
        f"F{before} {before_that}",
        "G" + around[at],
        f"H{before} {around[at]}",
        "I" + around[at - 1],
        "J" + around[at - 1][-3:],
        "K" + around[at - 2],
        "L" + around[at + 1],
        "M" + around[at + 1][-3:],
        "N" + around[at + 2],
    ):
        for which, weight in _weights(feature):
            scores[which] += weight
    best = max(range(len(scores)), key=lambda which: (scores[which], which))
    return _model().tags[best]


@lru_cache(32768)
def _weights(feature: str) -> tuple[tuple[int, int], ...]:
    stored = _model().features.get(feature, b"")
    return tuple(
        (which, step - 256 if step > 127 else step) for which, step in zip(stored[::2], stored[1::2], strict=True)
    )


@cache
def _model() -> _Model:
    """The model, read from the package at the first word."""
    packed = pkgutil.get_data(__name__, "tagger.bin")
    if packed is None:
        raise FileNotFoundError("tagger.bin")
    return msgpack.decode(zlib.decompress(packed), type=_Model)
