"""A file's text into blocks, by its kind: Markdown, HTML, plain text, or anything else as lines."""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.voice.document.block import Block, Comment, Front, Reading, Tally, scope_of
from smmgit.voice.document.ignores import Finder, without

MARKDOWN = ("md", "mdown", "markdown", "markdn", "mdx")
HTML = ("html", "htm", "shtml", "xhtml")


def sanitized(text: str) -> str:
    """The text as Vale counts it: line ends are `\\n`, `&rsquo;` is an apostrophe."""
    return text.replace("&rsquo;", "'").replace("\r\n", "\n").replace("\r", "\n")


def blocks(
    text: str, kind: str, suffix: str, reading: Reading, tally: Tally, find: Finder, front: Front | None = None
) -> Iterator[Block | Comment]:
    """The blocks of a text and the comments between them, in reading order.

    `kind` is the extension that decides how it is read, `suffix` the one the file has (part of every scope);
    `find(pattern, text)` finds what is to be ignored; summary and structure are added to `tally`.
    """
    if kind in MARKDOWN or kind in HTML:
        yield from _markup(text, kind, suffix, reading, tally, find, front or Front())
        return
    # What is no markup is measured as a whole, and only `.txt` is running text.
    yield Block(text, range(len(text)), scope_of(f"text.{suffix}"), prose=kind == "txt")


def _markup(
    text: str, kind: str, suffix: str, reading: Reading, tally: Tally, find: Finder, front: Front
) -> Iterator[Block | Comment]:
    from smmgit.voice.document.walk import Walk

    for field in front.fields:
        scope = scope_of(f"text.frontmatter.{field.key}.{suffix}")
        if not any(scope_of(ignored) <= scope for ignored in reading.ignored_scopes):
            yield Block(field.text, field.spots, scope)
    if front.body:
        tally.count("pre")  # Vale makes a code block of it
    body, spots = without(text[front.body :], range(front.body, len(text)), reading, find)
    if kind in HTML:
        from smmgit.voice.document.html import events
    else:
        from smmgit.voice.document.markdown import events
    yield from Walk(reading, tally, suffix).blocks(events(body, spots))


def raw(text: str, suffix: str) -> Block:
    """The file as it is written."""
    return Block(text, range(len(text)), scope_of(f"raw.{suffix}"))


def summary(tally: Tally, suffix: str) -> Block:
    """The prose of the file, for what is measured over all of it."""
    text = "".join(f"{part}\n\n" for part in tally.summary)
    return Block(text, [0] * len(text), scope_of(f"summary.{suffix}"))
