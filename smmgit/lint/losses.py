"""What a post loses on its channels, gathered so that one slip is told once and not per channel."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from smmgit.lint.at import PostAt
from smmgit.model.finding import Pos


class Lost(Struct):
    """One kind of loss: where it first happens, on which networks, the words it hits, how often."""

    what: str
    text: str
    pos: Pos
    names: list[str]
    count: int = 1


def lost(at: PostAt, kinds: Collection[str]) -> Iterator[Lost]:
    """The post's losses of these kinds, one per kind, at the first place in the file."""
    found: dict[str, Lost] = {}
    seen: set[tuple[str, int]] = set()
    for shown in at.renditions:
        if not shown.losses:
            continue
        name = at.spoken(shown)
        for loss in shown.losses:
            if loss.what not in kinds:
                continue
            place = at.post.place(loss.offset) if loss.offset else None
            pos = place or Pos(loss.line, 1)
            one = found.get(loss.what)
            if one is None:
                found[loss.what] = Lost(loss.what, loss.text, pos, [name])
            else:
                if name not in one.names:
                    one.names.append(name)
                if (loss.what, loss.offset or loss.line) not in seen:
                    one.count += 1
                if (pos.line, pos.column) < (one.pos.line, one.pos.column):
                    one.text, one.pos = loss.text, pos
            seen.add((loss.what, loss.offset or loss.line))
    yield from found.values()
