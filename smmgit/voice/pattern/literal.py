"""What any match of a pattern must begin with, and what it must contain, read from the pattern itself.

Both are promises in one direction: a text without them cannot match. A pattern that is not understood promises
nothing, and is then simply searched for.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from msgspec import Struct

MOST = 20_000  # beginnings of one pattern
FEW = 48  # beginnings of one piece of it
EDGE = "\x00"  # after the letters before it, the word is over

_SPACES = frozenset("sW")
_ZERO_WIDTH = frozenset("bBAzZG")
_CLASSES = frozenset("dDwWsSpPhHvVXR")
_QUANTIFIER = re.compile(r"\*|\+|\?|\{(\d+)(,?)(\d*)\}")
_FLAGS = re.compile(r"\(\?[imsnxJU-]+\)")
_OPENER = re.compile(r"\(\?(?:[imsnU-]*:|P?<\w+>|'\w+'|>)|\((?!\?)")
_LOOK = re.compile(r"\(\?<?[=!]")
_RUN = re.compile(r"[^\\()\[\]{}|*+?.^$]+(?![*+?{])")


class Opaque(Exception):
    """A pattern this reader does not follow."""


# A text some matches begin with, whether it is all of them, and a text that all of these hold further on (or "").
Start = tuple[str, bool, str]
EMPTY: Start = ("", True, "")
ANYTHING: Start = ("", False, "")


class Part(Struct, frozen=True):
    """What a piece of a pattern can begin with, and what it must hold: one of `needs` (empty: nothing is known)."""

    starts: tuple[Start, ...] = (EMPTY,)
    needs: tuple[str, ...] = ()


OPEN = Part((ANYTHING,))
NOTHING = Part()


def folded(text: str) -> str:
    """The text with case taken out, one character for each: two texts that match in any case are equal here."""
    plain = text.casefold()
    if len(plain) != len(text):
        plain = "".join(map(_one, text))
    return plain.translate(_ALIKE) if not plain.isascii() else plain


_ALIKE = {0x130: "i", 0x131: "i", 0x17F: "s", 0x212A: "k", 0x1E9E: "ß", 0xFB05: "\ufb06"}


def _one(character: str) -> str:
    for form in (character.casefold(), character.lower()):
        if len(form) == 1:
            return form
    return character


@functools.lru_cache(maxsize=4096)
def read(pattern: str) -> Part | None:
    """What the pattern promises about its matches; None when this reader does not follow it."""
    try:
        reader = _Reader(pattern)
        part = reader.alternatives(0)
        if reader.at < len(pattern):
            return None
    except (Opaque, RecursionError):
        return None
    return part


def is_one(pattern: str) -> bool:
    """Whether the pattern is no choice between several at its outermost level."""
    reader = _Reader(pattern)
    try:
        reader.sequence(0)
    except (Opaque, RecursionError):
        return False
    return reader.at == len(pattern)


class _Reader:
    """A recursive descent over the few parts of regular expressions that say something about literals."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def alternatives(self, depth: int) -> Part:
        if depth > 60:
            raise Opaque
        parts = [self.sequence(depth)]
        while self.pattern.startswith("|", self.at):
            self.at += 1
            parts.append(self.sequence(depth))
        return _either(parts, MOST if depth < 3 else FEW * 4)

    def sequence(self, depth: int) -> Part:
        parts: list[Part] = []
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            flags = _FLAGS.match(self.pattern, self.at)
            if flags:
                if "x" in flags[0]:
                    raise Opaque
                self.at = flags.end()
                continue
            parts.append(self.repeated(self.item(depth)))
        return _after(parts)

    def repeated(self, part: Part) -> Part:
        found = _QUANTIFIER.match(self.pattern, self.at)
        if not found:
            return part
        self.at = found.end()
        if self.pattern.startswith(("?", "+"), self.at):
            self.at += 1
        least = {"*": 0, "?": 0, "+": 1}.get(found[0], int(found[1] or 0))
        if least == 1 and found[0] not in "+" and not found[2]:
            return part
        if found[0] == "?":
            return Part(_few((*part.starts, EMPTY)))
        if least == 0:
            return Part(_few((EMPTY, *((text, False, need) for text, _, need in part.starts))))
        return Part(tuple((text, False, need) for text, _, need in part.starts), part.needs)

    def item(self, depth: int) -> Part:
        character = self.pattern[self.at]
        if character == "(":
            return self.group(depth)
        if character == "[":
            return self.character_class()
        if character == "\\":
            return self.escape()
        run = _RUN.match(self.pattern, self.at)
        if run:
            self.at = run.end()
            return _literal(run[0])
        self.at += 1
        if character in "^$":
            return NOTHING
        if character == ".":
            return OPEN
        if character in "*+?":
            raise Opaque
        return _literal(character)

    def group(self, depth: int) -> Part:
        if _LOOK.match(self.pattern, self.at):
            self.at = _closing(self.pattern, self.at) + 1
            return NOTHING
        opener = _OPENER.match(self.pattern, self.at)
        if not opener or "x" in opener[0]:
            raise Opaque
        self.at = opener.end()
        inside = self.alternatives(depth + 1)
        if not self.pattern.startswith(")", self.at):
            raise Opaque
        self.at += 1
        return inside

    def escape(self) -> Part:
        code = self.pattern[self.at + 1 : self.at + 2]
        self.at += 2
        if code in _ZERO_WIDTH:
            return NOTHING
        if code in _SPACES:
            return Part(((EDGE, False, ""),))
        if code in _CLASSES:
            if code in "pP" and self.pattern.startswith("{", self.at):
                self.at = self.pattern.index("}", self.at) + 1
            return OPEN
        plain = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}.get(code)
        if plain:
            return _literal(plain)
        if not code or code.isalnum():
            raise Opaque
        return _literal(code)

    def character_class(self) -> Part:
        start = self.at + 1
        end = _class_end(self.pattern, self.at)
        inside = self.pattern[start:end]
        self.at = end + 1
        members = _members(inside)
        if members is None:
            return OPEN
        forms = {folded(member) for member in members}
        if len(forms) <= 12:
            return Part(tuple((form, True, "") for form in sorted(forms)), tuple(forms) if len(forms) == 1 else ())
        return OPEN


