"""What a post loses on its channels, gathered so that one slip is told once and not per channel."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from smmgit.lint.at import PostAt
from smmgit.model.finding import Pos
from smmgit.model.rendition import Loss


class Lost(Struct):
    """One kind of loss: where it first happens, on which networks, the words it hits, how often."""

    what: str
    text: str
    pos: Pos
    names: list[str]
    count: int = 1


def lost(at: PostAt, kinds: Collection[str], but: Collection[str] = ()) -> Iterator[Lost]:
    """The post's losses of these kinds, one per kind, at the first place in the file; not on the channels `but`."""
    found: dict[str, list[tuple[Loss, str]]] = {}
    for shown in at.renditions:
        for loss in shown.losses if shown.channel not in but else ():
            if loss.what in kinds:
                found.setdefault(loss.what, []).append((loss, at.spoken(shown)))
    for what, row in found.items():
        first = min((loss for loss, _ in row), key=_place)
        pos = (at.post.place(first.offset) if first.offset else None) or Pos(first.line, 1)
        names = list(dict.fromkeys(name for _, name in row))
        yield Lost(what, first.text, pos, names, len({_place(loss) for loss, _ in row}))


def _place(loss: Loss) -> tuple[int, int]:
    """Where a loss is: what is lost of the front matter has no offset."""
    return (loss.line, loss.offset)
