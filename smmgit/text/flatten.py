"""The Markdown of a post as readers without Markdown would see it: text, styled runs, losses.

Social text is not a document: line breaks stay, lists stay as typed, `_` inside words, handles and
addresses is never emphasis, a star inside a word (`étudiant*e*s`) neither. Understood are `**bold**`,
`*italic*`, `~~strike~~`, code spans and fences, `[words](address)`, `# headings`, `> quotes`, images,
HTML comments (dropped) and backslash escapes. One pass, linear in the length of the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from smmgit.text.late import late
from smmgit.text.origin import Change, Traced

_PLAIN_ENOUGH = late(r"[*_~`\\\[<>|\r]")


class Lost(Struct, frozen=True, gc=False):
    """What a platform cannot show: a style or construct, as it was typed, at an offset in the source."""

    what: str
    text: str
    offset: int


class Flat(Struct, frozen=True):
    """Visible text with its styled runs, and what had to be left out."""

    traced: Traced
    lost: tuple[Lost, ...] = ()


@lru_cache(maxsize=256)
def flatten(text: str, styles: tuple[str, ...] = (), links: str = "plain") -> Flat:
    """The visible text of Markdown source, offsets counted from the source's start.

    `styles` are the facet kinds that survive (`bold`, `italic`, `strike`, `code`, `pre`, `quote`).
    `links` says what becomes of `[words](address)`: `words` keeps the words as a link, `plain` writes
    the address after them, `dead` leaves the words alone.
    """
    if _PLAIN_ENOUGH.search(text) is None and "# " not in text and "#\t" not in text:
        words = text.strip()
        return Flat(Traced.of(words, text.find(words)))
    from smmgit.text.markdown import Scan

    source = Traced.of(text)
    if "\r" in text:
        source = source.replaced([(m.start(), m.end(), "\n") for m in re.finditer(r"\r\n?", text)])
    scan = Scan(source.text, styles, links)
    scan.run(0, len(source.text))
    if "|" in text:
        scan.tables()
    traced = source.marked(scan.marks).replaced(_sorted(scan.changes)).stripped()
    lost = sorted((Lost(what, text, source.source(at)) for what, text, at in scan.lost), key=lambda one: one.offset)
    return Flat(traced, tuple(lost))


def _sorted(changes: list[Change]) -> list[Change]:
    """In order, without overlaps: of two that meet, the later begins where the earlier ends."""
    ordered: list[Change] = []
    for start, end, put in sorted(changes):
        if ordered and start < ordered[-1][1]:
            start = ordered[-1][1]
            if end <= start and not put:
                continue
            end = max(start, end)
        ordered.append((start, end, put))
    return ordered
