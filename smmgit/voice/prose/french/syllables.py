"""How many syllables a French word has, as it is spoken: mute endings count for nothing, glides join."""

from __future__ import annotations

import unicodedata

from smmgit.text.late import late

_PARTS = late(r"[^\W\d_]+")
_VOWEL = "aeiouyàâäéèêëîïôöùûüœæ"
_SILENT_U = late(r"(?<=q)u|(?<=g)u(?=[eéèêiîy])")
_MUTE = late(r"(?<=.)es?\Z")
# One nucleus: a glide unless two consonants stand before it (cli-ent), then what sounds as one vowel.
_NUCLEUS = late(
    rf"aoû|(?:(?<![bcdfgptv][lr])(?:i|ou|u|y)(?=[{_VOWEL}]))?"
    r"(?:(?:eu|œu|œ|ue|ou|e|a)il(?=l|s?\Z)|eau|œu|oeu|oo(?=s?\Z)|a[iîu]|e[iîuû]|o[iîuùû]|[aeou]y|[aeiouyàâäéèêëîïôöùûüœæ])"
)
_HIATUS = late(r"\b(?:pays|abbay)")
# Words in -ent whose ending sounds; every other is a verb's third person (ils parlent).
_SOUNDED = late(
    r"(?:\A(?:[cdlv]|ag|ard|cont|par)|ff[éè]r|serp|rg|lig|rég|exig|tal|excell|viol|insol|"
    r"souv|conv|couv|ét|pat|pot|compét|mécont|attent|consci|réc|déc|inn|néc|abs|prés|évid|prud|accid|incid|occid|"
    r"confid|précéd|résid|décad|perman|contin|émin|imman|fréqu|éloqu|conséqu|délinqu|insist|adhér|cohér|tor|orient|"
    r"transpar|appar|concurr|récurr|indig|négl|intellig|flu|influ|congru|évén|rud)\Z"
)


def french_syllables(word: str) -> int:
    """At least one for each word with letters."""
    plain = unicodedata.normalize("NFC", word.lower())
    return sum(_one(part) for part in _PARTS.findall(plain))


def _one(word: str) -> int:
    if len(word) == 1:
        return 1 if word in _VOWEL else 0  # an elision (l', d') joins the next word
    word = _SILENT_U.sub("", word)
    if word.endswith("ent") and len(word) > 4:
        noun = word.endswith(("ment", "ient")) and not word.endswith("aient") and word != "aiment"
        if not noun and not _SOUNDED.search(word[:-3]):
            word = word[:-3]
    elif any(char in _VOWEL for char in word.rstrip("es")):
        word = _MUTE.sub("", word)
    return max(1, len(_NUCLEUS.findall(word)) + len(_HIATUS.findall(word)))
