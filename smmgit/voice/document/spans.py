"""The inline tokens of a paragraph as events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote

from smmgit.text.late import late
from smmgit.voice.document import html
from smmgit.voice.document.events import Event

_TASK = late(r"\[[ xX]\][ \t]+")
_TAGS = {"em": "em", "strong": "strong", "s": "del", "link": "a"}
BACK = "↩\ufe0e"


def events(children: list[Any], content: str, where: Sequence[int], *, item: bool = False) -> Iterator[Event]:
    """What a paragraph holds. `where[i]` is the place of character `i` of its content; `item`: it opens a list item."""
    run = _Run()
    if item and (task := _TASK.match(content)):
        yield Event("start", "input")
        children = _without(children, task.end())
    last, ahead = -1, 0
    for token in children:
        kind, start = token.type, token.map[0] if token.map else 0
        if kind == "text":
            spots = token.meta.get("spots")
            if spots is None:
                # The marks of one run (`**`) all say where the run began.
                ahead, last = (ahead if start == last else 0), start
                spots = _found(token.content, content, start + ahead)
                ahead += len(token.content)
            text = token.content if len(spots) == len(token.content) else content[spots[0] : spots[-1] + 1]
            run.add(text, [where[spot] for spot in spots])
        elif kind == "text_special":
            if token.content == token.markup:  # a backslash that escapes nothing
                run.add(token.content, [where[start], where[start + 1]])
            else:
                run.add(token.content, [where[start + (token.info == "escape")]] * len(token.content))
        elif kind == "softbreak":
            run.add("\n", [where[start]])
        else:
            yield from run.done()
            yield from _element(token, start, content, where)
    yield from run.done()


def _element(token: Any, at: int, content: str, where: Sequence[int]) -> Iterator[Event]:
    kind: str = token.type
    name, _, side = kind.rpartition("_")
    if name in _TAGS and side in ("open", "close"):
        href = {"href": str(token.attrs.get("href", ""))} if name == "link" and side == "open" else {}
        yield Event("start" if side == "open" else "end", _TAGS[name], (), href)
    elif kind == "code_inline":
        start = at + len(token.markup)
        raw = content[start : start + len(token.content)].replace("\n", " ")
        start += raw != token.content
        yield Event("start", "code")
        yield Event("text", token.content, where[start : start + len(token.content)])
        yield Event("end", "code")
    elif kind == "hardbreak":
        yield Event("start", "br")
    elif kind == "image":
        start = at + 2
        inner = _plain(token.children or [], token.content, where[start : start + len(token.content)])
        yield Event("start", "img", (), {"src": str(token.attrs.get("src", "")), "alt": inner[0]}, inner)
    elif kind == "html_inline":
        yield from html.events(token.content, where[at : at + len(token.content)])
    elif kind == "footnote_ref":
        number = str(token.meta.get("id", 0) + 1)
        yield Event("start", "sup")
        yield Event("start", "a", (), {"href": f"#fn:{number}"})
        yield Event("text", number, [where[at]] * len(number))
        yield Event("end", "a")
        yield Event("end", "sup")


def back(at: int) -> Iterator[Event]:
    """The arrow from a footnote to its text, which a page shows and Vale therefore reads."""
    yield Event("start", "a", (), {"href": "#fnref"})
    yield Event("text", BACK, [at] * len(BACK))
    yield Event("end", "a")


class _Run:
    """Text gathered until a tag ends it."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.spots: list[int] = []

    def add(self, text: str, spots: list[int]) -> None:
        self.text.append(text)
        self.spots += spots

    def done(self) -> Iterator[Event]:
        if self.spots:
            yield Event("text", "".join(self.text), self.spots)
            self.text, self.spots = [], []


def _found(text: str, content: str, at: int) -> Sequence[int]:
    """Where a text without places stands: links a person typed bare begin before or after where the parser was.

    The parser shows `%27` as what it means; a page, and Vale, show it as typed: then there are more places than
    characters.
    """
    for start in (at, at + 1, content.find(text, max(0, at - len(text)))):
        if start >= 0 and content.startswith(text, start):
            return range(start, start + len(text))
    for start in range(max(0, at - len(text)), min(at + 2, len(content))):
        if content.startswith(text[:4], start) and (end := _typed(text, content, start)):
            return range(start, end)
    return [min(at, len(content) - 1)] * len(text)


def _typed(text: str, content: str, at: int) -> int:
    """Where the text ends that was typed with `%` escapes from here on, or 0."""
    for character in text:
        length = 3 * len(character.encode("utf-8", "replace"))
        if content.startswith(character, at):
            at += 1
        elif unquote(content[at : at + length]) == character:
            at += length
        else:
            return 0
    return at


def _plain(children: list[Any], content: str, where: Sequence[int]) -> tuple[str, list[int]]:
    """The text of an image's description, without its markup."""
    said: list[str] = []
    places: list[int] = []
    for event in events(children, content, where) if where else ():
        if event.kind == "text":
            said.append(event.name)
            places += event.spots
    return "".join(said), places


def _without(children: list[Any], length: int) -> list[Any]:
    """The tokens without the first characters of their text (the box of a task)."""
    left: list[Any] = []
    for token in children:
        spots = token.meta.get("spots")
        if length > 0 and token.type == "text" and spots is not None:
            cut = sum(1 for spot in spots if spot < length)
            token.content, token.meta["spots"] = token.content[cut:], spots[cut:]
        left.append(token)
    return left
