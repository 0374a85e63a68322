"""What the recognised forms of script rules find, as pure functions over a block's text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

SECONDS = 0.25  # the longest one search of a script's pattern may take

Found = list[tuple[int, int, str]]
Run = Callable[[str], Found]
Make = Callable[[tuple[str, ...], tuple[float, ...]], Run]


class Script(Struct, frozen=True):
    """A recognised script: what it is, and a function from a block's text to spans, each with a message or none."""

    name: str
    run: Callable[[str], list[tuple[int, int, str]]]


def every(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    pattern = _compiled(texts[0])
    return lambda text: [(*one.span(), "") for one in pattern.finditer(text, timeout=SECONDS)]


def first(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    pattern = _compiled(texts[0])

    def run(text: str) -> Found:
        one = pattern.search(text, timeout=SECONDS)
        return [(*one.span(), "")] if one else []

    return run


def literal(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    def run(text: str) -> Found:
        at = text.find(texts[0])
        return [(at, min(len(text), at + (int(numbers[0]) if numbers else len(texts[0]))), "")] if at >= 0 else []

    return run


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def every_in_lines(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    pattern = _compiled(texts[0])
    return lambda text: [
        (start + one.start(), start + one.end(), "")
        for start, line in _lines(text)
        for one in pattern.finditer(line, timeout=SECONDS)
    ]


def switched(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    """All in lines, with comments that switch the rule off and on."""
    off, on, pattern = (_compiled(one) for one in texts[:3])

    def run(text: str) -> Found:
        found: Found = []
        active = True
        for start, line in _lines(text):
            active = bool((active and not off.search(line, timeout=SECONDS)) or on.search(line, timeout=SECONDS))
            if active:
                found += [
                    (start + one.start(), start + one.end(), "") for one in pattern.finditer(line, timeout=SECONDS)
                ]
        return found

    return run


def matching_lines(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    pattern = _compiled(texts[0])
    return lambda text: [
        (start, start + len(line), "") for start, line in _lines(text) if pattern.search(line, timeout=SECONDS)
    ]


def long_lines(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    return lambda text: [
        (start, start + len(line), "") for start, line in _lines(text) if len(line.split(" ")) > numbers[0]
    ]


def too_long(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    return lambda text: [(0, len(text), "")] if len(text.split()) > numbers[0] else []


def too_often(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    pattern = _compiled(texts[0])

    def run(text: str) -> Found:
        count = sum(1 for _ in pattern.finditer(text, timeout=SECONDS))
        return [(0, len(text), "")] if count > numbers[0] else []

    return run


def too_dense(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    words, hits = (_compiled(one) for one in texts[:2])
    least, scale, bound = numbers[:3]

    def run(text: str) -> Found:
        total = sum(1 for _ in words.finditer(text, timeout=SECONDS))
        count = sum(1 for _ in hits.finditer(text, timeout=SECONDS))
        return [(0, 1, "")] if text and total >= least and int(count * scale) // max(total, 1) > bound else []

    return run


def fits(wanted: bool) -> Make:
    def make(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
        pattern = _compiled(texts[0])
        return lambda text: [(0, len(text), "")] if bool(pattern.search(text, timeout=SECONDS)) == wanted else []

    return make


def affix(method: Callable[[str, str], bool], wanted: bool) -> Make:
    return lambda texts, numbers: lambda text: [(0, len(text), "")] if method(text, texts[0]) == wanted else []


def long_sections(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    """More than so many blank lines since the last heading: the line where it happens."""
    code = _compiled(texts[0])

    def run(text: str) -> Found:
        found: Found = []
        blank = at = 0
        for line in code.sub("", text, timeout=SECONDS).split("\n"):
            if line.startswith(texts[1]):
                blank = 0
            elif blank > numbers[0]:
                start = max(text.find(line, at), 0)
                found.append((start, start + len(line), ""))
                at, blank = start, 0
            elif not line.strip():
                blank += 1
        return found

    return run


def level_jumps(texts: tuple[str, ...], numbers: tuple[float, ...]) -> Run:
    """A heading more than one level below the one before it."""
    heading = _compiled(texts[0])

    def run(text: str) -> Found:
        found: Found = []
        before = 0
        for start, line in _lines(text):
            one = heading.search(line, timeout=SECONDS)
            if one and one.re.groups:
                level = len(one[1])
                if 0 < before < level - 1:
                    found.append((start, start + len(line), ""))
                before = level
        return found

    return run


@lru_cache(256)
def _compiled(pattern: str) -> Any:
    import regex

    try:
        return regex.compile(pattern.replace("(?U)", ""))
    except regex.error as error:
        raise ValueError(f"{pattern[:60]} ({error})") from None
