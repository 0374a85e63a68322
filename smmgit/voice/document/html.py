"""HTML in a document as events, with the place of every character."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from smmgit.text.late import late
from smmgit.voice.document.events import Event

_TOKEN = late(
    r"<!--(?P<comment>.*?)(?:-->|--!>|\Z)"
    r"|<(?P<bogus>[!?])[^>]*>"
    r"|</(?P<end>[A-Za-z][^\s/>]*)[^>]*>"
    r"|<(?P<start>[A-Za-z][^\s/>]*)(?P<attrs>(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?P<alone>/?)>",
    re.DOTALL,
)
_ATTRIBUTE = late(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_ENTITY = late(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
# Between these tags everything up to the closing one is one text.
_OPAQUE = frozenset("script style textarea title xmp iframe noembed noframes noscript plaintext".split())


def events(source: str, spots: Sequence[int]) -> Iterator[Event]:
    """The tags, texts and comments of a piece of HTML."""
    at = 0
    while at < len(source):
        found = _TOKEN.search(source, at)
        stop = found.start() if found else len(source)
        if stop > at:
            yield text_event(source[at:stop], spots[at:stop])
        if found is None:
            return
        at = found.end()
        yield from _tag(found, spots)
        name = (found["start"] or "").lower()
        if name in _OPAQUE and not found["alone"]:
            closing = re.compile(rf"</{name}", re.IGNORECASE).search(source, at)
            stop = closing.start() if closing else len(source)
            if stop > at:
                yield Event("text", source[at:stop], spots[at:stop])
            at = stop


def _tag(found: re.Match[str], spots: Sequence[int]) -> Iterator[Event]:
    if found["comment"] is not None:
        yield Event("comment", found["comment"].strip())
    elif found["end"]:
        yield Event("end", found["end"].lower())
    elif found["start"]:
        first = found.start("attrs")
        attrs: dict[str, str] = {}
        inner: tuple[str, Sequence[int]] = ("", ())
        for pair in _ATTRIBUTE.finditer(found["attrs"]):
            group = next((number for number in (2, 3, 4) if pair[number] is not None), 0)
            name = pair[1].lower()
            attrs.setdefault(name, html.unescape(pair[group]) if group else "")
            if name == "alt" and group:
                start, end = pair.span(group)
                inner = unescaped(pair[group], spots[first + start : first + end])
        name = found["start"].lower()
        yield Event("alone" if found["alone"] else "start", name, (), attrs, inner)


def text_event(text: str, spots: Sequence[int]) -> Event:
    """A text with its entities read."""
    return Event("text", *unescaped(text, spots))


def unescaped(text: str, spots: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text with entities replaced; what replaces one stands where the entity began."""
    if "&" not in text:
        return text, spots
    said: list[str] = []
    places: list[int] = []
    at = 0
    for found in _ENTITY.finditer(text):
        said.append(text[at : found.start()])
        places.extend(spots[at : found.start()])
        character = html.unescape(found[0])
        said.append(character)
        places.extend([spots[found.start()]] * len(character))
        at = found.end()
    said.append(text[at:])
    places.extend(spots[at:])
    return "".join(said), places
