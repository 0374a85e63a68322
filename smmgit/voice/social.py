"""A post as a network shows it, cut into blocks: what Vale's scopes mean there, and the units only posts have.

Rules for `text` (and `sentence`, `paragraph`) read the post with addresses, handles and tags masked, so that no word
of a URL is judged as prose. Rules made for posts have scopes of their own, which real Vale loads and never matches:
`post` (everything, unmasked; `post.<platform>` for one network), `hook` (the first line), `hashtag`, `mention`,
`url` and `emoji` (each one alone). `raw` is the whole text, as for a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from smmgit.text.addresses import addresses
from smmgit.text.emoji import emoji
from smmgit.text.links import Reading, links
from smmgit.text.span import Span
from smmgit.text.tags import hashtags, mentions
from smmgit.voice.document.block import Block

# Invisible parts of emoji. Regular expressions count them as letters, so no word would end beside a ❤️.
_JOINERS = {0xFE0F: "\u2060", 0x200D: "\u2060", 0x20E3: "\u2060"}


def post_blocks(text: str, platform: str = "") -> Iterator[Block]:
    """The blocks of one rendered part of a post; places are those of `text`."""
    tags: Literal["x", "bluesky"] = "bluesky" if platform == "bluesky" else "x"
    found = {
        "url": _urls(text, "mastodon" if platform == "mastodon" else tags),
        "mention": mentions(text, reading=tags),
        "hashtag": hashtags(text, reading=tags),
    }
    own = [platform] if platform else []
    plain = text.translate(_JOINERS)
    masked = _masked(plain, [span for spans in found.values() for span in spans])
    yield _block(masked, 0, ["text", *own], prose=True)
    yield _block(plain, 0, ["post", *own])
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    yield _block(plain[start : end if end >= 0 else len(text)].rstrip(), start, ["hook", *own])
    for name, spans in found.items():
        for span in spans:
            yield _block(text[span.start : span.end], span.start, [name, *own])
    for first, last in emoji(text):
        yield _block(text[first:last], first, ["emoji", *own])
    yield _block(plain, 0, ["raw", *own])


def _urls(text: str, reading: Reading) -> list[Span]:
    """Every address typed in full, and what the network makes a link besides."""
    typed = addresses(text)
    bare = [link for link in links(text, bare=True, reading=reading)
            if not any(link.start < other.end and other.start < link.end for other in typed)]  # fmt: skip
    return sorted([*typed, *bare], key=lambda span: span.start)


def _block(text: str, start: int, scope: list[str], *, prose: bool = False) -> Block:
    return Block(text, range(start, start + len(text)), frozenset(scope), prose)


def _masked(text: str, spans: list[Span]) -> str:
    """The text with stars for what is no prose."""
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = "*" * (span.end - span.start)
    return "".join(characters)
