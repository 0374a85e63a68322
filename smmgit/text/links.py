"""Where a text has links, as each network sees them.

Three ways of reading: `x` is twitter-text 3 (X counts by it), `mastodon` the same with the wider
paths of Mastodon's `config/initializers/twitter_regex.rb`, `bluesky` the detection of
`@atproto/api` `rich-text`. All are linear in the length of the text, whatever it holds.

Known differences from twitter-text, none of which its conformance file tests: a bare domain with an
underscore in a subdomain is not a link here, and quotation marks never belong to a domain.
"""

from __future__ import annotations

import functools
import re
from typing import Literal

from smmgit.text.late import late, pattern
from smmgit.text.span import Span
from smmgit.text.tlds import TLDS

Reading = Literal["x", "mastodon", "bluesky"]

MAX_LENGTH = 4096  # twitter-text: MAX_URL_LENGTH, host in Punycode
_MAX_LABEL = 63  # RFC 1035, in Punycode
_TCO_SLUG = 40

_SPACES = "\\s\x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_MARKS = "\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"  # directional
_INVALID = "\ufffe\ufeff\uffff"
_PUNCTUATION = "!\"'#%&()*+,\\\\./:;<=>?@\\[\\]^`{|}~$"
_LATIN = (
    "\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289"
    "\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_CYRILLIC = "\u0400-\u04ff"
_QUERY = "[A-Za-z0-9!?*'@();:&=+$/%#\\[\\]\\-_.,~|]"

_DOT = late(r"\.(?=[^\s.,])")
_WORD = f"A-Za-z0-9{_LATIN}"
_START = late(
    f"(?<![A-Za-z0-9@\uff20$#\uff03{_INVALID}])(?:[Hh][Tt][Tt][Pp][Ss]?://|(?<![-_./{_LATIN}])[{_WORD}][{_WORD}-]*+\\.)"
)
_LABEL = late(f"[^{_PUNCTUATION}{_SPACES}{_INVALID}{_MARKS}]++")
_ASCII_LABEL = late(f"[{_WORD}-]++")
# The usual host: plain labels, then what cannot belong to a domain. Anything else is read label by label.
_USUAL_HOST = late(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)++([A-Za-z]{2,63})(?=[/?:#,!;)\s]|$)")
_ASCII_TLD = late("[A-Za-z0-9-]++(?![@+])")
_PORT = late(":[0-9]++")


def links(text: str, *, bare: bool = False, reading: Reading = "x") -> list[Span]:
    """The links of a text in order; with `bare`, domains without a scheme too (`example.com`)."""
    if "." not in text:
        return []
    if reading == "bluesky":
        return _bluesky(text, bare)
    found: list[Span] = []
    done = 0
    for dot in _DOT.finditer(text):
        at = dot.start()
        if at < done:
            continue
        start = max(done, text.rfind(" ", done, at) + 1, text.rfind("\n", done, at) + 1)
        end = text.find(" ", at)
        done = len(text) if end < 0 else end
        _word(text, start, done, bare, reading, found)
    return found


def _word(text: str, pos: int, end: int, bare: bool, reading: Reading, found: list[Span]) -> None:
    """Add the links of `text[pos:end]`, which holds no space, to `found`."""
    while start := _START.search(text, pos, end):
        scheme = start[0][-1] == "/"
        host = start.end() if scheme else start.start()
        host_end, seen = _host(text, host, not scheme)
        if host_end < 0:
            pos = max(seen, start.end()) if not scheme else start.end()
            continue
        path_end, url_end = _tail(text, host_end, reading)
        pos = url_end
        if not scheme:
            if bare and _fits(text, host, host_end, url_end):
                stop = url_end if path_end > host_end else host_end
                url = text[host:stop]
                found.append(Span(host, stop, url, "https://" + url))
            continue
        if not _fits(text, host, host_end, url_end):
            continue
        tco = _tco().match(text, start.start(), url_end) if host_end - host == len("t.co") else None
        if tco:
            if len(tco[1]) > _TCO_SLUG:
                continue
            pos = url_end = tco.end()
        url = text[start.start() : url_end]
        found.append(Span(start.start(), url_end, url, url))


def _host(text: str, pos: int, ascii_only: bool) -> tuple[int, int]:
    """Where the longest valid domain name from `pos` ends (-1 for none), and how far was read."""
    usual = _USUAL_HOST.match(text, pos)
    if usual and usual[1].lower() in TLDS:
        return usual.end(), usual.end()
    label = _ASCII_LABEL if ascii_only else _LABEL
    best = -1
    previous = ""
    while pos < len(text):
        if previous and "_" not in previous:
            best = max(best, _tld(text, pos))
        found = label.match(text, pos)
        if found is None:
            break
        name = found[0]
        pos = found.end()
        if name[0] in "-_" or name[-1] in "-_" or text[pos : pos + 1] != ".":
            break
        previous = name
        pos += 1
    return best, pos


def _tld(text: str, pos: int) -> int:
    """Where the top-level domain at `pos` ends, -1 where none is known."""
    found = _ASCII_TLD.match(text, pos)
    if found:
        name = found[0].lower()
        if name in TLDS or name.startswith("xn--"):
            return found.end()
        if text[found.end() : found.end() + 1].isascii():
            return -1
    elif text[pos].isascii():
        return -1
    foreign = _foreign_tlds().match(text, pos)
    return foreign.end() if foreign else -1


@functools.lru_cache(maxsize=1)
def _tco() -> re.Pattern[str]:
    query = f"\\?{_QUERY}*[A-Za-z0-9\\-_&=#/]"
    return pattern(f"[Hh][Tt][Tt][Pp][Ss]?://[Tt]\\.[Cc][Oo]/([A-Za-z0-9]+)(?:{query})?")


@functools.lru_cache(maxsize=1)
def _foreign_tlds() -> re.Pattern[str]:
    names = sorted((name for name in TLDS if not name.isascii()), key=len, reverse=True)
    return pattern(f"(?:{'|'.join(names)})(?![0-9A-Za-z@+-])")


def _fits(text: str, start: int, host_end: int, end: int) -> bool:
    """True for a link whose host can be written in Punycode and that is not too long."""
    host = text[start:host_end]
    if host.isascii():
        longer = 0
        if len(host) > _MAX_LABEL and any(len(label) > _MAX_LABEL for label in host.split(".")):
            return False
    else:
        longer = -len(host)
        for label in host.lower().split("."):
            size = len(label) if label.isascii() else len(label.encode("punycode")) + 4
            if size > _MAX_LABEL or (label.startswith("xn--") and not label.isascii()):
                return False
            longer += size + 1
        longer -= 1
    return len("https://") + end - start + longer <= MAX_LENGTH


class _Path:
    """What may follow a host: its characters, and those a link never ends with."""

    def __init__(self, path: str, path_trim: str, query: str, query_trim: str) -> None:
        self.path = pattern(f"/(?:{path}++|\\({path}*+(?:\\({path}++\\){path}*+)?+\\))*+")
        self.path_trim = path_trim
        self.query = pattern(f"\\?{query}++")
        self.query_trim = query_trim


@functools.cache
def _path(reading: Reading) -> _Path:
    if reading == "mastodon":
        high = "\xa0-\ud7ff\ue000-\uffef\U00010000-\U0010fffd"
        return _Path(
            "[^\\s<>()?]", "!*\"'「」<>;:=,.$%[]~&|@",
            f"[A-Za-z0-9!?*'();:&=+$/%#\\[\\]\\-_.,~|@^{high}]", "!?*'();:+$%[].,~|@^",
        )  # fmt: skip
    return _Path(
        f"[{_WORD}{_CYRILLIC}!*';:=+,.$/%#\\[\\]\\-\u2013_~@|&]", "!*';:,.$%[]\u2013~@|&",
        _QUERY, "!?*'@();:+$%[].,~|",
    )  # fmt: skip


def _tail(text: str, pos: int, reading: Reading) -> tuple[int, int]:
    """Where the path and the whole link end, for a host that ends at `pos`."""
    port = _PORT.match(text, pos)
    if port:
        pos = port.end()
    following = text[pos : pos + 1]
    path_end = end = pos
    if following not in ("/", "?"):
        return path_end, end
    way = _path(reading)
    if following == "/":
        found = way.path.match(text, pos)
        if found:
            path_end = end = pos + max(1, len(found[0].rstrip(way.path_trim)))
    asked = way.query.match(text, end)
    if asked:
        kept = asked[0].rstrip(way.query_trim)
        if len(kept) > 1:
            end += len(kept)
    return path_end, end


@functools.lru_cache(maxsize=1)
def _bluesky_link() -> re.Pattern[str]:
    domain = "([A-Za-z][A-Za-z0-9]*+(?:\\.[A-Za-z0-9]++)++)"
    return pattern(f"(?<![^\\s(])(?:[Hh][Tt][Tt][Pp][Ss]?://\\S+|{domain}\\S*)")


def _bluesky(text: str, bare: bool) -> list[Span]:
    found: list[Span] = []
    for match in _bluesky_link().finditer(text):
        url = match[0]
        domain = match[1]
        if domain and not (bare and domain.rpartition(".")[2] in TLDS):
            continue
        if url[-1] in ".,;:!?":
            url = url[:-1]
        if url[-1] == ")" and "(" not in url:
            url = url[:-1]
        found.append(Span(match.start(), match.start() + len(url), url, "https://" + url if domain else url))
    return found
