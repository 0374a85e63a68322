"""Numbers, yes and no, choices, addresses and weekdays as people type them."""

from __future__ import annotations

import re

from smmgit.model.fields.field import NO, YES, Field
from smmgit.model.say import Say
from smmgit.text.late import late

NUMBER = Say("“{text}” is no number; write it as 12 or 12.5.",
             "« {text} » n'est pas un nombre ; l'écrire 12 ou 12,5.")  # fmt: skip
FRACTION = Say("“{text}” is no share; write it as 40 % or 0.4.",
               "« {text} » n'est pas une part ; l'écrire 40 % ou 0,4.")  # fmt: skip
FLAG = Say("“{text}” is neither yes nor no; write true or false.",
           "« {text} » n'est ni oui ni non ; écrire oui ou non.")  # fmt: skip
CHOICE = Say("“{text}” is not one of: {choices}.{hint_en}", "« {text} » n'est pas l'un de : {choices}.{hint_fr}")
URL = Say("“{text}” is no web address; it begins with https://.",
          "« {text} » n'est pas une adresse web ; elle commence par https://.")  # fmt: skip
DAY = Say("“{text}” is no day of the week; write monday or lundi.",
          "« {text} » n'est pas un jour de la semaine ; écrire lundi ou monday.")  # fmt: skip
BOX = Say("{count} numbers from 0 to 1 are expected here, as in {example}.",
          "Il faut ici {count} nombres de 0 à 1, comme {example}.")  # fmt: skip

_NUMBER = late(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")
_URL = late(r"https?://[^\s<>\"\\^`{|}\x00-\x1f/?#]+(?:[/?#][^\s<>\"\x00-\x1f]*)?", re.IGNORECASE)
_DAYS = {
    name: number
    for number, names in enumerate((
        "lundi lun mo mon monday", "mardi mar tu tue tues tuesday", "mercredi mer we wed wednesday",
        "jeudi jeu th thu thur thurs thursday", "vendredi ven fr fri friday", "samedi sam sa sat saturday",
        "dimanche dim su sun sunday",
    ))
    for name in names.split()
}  # fmt: skip


def number(text: str) -> float | Say:
    """A decimal number with a point or a comma; spaces may part thousands."""
    plain = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))", "", text)
    return float(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else NUMBER.with_(text=text)


def fraction(text: str) -> float | Say:
    """A share from 0 to 1, or a percentage."""
    bare = text.rstrip("%").rstrip()
    value = number(bare)
    if isinstance(value, Say):
        return FRACTION.with_(text=text)
    if bare != text:
        value /= 100
    return value if 0 <= value <= 1 else FRACTION.with_(text=text)


def flag(text: str) -> bool | Say:
    """Yes or no, in either language."""
    word = text.casefold()
    if word in YES:
        return True
    return False if word in NO else FLAG.with_(text=text)


def near_choice(text: str, field: Field) -> str:
    """The choice that was probably meant, empty when none is near."""
    close = closest(text.casefold(), [*field.choices, *field.synonyms])
    return field.synonyms.get(close, close)


def choice(text: str, field: Field) -> str | Say:
    """One of the field's choices, or of their synonyms, in any case."""
    if text in field.choices:
        return text
    word = text.casefold()
    if word in field.choices:
        return word
    synonym = field.synonyms.get(word)
    if synonym:
        return synonym
    close = near_choice(text, field)
    return CHOICE.with_(
        text=text, choices=", ".join(field.choices), hint_en=f" Did you mean “{close}”?" if close else "",
        hint_fr=f" Vouliez-vous dire « {close} » ?" if close else "",
    )  # fmt: skip


def url(text: str) -> str | Say:
    """A web address (http or https)."""
    return text if _URL.fullmatch(text) else URL.with_(text=text)


def day(text: str) -> int | Say:
    """A weekday as 0 (Monday) to 6."""
    found = _DAYS.get(text.casefold().rstrip("."))
    return DAY.with_(text=text) if found is None else found


def closest(word: str, known: list[str]) -> str:
    """The known word nearest to a mistyped one, empty when none is near."""
    from difflib import get_close_matches

    close = get_close_matches(word[:100], known, n=1, cutoff=0.6)
    return close[0] if close else ""
