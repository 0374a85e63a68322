"""Where a text has hashtags, mentions and cashtags.

The default readings follow twitter-text 3 for tags, and take any network's handle for a mention
(`@lea`, `@lea.bsky.social`, `@lea@mastodon.social`). `bluesky` is the detection of `@atproto/api`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from smmgit.text.late import late
from smmgit.text.links import links
from smmgit.text.span import Span
from smmgit.text.tlds import TLDS

Reading = Literal["x", "bluesky"]

_TAG_EXTRA = "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
_TAG = late(f"[#\uff03](?<![\\w&].)(?![\ufe0f\u20e3])([\\w{_TAG_EXTRA}]++)")
_NOT_AFTER_TAG = ("#", "\uff03", "://")
_HANDLE = r"(?>\w(?:[\w.-]*\w)?)"
_MENTION = late(
    rf"[@\uff20](?<![\w@\uff20/.&=!#$%*-].)({_HANDLE}(?:@{_HANDLE})?+)(?![@\uff20\xc0-\u024f]|://)", re.ASCII
)
_CASHTAG = late(r"\$(?<!\S.)([A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?)(?![A-Za-z0-9]|[._][A-Za-z0-9])")

_HIDDEN = "\u00ad\u2060\u200a\u200b\u200c\u200d\u20e2"
_BLUESKY_TAG = late(f"[#\uff03](?<!\\S.)(?!\ufe0f)([^\\s{_HIDDEN}]+)")
_BLUESKY_MENTION = late(r"@(?<![^\s(].)([a-zA-Z0-9.-]*[a-zA-Z0-9])")
_BLUESKY_CASHTAG = late(r"\$(?<![^\s(].)([A-Za-z][A-Za-z0-9]{0,4})(?=[\s.,;:!?)\"'\u2019]|$)")
_BLUESKY_MAX = 64


def hashtags(text: str, *, reading: Reading = "x") -> list[Span]:
    """The hashtags of a text; the target is the tag without `#`. None inside a link, none all digits."""
    if "#" not in text and "\uff03" not in text:
        return []
    if reading == "bluesky":
        return _bluesky_tags(text)
    found = []
    for match in _TAG.finditer(text):
        end = _with_marks(text, match.end())
        name = text[match.start(1) : end]
        if _has_letter(name) and not text.startswith(_NOT_AFTER_TAG, end):
            found.append(Span(match.start(), end, text[match.start() : end], name))
    return _outside(found, links(text, bare=True)) if found else found


def mentions(text: str, *, reading: Reading = "x") -> list[Span]:
    """The mentions of a text; the target is the handle without `@`, with its host where it has one."""
    if "@" not in text and "\uff20" not in text:
        return []
    if reading == "bluesky":
        spans = [Span(m.start(), m.end(), m[0], m[1]) for m in _BLUESKY_MENTION.finditer(text)]
        return [span for span in spans if _is_domain(span.target)]
    spans = [Span(m.start(), m.end(), m[0], m[1]) for m in _MENTION.finditer(text)]
    return _outside(spans, links(text)) if spans else spans


def cashtags(text: str, *, reading: Reading = "x") -> list[Span]:
    """The cashtags of a text (`$AAPL`); the target is the symbol, on Bluesky in capitals with `$`."""
    if "$" not in text:
        return []
    if reading == "bluesky":
        return [Span(m.start(), m.end(), m[0], m[0].upper()) for m in _BLUESKY_CASHTAG.finditer(text)]
    return [Span(m.start(), m.end(), m[0], m[1]) for m in _CASHTAG.finditer(text)]


def _with_marks(text: str, end: int) -> int:
    """The end of a tag that goes on with combining marks, which `re` does not take for letters."""
    if end < len(text) and unicodedata.category(text[end])[0] == "M":
        while end < len(text) and (
            text[end].isalnum() or text[end] in _TAG_EXTRA or unicodedata.category(text[end])[0] == "M"
        ):
            end += 1
    return end


def _has_letter(name: str) -> bool:
    """True for a tag with at least one letter or mark."""
    return name.isalpha() or any(unicodedata.category(sign)[0] in "LM" for sign in name)


def _outside(spans: list[Span], taken: list[Span]) -> list[Span]:
    """The spans that touch none of the taken ones; both lists are in order."""
    if not taken:
        return spans
    kept = []
    at = 0
    for span in spans:
        while at < len(taken) and taken[at].end <= span.start:
            at += 1
        if at == len(taken) or taken[at].start >= span.end:
            kept.append(span)
    return kept


def _bluesky_tags(text: str) -> list[Span]:
    found = []
    for match in _BLUESKY_TAG.finditer(text):
        name = match[1]
        size = len(name)
        while size and unicodedata.category(name[size - 1])[0] == "P":
            size -= 1
        name = name[:size]
        if name and _utf16(name) <= _BLUESKY_MAX and not all(_digit_or_mark(sign) for sign in name):
            end = match.start() + 1 + size
            found.append(Span(match.start(), end, text[match.start() : end], name))
    return found


def _digit_or_mark(sign: str) -> bool:
    return sign in "0123456789" or unicodedata.category(sign)[0] == "P"


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_domain(name: str) -> bool:
    head, _, tld = name.rpartition(".")
    return bool(head) and (tld in TLDS or tld == "test")
