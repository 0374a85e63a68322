"""`BlockIgnores` and `TokenIgnores`: what a team's patterns take out of a text before it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from smmgit.voice.document.block import Reading

Finder = Callable[[str, str], Iterator[tuple[int, int]]]


def without(text: str, spots: Sequence[int], reading: Reading, find: Finder) -> tuple[str, Sequence[int]]:
    """The text with what is ignored made code: blocks a fence, tokens a code span. Places are kept."""
    for pattern in reading.token_ignores:
        text, spots = _wrapped(text, spots, list(find(pattern, text)), "`", "`")
    for pattern in reading.block_ignores:
        text, spots = _wrapped(text, spots, list(find(pattern, text)), "\n```\n", "\n```\n")
    if reading.comment_delimiters:
        text, spots = _comments(text, spots, *reading.comment_delimiters)
    return text, spots


def _wrapped(
    text: str, spots: Sequence[int], found: list[tuple[int, int]], before: str, after: str
) -> tuple[str, Sequence[int]]:
    said: list[str] = []
    places: list[int] = []
    at = 0
    for start, end in found:
        if end <= start:
            continue
        said += [text[at:start], before, text[start:end], after]
        places += spots[at:start]
        places += [spots[start]] * len(before)
        places += spots[start:end]
        places += [spots[end - 1]] * len(after)
        at = end
    if not said:
        return text, spots
    said.append(text[at:])
    places += spots[at:]
    return "".join(said), places


def _comments(text: str, spots: Sequence[int], opening: str, closing: str) -> tuple[str, Sequence[int]]:
    """The team's own comment marks as HTML's."""
    said: list[str] = []
    places: list[int] = []
    at = 0
    while (start := text.find(opening, at)) >= 0 and (end := text.find(closing, start + len(opening))) >= 0:
        inside = text[start + len(opening) : end]
        said += [text[at:start], "<!--", inside, "-->"]
        places += spots[at:start]
        places += [spots[start]] * 4
        places += spots[start + len(opening) : end]
        places += [spots[end]] * 3
        at = end + len(closing)
    said.append(text[at:])
    places += spots[at:]
    return "".join(said), places
