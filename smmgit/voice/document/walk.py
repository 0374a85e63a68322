"""Events into blocks, the way Vale walks a page.

A block is closed at every end tag that is not inline, and takes its scope from the tags opened since the last close.
Texts are trimmed and joined: after an inline tag with one space, unless punctuation says otherwise; code is masked.
All of this decides what a rule sees, so it follows Vale to the letter, odd corners included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from smmgit.voice.document.block import Block, Comment, Reading, Tally, scope_of
from smmgit.voice.document.events import Event

SKIPPED = ("script", "style", "pre", "figure", "noscript", "iframe")
MASKED = ("tt", "code", "kbd")
CLASSES = ("problematic", "pre", "code")
INLINE = frozenset(
    "b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt del".split()
)  # fmt: skip
SCOPES = {
    "th": "text.table.header", "td": "text.table.cell", "caption": "text.table.caption", "li": "text.list",
    "blockquote": "text.blockquote", "figcaption": "text.figure.caption",
    **{f"h{level}": f"text.heading.h{level}" for level in range(10)},
}  # fmt: skip
SUMMED = ("text.list", "text.blockquote")
_TIGHT_BEFORE = "([{—–"
_TIGHT_AFTER = ".?!,:;)]}—–"


class Walk:
    """One walk over the events of a file."""

    def __init__(self, reading: Reading, tally: Tally, suffix: str) -> None:
        self.reading, self.tally, self.suffix = reading, tally, suffix
        self.skipped = frozenset(reading.skipped_scopes or SKIPPED)
        self.masked = frozenset(reading.ignored_scopes or MASKED)
        self.classes = frozenset((*CLASSES, *reading.ignored_classes))
        self.history: list[str] = []
        self.active = ""
        self.href = self.last_class = ""
        self.closed_off = self.inline = self.mask = False
        self.outer, self.opened, self.ended = "", 0, 0  # the element left out because of its class
        self.text: list[str] = []
        self.spots: list[int] = []

    def blocks(self, events: Iterable[Event]) -> Iterator[Block | Comment]:
        """The blocks and comments, in reading order."""
        for event in events:
            if event.kind == "text":
                self._take(event)
            elif event.kind == "comment":
                if not self.closed_off:
                    yield Comment(event.name)
            elif event.kind == "alone":
                pass
            elif event.kind == "start":
                self._open(event)
            else:
                yield from self._close(event.name)
            self.href = event.attrs.get("href", "")
            self.last_class = event.attrs.get("class", "")
            if event.name == "img" and event.inner[0] and "alt" not in self.reading.skipped_scopes:
                yield Block(event.inner[0], event.inner[1], scope_of("text.attr.alt"))

    def _out(self, classes: str) -> bool:
        return bool(classes) and not self.classes.isdisjoint(classes.split(" "))

    def _open(self, event: Event) -> None:
        tag = event.name
        if tag == self.outer:
            self.opened += 1
        by_class = self._out(event.attrs.get("class", "")) and tag not in INLINE
        if tag in self.skipped or by_class:
            if by_class:
                self.outer, self.opened, self.ended = tag, 1, 0
            self.closed_off = True
            self.tally.count(tag)
            return
        if self._outer_is_closed():
            return
        if tag in ("em", "b") and self._last() == "code":
            tag = "code"
        self.inline = tag in INLINE
        self.mask = tag in self.masked
        self.history.append(tag)
        self.active = tag

    def _outer_is_closed(self) -> bool:
        if self.closed_off and self.outer and self.opened == self.ended > 0:
            self.closed_off, self.outer, self.opened, self.ended = False, "", 0, 0
            return True
        return False

    def _close(self, tag: str) -> Iterator[Block]:
        if tag == self.outer:
            self.ended += 1
        if self.closed_off and (tag in self.skipped or self._outer_is_closed()):
            self.closed_off = False
        elif tag in INLINE:
            self.active = ""
        if tag not in INLINE:
            if "".join(self.text).strip():
                yield self._block()
            self.history, self.text, self.spots = [], [], []

    def _last(self) -> str:
        return self.history[-1] if self.history else self.active

    def _take(self, event: Event) -> None:
        text, spots = _trimmed(event.name, event.spots)
        if self.closed_off or not text:
            return
        mask = self.mask or self._out(self.last_class)
        if self._nested() and not self.inline:
            text, spots = " " + text, [spots[0], *spots]
        starter = text[0] in _TIGHT_AFTER and not mask
        if mask or text == self.href:
            text = "".join("\n" if character == "\n" else "*" for character in text)
        self.mask = False
        if self.inline and not starter:
            text, spots = " " + text, [spots[0], *spots]
        if text[0] == " " and self.text and self.text[-1][-1:] in _TIGHT_BEFORE:
            text, spots = text[1:], spots[1:]
        self.text.append(text)
        self.spots.extend(spots)

    def _nested(self) -> bool:
        history = self.history
        return len(history) > 3 and self._last() == "li" and history[-2] in ("ol", "ul") and history[-3] == "li"

    def _block(self) -> Block:
        text, spots = "".join(self.text), self.spots
        scope = next((SCOPES[tag] for tag in self.history if tag in SCOPES), "")
        if not scope:
            self.tally.summary.append(text)
            return Block(text, spots, scope_of(f"text.{self.suffix}"), prose=True)
        if scope in SUMMED:
            self.tally.summary.append(text)
        self.tally.count(scope.removeprefix("text."))
        lead = len(text) - len(text.lstrip(" "))
        return Block(text[lead:], spots[lead:], scope_of(f"{scope}.{self.suffix}"))


def _trimmed(text: str, spots: Sequence[int]) -> tuple[str, Sequence[int]]:
    left = len(text) - len(text.lstrip())
    text = text.strip()
    return text, spots[left : left + len(text)]
