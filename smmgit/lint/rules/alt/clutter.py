"""An alt text with things that are not read well.

What: emoji, hashtags, addresses, line after line of keywords, or capitals throughout, in an alt text.
Why: it is only ever heard: an address is spelt letter by letter, a hashtag is “number”, an emoji is its whole name,
and keywords meant for search tell nothing.
How to fix: one or two sentences in plain words; tags and links belong in the post.

Quoi : des émojis, des mots-dièse, une adresse, une suite de mots-clés ou tout en capitales, dans un texte alternatif.
Pourquoi : il ne fait que s'entendre : une adresse est épelée, un mot-dièse devient « dièse », un émoji est dit en
entier, et des mots-clés pour la recherche ne disent rien.
Comment corriger : une ou deux phrases simples ; mots-dièse et liens vont dans la publication.

Source: digital.accessibility.princeton.edu, usu.edu (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.pictures import pictures
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.text.emoji import emoji
from smmgit.text.tags import hashtags

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n"
    '  - file: carnet.jpg\n    alt: "{alt}"\n---\nLe carnet.\n'
)
SHOWN = picture("carnet.jpg")
WHY = {
    "emoji": Say("emoji are read by their whole name", "les émojis y sont dits par leur nom entier"),
    "tags": Say("hashtags belong in the post", "les mots-dièse vont dans la publication"),
    "address": Say("an address is spelt letter by letter", "une adresse est épelée lettre à lettre"),
    "capitals": Say("capitals may be spelt", "des capitales peuvent être épelées"),
    "keywords": Say("these are keywords, not a sentence", "ce sont des mots-clés, pas une phrase"),
}


class Check(PostRule):
    severity = "warning"
    media_only = True
    title = Say("Cluttered alt text", "Alt encombré")
    bad = (
        Example(post=POST.replace("{alt}", "Un carnet rouge ouvert sur la table 📓✨"), media=SHOWN, line=7,
                says="emoji"),
        Example(post=POST.replace("{alt}", "Un carnet rouge ouvert #carnet #papier"), media=SHOWN, line=7,
                says="hashtags"),
        Example(post=POST.replace("{alt}", "Un carnet rouge, voir https://lune.example/carnet"), media=SHOWN, line=7,
                says="address"),
        Example(post=POST.replace("{alt}", "UN CARNET ROUGE OUVERT SUR LA TABLE"), media=SHOWN, line=7, says="spelt"),
        Example(post=POST.replace("{alt}", "carnet, papier, rouge, cadeau, noël, papeterie"), media=SHOWN, line=7,
                says="keywords"),
    )  # fmt: skip
    good = (
        Example(post=POST.replace("{alt}", "Léa, Basile et Tom relient un carnet, le 2 mai 2026"), media=SHOWN),
        Example(post=POST.replace("{alt}", "Logo of the NASA Ames Research Center, number 1"), media=SHOWN),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        for number, item in pictures(at):
            alt = item.alt or ""
            why = clutter(alt) if alt and not item.decorative else ""
            if why:
                yield at.finding(
                    Say("The alt text “{alt}” is only ever heard: {why}. Say it in plain words.",
                        "L'alt « {alt} » ne fait que s'entendre : {why}. Le dire en mots simples."),
                    mark=f"media.{number}.alt", alt=quoted(alt), why=WHY[why],
                )  # fmt: skip


def clutter(alt: str) -> str:
    """What does not belong in an alt text: a key of `WHY`, or nothing."""
    if not alt.isascii() and len(list(emoji(alt))) > 1:
        return "emoji"
    if "://" in alt or "www." in alt:
        return "address"
    if len(hashtags(alt)) > 1:
        return "tags"
    letters = [sign for sign in alt if sign.isalpha()]
    if len(letters) > 20 and sum(map(str.isupper, letters)) > 0.8 * len(letters):
        return "capitals"
    pieces = [piece.strip() for piece in alt.split(",")]
    few = all(0 < len(piece.split()) <= 2 and piece[:1].islower() for piece in pieces)
    return "keywords" if few and len(pieces) >= 5 else ""
