"""How many syllables a word has, English by rules and French by sounds."""

from __future__ import annotations

from smmgit.text.late import late

_GROUPS = late(r"[aeiouy]+")
# Written but not sounded, and sounded where one group of vowels is two syllables.
_LESS = late(
    r"(?:[^aeiou]e(?:ly|ful|ment|ness|less|some)?|[^aeioudt]ed|(?:[^aeioucgsxz]|[^cs]h)es|cial|tia[ln]?|cious|tious|"
    r"gious|uai|q[uw]|(?<=.)e(?:ville|where))\Z"
)
_MORE = late(r"ia|io(?!us|n)|iu|ie[tn]|e[ao]n\Z|ism\Z|[^gq]ua[^l]|[aeiou]ing|creat|l[ei]?ness")
_SPLIT = late(r"[^\W\d_]+")


def syllables(word: str, lang: str = "en") -> int:
    """At least one for a word with letters, none without."""
    if lang[:2] == "fr":
        from smmgit.voice.prose.french.syllables import french_syllables

        return french_syllables(word)
    return sum(_english(part) for part in _SPLIT.findall(word.lower().replace("'", "")))


def _english(word: str) -> int:
    count = len(_GROUPS.findall(word))
    return max(1, count)
