"""A text that remembers where each of its characters came from, through every edit.

    source text --Traced.of--> Traced --replaced, part, plus, joined--> Traced

`origin` pairs (offset in `text`, offset in the source) never decrease; between two pairs the source
runs along with the text, but never past the next pair (text that was put in maps to where it stands).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec import Struct

Pairs = tuple[tuple[int, int], ...]
LITERAL = "literal"  # the mark of code that is shown as plain words: still not for spacing or names
Change = tuple[int, int, str]  # replace text[start:end] by this


class Mark(Struct, frozen=True, gc=False):
    """A marked run of a text: `start` to `end` in code points, of a facet kind, with its target."""

    kind: str
    start: int
    end: int
    target: str = ""


class Traced(Struct, frozen=True):
    """A text, where it came from, and the runs marked in it."""

    text: str
    origin: Pairs = ()
    marks: tuple[Mark, ...] = ()

    @staticmethod
    def of(text: str, offset: int = 0, marks: tuple[Mark, ...] = ()) -> Traced:
        """A text as it stands in its source, from `offset` on."""
        end = len(text)
        return Traced(text, ((0, offset), (end, offset + end)) if end else ((0, offset),), marks)

    def source(self, offset: int) -> int:
        """The source offset of a text offset."""
        return _source(self.origin, offset)

    def moved(self, by: int) -> Traced:
        """The same text with its source `by` code points further on."""
        return Traced(self.text, tuple((at, source + by) for at, source in self.origin), self.marks) if by else self

    def marked(self, marks: Iterable[Mark]) -> Traced:
        """The same text with more marks."""
        added = (*self.marks, *marks)
        return Traced(self.text, self.origin, added) if len(added) > len(self.marks) else self

    def replaced(self, changes: Sequence[Change]) -> Traced:
        """The text after all these changes at once; they are sorted and do not overlap (touching is one change).

        A mark keeps what it covered: text put in at its very edge stays outside of it.
        """
        if not changes:
            return self
        if all(len(put) == end - start for start, end, put in changes):  # nothing moves
            return Traced(self._rewritten(changes), self.origin, self.marks)
        pieces: list[str] = []
        pairs: list[tuple[int, int]] = []
        shifts: list[tuple[int, int, int, int]] = []  # (start, end) in the old text, (start, end) in the new
        old = new = 0
        for start, end, put in changes:
            if old < start:
                pieces.append(self.text[old:start])
                self._carry(pairs, old, start, new)
                new += start - old
            pairs.append((new, self.source(start)))
            shifts.append((start, end, new, new + len(put)))
            pieces.append(put)
            new += len(put)
            old = end
        if old < len(self.text):
            pieces.append(self.text[old:])
            self._carry(pairs, old, len(self.text), new)
            new += len(self.text) - old
        pairs.append((new, self.source(len(self.text))))
        return Traced("".join(pieces), _tidied(pairs), _moved_marks(self.marks, shifts))

    def _rewritten(self, changes: Sequence[Change]) -> str:
        pieces, old = [], 0
        for start, end, put in changes:
            pieces += [self.text[old:start], put]
            old = end
        return "".join([*pieces, self.text[old:]])

    def _carry(self, pairs: list[tuple[int, int]], start: int, end: int, new: int) -> None:
        pairs.append((new, self.source(start)))
        first = bisect_right(self.origin, start, key=_first)
        while first < len(self.origin) and self.origin[first][0] < end:
            at, source = self.origin[first]
            pairs.append((new + at - start, source))
            first += 1

    def part(self, start: int, end: int) -> Traced:
        """The text from `start` to `end`, with the marks cut to it."""
        if start <= 0 and end >= len(self.text):
            return self
        pairs: list[tuple[int, int]] = []
        self._carry(pairs, start, end, 0)
        pairs.append((end - start, self.source(end)))
        marks = tuple(
            Mark(mark.kind, max(mark.start, start) - start, min(mark.end, end) - start, mark.target)
            for mark in self.marks
            if mark.start < end and mark.end > start
        )
        return Traced(self.text[start:end], _tidied(pairs), marks)

    def stripped(self) -> Traced:
        """The text without white space at its ends."""
        end = len(self.text.rstrip())
        return self.part(min(len(self.text) - len(self.text.lstrip()), end), end)

    def plus(self, text: str, marks: Iterable[Mark] = ()) -> Traced:
        """The text with more after it that the source does not have; `marks` count from its start."""
        if not text:
            return self
        base = len(self.text)
        moved = tuple(Mark(mark.kind, mark.start + base, mark.end + base, mark.target) for mark in marks)
        last = self.origin[-1][1] if self.origin else 0
        return Traced(self.text + text, (*self.origin, (base + len(text), last)), self.marks + moved)


class Runs:
    """The stretches that marks of some kinds cover, asked by place."""

    def __init__(self, marks: Iterable[Mark], kinds: Sequence[str]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted((mark.start, mark.end) for mark in marks if mark.kind in kinds):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def __contains__(self, at: int) -> bool:
        index = bisect_right(self.starts, at) - 1
        return index >= 0 and at < self.ends[index]


def joined(texts: Sequence[Traced], between: str) -> Traced:
    """Several texts of one source, in its order, as one."""
    pairs: list[tuple[int, int]] = []
    marks: list[Mark] = []
    base = 0
    for text in texts:
        pairs += [(at + base, source) for at, source in text.origin]
        marks += [Mark(mark.kind, mark.start + base, mark.end + base, mark.target) for mark in text.marks]
        base += len(text.text) + len(between)
    return Traced(between.join(text.text for text in texts), _tidied(pairs), tuple(marks))


def _first(pair: tuple[int, int]) -> int:
    return pair[0]


def _source(origin: Pairs, offset: int) -> int:
    if len(origin) == 2 and origin[0][0] <= offset:
        return min(offset - origin[0][0] + origin[0][1], origin[1][1])
    after = bisect_right(origin, offset, key=_first)
    if after == 0:
        return origin[0][1] if origin else 0
    at, source = origin[after - 1]
    if after == len(origin):
        return source
    return min(source + offset - at, origin[after][1])


def _tidied(pairs: list[tuple[int, int]]) -> Pairs:
    """Without the pairs that say nothing: the same offset twice (the last counts), or along the line."""
    kept: list[tuple[int, int]] = []
    last = len(pairs) - 1
    for index, pair in enumerate(pairs):
        while kept and kept[-1][0] == pair[0]:
            kept.pop()
        along = kept and pair[0] - kept[-1][0] == pair[1] - kept[-1][1]
        if index < last and along and pairs[index + 1][1] - pair[1] >= pairs[index + 1][0] - pair[0]:
            continue
        kept.append(pair)
    return tuple(kept)


def _moved_marks(marks: tuple[Mark, ...], shifts: list[tuple[int, int, int, int]]) -> tuple[Mark, ...]:
    if not marks:
        return ()
    starts = [shift[0] for shift in shifts]
    moved = []
    for mark in marks:
        start, end = _moved_start(mark.start, starts, shifts), _moved_end(mark.end, starts, shifts)
        if start < end:
            moved.append(Mark(mark.kind, start, end, mark.target))
    return tuple(moved)


def _moved_start(at: int, starts: list[int], shifts: list[tuple[int, int, int, int]]) -> int:
    index = bisect_right(starts, at) - 1
    if index < 0:
        return at
    old_start, old_end, new_start, new_end = shifts[index]
    if old_start <= at < old_end:
        return new_start
    return new_end + at - old_end


def _moved_end(at: int, starts: list[int], shifts: list[tuple[int, int, int, int]]) -> int:
    index = bisect_right(starts, at - 1) - 1  # what begins right at the end stays outside
    if index < 0:
        return at
    _, old_end, _, new_end = shifts[index]
    return new_end + max(at - old_end, 0)
