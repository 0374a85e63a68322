"""One walk over Markdown source, gathering what to leave out, what is styled and what is lost.

For `text/flatten.py`, which says what is understood. Linear in the length of the text: what never
closes is looked for once, and no pattern can go back over what it read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from smmgit.text.late import late
from smmgit.text.origin import LITERAL, Change, Mark

_URL_BODY = r"[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*"
_TITLE = r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?"
_TOKEN = late(
    rf"""
    (?P<escape>\\[!-/:-@\[-`{{-~\n])
  | (?P<comment><!--)
  | (?P<fence>^[ ]{{0,3}}(?P<bar>`{{3,}}|~{{3,}})[^\n`]*$)
  | (?P<tick>`+)
  | (?P<heading>^[ ]{{0,3}}\#{{1,6}}[ \t]+)
  | (?P<quote>^[ ]{{0,3}}>(?:[ ]|$))
  | (?P<image>!\[(?P<alt>[^\[\]\n]*)\]\([ \t]*<?{_URL_BODY}>?{_TITLE}[ \t]*\))
  | (?P<shown>\[!\[(?P<inner_alt>[^\[\]\n]*)\]\([^()\n]*\)\]\([ \t]*(?P<shown_to>{_URL_BODY})[ \t]*\))
  | (?P<link>\[(?P<words>[^\[\]\n]*)\]\([ \t]*<?(?P<to>{_URL_BODY})>?{_TITLE}[ \t]*\))
  | (?P<auto><(?P<address>https?://[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+)>)
  | (?P<url>https?://[^\s<>`]+)
  | (?P<name>(?<!\w)[@\#]\w+)
  | (?P<run>\*+|_+|~+)
  | (?P<gap>\n[ \t]*\n)
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_URL_TAIL = "*_~)].,;:!?'\"»"
_TICKS = late("`+")
_LINE_END = late(r"[ \t]*(?:\n|\Z)")
_BLANK = late(r"[ \t]*\n")
_SAFE_TARGET = late(r"(?:https?://|mailto:|tel:)[^\s]+$", re.IGNORECASE)
_ESCAPED = late(r"\\([_*~])")
_STYLES = {("*", 1): "italic", ("_", 1): "italic", ("*", 2): "bold", ("_", 2): "bold", ("~", 2): "strike"}


class _Open(Struct, gc=False):
    """A run of delimiters that may start a style."""

    char: str
    size: int
    start: int
    end: int


class Scan:
    """One walk over a source text, gathering changes, marks and losses in source offsets."""

    def __init__(self, text: str, styles: tuple[str, ...], links: str) -> None:
        self.text = text
        self.styles = styles
        self.links = links
        self.changes: list[Change] = []
        self.marks: list[Mark] = []
        self.lost: list[tuple[str, str, int]] = []
        self.stack: list[_Open] = []
        self.unclosed: set[str] = set()
        self.quote_end = -1
        self.quote_mark = -1

    def run(self, start: int, end: int) -> None:
        """Read the source from `start` to `end`; styles do not reach across these ends."""
        outer, self.stack = self.stack, []
        at, search = start, _TOKEN.search
        while token := search(self.text, at, end):
            at = _READERS[token.lastgroup or ""](self, token)
        self.stack = outer

    def style(self, kind: str, start: int, end: int, typed: tuple[int, int]) -> None:
        """A styled run; one the platform cannot show is a loss."""
        if kind in self.styles:
            if start < end:
                self.marks.append(Mark(kind, start, end))
        else:
            if kind in ("code", "pre") and start < end:
                self.marks.append(Mark(LITERAL, start, end))
            self.lost.append((kind, self.text[typed[0] : typed[1]], typed[0]))

    def drop(self, start: int, end: int) -> int:
        """Take out a construct, and the line it leaves empty; returns where reading goes on."""
        line = start
        while line and self.text[line - 1] in " \t":
            line -= 1
        if (line == 0 or self.text[line - 1] == "\n") and (after := _LINE_END.match(self.text, end)):
            start, end = line, after.end()
            # Two blank lines would meet where the construct stood between them.
            if self.text[start - 2 : start] == "\n\n":
                while blank := _BLANK.match(self.text, end):
                    end = blank.end()
        self.changes.append((start, end, ""))
        return end

    def escape(self, token: re.Match[str]) -> int:
        self.changes.append((token.start(), token.start() + 1, ""))
        return token.end()

    def comment(self, token: re.Match[str]) -> int:
        end = -1 if "-->" in self.unclosed else self.text.find("-->", token.end())
        if end < 0:
            self.unclosed.add("-->")
            return token.end()
        return self.drop(token.start(), end + 3)

    def fence(self, token: re.Match[str]) -> int:
        bar = token["bar"]
        if bar in self.unclosed:
            return token.start("bar") + len(bar)
        closing = re.compile(rf"^[ ]{{0,3}}{bar[0]}{{{len(bar)},}}[ \t]*$", re.MULTILINE)
        inside = min(token.end() + 1, len(self.text))
        found = closing.search(self.text, inside)
        if found is None:  # half a fence must not swallow the rest of a post
            self.unclosed.add(bar)
            return token.start("bar") + len(bar)
        end = max(found.start() - 1, inside)
        self.changes += [(token.start(), inside, ""), (end, found.end(), "")]
        self.style("pre", inside, end, (token.start(), found.end()))
        return found.end()

    def tick(self, token: re.Match[str]) -> int:
        bar = token["tick"]
        if bar in self.unclosed:
            return token.end()
        closing = next((run for run in _TICKS.finditer(self.text, token.end()) if run[0] == bar), None)
        if closing is None or "\n\n" in self.text[token.end() : closing.start()]:
            if closing is None:
                self.unclosed.add(bar)
            return token.end()
        start, end = token.end(), closing.start()
        if end - start > 2 and self.text[start] == self.text[end - 1] == " ":
            start, end = start + 1, end - 1
        self.changes += [(token.start(), start, ""), (end, closing.end(), "")]
        self.style("code", start, end, (token.start(), closing.end()))
        return closing.end()

    def heading(self, token: re.Match[str]) -> int:
        self.stack.clear()
        end = self._line_end(token.end())
        self.changes.append((token.start(), token.end(), ""))
        self.lost.append(("heading", self.text[token.start() : end], token.start()))
        if "bold" in self.styles and token.end() < end:
            self.marks.append(Mark("bold", token.end(), end))
        return token.end()

    def quote(self, token: re.Match[str]) -> int:
        end = self._line_end(token.end())
        self.changes.append((token.start(), token.end(), ""))
        if self.quote_end >= 0 and token.start() == self.quote_end + 1:
            if self.quote_mark >= 0:
                self.marks[self.quote_mark] = Mark("quote", self.marks[self.quote_mark].start, end)
        else:
            self.stack.clear()
            self.quote_mark = len(self.marks) if "quote" in self.styles and token.end() < end else -1
            self.style("quote", token.end(), max(end, token.end()), (token.start(), end))
        self.quote_end = end
        return token.end()

    def image(self, token: re.Match[str]) -> int:
        self.lost.append(("image", token["alt"] or token[0], token.start()))
        return self.drop(token.start(), token.end())

    def shown(self, token: re.Match[str]) -> int:
        self.lost.append(("image", token["inner_alt"] or token[0], token.start()))
        self.changes.append((token.start(), token.end(), token["shown_to"] if self.links == "plain" else ""))
        return token.end()

    def link(self, token: re.Match[str]) -> int:
        words, to = token["words"], token["to"]
        inner, after = token.start("words"), token.end("words")
        if not _SAFE_TARGET.match(to):
            self.lost.append(("markdown-link", token[0], token.start()))
            self.changes += [(token.start(), inner, ""), (after, token.end(), "")]
        elif self.links == "words" and words.strip():
            self.changes += [(token.start(), inner, ""), (after, token.end(), "")]
            self.marks.append(Mark("link", inner, after, to))
        elif self.links != "dead" and _same_address(words, to):
            self.changes += [(token.start(), token.start("to"), ""), (token.end("to"), token.end(), "")]
            return token.end()
        else:
            shown = "" if self.links == "dead" else (" " if words.strip() else "") + to.removeprefix("mailto:")
            self.lost.append(("link" if self.links == "dead" else "markdown-link", token[0], token.start()))
            self.changes += [(token.start(), inner, ""), (after, token.end(), shown)]
        self.run(inner, after)
        return token.end()

    def auto(self, token: re.Match[str]) -> int:
        self.changes += [(token.start(), token.start() + 1, ""), (token.end() - 1, token.end(), "")]
        return token.end()

    def url(self, token: re.Match[str]) -> int:
        end = token.start() + max(len(token[0].rstrip(_URL_TAIL)), 8)
        for escaped in _ESCAPED.finditer(self.text, token.start(), end):
            self.changes.append((escaped.start(), escaped.start() + 1, ""))
        return end

    def name(self, token: re.Match[str]) -> int:
        end = token.end()
        if self.text[end - 1] == "_" and any(one.char == "_" for one in self.stack):
            end = token.start() + len(token[0].rstrip("_"))
        return max(end, token.start() + 1)

    def gap(self, token: re.Match[str]) -> int:
        self.stack.clear()
        return token.end() - 1

    def delimiters(self, token: re.Match[str]) -> int:
        start, end = token.span()
        char, size = self.text[start], end - start
        if size > 3 or (char == "~" and size != 2):
            return end
        before, after = self.text[start - 1 : start] or " ", self.text[end : end + 1] or " "
        within = before.isalnum() and after.isalnum() and (char == "_" or size == 1)
        can_close, can_open = not (before.isspace() or within), not (after.isspace() or within)
        at = start
        while can_close and at < end and (opener := self._opener(char, end - at)):
            self.changes += [(opener.start, opener.end, ""), (at, at + opener.size, "")]
            self.style(_STYLES[char, opener.size], opener.end, at, (opener.start, at + opener.size))
            at += opener.size
        if can_open:
            for width in {1: (1,), 2: (2,), 3: (2, 1)}.get(end - at, ()):
                self.stack = [one for one in self.stack if (one.char, one.size) != (char, width)]
                self.stack.append(_Open(char, width, at, at + width))
                at += width
        return end

    def _opener(self, char: str, most: int) -> _Open | None:
        """The nearest open run of these delimiters; those opened after it stay as typed."""
        for index in range(len(self.stack) - 1, -1, -1):
            one = self.stack[index]
            if one.char == char and one.size <= most:
                del self.stack[index:]
                return one
        return None

    def tables(self) -> None:
        """Tables stay as typed, and are a loss: nobody sees columns in a feed."""
        at = 0
        for line in self.text.split("\n"):
            if "|" in line and "-" in line and not set(line) - set("|-: \t") and at:
                self.lost.append(("table", line, at))
            at += len(line) + 1

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end


_READERS: dict[str, Callable[[Scan, re.Match[str]], int]] = {
    "escape": Scan.escape, "comment": Scan.comment, "fence": Scan.fence, "tick": Scan.tick,
    "heading": Scan.heading, "quote": Scan.quote, "image": Scan.image, "shown": Scan.shown,
    "link": Scan.link, "auto": Scan.auto, "url": Scan.url, "name": Scan.name,
    "run": Scan.delimiters, "gap": Scan.gap,
}  # fmt: skip


def _same_address(words: str, to: str) -> bool:
    return _bare(words.strip()) == _bare(to)


def _bare(address: str) -> str:
    for scheme in ("https://", "http://", "mailto:"):
        address = address.removeprefix(scheme)
    return address.removeprefix("www.").rstrip("/").casefold()
