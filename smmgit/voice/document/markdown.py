"""Markdown as events: what a reader of the page meets, in order, each character with its place in the source.

GFM with footnotes and raw HTML, as Vale reads it: tables, strikethrough, bare links, task lists.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from smmgit.voice.document import html, spans
from smmgit.voice.document.events import Event

_HEADING = re.compile(r"#{1,6}[ \t]+")
_PAIRS = {
    "bullet_list": "ul", "ordered_list": "ol", "list_item": "li", "blockquote": "blockquote", "table": "table",
    "thead": "thead", "tbody": "tbody", "tr": "tr", "th": "th", "td": "td",
}  # fmt: skip


@functools.cache
def _parser() -> Any:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

    from smmgit.voice.document.inline import PlacedInline

    md = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable(["table", "strikethrough"])
    md.disable(["fragments_join", "text_join"])  # they would join texts and lose their places
    footnote_plugin(md, inline=False)
    gfm_autolink_plugin(md)
    md.inline = PlacedInline(md.inline)
    return md


def events(source: str, spots: Sequence[int]) -> Iterator[Event]:
    """The events of a Markdown text; `spots[i]` is where its character `i` stands in the file."""
    place = _Places(source, spots)
    item, before = False, ""
    for token in _parser().parse(source, {}):
        kind: str = token.type
        before, kind_before = kind, before
        if kind == "inline":
            yield from spans.events(
                token.children or [],
                token.content,
                place.of(token, cell=kind_before in ("th_open", "td_open")),
                item=item,
            )
            item = False
            continue
        if kind == "footnote_anchor":
            yield from spans.back(place.last)
            continue
        name, _, side = kind.rpartition("_")
        item = kind == "list_item_open" or (item and kind == "paragraph_open")
        if kind in ("paragraph_open", "paragraph_close"):
            if not token.hidden:
                yield Event("start" if side == "open" else "end", "p")
        elif kind in ("heading_open", "heading_close"):
            place.heading = token.markup if side == "open" else ""
            yield Event("start" if side == "open" else "end", token.tag)
        elif name in _PAIRS:
            yield Event("start" if side == "open" else "end", _PAIRS[name])
        elif kind in ("fence", "code_block"):
            yield Event("start", "pre")
            yield Event("start", "code")
            yield Event("text", token.content, place.code(token))
            yield Event("end", "code")
            yield Event("end", "pre")
        elif kind == "hr":
            yield Event("start", "hr")
        elif kind == "html_block":
            yield from html.events(token.content, place.lines(token.content, token.map[0]))
        else:
            yield from _footnotes(kind)


def _footnotes(kind: str) -> Iterator[Event]:
    """The notes at the end, as a page shows them."""
    if kind == "footnote_block_open":
        yield from (Event("start", "div", (), {"class": "footnotes"}), Event("start", "hr"), Event("start", "ol"))
    elif kind == "footnote_block_close":
        yield from (Event("end", "ol"), Event("end", "div"))
    elif kind == "footnote_open":
        yield Event("start", "li")
    elif kind == "footnote_close":
        yield Event("end", "li")


class _Places:
    """Finds the place of what the block parser hands out: lines without the marks of what they stand in."""

    def __init__(self, source: str, spots: Sequence[int]) -> None:
        self.all = source.split("\n")
        self.starts = [0]
        for line in self.all:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.spots = spots
        self.end = spots[-1] if len(spots) else 0
        self.heading = ""
        self.last = 0
        self._row: tuple[int, int] = (-1, 0)

    def of(self, token: Any, *, cell: bool) -> list[int]:
        """The places of an inline token's content."""
        places = self._of(token, cell=cell)
        self.last = places[-1] if places else self.last
        return places

    def _of(self, token: Any, *, cell: bool) -> list[int]:
        first: int = token.map[0] if token.map else 0
        line = self.all[first] if first < len(self.all) else ""
        if self.heading.startswith("#"):
            mark = _HEADING.search(line, line.find(self.heading))
            return self._in_line(first, mark.end() if mark else 0, len(token.content))
        if cell:
            row, column = self._row if self._row[0] == first else (first, 0)
            written = token.content.replace("|", "\\|")
            found = line.find(written, column)
            column = max(found, column)
            self._row = (row, column + len(written))
            if written == token.content:
                return self._in_line(first, column, len(token.content))
            return self._escaped(first, column, token.content)
        return self.lines(token.content, first)

    def _in_line(self, line: int, column: int, length: int) -> list[int]:
        start = self.starts[min(line, len(self.starts) - 1)] + column
        places = list(self.spots[start : start + length])
        return places + [self.end] * (length - len(places))

    def _escaped(self, line: int, column: int, content: str) -> list[int]:
        places, at = [], self.starts[line] + column
        for character in content:
            at += character == "|"
            places.append(self._at(at))
            at += 1
        return places

    def lines(self, content: str, first: int) -> list[int]:
        """The places of lines taken whole, but for what stood before them: each is the end of its source line."""
        places: list[int] = []
        for number, piece in enumerate(content.split("\n"), first):
            line = self.all[number] if number < len(self.all) else ""
            cut = line if line.endswith(piece) else line.rstrip()
            column = len(cut) - len(piece) if cut.endswith(piece) else max(line.find(piece.strip()), 0)
            places += self._in_line(number, column, len(piece) + 1)  # and the line's end
        return places[: len(content)]

    def code(self, token: Any) -> list[int]:
        """The places of a code block's lines."""
        return self.lines(token.content, token.map[0] + (token.type == "fence"))

    def _at(self, spot: int) -> int:
        return self.spots[spot] if spot < len(self.spots) else self.end
