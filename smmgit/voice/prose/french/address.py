"""Whether a French text says tu or vous to its reader, and where it says otherwise than the channel does."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from smmgit.model.say import Say
from smmgit.text.late import late
from smmgit.voice.prose.masks import no_prose
from smmgit.voice.prose.span import Span

Form = Literal["tu", "vous"]

_WORD = late(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*['’]?")
_TU = frozenset("tu te toi ta tes tien tiens tienne tiennes toi-même".split())
_VOUS = frozenset("vous votre vos vôtre vôtres vous-même vous-mêmes".split())
_BEFORE_NOUN = frozenset(  # « le ton », « d'un ton léger »
    "le un ce du de au aux sur son mon notre votre leur même quel tel bon juste beau demi en par chaque aucun".split()
)
_BE = frozenset("est suis es étais était serait sera fut être étant sont s'est s'était m'étais s'être".split())
# Words in -ez that are no verb of the second person.
_NO_VERB = frozenset(
    "chez assez nez rez allez tenez fez suez lopez gomez perez sanchez martinez fernandez "
    "rodriguez gonzalez hernandez alvarez cortez velasquez ramirez gimenez dominguez vasquez munez nunez chavez cadiz "
    "mendez menendez ibanez jimenez suarez valdez lez raz-de-marée rez-de-chaussée raz douarnenez tropez dumez".split()
)
# Imperatives a post opens with; a first word in this form speaks to one person.
_ORDERS = frozenset(
    "abonne achète active adopte aide aime ajoute appelle apporte apprends arrête attends choisis cherche clique "
    "commande commence compare complète connecte construis contacte crée découvre demande deviens dis donne écoute "
    "écris embarque enregistre envoie épate essaie évite explore fabrique fais file fonce gagne garde goûte imagine "
    "imprime inscris installe invite joue lance laisse like lis mentionne mets montre note n'attends n'hésite n'oublie "
    "offre oublie ouvre partage participe passe pense personnalise pose postule prends prépare profite propose "
    "raconte réagis rédige réfléchis regarde rejoins remplis rencontre repars reste retrouve révise réserve savoure "
    "sauvegarde scanne suis surprends swipe tague teste tente trouve va viens visite vois vote".split()
)
_OBJECTS = frozenset("le la les moi nous lui leur en y".split())
_PLURAL = late(
    r"\b(?:(?:toutes et )?tous|toutes|chacune? d['’]entre|mesdames|messieurs|chers|chères|les (?:ami|gens|fans))"
    r"\w*\b|\bvous (?:tous|toutes)\b|\b\w+ (?:et|ou) \w+ d['’]entre vous\b",
    re.IGNORECASE,
)
_OPENERS = ".!?…:\n»)•*-–—>"

_SAYS = {
    "tu": Say(
        "“{word}” says tu, and this channel says vous.",
        "« {word} » tutoie, alors que ce compte vouvoie.",
    ),
    "vous": Say(
        "“{word}” says vous, and this channel says tu.",
        "« {word} » vouvoie, alors que ce compte tutoie.",
    ),
}
_OTHER = {"tu": "vous", "te": "vous", "toi": "vous", "ton": "votre", "ta": "votre", "tes": "vos", "vos": "tes"}


class Address(Struct, frozen=True):
    """Where a text says tu and where vous; `several` says that its vous may well speak to more than one person."""

    tu: tuple[tuple[int, int], ...] = ()
    vous: tuple[tuple[int, int], ...] = ()
    several: bool = False

    @property
    def form(self) -> Form | Literal["both", ""]:
        """The form the text uses; a vous to several people sits well beside tu."""
        if self.tu and self.vous:
            return "tu" if self.several else "both"
        return "tu" if self.tu else "vous" if self.vous else ""


def address(text: str) -> Address:
    """How a French text speaks to its reader; quotations, handles, tags and addresses are not its own words."""
    hidden = no_prose(text, quoted=True)
    tu: list[tuple[int, int]] = []
    vous: list[tuple[int, int]] = []
    previous, end_before = "", 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        if hidden.covers(start):
            continue
        opens = _opens(text, end_before, start)
        word = found[0].lower().replace("’", "'")
        form = _form(found[0], word, "" if opens else previous, opens)
        if form:
            (tu if form == "tu" else vous).append((start, end))
        previous, end_before = word, end
    return Address(tuple(tu), tuple(vous), bool(vous) and bool(_PLURAL.search(text)))


def other_address(text: str, wanted: Form) -> list[Span]:
    """Each word that speaks otherwise than wanted; a vous to several people is fine where tu is wanted."""
    found = address(text)
    wrong: Form = "vous" if wanted == "tu" else "tu"
    if wrong == "vous" and found.several:
        return []
    spans = []
    for start, end in found.vous if wrong == "vous" else found.tu:
        word = text[start:end]
        other = _OTHER.get(word.lower(), "")
        right = (other[:1].upper() + other[1:] if word[:1].isupper() else other,) if other else ()
        spans.append(Span(start, end, _SAYS[wrong].with_(word=word), right, "address"))
    return spans


def _form(written: str, word: str, previous: str, opens: bool) -> Form | Literal[""]:
    parts = word.split("-")
    if word in _VOUS or (
        parts[-1] in ("vous", "votre") and word not in _NO_VERB and parts[0] not in ("rendez", "garde")
    ):
        return "vous"
    if word.startswith(("t'", "d'toi")) or "-t'" in word or (len(parts) > 1 and parts[-1] in ("toi", "tu")):
        return "tu"
    if word in _TU:
        if written == "TU" and not opens and previous and not previous.isupper():
            return ""  # temps universel
        if word == "tu" and previous in _BE:
            return ""  # « il s'est tu »
        return "" if word in ("tiens", "tien") and previous not in ("le", "les", "un", "du", "des") else "tu"
    if word == "ton":
        return "" if previous in _BEFORE_NOUN or "'" in previous[-1:] else "tu"
    if word.endswith("ez") and len(word) > 3 and word not in _NO_VERB and (opens or written[0].islower()):
        return "vous"
    if opens and (word in _ORDERS or (parts[0] in _ORDERS and parts[-1] in _OBJECTS)) and written[0].isupper():
        return "tu"
    return ""


def _opens(text: str, end_before: int, start: int) -> bool:
    """Whether a word is the first of a sentence or a line."""
    gap = text[end_before:start]
    return end_before == 0 or any(char in _OPENERS for char in gap) or any(ord(char) > 0x2190 for char in gap)
