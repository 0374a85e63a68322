"""What external grammar checkers say, as remarks: one adapter shape, text in, spans out.

The programs are run elsewhere; here is only what is asked of them and how their answers are read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from smmgit.model.say import Say
from smmgit.voice.prose.span import Span

MOST = 1_000  # remarks on one text


class Checker(Struct, frozen=True):
    """An external program: how it is called on a text from its standard input, and how its answer is read."""

    name: str
    languages: tuple[str, ...]
    command: tuple[str, ...]
    read: Callable[[str, str], list[Span]]


def read_grammalecte(answer: str, text: str) -> list[Span]:
    """The remarks in Grammalecte's JSON; offsets are per paragraph, a paragraph being a line."""
    try:
        data = json.loads(answer)
        paragraphs = data["data"]
    except (ValueError, KeyError, TypeError):
        return []
    starts = _line_starts(text)
    spans: list[Span] = []
    for paragraph in paragraphs if isinstance(paragraphs, list) else ():
        try:
            first = starts[paragraph["iParagraph"] - 1]
            for error in paragraph["lGrammarErrors"]:
                spans.append(_grammalecte(first, error))
        except (KeyError, IndexError, TypeError):
            continue
    return _inside(spans, text)


def _grammalecte(first: int, error: dict[str, Any]) -> Span:
    message = str(error["sMessage"])
    return Span(
        start=first + int(error["nStart"]),
        end=first + int(error["nEnd"]),
        message=Say(message, message),
        replacements=tuple(str(one) for one in error.get("aSuggestions") or ())[:8],
        rule=f"grammalecte:{error.get('sType', '')}",
    )


def read_harper(found: Sequence[tuple[int, int, str, Sequence[str], str]], text: str) -> list[Span]:
    """Harper's lints (start, end, message, suggestions, kind) as remarks."""
    return _inside(
        [
            Span(start, end, Say(message, message), tuple(suggestions)[:8], f"harper:{kind}")
            for start, end, message, suggestions, kind in found
        ],
        text,
    )


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _inside(spans: list[Span], text: str) -> list[Span]:
    """Only spans that lie in the text, in its order."""
    kept = [one for one in spans if 0 <= one.start <= one.end <= len(text)]
    return sorted(kept, key=lambda one: (one.start, one.end))[:MOST]
