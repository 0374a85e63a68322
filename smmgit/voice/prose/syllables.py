"""How many syllables a word has: English by rules over its letters, French by its sounds."""

from __future__ import annotations

from functools import lru_cache

from smmgit.text.late import late

_PARTS = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = late(r"[aeiouy]+")

# Endings before which an e is silent: safe-ly, home-work, some-where.
_TAILS = (
    "ly fully? ments? ness less(?:ly|ness)? some(?:ly)? works? lands? wood man men sides? lines? times? places? "
    "houses? towns? backs? balls? books? boards? marks? wide ways? takers? tail ware maid bodys? like spread struck "
    "posts? ships? hood teen keepers? breakers? fruits? holders? long box(?:es)? stones? seed"
).replace(" ", "|")
_SILENT = late(
    r"[^aeiouy]e\Z|[aeiou][ug]ue\Z|[gq]ues?\Z"  # note, league, unique
    r"|(?:[^aeiouyszxcgh]|[^cst]h)es\Z|[^aeiouytd]ed\Z"  # notes, not boxes; noted counts, walked does not
    rf"|[aeiouy](?:[bcdfgklmnprstvz]|[mnrlst][cgst]|st|th)e(?=(?:{_TAILS})\Z)"
    r"|\b(?:[^aeiou]?ome|[^aeiou]ire|there|where|here|else)(?=(?:one|body|thing|times?|what|where|fore|by|in|of|upon)\Z)"
    r"|(?<=ic)a(?=lly\Z)"  # basically
)
_TABLE = late(r"[^aeiouylrw]l(?:es?|ed)\Z")  # ta-ble: the silent e leaves a syllable
# One group of vowels, two syllables.
_TWO = late(
    r"(?<![ctsghxn])(?<!ll)(?<!rd)i(?:a(?!ge)|o|u)|(?<=[^aeiouct])ie(?:t|nc|nt|rs?\Z|n(?!d))|qu?ie(?=t)"
    r"|(?<=[ct])i(?=at|ety|o[^nu])|alie|\bscie"  # radio, initiate, science
    r"|(?<=[st])hms?\Z|sms?\Z|(?<=[adk])n't\Z"  # rhythm, prism, hadn't
    r"|[aeiouy]ing|ee[io]|(?<=cr)ea(?=t[eio])|eal(?<=[cnr]eal)(?<!real)\Z"  # going, create, cereal
    r"|[^gq]u(?:a(?![ir])|ou|ent|it(?:y|ou))|(?:o|[^gqb]u)el\Z|oic|[^gqj]uin(?!g)"  # usual, fluent, duel, heroic
    r"|[^aeioustgr]eo|\bgeo|(?<=.)yo[nu]|[ao]ye(?=rs?\Z)|oe(?=[rty])|\bpoe|(?<=[aeiou][^aeiou])ea\Z"  # video, idea
    r"|y(?:a|al|alty)\Z"  # royal
    r"|\b(?:re|pre|de)(?=e(?!d|l|k|p|r\Z|f|s)|i[^gn]|in[fsv])"  # re-enter, re-invest
)


def syllables(word: str, lang: str = "en") -> int:
    """At least one for a word with letters, none without."""
    return _counted(word[:200].lower().replace("’", "'"), lang[:2])


@lru_cache(16384)
def _counted(word: str, lang: str) -> int:
    if lang == "fr":
        from smmgit.voice.prose.french.syllables import french_syllables

        return french_syllables(word)
    return sum(_english(part) for part in _PARTS.findall(word))


def _english(word: str) -> int:
    word = word.removesuffix("'s")
    count = len(_VOWELS.findall(word))
    if count > 1:
        count -= len(_SILENT.findall(word))
        count += bool(_TABLE.search(word))
    return max(1, count + len(_TWO.findall(word)))
