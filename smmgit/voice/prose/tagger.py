"""Which part of speech each word of an English sentence is (Penn Treebank tags)."""

from __future__ import annotations

from collections.abc import Sequence

from smmgit.text.late import late

_WORD = late(
    r"[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:ll|re|ve|s|m|d)\b|[^\W_]+(?:[-.,'’&](?!(?:ll|re|ve|s|m|d)\b)[^\W_]+)*|\.{2,}|[^\w\s]|_+",
    2,
)


def words(text: str) -> list[tuple[int, int]]:
    """The words and marks of a text as the treebank cuts them: `don't` is two, a comma is one."""
    return [found.span() for found in _WORD.finditer(text)]


def tag(words: Sequence[str]) -> list[str]:
    """One tag for each word."""
    return ["NN" if word[:1].isalpha() else "." for word in words]
