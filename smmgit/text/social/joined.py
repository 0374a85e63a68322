"""Which words are joined in a hashtag: `#fêtedesmères` is fête, des, mères."""

from __future__ import annotations

from smmgit.text.social.vocabulary import LITTLE, WHOLE, fold, words

LONGEST = 16
_LEAST = 8  # letters: below that too many single words read as two


def parted(tag: str) -> list[str]:
    """The words of a tag written in one case, empty where it may as well be a single word.

    Every letter must belong to a known word, and at least two words be longer than the little ones between them.
    """
    bare = tag.rstrip("0123456789")
    if bare != tag:  # a year behind it
        pieces = parted(bare)
        return [*pieces, tag[len(bare) :]] if pieces else []
    folded = fold(tag)
    if len(folded) != len(tag) or not _LEAST <= len(tag) <= 60 or folded in WHOLE or folded in words():
        return []
    cuts = _cuts(folded)
    if len(cuts) < 2:
        return []
    pieces, at = [], 0
    for size in cuts:
        pieces.append(tag[at : at + size])
        at += size
    real = [piece for piece in pieces if fold(piece) not in LITTLE]
    if len(real) < 2 or fold(pieces[-1]) in LITTLE or (len(pieces) == 2 and min(map(len, pieces)) < 4 and len(tag) < 9):
        return []
    return pieces


def capitalised(pieces: list[str]) -> str:
    """The words as one hashtag that reads as words."""
    return "".join(piece[:1].upper() + piece[1:] for piece in pieces)


def _cuts(text: str) -> list[int]:
    """The lengths of the fewest known words that make up the text; empty where none do."""
    known = words() | WHOLE
    best: list[list[int] | None] = [None] * (len(text) + 1)  # fewest words, of several ways the most uneven
    best[0] = []
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - LONGEST), end):
            before, piece = best[start], text[start:end]
            if before is None or not (piece in LITTLE or (len(piece) > 2 and piece in known)):
                continue
            here = best[end]
            way = [*before, end - start]
            if here is None or (len(way), -_uneven(way)) < (len(here), -_uneven(here)):
                best[end] = way
    return best[len(text)] or []


def _uneven(sizes: list[int]) -> int:
    return sum(size * size for size in sizes)