def _literal(text: str) -> Part:
    form = folded(text)
    return Part(((form, True, ""),), (form,))


def _few(starts: tuple[Start, ...], most: int = FEW) -> tuple[Start, ...]:
    kept = tuple(dict.fromkeys(starts))
    return kept if len(kept) <= most else (ANYTHING,)


def _either(parts: list[Part], most: int) -> Part:
    if len(parts) == 1:
        return parts[0]
    starts = _few(tuple(start for part in parts for start in part.starts), most)
    needs = tuple(dict.fromkeys(need for part in parts for need in part.needs)) if all(p.needs for p in parts) else ()
    return Part(starts, needs)


def _after(parts: list[Part]) -> Part:
    """One part after another: beginnings grow while they are whole; the most telling need is kept."""
    if len(parts) == 1:
        return parts[0]
    starts: tuple[Start, ...] = (EMPTY,)
    needs: list[tuple[str, ...]] = []
    run = ""
    growing = True
    for part in parts:
        if growing:
            starts = _grown(starts, part.starts)
            growing = any(whole for _, whole, _ in starts)
        if len(part.starts) == 1 and part.starts[0][1] and len(part.needs) <= 1:
            run += part.starts[0][0]
            continue
        needs += [(run,)] if run else []
        run = ""
        needs += [part.needs] if part.needs else []
    needs += [(run,)] if run else []
    best = max(needs, key=lambda some: (min(map(len, some)), -len(some)), default=())
    if len(best) == 1 and not all(best[0] in text for text, _, _ in starts):
        starts = tuple((text, whole, max(need, best[0], key=len)) for text, whole, need in starts)
    return Part(tuple(dict.fromkeys(starts)), best)


def _grown(starts: tuple[Start, ...], more: tuple[Start, ...]) -> tuple[Start, ...]:
    """The whole beginnings with what follows them; when they become too many, they are no longer followed."""
    if len(starts) * len(more) > FEW * 4 and len(more) > 1 and len(starts) > 1:
        return tuple(dict.fromkeys((text, False, need) for text, _, need in starts))
    return tuple(
        (text + other, still, need or another) if whole else (text, False, need)
        for text, whole, need in starts
        for other, still, another in (more if whole else (ANYTHING,))
    )


def _closing(pattern: str, at: int) -> int:
    """The bracket that closes the one here."""
    depth = 0
    while at < len(pattern):
        if pattern[at] == "\\":
            at += 1
        elif pattern[at] == "[":
            at = _class_end(pattern, at)
        elif pattern[at] in "()":
            depth += 1 if pattern[at] == "(" else -1
            if depth == 0:
                return at
        at += 1
    raise Opaque


def _class_end(pattern: str, at: int) -> int:
    found = re.compile(r"\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]", re.DOTALL).match(pattern, at)
    if not found:
        raise Opaque
    return found.end() - 1


def _members(inside: str) -> list[str] | None:
    """The characters of a small class; None when it is negated, a range of many, or holds other classes."""
    if inside.startswith("^") or "[:" in inside:
        return None
    members: list[str] = []
    steps: Iterator[str] = iter(re.findall(r"\\.|.", inside, re.DOTALL))
    for step in steps:
        if step[0] == "\\":
            if step[1] in "nrtf":
                step = {"n": "\n", "r": "\r", "t": "\t", "f": "\f"}[step[1]]
            elif step[1].isalnum():
                return None
            else:
                step = step[1]
        elif step == "-" and members and members[-1] != "-":
            return None  # a range, or nearly one
        members.append(step)
    return members
