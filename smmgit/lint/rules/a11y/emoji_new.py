"""An emoji many phones do not have yet.

What: an emoji of Unicode 17 (September 2025, on iPhones since spring 2026) or 18 (September 2026).
Why: phones that are not up to date show an empty box in its place.
How to fix: take an older one, or wait a year.

Quoi : un émoji d'Unicode 17 (septembre 2025, sur iPhone depuis le printemps 2026) ou 18 (septembre 2026).
Pourquoi : un téléphone qui n'est pas à jour montre un carré vide à la place.
Comment corriger : en prendre un plus ancien, ou attendre un an.

Source: Unicode emoji data 17.0 and 18.0 as in `regex` 2026.11; macrumors.com on iOS 26.4 (read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.emoji import char_class
from smmgit.text.late import late

SINCE_17 = char_class("1F6D8 1FA8A 1FA8E 1FAC8 1FACD 1FAEA 1FAEF")
SINCE_18 = char_class("1F6D9 1FA8B-1FA8D 1FACC 1FADD 1FAEB 1FAF9-1FAFA")
NEW = late(f"[{SINCE_17}{SINCE_18}]")


class Check(PostRule):
    severity = "suggestion"
    title = Say("Emoji too new", "Émoji trop récent")
    bad = (Example(post="Le carnet \U0001facd est là.\n", line=6, says="U+1FACD"),)
    good = (Example(post="Le carnet 🐋 est là.\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            for found in NEW.finditer(passage.text) if passage.emoji else ():
                yield at.finding(
                    Say("The emoji U+{code} is so new that many phones show an empty box. Take an older one.",
                        "L'émoji U+{code} est si récent que bien des téléphones montrent un carré vide."
                        " En prendre un plus ancien."),
                    offset=passage.offset + found.start(), code=f"{ord(found[0]):X}",
                )  # fmt: skip
