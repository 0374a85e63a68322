"""Ids, titles and file names made from other tools' file names: stable, safe, readable."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container

LONGEST = 64
LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
)
DIGITS_FIRST = re.compile(r"^([0-9][0-9-]*)-(?=[a-z])")


def folded(text: str) -> str:
    """Lower-case ASCII words joined by `-`: accents folded, everything else a separator."""
    text = text.translate(LIGATURES)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def post_id(stem: str, path: str, word: str, taken: Container[str]) -> str:
    """An id for the file `stem` at `path` that is not in `taken`; the same input gives the same id.

    A date or number in front goes to the end, as an id starts with a letter; a name without letters
    gets `word` in front. Too long, or taken: a piece of the path's fingerprint is added.
    """
    slug = folded(stem)
    if found := DIGITS_FIRST.match(slug):
        slug = f"{slug[found.end() :]}-{found.group(1).strip('-')}"
    if not slug or not slug[0].isalpha() or len(slug) < 3:
        slug = f"{word}-{slug}".strip("-")
    mark = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
    if len(slug) <= LONGEST and slug not in taken:
        return slug
    for length in (6, 12, 24):
        candidate = f"{slug[: LONGEST - length - 1].rstrip('-')}-{mark[:length]}"
        if candidate not in taken:
            return candidate
    raise ValueError(f"no free id for {path!r}")


def title(stem: str, drop: str = "") -> str:
    """A working title from a file's name: its words, without the date `drop`."""
    words = stem.replace(drop, " ", 1) if drop else stem
    words = re.sub(r"[\s_\-<>\x00-\x1f\x7f]+", " ", words).strip(" .,;:|&?")
    return words[:1].upper() + words[1:120] if words else ""


def file_name(name: str) -> str:
    """A media file's name, safe beside a post: its extension kept, the rest folded."""
    stem, dot, extension = name.rpartition(".")
    if not dot:
        stem, extension = name, ""
    clean = folded(extension)
    return (folded(stem) or "media") + (f".{clean}" if clean else "")
