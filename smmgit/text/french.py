"""French spacing: a no-break space where French wants one, from text typed with plain spaces or none.

Only U+00A0 is used: U+202F counts double on X and three bytes elsewhere. France (and any French but
Canada's) puts it before `: ; ! ?`, inside « », before % and currency, between groups of digits; Canada
leaves `; ! ?` as typed (sources: Lexique de l'Imprimerie nationale; OQLF, Banque de dépannage linguistique).
Left alone: addresses, times and ratios, emoticons, `:shortcodes:`, handles, hashtags, code; a run such
as `?!` gets one space before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from smmgit.text.addresses import addresses
from smmgit.text.late import late
from smmgit.text.origin import Change

NBSP = "\u00a0"
_SPACES = " \u00a0\u202f\u2009"
_POINTS = late(r"[;:!?«»]")
_FIGURES = late(r"(?<=\d)[ \u202f\u2009](?=\d{3}(?!\d)|[%‰€$£](?!\w))")
_KEPT = late(
    r":[a-z0-9_+-]{2,32}:"  # :shortcodes:
    r"|&#?\w{1,31};",  # character references
    re.IGNORECASE,
)
_OPENING = "([{“‘\"'¡¿/\n"


def french(text: str, lang: str = "fr") -> str:
    """The text with French spacing for a language tag (`fr`, `fr-CA`…)."""
    pieces, at = [], 0
    for start, end, put in spacing(text, lang):
        pieces += [text[at:start], put]
        at = end
    return "".join([*pieces, text[at:]])


def is_french(lang: str) -> bool:
    """Whether a language tag is a French one."""
    return lang[:2].lower() == "fr" and lang[2:3] in ("", "-", "_")


def spacing(text: str, lang: str = "fr", kept: Iterable[tuple[int, int]] = ()) -> list[Change]:
    """The changes that give a text its French spacing, in order; `kept` runs (code) stay as they are."""
    changes = [(found.start(), found.end(), NBSP) for found in _FIGURES.finditer(text)]
    if _POINTS.search(text):
        narrow = lang[2:].upper() not in ("-CA", "_CA")
        for found in _POINTS.finditer(text):
            at = found.start()
            change = _after(text, at) if text[at] == "«" else _before(text, at, narrow)
            if change and text[change[0] : change[1]] != change[2]:
                changes.append(change)
    return _outside(sorted(changes), text, kept) if changes else changes


def _before(text: str, at: int, narrow: bool) -> Change | None:
    """One no-break space before a point, where French wants it."""
    point = text[at]
    start = at
    while start and text[start - 1] in _SPACES:
        start -= 1
    previous = text[start - 1 : start]
    if not previous or previous in _OPENING or (previous == "«" and point != "»"):
        return None
    if point == "»":
        return (start, at, NBSP) if previous != "«" else None
    if (point != ":" and not narrow) or previous in "!?" or (previous in ":;" and start == at):
        return None
    end = at + 1
    if point in "!?":
        while text[end : end + 1] in ("!", "?"):
            end += 1
        # What follows tells a question from an address (`page?id=1`) or a name (`Yahoo!Mail`).
        spaced = not (text[end : end + 1].isalnum() or text[end : end + 1] in ("=", "/", "&", "_"))
    else:
        spaced = text[end : end + 1] in ("", "»") or text[end].isspace()
    return (start, at, NBSP) if spaced else None


def _after(text: str, at: int) -> Change | None:
    """One no-break space after an opening guillemet."""
    end = at + 1
    while end < len(text) and text[end] in _SPACES:
        end += 1
    return (at + 1, end, NBSP) if end < len(text) and text[end] not in "\n»" else None


def _outside(changes: list[Change], text: str, kept: Iterable[tuple[int, int]]) -> list[Change]:
    """The changes that touch neither the runs to keep nor the change before them."""
    runs = list(kept)
    if ":" in text or ";" in text:
        for found in _KEPT.finditer(text):
            runs.append(found.span())
        runs += [(span.start, span.end) for span in addresses(text)]
    runs.sort()
    allowed: list[Change] = []
    last = next_run = 0
    for change in changes:
        start, end, _ = change
        while next_run < len(runs) and runs[next_run][1] < max(end, start + 1):
            next_run += 1
        inside = next_run < len(runs) and runs[next_run][0] < max(end, start + 1) and runs[next_run][0] <= start
        if start >= last and not inside:
            allowed.append(change)
            last = end
    return allowed
