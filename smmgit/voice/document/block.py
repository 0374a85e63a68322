"""What a file is cut into before it is judged: stretches of text that know where every character came from."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field


class Block(Struct, frozen=True, gc=False):
    """A stretch of text with a scope. `spots[i]` is where character `i` stands in the source.

    `prose` is running text: rules may also ask for its paragraphs and its sentences.
    """

    text: str
    spots: Sequence[int]
    scope: frozenset[str]
    prose: bool = False

    def part(self, start: int, end: int, extra: str) -> Block:
        """A stretch of this block under one scope more."""
        return Block(self.text[start:end], self.spots[start:end], self.scope | {extra})


class Comment(Struct, frozen=True, gc=False):
    """A comment between blocks: it may switch rules on or off from here on."""

    text: str


class Field(Struct, frozen=True, gc=False):
    """A text value of the front matter, read by whoever can read YAML."""

    key: str
    text: str
    spots: Sequence[int]


class Front(Struct, frozen=True):
    """The front matter of a file: where its body begins, and the text values in it."""

    body: int = 0
    fields: tuple[Field, ...] = ()


class Reading(Struct, frozen=True):
    """How a document is to be read (all from `.vale.ini`)."""

    skipped_scopes: tuple[str, ...] = ()  # blocks left out; empty = Vale's own list
    ignored_scopes: tuple[str, ...] = ()  # inline elements masked; empty = Vale's own list
    ignored_classes: tuple[str, ...] = ()
    block_ignores: tuple[str, ...] = ()
    token_ignores: tuple[str, ...] = ()
    comment_delimiters: tuple[str, str] | None = None


class Tally(Struct):
    """What is counted while a document is read: its structure, and its prose for measuring."""

    structure: dict[str, int] = field(default_factory=dict)
    summary: list[str] = field(default_factory=list)

    def count(self, name: str) -> None:
        """One more of these."""
        self.structure[name] = self.structure.get(name, 0) + 1


def scope_of(dotted: str) -> frozenset[str]:
    """`text.heading.h2.md` as the set of its parts."""
    return frozenset(filter(None, dotted.split(".")))
