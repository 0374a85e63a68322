"""Plain text as a post's body: what the author typed is what readers see, no mark-up is read into it."""

from __future__ import annotations

import re

ALWAYS = re.compile(
    r"(?P<slash>\\(?=[!-/:-@\[-`{-~]))"  # a backslash before punctuation would be taken for an escape
    r"|(?P<code>`)"
    r"|(?P<comment><(?=!--|https?://|mailto:))"
    r"|(?P<link>\[(?=[^\[\]\n]*\]\())"  # [text](…) and ![alt](…)
    r"|(?P<strike>~(?=~))",
)
EMPHASIS = re.compile(r"(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|\*(?=\S)|(?<=\S)\*")
LINE = re.compile(
    r"^(?P<indent>[ \t]*)(?:"
    r"(?P<heading>#{1,6}(?=[ \t]|$))"
    r"|(?P<rule>(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:\*[ \t]*){3,}$)"
    r"|(?P<fence>~{3,})"
    r"|(?P<quote>>(?=[ \t]))"
    r"|(?P<setext>=+[ \t]*$)"
    r")",
    re.MULTILINE,
)


def as_body(text: str) -> str:
    """Markdown of ours that shows exactly `text`; a backslash stands before what would be mark-up."""
    text = ALWAYS.sub(lambda found: "\\" + found.group(), text)
    lone = EMPHASIS.findall(text)
    if len(lone) > 1:
        text = EMPHASIS.sub(lambda found: "\\" + found.group(), text)
    return LINE.sub(_line, text)


def _line(found: re.Match[str]) -> str:
    return f"{found.group('indent')}\\{found.group()[len(found.group('indent')) :]}"


def as_parts(texts: list[str]) -> str:
    """Several parts of a thread as one body: thematic breaks between them."""
    return "\n\n---\n\n".join(as_body(text.strip("\n")) for text in texts)
