"""A status read as a reader does, so that what was sent and what came back can be compared.

Instances answer HTML, drop the host of an account they name, shorten links, fold white space, and each kind of
software does it its own way. Both sides pass through `plain`; what is left must be equal.
"""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from urllib.parse import unquote

_BLOCKS = frozenset(("p", "br", "div", "li", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"))
_ACCOUNT = re.compile(r"@([\w.-]*\w)@[\w-]+(?:\.[\w-]+)*(?::\d+)?")
_LINK = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)
_UNSEEN = dict.fromkeys((0xFE0E, 0xFE0F))


def plain(text: str) -> str:
    """A text without what instances change: compatibility forms, unseen signs, hosts, case of links, spaces."""
    text = unicodedata.normalize("NFKC", text).translate(_UNSEEN)
    text = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cc") or sign in "\n\t ")
    text = _LINK.sub(lambda found: unquote(found[0]).lower().removesuffix("/"), text)
    text = _ACCOUNT.sub(lambda found: f"@{found[1]}", text)
    return " ".join(text.casefold().split())


def read(html: str) -> str:
    """The text of a status's HTML, as `plain` leaves it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return plain("".join(reader.found))


class _Reader(HTMLParser):
    """Collects text; what an instance adds for old software about a quoted post is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._hidden: list[str] = []  # open elements, from the first that is left out
        self._links: list[tuple[str, int]] = []  # address, and where its text begins

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if self._hidden or "quote-inline" in (said.get("class") or "").split():
            if tag not in ("br", "img"):
                self._hidden.append(tag)
            return
        if tag in _BLOCKS:
            self.found.append("\n")
        elif tag == "a":
            self._links.append((said.get("href") or "", len(self.found)))
        elif tag == "img":  # custom emoji, on software that draws them itself
            self.found.append(said.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                del self._hidden[len(self._hidden) - 1 - self._hidden[::-1].index(tag) :]
            return
        if tag in _BLOCKS:
            self.found.append("\n")
        elif tag == "a" and self._links:
            href, start = self._links.pop()
            shown = "".join(self.found[start:])
            if shown.endswith("…"):  # a shortened link: its address says the whole
                self.found[start:] = [href]

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.found.append(data)
