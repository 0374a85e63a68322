"""An alt text that tells nothing.

What: a file name, “image of…”, a word or two, or the post's own text again.
Why: it is read aloud: “IMG underscore 2043 dot jpg” helps nobody, “image of” is said already by the screen reader.
How to fix: say what is to be seen and why it is here: “Léa binds a red notebook at her bench”.

Quoi : un nom de fichier, « image de… », un mot ou deux, ou de nouveau le texte de la publication.
Pourquoi : il est lu à voix haute : « IMG tiret bas 2043 point jpg » n'aide personne, et « image » est déjà dit.
Comment corriger : dire ce qu'on voit et pourquoi c'est là : « Léa relie un carnet rouge à son établi ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.pictures import pictures
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.source import gist, typed_text
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.post import Media
from smmgit.model.say import Say
from smmgit.text.late import late

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n"
    "  - file: carnet.jpg\n    alt: {alt}\n---\nLe carnet à spirale qui tient ses promesses.\n"
)
SHOWN = picture("carnet.jpg")
FILE_NAME = late(
    r"\S+\.(?:jpe?g|png|gif|webp|heic|avif|svg|mp4|pdf)|(?:IMG|DSC|DSCN|PXL|MVI)[_-]?\d+\w*", re.IGNORECASE
)
FIRST_WORDS = late(
    r"(?:an?\s+|the\s+|une?\s+|l['’])?(?:image|picture|photo|photograph|graphic|photographie)"
    r"\s+(?:(?:of|de|du|des)\b|d['’])|(?:une?\s+)?(?:capture d['’]écran|screenshot)\s*$",
    re.IGNORECASE,
)
EMPTY_WORDS = frozenset(
    "image picture photo photograph graphic screenshot alt logo banner illustration visuel visual capture figure "
    "bannière affiche graphical abstract graphique poster flyer infographie infographic thumbnail vignette".split()
)
WHY = {
    "file": Say("it is a file name", "c'est un nom de fichier"),
    "first": Say("“image of” is said already; begin with what is to be seen",
                 "« image de » est déjà dit ; commencer par ce qu'on voit"),
    "short": Say("it tells too little", "c'est trop peu"),
    "same": Say("it repeats the text; say what is to be seen", "il répète le texte ; dire ce qu'on voit"),
    "cut": Say("it has no words", "il n'a pas de mots"),
}  # fmt: skip


class Check(PostRule):
    severity = "warning"
    media_only = True
    title = Say("Weak alt text", "Texte alternatif faible")
    options = {"words": 3, "letters": 20}
    bad = (
        Example(post=POST.replace("{alt}", "IMG_2043.jpg"), media=SHOWN, line=7, says="file name"),
        Example(post=POST.replace("{alt}", "Photo d'un carnet rouge sur une table"), media=SHOWN, line=7,
                says="image of"),
        Example(post=POST.replace("{alt}", "Logo"), media=SHOWN, line=7, says="too little"),
        Example(post=POST.replace("{alt}", "Le carnet à spirale qui tient ses promesses !"), media=SHOWN,
                line=7, says="repeats"),
    )  # fmt: skip
    good = (Example(post=POST.replace("{alt}", "Léa relie un carnet rouge à son établi"), media=SHOWN),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for number, item in pictures(at):
            why = weakness(at, item, self.chosen["words"], self.chosen["letters"])
            if why:
                yield at.finding(
                    Say("The alt text “{alt}” does not help: {why}.", "L'alt « {alt} » n'aide pas : {why}."),
                    mark=f"media.{number}.alt", alt=quoted(item.alt or ""), why=WHY[why],
                )  # fmt: skip


def weakness(at: PostAt, item: Media, words: int, letters: int) -> str:
    """What is weak about an alt text: a key of `WHY`, or nothing."""
    alt = (item.alt or "").strip()
    if not alt or item.decorative:
        return ""
    stem = item.key.rpartition("/")[2].rpartition(".")[0].casefold()
    plain = alt.casefold()
    if FILE_NAME.fullmatch(alt) or (stem and plain == stem and " " not in alt):
        return "file"
    if FIRST_WORDS.match(alt):
        return "first"
    spoken = re.findall(r"\w+", plain)
    if not spoken:
        return "cut"
    telling = [word for word in spoken if word not in EMPTY_WORDS]
    # One long sign of Chinese or Japanese is many words.
    latin = alt.isascii() or any("\u00c0" <= sign <= "\u024f" for sign in alt)
    if latin and (not telling or (len(spoken) < words and len(alt) < letters)):
        return "short"
    words_of_alt = gist(alt)
    if len(words_of_alt) >= letters and any(gist(typed_text(one)) == words_of_alt for one in at.post.sections):
        return "same"
    return ""
