"""How many syllables a French word has, from how its vowels sound."""

from __future__ import annotations

from smmgit.text.late import late

_VOWELS = late(r"[aeiouyàâäéèêëîïôöùûüœæ]+")
_WORD = late(r"[^\W\d_]+")
_MUTE = late(r"(?<=.)(?:es?|ent)\Z")


def french_syllables(word: str) -> int:
    """At least one for a word with letters; a mute e at the end counts for nothing."""
    return sum(_one(part) for part in _WORD.findall(word.lower()))


def _one(word: str) -> int:
    groups = _VOWELS.findall(word)
    count = len(groups)
    if count > 1 and _MUTE.search(word):
        count -= 1
    return max(1, count)
