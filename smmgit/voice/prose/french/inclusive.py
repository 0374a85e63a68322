"""Which inclusive forms a French text uses, so that a brand's choice can be kept."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from smmgit.text.late import late
from smmgit.voice.prose.masks import addresses

Kind = Literal["median", "point", "hyphen", "bracket", "slash", "capital", "doublet", "pronoun"]

_END = (
    r"(?:e|es|ne|nes|le|les|te|tes|se|ses|ve|ves|ère|ères|euse|euses|rice|rices|trice|trices|fe|fes|sse|sses|ale|aux)"
)
_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("median", late(rf"\b\w{{2,40}}[·•‧∙](?:{_END}(?:[·•‧∙]?s)?|s)\b", re.IGNORECASE)),
    (
        "point",
        late(
            r"\b\w{3,40}\.(?:(?:e|ne|le|te|trice|rice|euse)(?:\.s)?|(?:trice|rice|euse)s|(?<=[éiutld]\.)es)\b(?![./@]\w)",
            re.IGNORECASE,
        ),
    ),
    ("hyphen", late(r"\b\w{3,40}-(?:e|ne|trice|rice|euse)(?:-s|s)?\b(?!-\w)", re.IGNORECASE)),
    ("bracket", late(r"\b\w{2,40}\((?:e|ne|le|te|se|ve|trice|rice|euse|es|nes|les)\)s?(?!\w)", re.IGNORECASE)),
    ("slash", late(r"\b\w{2,40}/(?:e|es|ne|nes|trice|trices|euse|euses|rice|rices|ère|ères)\b(?!/)")),
    ("capital", late(r"\b[a-zà-ÿ]{3,40}(?:E|NE|TRICE|EUSE)[Ss]?\b")),
    (
        "pronoun",
        late(r"\b(?:iels?|ielles?|celleux|ceulles|toustes|touste|froeurs?|adelphes?|le·la|la·le|un·e|du·de la)\b", 2),
    ),
)
_PAIR = late(
    r"\b([^\W\d_]{3,30}) (?:et|ou) (?:(?:les|des|de|aux|à|nos|vos|ses|leurs|mes|tes|chers|chères|une|un|la|le) )?"
    r"(?=([^\W\d_]{3,30})\b)",
    re.IGNORECASE,
)
_PAIRS = {
    frozenset(pair.split("/"))
    for pair in (
        "femme/homme femmes/hommes fille/garçon filles/garçons mère/père mères/pères madame/monsieur dames/messieurs "
        "sœur/frère sœurs/frères celle/celui celles/ceux toute/tout toutes/tous citoyenne/citoyen héros/héroïne "
        "copines/copains copine/copain compagne/compagnon reines/rois mesdames/messieurs cheffes/chefs "
        "elle/lui elles/eux chacune/chacun certaines/certains nouvelles/nouveaux gros/grosses"
    ).split()
}
_ENDINGS = (
    ("", "e"), ("s", "es"), ("eur", "euse"), ("eurs", "euses"), ("teur", "trice"), ("teurs", "trices"),
    ("en", "enne"), ("ens", "ennes"), ("on", "onne"), ("ons", "onnes"), ("er", "ère"), ("ers", "ères"),
    ("f", "ve"), ("fs", "ves"), ("x", "se"), ("x", "ses"), ("el", "elle"), ("els", "elles"), ("eau", "elle"),
    ("eaux", "elles"), ("et", "ette"), ("ets", "ettes"), ("e", "esse"), ("es", "esses"), ("eur", "eure"),
    ("eurs", "eures"), ("al", "ale"), ("aux", "ales"), ("f", "fe"), ("fs", "fes"),
)  # fmt: skip


class Inclusive(Struct, frozen=True, gc=False):
    """One inclusive form: where it stands and of which kind it is."""

    start: int
    end: int
    kind: Kind
    text: str


def inclusive(text: str) -> list[Inclusive]:
    """Every inclusive form, in the text's order, without overlap."""
    found = []
    for kind, pattern in _FORMS:
        hidden = addresses(text)
        found += [
            Inclusive(one.start(), one.end(), kind, one[0])
            for one in pattern.finditer(text)
            if not hidden.covers(one.start())
        ]
    for one in _PAIR.finditer(text):
        if _same_person(one[1].lower(), one[2].lower()):
            found.append(Inclusive(one.start(), one.end(2), "doublet", text[one.start() : one.end(2)]))
    found.sort(key=lambda form: (form.start, -form.end))
    kept: list[Inclusive] = []
    for form in found:
        if not kept or form.start >= kept[-1].end:
            kept.append(form)
    return kept


def _same_person(one: str, other: str) -> bool:
    """Whether two words are the feminine and the masculine of one."""
    if one == other:
        return False
    if frozenset((one, other)) in _PAIRS:
        return True
    for his, hers in _ENDINGS:
        for left, right in ((one, other), (other, one)):
            stem = left[: len(left) - len(his)]
            if left.endswith(his) and len(stem) > 2 and right == stem + hers:
                return True
    return False
