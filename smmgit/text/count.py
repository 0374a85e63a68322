"""How long a text is for a platform, and whether it fits: each network counts its own way."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from smmgit.text.emoji import FLAG, FLAGS, SKIN, TAGS, emoji, sequence
from smmgit.text.graphemes import grapheme_count
from smmgit.text.late import late

if TYPE_CHECKING:
    from smmgit.model.spec import Limit, PlatformSpec

URL_LENGTH = 23  # twitter-text 3: transformedURLLength; Mastodon: characters_reserved_per_url
TEXT_UNITS = frozenset({"weighted", "grapheme", "code-point", "utf-16", "utf-8", "mastodon", "threads"})
CHANNEL = "channel"  # the source of a limit that the channel overrides

# twitter-text config/v3.json: these ranges weigh 1 (100/scale), everything else 2.
_HEAVY = late("[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
# Runs of what is heavy and of the light signs that belong to emoji: ©, ®, U+200D.
_GLUED = "[^\u0000-\xa8\xaa-\xad\xaf-\u10ff\u2000-\u200c\u2010-\u201f\u2032-\u2037]"
_CLUMP = late(f"{_GLUED}{_GLUED}*")
# What joins several code points into one emoji; a lone pictograph already weighs 2.
_TIE = late(f"[\u200d\u20e3\ufe0f{FLAG}{SKIN}{TAGS}]")
_TANGLED = late(f"[\xa9\xae\u200d\u20e3\ufe0f{FLAG}{SKIN}{TAGS}]")
_KEYS = frozenset("#*0123456789")  # what U+20E3 makes a keycap
_REMEMBERED = 32  # code points; the same emoji come back in post after post


class Count(Struct, frozen=True, kw_only=True):
    """One measure of a text against one limit; `limit` and `minimum` are None where there is none.

    `length` is that of the longest paragraph where the limit holds for each. `fits` is about this
    limit alone: an `uncertain` or `soft` one never refuses a post by itself.
    """

    name: str
    length: int
    limit: int | None
    unit: str
    fits: bool
    minimum: int | None = None
    source: str = ""
    uncertain: str = ""
    soft: bool = False

    @property
    def refuses(self) -> bool:
        """True where the platform is known to refuse this."""
        return not (self.fits or self.uncertain or self.soft)


def measure(text: str, unit: str, *, url_length: int | None = None) -> int:
    """The length of a text in one of the text units of `model/spec.py`.

    `url_length` is what a link counts for in `weighted` and `mastodon` (23 unless told).
    Raises `ValueError` for a unit that is not about text (byte, pixel…).
    """
    way = _WAYS.get(unit)
    if way is not None:
        return way(text)
    if unit == "weighted":
        return _weighted(text, URL_LENGTH if url_length is None else url_length)
    if unit == "mastodon":
        return _mastodon(text, URL_LENGTH if url_length is None else url_length)
    raise ValueError(f"{unit!r} is not a unit of text")


def forbidden(text: str, spec: PlatformSpec) -> tuple[str, ...]:
    """The characters of a text, each once, for which the platform refuses it whatever its length."""
    fact = spec.facts.get("forbidden_characters")
    return tuple(sign for sign in fact["value"] if sign in text) if fact else ()


def limits(
    spec: PlatformSpec, what: str, *, format: str = "post", overrides: Mapping[str, str] | None = None
) -> tuple[Limit, ...]:
    """The limits of one text of a platform: the format's where it has its own, then the channel's.

    A channel's override is named `<what>.max` or `<what>.min` (`text` means the body) and replaces
    every limit in the unit of the first one; `<what>.max.<unit>` names another unit.
    """
    form = spec.formats.get(format)
    found = (form.text.get(what) if form else None) or spec.text.get(what, ())
    for name, typed in (overrides or {}).items():
        found = _overridden(found, what, spec.counter, name, typed)
    return found


def counts(
    text: str,
    spec: PlatformSpec,
    *,
    what: str = "body",
    format: str = "post",
    overrides: Mapping[str, str] | None = None,
) -> list[Count]:
    """The text against every limit that applies to it; one limitless count where there is none."""
    found = limits(spec, what, format=format, overrides=overrides)
    if not found:
        length = measure(text, spec.counter, url_length=spec.url_length)
        return [Count(name=what, length=length, limit=None, unit=spec.counter, fits=True)]
    lengths: dict[tuple[str, str], int] = {}
    return [_against(text, limit, what, spec.url_length, lengths) for limit in found]


def _against(text: str, limit: Limit, what: str, url_length: int | None, lengths: dict[tuple[str, str], int]) -> Count:
    """The text against one limit; `lengths` keeps what was measured already."""
    way = (limit.unit, limit.per)
    length = lengths.get(way, -1)
    if length < 0:
        stretches = text.split("\n") if limit.per else [text]
        length = lengths[way] = max(measure(one, limit.unit, url_length=url_length) for one in stretches)
    return Count(
        name=limit.name or what,
        length=length,
        limit=None if limit.max is None else int(limit.max),
        minimum=None if limit.min is None else int(limit.min),
        unit=limit.unit,
        fits=(limit.max is None or length <= limit.max) and (limit.min is None or length >= limit.min),
        source=limit.source,
        uncertain=limit.uncertain,
        soft=limit.soft,
    )


def _overridden(found: tuple[Limit, ...], what: str, counter: str, name: str, typed: str) -> tuple[Limit, ...]:
    subject, _, rest = name.partition(".")
    bound, _, unit = rest.partition(".")
    if (subject != what and (subject, what) != ("text", "body")) or bound not in ("max", "min"):
        return found
    number = str(typed).strip()
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        return found
    from smmgit.model.spec import Limit

    unit = unit or (found[0].unit if found else counter)
    if unit not in TEXT_UNITS:
        return found
    old = next((limit for limit in found if limit.unit == unit), Limit(unit=counter))  # type: ignore[arg-type]
    own = Limit(
        max=int(number) if bound == "max" else old.max,
        min=int(number) if bound == "min" else old.min,
        unit=unit,  # type: ignore[arg-type]
        source=CHANNEL,
        per=old.per,
    )
    return (own, *(limit for limit in found if limit.unit != unit))


def _weighted(text: str, url_length: int) -> int:
    """twitter-text 3: NFC, links 23, every emoji sequence 2, other code points by `_HEAVY`."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    total = _weight(text)
    if "." in text:
        from smmgit.text.links import links

        for span in links(text, bare=True):
            total += url_length - _weight(span.text)
    return total


