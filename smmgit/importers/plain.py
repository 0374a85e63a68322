"""Plain text as a post's body: what the author typed is what readers see, no mark-up is read into it."""

from __future__ import annotations

import re

from smmgit.text.flatten import flatten

# What would end the text or start something else at the beginning of a line, whatever follows.
STRUCTURE = re.compile(
    r"^(?P<indent> {0,3})(?=\#\#(?!\#)|(?P<sign>[-*_])(?P=sign){2,}[ \t]*$|`{3,}|~{3,})",
    re.MULTILINE,
)
LINE = re.compile(r"^(?P<indent> {0,3})(?=#{1,6}[ \t]|>(?:[ ]|$))", re.MULTILINE)
COMMENT = re.compile(r"(?<=<)(?=!--)")
SIGN = re.compile(r"\\(?=[!-/:-@\[-`{-~\n])|[`*_\[]|~(?=~)|<(?=\Z|[\w.+-]+@)")
# Inside an address nothing is mark-up; signs at its very end are read as text, if anything pairs with them.
ADDRESSES = (
    re.compile(r"(https?://[^\s<>`]*[^\s<>`*_~)\].,;:!?'\"»])", re.IGNORECASE),
    re.compile(r"(https?://[^\s<>`]+)", re.IGNORECASE),
)


def as_body(text: str) -> str:
    """Markdown of ours that shows exactly `text` (but for white space around it).

    A backslash stands before what would be mark-up; where nothing would be, the text stays as it is.
    """
    text = text.strip()
    fenced = COMMENT.sub(r"\\", STRUCTURE.sub(r"\g<indent>\\", text))
    if fenced == text and _shows(fenced) == text:
        return text
    candidates = [fenced, *(_escaped(text, address) for address in ADDRESSES)]
    return next((body for body in candidates if _shows(body) == text), candidates[1])


def _escaped(text: str, address: re.Pattern[str]) -> str:
    pieces = address.split(text)
    pieces[::2] = [SIGN.sub(r"\\\g<0>", piece) for piece in pieces[::2]]
    return COMMENT.sub(r"\\", STRUCTURE.sub(r"\g<indent>\\", LINE.sub(r"\g<indent>\\", "".join(pieces))))


def _shows(body: str) -> str:
    return flatten(body).traced.text


def as_parts(texts: list[str]) -> str:
    """Several parts of a thread as one body: thematic breaks between them."""
    return "\n\n---\n\n".join(as_body(text) for text in texts)
