"""Cut a long text into parts that fit, where a careful editor would cut.

Best at a blank line, then at a line's end, a sentence's end, a space; never inside a grapheme, an
address, a mention, a hashtag or a number and its unit. Only the white space at a cut is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from smmgit.text.addresses import addresses
from smmgit.text.graphemes import graphemes
from smmgit.text.late import late
from smmgit.text.links import links
from smmgit.text.tags import hashtags, mentions

_GAP = late(r"[^\S\u00a0\u202f\u2060\ufeff]+")
_SENTENCE_END = late(r"[.!?…。！？][)\]}»”’\"']*$")
_UNIT = late(r"\d[.,\d]*(?:(?:\s\d{3}\b)+(?:\s(?:[^\W\d_]{1,3}\b|[%‰€$£°]))?|\s(?:[^\W\d_]{1,3}\b|[%‰€$£°]))")
# The least share of a full part that is worth keeping for a nobler cut: blank line, line end, sentence end.
_WORTH = (0.4, 0.5, 0.55)
_BLANK, _LINE, _SENTENCE, _SPACE = range(4)


def split(text: str, fits: Callable[[str], bool], keep: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The parts of a text as (start, end) offsets; each `fits`, unless one address alone is too long.

    `keep` are more runs that must stay whole. A text that is only white space has no part.
    """
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start >= end:
        return []
    if fits(text[start:end]):
        return [(start, end)]
    whole = _whole(text, keep)
    cuts = _cuts(text, start, end, whole)
    parts = []
    while start < end:
        stop, after = _next(text, start, end, fits, cuts, whole)
        parts.append((start, stop))
        start = after
    return parts


def _whole(text: str, keep: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs that must not be cut, merged and in order."""
    runs = list(keep)
    for span in (*addresses(text), *links(text, bare=True), *mentions(text), *hashtags(text)):
        runs.append((span.start, span.end))
    runs += [found.span() for found in _UNIT.finditer(text)]
    merged: list[tuple[int, int]] = []
    for run in sorted(runs):
        if merged and run[0] < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], run[1]))
        else:
            merged.append(run)
    return merged


def _cuts(text: str, start: int, end: int, whole: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Where white space allows a cut: (end of the part before, start of the part after, how good it is)."""
    cuts = []
    for gap in _GAP.finditer(text, start, end):
        if _inside(whole, gap.start(), gap.end()):
            continue
        lines = gap[0].count("\n")
        if lines > 1:
            grade = _BLANK
        elif lines:
            grade = _LINE
        else:
            grade = _SENTENCE if _SENTENCE_END.search(text, max(gap.start() - 8, start), gap.start()) else _SPACE
        cuts.append((gap.start(), gap.end(), grade))
    return [*cuts, (end, end, _BLANK)]


def _next(
    text: str,
    start: int,
    end: int,
    fits: Callable[[str], bool],
    cuts: list[tuple[int, int, int]],
    whole: list[tuple[int, int]],
) -> tuple[int, int]:
    """The end of the part that begins at `start`, and the start of the one after it."""
    first = bisect_right(cuts, start, key=lambda cut: cut[0])
    last = _furthest(lambda index: fits(text[start : cuts[index][0]]), first, len(cuts))
    if last < first:
        return _within_word(text, start, cuts[first][0], cuts[first][1], fits, whole)
    if cuts[last][0] == end:
        return end, end
    full = cuts[last][0] - start
    for grade, worth in enumerate(_WORTH):
        for index in range(last, first - 1, -1):
            if cuts[index][0] - start < full * worth:
                break
            if cuts[index][2] == grade:
                return cuts[index][0], cuts[index][1]
    return cuts[last][0], cuts[last][1]


def _furthest(fits_at: Callable[[int], bool], first: int, stop: int) -> int:
    """The largest index whose cut fits, found in steps that double and then halve; `first - 1` if none."""
    step, good = 1, first - 1
    while good + step < stop and fits_at(good + step):
        good += step
        step *= 2
    bad = min(good + step, stop)
    while bad - good > 1:
        middle = (good + bad) // 2
        if fits_at(middle):
            good = middle
        else:
            bad = middle
    return good


def _within_word(
    text: str, start: int, stop: int, after: int, fits: Callable[[str], bool], whole: list[tuple[int, int]]
) -> tuple[int, int]:
    """A word too long for any part is cut between graphemes; what must stay whole is never cut."""
    index = bisect_right(whole, start, key=lambda run: run[0]) - 1
    if index >= 0 and whole[index][0] <= start < whole[index][1]:
        end = min(whole[index][1], stop) if whole[index][1] < stop else stop
        return (end, end) if end < stop else (stop, after)
    following = whole[index + 1][0] if index + 1 < len(whole) else stop
    ends, at = [], start
    for grapheme in graphemes(text[start : min(following, stop)]):
        at += len(grapheme)
        ends.append(at)
    good = _furthest(lambda position: fits(text[start : ends[position]]), 0, len(ends))
    cut = ends[max(good, 0)]
    return (cut, cut) if cut < stop else (stop, after)


def _inside(whole: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_right(whole, start, key=lambda run: run[0]) - 1
    return index >= 0 and whole[index][1] >= end and whole[index][0] < start
