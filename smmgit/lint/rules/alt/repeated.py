"""The same alt text twice.

What: two pictures of one post with the same alt text.
Why: whoever cannot see them hears one sentence twice and never learns how the pictures differ.
How to fix: say what this picture adds: the step, the angle, the person.

Quoi : deux images d'une même publication avec le même texte alternatif.
Pourquoi : qui ne les voit pas entend deux fois la même phrase et n'apprend jamais ce qui les distingue.
Comment corriger : dire ce que cette image ajoute : l'étape, l'angle, la personne.

Source: IGM, digital.accessibility.princeton.edu (lint-sources §4, read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.pictures import name_of, pictures
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n"
    "  - {file: un.jpg, alt: Un carnet rouge ouvert sur une table}\n"
    "  - {file: deux.jpg, alt: Un carnet rouge ouvert sur une table.}\n---\nLe carnet.\n"
)
SHOWN = {**picture("un.jpg"), **picture("deux.jpg")}


class Check(PostRule):
    severity = "warning"
    media_only = True
    title = Say("Same alt text twice", "Deux fois le même alt")
    bad = (Example(post=POST, media=SHOWN, line=7, says="un.jpg"),)
    good = (
        Example(post=POST.replace("table.}", "table de bois}").replace("alt: Un carnet rouge ouvert sur une table de",
                                                                       "alt: La reliure du carnet rouge, en"),
                media=SHOWN),
    )  # fmt: skip

    def check(self, at: PostAt) -> Iterator[Finding]:
        if len(at.post.media) < 2:
            return
        seen: dict[str, str] = {}
        for number, item in pictures(at):
            alt = " ".join((item.alt or "").casefold().split()).rstrip(".!… ")
            if not alt or item.decorative:
                continue
            first = seen.setdefault(alt, item.key)
            if first != item.key:
                yield at.finding(
                    Say("{file} has the same alt as {first}: say what this picture adds (“{alt}”).",
                        "{file} a le même alt que {first} : dire ce que cette image ajoute (« {alt} »)."),
                    mark=f"media.{number}.alt", file=name_of(item.key), first=name_of(first),
                    alt=quoted(item.alt or ""),
                )  # fmt: skip