def _weight(text: str) -> int:
    total = len(text)
    if text.isascii():
        return total
    for found in _CLUMP.finditer(text):
        clump = found[0]
        if _TANGLED.search(clump) is None:
            total += len(clump)
            continue
        start = found.start()
        if start and clump[0] in "\ufe0f\u20e3" and text[start - 1] in _KEYS:
            clump = text[start - 1] + clump
        total += _excess(clump) if len(clump) <= _REMEMBERED else _excess.__wrapped__(clump)
    return total


@functools.lru_cache(maxsize=4096)
def _excess(clump: str) -> int:
    """How much more than 1 a code point this run weighs, with each emoji sequence in it weighing 2."""
    heavy = len(_HEAVY.findall(clump))
    pos = 0
    for tie in _TIE.finditer(clump):
        at = tie.start()
        if at < pos:
            continue
        whole = sequence().match(clump, at if tie[0] in FLAGS else max(pos, at - 1))
        if whole and len(whole[0]) > 1:
            pos = whole.end()
            heavy += 2 - len(whole[0]) - len(_HEAVY.findall(whole[0]))
    return heavy


def _mastodon(text: str, url_length: int) -> int:
    """Mastodon's StatusLengthValidator: graphemes; links count flat, remote mentions without host."""
    total = grapheme_count(text)
    if "://" in text:
        from smmgit.text.links import links

        for span in links(text, reading="mastodon"):
            total += url_length - grapheme_count(span.text)
    if text.count("@") > 1:
        from smmgit.text.tags import mentions

        for span in mentions(text):
            host = span.target.partition("@")[2]
            if host and len(host) <= 253 and all(len(label) <= 63 for label in host.split(".")):
                total -= len(host) + 1
    return total


def _threads(text: str) -> int:
    """Threads' own words: emoji count their UTF-8 bytes, the rest characters (here graphemes)."""
    total = grapheme_count(text)
    if text.isascii():
        return total
    return total + sum(_utf8(text[start:end]) - grapheme_count(text[start:end]) for start, end in emoji(text))


def _utf8(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


_WAYS = {
    "grapheme": grapheme_count,
    "code-point": len,
    "utf-16": _utf16,
    "utf-8": _utf8,
    "threads": _threads,
}
