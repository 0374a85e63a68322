"""An emoji in place of a word.

What: an emoji where the sentence needs a word: “share a ☕ with us”, “nous ❤️ le papier”.
Why: a screen reader says “share a hot beverage with us”; elsewhere the picture may be another one, or none.
How to fix: write the word, and put the emoji at the end of the line if it adds something.

Quoi : un émoji là où la phrase attend un mot : « prenez un ☕ avec nous », « nous ❤️ le papier ».
Pourquoi : un lecteur d'écran dit « prenez un boisson chaude avec nous » ; ailleurs, l'image est autre, ou absente.
Comment corriger : écrire le mot, et mettre l'émoji en fin de ligne s'il ajoute quelque chose.

Source: usu.edu, aims.edu, path.ie, ada.uky.edu (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.late import late

# Words that must have another after them.
BEFORE = late(
    r"(?:^|[\s('’«“])(?:un|une|le|la|les|des|du|mon|ma|mes|ton|ta|tes|son|sa|ses|notre|nos|votre|vos|leur|leurs|ce|cette"
    r"|ces|de|avec|en|nous|je|on|a|an|the|my|your|our|their|his|her|this|these|some|with|of|in|we|I|you)[ \u00a0]?$"
    r"|(?:^|[\s(])[ldjnLDJN]['’]$",
    16 | 2,
)
LOVE = ("❤", "♥", "💙", "💚", "💛", "🧡", "💜", "🖤", "🤍", "🤎", "💕", "💖", "🩷", "🩵", "🩶")
SUBJECTS = ("nous", "je", "on", "we", "i", "you", "en")
AFTER = late(r"[ \u00a0]?[^\W\d_]")


class Check(PostRule):
    severity = "warning"
    title = Say("Emoji in place of a word", "Émoji à la place d'un mot")
    bad = (
        Example(post="Prenez un ☕ avec nous samedi.\n", line=6, says="☕"),
        Example(post="We ❤️ paper.\n", line=6, says="❤"),
        Example(post="Tout tient dans l'✉️ rouge.\n", line=6, says="✉"),
    )
    good = (
        Example(post="Prenez un café avec nous samedi ☕\n📅 Samedi à 9 h, chez nous ! 🏠 Venez.\n"),
        Example(post="Voilà ce que nous aimons : 📚 les livres.\n"),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        for passage in at.passages:
            for start, end in passage.emoji:
                before = BEFORE.search(passage.text, max(0, start - 12), start)
                if before is None:
                    continue
                word = before[0].strip().strip("('’«“").casefold()
                sign = passage.text[start:end]
                if word in SUBJECTS and (sign[0] not in LOVE or AFTER.match(passage.text, end) is None):
                    continue
                yield at.finding(
                    Say("{emoji} stands in for a word: read aloud, the sentence breaks. Write the word.",
                        "{emoji} remplace un mot : lue à voix haute, la phrase se casse. Écrire le mot."),
                    offset=passage.offset + start, emoji=sign,
                )  # fmt: skip
