"""How alike two texts are: a sketch to find the few worth comparing, then the comparison.

The sketch is a bottom-k MinHash over words in threes: of two texts that share most of their threes, most of the
smallest hashes are the same, so that among ten thousand posts only a handful of pairs need be read.
"""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

SIZE = 8
_FIRST = 80  # words: whoever copies a text copies its beginning
_MASK = 0xFFFFFFFF


def sketch(gist: str) -> tuple[int, ...]:
    """The smallest hashes of a gist's words in threes; empty for fewer than five words, which say too little."""
    words = gist.split(maxsplit=_FIRST)[:_FIRST]
    if len(words) < 5:
        return ()
    hashes = list(map(_hash, words))
    threes = {
        (one * 0x9E3779B1 + two * 0x85EBCA6B ^ three) & _MASK
        for one, two, three in zip(hashes, hashes[1:], hashes[2:], strict=False)
    }
    return tuple(sorted(threes)[:SIZE])


def alike(one: str, other: str, least: float) -> float:
    """How much of two gists is the same, 0 to 1; 0 too where it is less than `least`, or only the figures differ.

    Where figures differ, the news does: `version 14 is out` and `version 15 is out` are two announcements.
    """
    if _figures(one) != _figures(other):
        return 0.0
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other, score_cutoff=100 * least) / 100


def _figures(gist: str) -> set[str]:
    return {word for word in gist.split() if any(map(str.isdigit, word))}


@lru_cache(maxsize=1 << 15)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
