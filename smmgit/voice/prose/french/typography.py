"""French figures and capitals: ordinals, hours, n°, initials, accented capitals, small names of days and months."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.model.say import Say
from smmgit.text.late import late
from smmgit.voice.prose.french.accented import ACCENTED
from smmgit.voice.prose.span import Span

_SPACE = "[ \u00a0\u202f\u2009]"
_ORDINAL = late(
    r"(?<![\w.,/-])(?:(?P<figures>\d{1,4})|(?P<roman>(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})))(?P<gap>[ \u00a0]?)"
    r"(?P<end>i?[eè]mes?|i[eè]mes?|(?<=1)(?:[eè]res?|i?[eè]re?s?)|nds?|ndes?|rds?|th|st)(?![\w-]|\.\w)",
)
_HOUR = late(
    rf"(?<![\w:.,/])(?P<hour>[01]?\d|2[0-4])(?:{_SPACE}?[hH]{_SPACE}?|(?P<colon>:))(?P<minutes>[0-5]\d)?(?![\w:/.])"
    rf"|(?<![\w:.,/])(?P<only>[01]?\d|2[0-4]){_SPACE}?[hH](?![\w:/])"
)
_AT = late(r"(?:à|dès|de|vers|jusqu['’]à|entre|et|avant|après|–|-) ?\Z", re.IGNORECASE)
_NUMBER = late(r"(?<!\w)(?P<sign>[nN](?:º|[oO]\.?|°\.?)|№)(?P<gap>[ \u00a0\u202f]?)(?=\d)")
_INITIALS = late(r"(?<![\w.])(?:[A-ZÉ]\.){2,8}(?:[A-ZÉ](?![\w.]))?")
_PLURAL = late(r"(?<![\w-])(?P<sigle>[A-ZÉ]{2,6})s(?![\w-])")
_CAPITAL_A = late(r"(?<![\w'’.&/-])A(?= (?P<after>[a-zà-ÿ]+['’]?|[lLdD]['’]|\d|[A-ZÀ-Þ][a-zà-ÿ]+(?! [A-ZÀ-Þ])))")
_OPENERS = '.!?…:\n»)•–—>-«“"'
_VERBS = frozenset(
    "été eu fait dit pris mis reçu vu lu est the new few great simple mail guide quick good big lot book".split()
)  # « A été élu », and English
_CA = late(r"(?<!\w)Ca(?= [a-zà-ÿ])")
_WORD = late(r"(?<![\w.])[A-Z][\w]{2,20}(?:-[Uu]nis)?(?!\w)")
_SMALL = late(
    r"(?P<before>\b(?:le|ce|du|dès|chaque|au|de|d['’]ici|jusqu['’]à) |, )"
    r"(?P<day>Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche)\b"
    r"|(?P<date>\b\d{1,2}(?:er)? )(?P<month>Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|"
    r"Novembre|Décembre)\b"
    r"|(?P<in>\b(?:[Ee]n|[Pp]arler?|[Pp]arlez|[Pp]arlons) )"
    r"(?P<tongue>Français|Anglais|Espagnol|Allemand|Italien|Portugais|Chinois|Japonais|Arabe|Néerlandais|Russe)\b",
)

_WRITE = Say("Write “{right}”, not “{word}”.", "Écrire « {right} », et non « {word} ».")
_ACCENT = Say(
    "A capital keeps its accent in French: “{right}”.",
    "La capitale garde son accent : « {right} ».",
)
_LOW = Say(
    "“{right}” takes no capital in French.",
    "« {right} » ne prend pas de capitale en français.",
)


def ordinals(text: str) -> list[Span]:
    """2ème, 1ère, XXIème and English 2nd: 2e, 1re, XXIe."""
    spans = []
    for found in _ORDINAL.finditer(text):
        number, end = found["figures"] or found["roman"], found["end"]
        first = number in ("1", "I")
        many = end.endswith("s")
        if end in ("nd", "nds", "nde", "ndes") and number in ("2", "II"):
            continue  # 2nd and 2nde are right for second, seconde
        if (first and end in ("er", "ers", "re", "res")) or (end in ("th", "st", "rd") and found["roman"]):
            continue
        ending = ("re" if "r" in end else "er") if first else "e"
        ending += "s" if many else ""
        spans.append(_span(found, number + ending, "ordinal", _WRITE))
    return spans


def hours(text: str) -> list[Span]:
    """9h30, 9:30, 09 h 00: 9 h 30, 9 h."""
    spans = []
    for found in _HOUR.finditer(text):
        hour, minutes = int(found["hour"] or found["only"]), found["minutes"]
        if found["colon"] and not (minutes and _AT.search(text, max(0, found.start() - 12), found.start())):
            continue  # a score, a ratio, a length
        right = f"{hour} h" + (f" {minutes}" if minutes and minutes != "00" else "")
        if re.sub(_SPACE, " ", found[0]).rstrip() != right:
            spans.append(_span(found, right, "hour", _WRITE))
    return spans


def numbers(text: str) -> list[Span]:
    """No 5, Nº 5, n°5: n° 5."""
    spans = []
    for found in _NUMBER.finditer(text):
        sign = found["sign"]
        if sign.lower() == "no" and not found["gap"]:
            continue  # a name such as NO2
        right = ("N" if sign[0] == "N" and sign != "№" else "n") + "° "
        if found[0].replace("\u00a0", " ").replace("\u202f", " ") != right:
            spans.append(_span(found, right, "number", _WRITE))
    return spans


def initials(text: str) -> list[Span]:
    """S.N.C.F. and DVDs: SNCF, DVD. Initials before a name stay."""
    spans = []
    for found in _INITIALS.finditer(text):
        if re.match(r"[ \u00a0-]?[A-ZÉ][a-zà-ÿ]", text[found.end() : found.end() + 3]) or found[0] in ("J.-C.", "A.D."):
            continue
        spans.append(_span(found, found[0].replace(".", ""), "initials", _WRITE))
    for found in _PLURAL.finditer(text):
        spans.append(_span(found, found["sigle"], "initials", _WRITE))
    return sorted(spans, key=lambda one: one.start)


def capitals(text: str) -> list[Span]:
    """A bientôt, Etat, Ca va: À bientôt, État, Ça va."""
    spans = [_span(found, "À", "capital", _ACCENT) for found in _openings(text)]
    spans += [_span(found, "Ça", "capital", _ACCENT) for found in _CA.finditer(text)]
    for found in _WORD.finditer(text):
        right = ACCENTED.get(found[0].lower())
        if right:
            spans.append(_span(found, right.upper() if found[0].isupper() else right, "capital", _ACCENT))
    return sorted(spans, key=lambda one: one.start)


def small_names(text: str) -> list[Span]:
    """le Lundi 3 Mars, en Anglais: le lundi 3 mars, en anglais."""
    spans = []
    for found in _SMALL.finditer(text):
        for name in ("day", "month", "tongue"):
            if found[name]:
                start, end = found.span(name)
                right = found[name].lower()
                spans.append(Span(start, end, _LOW.with_(right=right), (right,), "small"))
    return spans


def _openings(text: str) -> Iterator[re.Match[str]]:
    """An A that opens a sentence and is no verb, no letter of a list."""
    for found in _CAPITAL_A.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()].rstrip(" \u00a0*_")
        if (not before or before[-1] in _OPENERS) and found["after"].lower() not in _VERBS:
            yield found


def _span(found: re.Match[str], right: str, rule: str, message: Say) -> Span:
    return Span(found.start(), found.end(), message.with_(word=found[0].strip(), right=right.strip()), (right,), rule)
