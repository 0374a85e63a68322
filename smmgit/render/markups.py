"""The four markups networks read: how each escapes what is literal and writes what is styled.

Markdown: Discord and Reddit (a backslash before any punctuation is literal in both). Mrkdwn: Slack,
where only `& < >` are escaped. HTML: Telegram and Matrix. Little text: LinkedIn, where an unescaped
reserved character silently cuts the post (learn.microsoft.com, little-text-format, li-lms-2026-05).
"""

from __future__ import annotations

from typing import Protocol

from smmgit.model.rendition import Facet
from smmgit.model.spec import PlatformSpec
from smmgit.text.addresses import addresses
from smmgit.text.late import late
from smmgit.text.tags import hashtags

_MARKDOWN_SIGNS = late(
    r"[\\*_~`|\[\]<^]"
    r"|&(?=#?\w+;)"
    r"|>(?=!)"
    r"|(?<=\n)(?:[#>]|-(?=#)|[-=](?=[-= \t]*(?:\n|\Z)))"
)
_LITTLE_SIGNS = late(r"[\\|{}@\[\]()<>#*_~]")
_TICKS = late("`+")
_LITERAL = ("code", "pre")


class Markup(Protocol):
    """What `wire` asks of a markup. `before` is the character before the text, `within` the open facets' kinds."""

    def escape(self, text: str, before: str, within: list[str]) -> str:
        """Text as the markup must write it to be read literally."""

    def open(self, facet: Facet) -> str:
        """What begins a marked run."""

    def close(self, facet: Facet) -> str:
        """What ends a marked run."""


class Markdown:
    """Discord's and Reddit's Markdown."""

    SIGNS = {"bold": "**", "italic": "*", "strike": "~~"}

    def __init__(self, spec: PlatformSpec) -> None:
        self.line_break = str(spec.facts.get("line_break") or "\n")
        self.mention = spec.mention if spec.mention.startswith("<") else ""

    def escape(self, text: str, before: str, within: list[str]) -> str:
        if "mention" in within:
            return "" if self.mention else text
        if "pre" in within or "code" in within:
            return text
        return self._lines(_around(text, before, _backslashed), within)

    def _lines(self, text: str, within: list[str]) -> str:
        return text.replace("\n", self.line_break + "> " if "quote" in within else self.line_break)

    def open(self, facet: Facet) -> str:
        if facet.kind in ("code", "pre"):
            bar = _fence(facet.text, 3 if facet.kind == "pre" else 1)
            return bar + ("\n" if facet.kind == "pre" else _pad(facet.text))
        if facet.kind == "mention":
            return self.mention.replace("{handle}", facet.target)
        return {"quote": "> ", "link": "["}.get(facet.kind, self.SIGNS.get(facet.kind, ""))

    def close(self, facet: Facet) -> str:
        if facet.kind in ("code", "pre"):
            bar = _fence(facet.text, 3 if facet.kind == "pre" else 1)
            return ("\n" if facet.kind == "pre" else _pad(facet.text)) + bar
        if facet.kind == "link":
            target = facet.target.replace("(", "%28").replace(")", "%29")
            return f"]({target})"
        return self.SIGNS.get(facet.kind, "")


class Mrkdwn(Markdown):
    """Slack's mrkdwn."""

    SIGNS = {"bold": "*", "italic": "_", "strike": "~"}

    def escape(self, text: str, before: str, within: list[str]) -> str:
        if "mention" in within and self.mention:
            return ""
        escaped = _entities(text)
        return escaped if any(kind in _LITERAL for kind in within) else self._lines(escaped, within)

    def open(self, facet: Facet) -> str:
        if facet.kind == "link":
            return f"<{_entities(facet.target).replace('|', '%7C')}|"
        return super().open(facet)

    def close(self, facet: Facet) -> str:
        return ">" if facet.kind == "link" else super().close(facet)


class Html:
    """The HTML of Telegram (`parse_mode`) and Matrix (`formatted_body`)."""

    TAGS = {"bold": "b", "italic": "i", "strike": "del", "code": "code", "pre": "pre", "quote": "blockquote"}

    def __init__(self, spec: PlatformSpec) -> None:
        self.line_break = str(spec.facts.get("line_break") or "\n")
        self.mention_url = str(spec.facts.get("mention_url") or "")

    def escape(self, text: str, before: str, within: list[str]) -> str:
        escaped = _entities(text)
        return escaped if "pre" in within else escaped.replace("\n", self.line_break)

    def open(self, facet: Facet) -> str:
        target = self._target(facet)
        if target:
            return f'<a href="{_entities(target).replace(chr(34), "&quot;")}">'
        tag = self.TAGS.get(facet.kind)
        return f"<{tag}>" if tag else ""

    def close(self, facet: Facet) -> str:
        if self._target(facet):
            return "</a>"
        tag = self.TAGS.get(facet.kind)
        return f"</{tag}>" if tag else ""

    def _target(self, facet: Facet) -> str:
        if facet.kind == "mention" and self.mention_url:
            return self.mention_url.replace("{handle}", facet.target)
        return facet.target if facet.kind == "link" else ""


class LittleText:
    """LinkedIn's little text: a backslash before each reserved character, but in addresses and hashtags."""

    def __init__(self, spec: PlatformSpec) -> None:
        pass

    def escape(self, text: str, before: str, within: list[str]) -> str:
        return _around(text, before, _little)

    def open(self, facet: Facet) -> str:
        return "@[" if facet.kind == "mention" else ""

    def close(self, facet: Facet) -> str:
        return f"]({facet.target})" if facet.kind == "mention" else ""


def _around(text: str, before: str, escape: _Escape) -> str:
    """Escape a text but for the addresses in it."""
    pieces, at = [], 0
    for span in addresses(text):
        pieces += [escape(text[at : span.start], before), span.text]
        at, before = span.end, span.text[-1]
    return "".join([*pieces, escape(text[at:], before)])


class _Escape(Protocol):
    def __call__(self, text: str, before: str) -> str: ...


def _backslashed(text: str, before: str) -> str:
    # The character before decides what begins a line; it is put in front, and taken off again.
    return _MARKDOWN_SIGNS.sub(r"\\\g<0>", "\n" + text)[1:] if before == "\n" else _MARKDOWN_SIGNS.sub(r"\\\g<0>", text)


def _little(text: str, before: str) -> str:
    pieces, at = [], 0
    # The character before is read too: a `#` inside a word begins no hashtag.
    for tag in hashtags(before + text) if "#" in text else ():
        start, end = tag.start - len(before), tag.end - len(before)
        if start < 0:
            continue
        written = tag.text if "_" not in tag.text else "{hashtag|\\#|" + _LITTLE_SIGNS.sub(r"\\\g<0>", tag.target) + "}"
        pieces += [_LITTLE_SIGNS.sub(r"\\\g<0>", text[at:start]), written]
        at = end
    return "".join([*pieces, _LITTLE_SIGNS.sub(r"\\\g<0>", text[at:])])


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    return "`" * max(least, longest + 1)


def _pad(text: str) -> str:
    return " " if text[:1] == "`" or text[-1:] == "`" else ""


MARKUPS: dict[str, type[Markdown] | type[Html] | type[LittleText]] = {
    "markdown": Markdown,
    "mrkdwn": Mrkdwn,
    "html": Html,
    "little-text": LittleText,
}
