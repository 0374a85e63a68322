"""What external checkers say of a text, as remarks: one shape for all, texts in, spans out.

The programs are run by `smmgit.outside`; here is only how texts are put to them and how their answers are read.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from smmgit.model.say import Say
from smmgit.voice.prose.known import MISSPELT
from smmgit.voice.prose.span import Span

MOST = 1_000  # remarks on one text
REPLACEMENTS = 8

# What Grammalecte judges and smmgit leaves to others: spaces and signs are set when a post is rendered, and whether a
# brand writes inclusively is its own rule.
GRAMMALECTE_OFF = ("apos", "esp", "tab", "nbsp", "unit", "typo", "num", "virg", "eepi", "mapos", "md", "html")
# Harper's kinds left out: names and handles are most of what it takes for spelling in posts, capitals and style are
# the brand's own rules.
HARPER_OFF = frozenset("Spelling Capitalization Formatting Style Enhancement WordChoice Readability".split())


class Sheet:
    """Several texts as one document of lines, so that a program is started once; and the way back to each text."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._rows: list[tuple[int, int, str]] = []  # text, where the line begins in it, the line
        for which, text in enumerate(texts):
            at = 0
            for line in text.split("\n"):
                self._rows.append((which, at, line))
                at += len(line) + 1
        self._count = len(texts)
        self.text = "\n".join(_flat(line) for _, _, line in self._rows)

    def spans(self, found: Iterable[tuple[int, Span]]) -> list[list[Span]]:
        """Remarks with the number of their line (from 0), as remarks on each text."""
        texts: list[list[Span]] = [[] for _ in range(self._count)]
        for row, span in found:
            if not 0 <= row < len(self._rows):
                continue
            which, at, line = self._rows[row]
            start, end = _back(line, span.start), _back(line, span.end)
            if 0 <= start < end <= len(line) and len(texts[which]) < MOST:
                texts[which].append(Span(at + start, at + end, span.message, span.replacements, span.rule))
        for spans in texts:
            spans.sort(key=lambda one: (one.start, one.end))
        return texts


def read_grammalecte(answer: str) -> list[tuple[int, Span]]:
    """Grammalecte's JSON; its paragraphs are our lines. Raises `ValueError` for anything else."""
    found: list[tuple[int, Span]] = []
    data = json.loads(answer[answer.find("{") :] or "null")
    if not isinstance(data, dict) or not isinstance(data.get("data"), list):
        raise ValueError(answer[:80])
    for paragraph in data["data"]:
        for error in paragraph.get("lGrammarErrors") or ():
            message = str(error["sMessage"])
            found.append(
                (
                    int(paragraph["iParagraph"]) - 1,
                    Span(
                        int(error["nStart"]),
                        int(error["nEnd"]),
                        Say(message, message),
                        tuple(str(one) for one in error.get("aSuggestions") or ())[:REPLACEMENTS],
                        f"grammalecte/{error.get('sType', '')}",
                    ),
                )
            )
    return found


def read_typos(answer: str, text: str) -> list[tuple[int, Span]]:
    """The lines of JSON that `typos --format json -` prints; it counts bytes."""
    lines = text.split("\n")
    found: list[tuple[int, Span]] = []
    for row in answer.splitlines():
        said: Any = json.loads(row) if row.startswith("{") else {}
        number = int(said.get("line_num") or 0) - 1
        if said.get("type") != "typo" or not 0 <= number < len(lines):
            continue
        word, rights = str(said["typo"]), tuple(map(str, said.get("corrections") or ()))[:REPLACEMENTS]
        start = len(lines[number].encode()[: int(said["byte_offset"])].decode("utf-8", "ignore"))
        message = MISSPELT.with_(word=word, right=rights[0] if rights else "…")
        found.append((number, Span(start, start + len(word), message, rights, "typos")))
    return found


def read_harper(rows: Iterable[tuple[int, int, str, str, Sequence[str]]], text: str) -> list[Span]:
    """Harper's lints (start, end, kind, message, replacements) on one text, without what is left to others."""
    found = []
    for start, end, kind, message, rights in rows:
        word = text[start:end]
        parted = any(" " in right and right.replace(" ", "").lower() == word.lower() for right in rights)  # app rovers
        if kind not in HARPER_OFF and not parted and not (len(word) > 1 and word.isupper()):
            rule = f"harper/{kind}"
            found.append(Span(start, end, Say(message, message), tuple(rights)[:REPLACEMENTS], rule))
    return found[:MOST]


def _flat(line: str) -> str:
    """A line as programs count it: composed letters, no line end or control character of another kind."""
    line = line if line.isascii() else unicodedata.normalize("NFC", line)
    return "".join(" " if char in "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029\0\ufeff" else char for char in line)


def _back(line: str, position: int) -> int:
    """A position in the flat line, in the line as written."""
    if line.isascii() or unicodedata.is_normalized("NFC", line):
        return position
    if len(line) > 5_000:
        return -1
    return next((at for at in range(len(line) + 1) if len(unicodedata.normalize("NFC", line[:at])) >= position), -1)
