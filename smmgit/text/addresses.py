"""Where a text has web addresses: whatever begins with `http://` or `https://`, for any host.

Networks disagree on what they turn into a link (`text/links.py`); what must not be cut, escaped or
spaced, and what may carry campaign tags, is every address someone typed.
"""

from __future__ import annotations

import re

from smmgit.text.late import late
from smmgit.text.span import Span

_ADDRESS = late(r"https?://[^\s<>«»“”\"\\]+", re.IGNORECASE)
_TAIL = ".,;:!?…'’*_~`|"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def addresses(text: str) -> list[Span]:
    """The addresses of a text in order; punctuation after one is not part of it, nor a bracket opened before it."""
    if "://" not in text:
        return []
    found = []
    for match in _ADDRESS.finditer(text):
        url = trimmed(match[0])
        if len(url) > len("https://"):
            found.append(Span(match.start(), match.start() + len(url), url, url))
    return found


def trimmed(url: str) -> str:
    """An address without what follows it in a sentence."""
    spare = {closing: url.count(closing) - url.count(opening) for closing, opening in _PAIRS.items()}
    end = len(url)
    while end and (url[end - 1] in _TAIL or spare.get(url[end - 1], 0) > 0):
        end -= 1
        if url[end] in spare:
            spare[url[end]] -= 1
    return url[:end]
