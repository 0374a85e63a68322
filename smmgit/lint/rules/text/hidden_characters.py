"""Characters nobody sees.

What: zero-width spaces, text direction switches, control characters, usually pasted from a web page or a chat.
Why: they count against the limit, cut hashtags and links in two, and can make a text read otherwise than it is.
How to fix: delete them; `smmgit lint --fix` takes out those that are never wanted.

Quoi : espaces de largeur nulle, inversions du sens d'écriture, caractères de contrôle, souvent collés d'une page.
Pourquoi : ils comptent dans la limite, coupent mots-dièse et liens, et peuvent faire lire autre chose que le texte.
Comment corriger : les effacer ; `smmgit lint --fix` ôte ceux qui ne sont jamais voulus.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import ALWAYS, PostAt, PostRule
from smmgit.model.finding import Edit, Finding, Fix
from smmgit.model.say import Say
from smmgit.text.late import late

# Control characters (but tab and line ends), soft hyphen, zero-width space, word joiner, byte order mark,
# line and paragraph separators: never wanted. Joiners are, inside emoji and many scripts.
UNWANTED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060-\u2064\ufeff\u2028\u2029"
TURNING = "\u202a-\u202e\u2066-\u2069"
HIDDEN = late(f"[{UNWANTED}{TURNING}]|(?<=[A-Za-z0-9 ])[\u200c\u200d](?=[A-Za-z0-9 ])|[\u200e\u200f]")
SUSPECT = late(f"[{UNWANTED}{TURNING}\u200c-\u200f]")
BREAKS = late(f"[{TURNING}\x0b\x0c\x85\u2028\u2029]")  # without these, readers may see other lines or another order
RIGHT_TO_LEFT = late("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
DELETE = Say("Delete it", "L'effacer")
NAMES = {
    "\u200b": Say("zero-width space", "espace de largeur nulle"),
    "\ufeff": Say("byte order mark", "indicateur d'ordre des octets"),
    "\u00ad": Say("soft hyphen", "trait d'union conditionnel"),
    "\u200c": Say("zero-width non-joiner", "antiliant sans chasse"),
    "\u200d": Say("zero-width joiner", "liant sans chasse"),
}


class Check(PostRule):
    title = Say("Characters nobody sees", "Caractères invisibles")
    severity = "warning"
    statuses = ALWAYS
    gate = SUSPECT
    bad = (
        Example(post="La\u200bLune ouvre lundi.\n", line=6, says="U+200B"),
        Example(post="Le carnet \u202egnat\u202c.\n", line=6, says="U+202E", count=2),
    )
    good = (Example(post="Une famille 👨\u200d👩\u200d👧 et un cœur ❤\ufe0f.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for text, offset in at.body():
            if SUSPECT.search(text) is None:
                continue
            rtl: bool | None = None
            for found in HIDDEN.finditer(text):
                sign = found[0]
                if sign in "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069":
                    rtl = bool(RIGHT_TO_LEFT.search(text)) if rtl is None else rtl
                    if rtl:
                        continue
                place = offset + found.start()
                yield at.finding(
                    Say("There is a character nobody sees here: {name}. Delete it.",
                        "Il y a ici un caractère que personne ne voit : {name}. L'effacer."),
                    offset=place, name=spoken(sign),
                    fix=Fix(DELETE, (Edit(place, place + 1, ""),), safe=BREAKS.fullmatch(sign) is None),
                )  # fmt: skip


def spoken(sign: str) -> Say:
    """A hidden character's name and code."""
    if sign in NAMES:
        name = NAMES[sign]
    elif "\u200e" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069":
        name = Say("text direction mark", "marque de sens d'écriture")
    else:
        name = Say("control character", "caractère de contrôle")
    return Say(f"{name.en} (U+{ord(sign):04X})", f"{name.fr} (U+{ord(sign):04X})")
