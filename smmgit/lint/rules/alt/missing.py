"""A picture nobody described.

What: a picture with neither `alt` nor `decorative: true`.
Why: people who cannot see it get nothing, and many networks cannot add it later. In public service it is the law.
How to fix: say in one or two sentences what matters in the picture here; `decorative: true` only where nothing
does.

Quoi : une image sans `alt` ni `decorative: true`.
Pourquoi : qui ne la voit pas n'en sait rien, et beaucoup de réseaux ne l'ajoutent pas après coup. Dans le service
public, c'est la loi.
Comment corriger : dire en une ou deux phrases ce qui compte dans l'image ; `decorative: true` si rien n'y compte.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.pictures import name_of, pictures
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n  - file: carnet.jpg\n---\nLe carnet.\n"


class Check(PostRule):
    media_only = True
    title = Say("No alt text", "Pas de texte alternatif")
    bad = (Example(post=POST, media=picture("carnet.jpg"), line=6, says="alt"),)
    good = (
        Example(
            post=POST.replace(".jpg", ".jpg\n    alt: Un carnet rouge ouvert sur une table de bois"),
            media=picture("carnet.jpg"),
        ),
        Example(post=POST.replace(".jpg", ".jpg\n    decorative: true"), media=picture("carnet.jpg")),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        for number, item in pictures(at):
            if not (item.alt or "").strip() and not item.decorative:
                yield at.finding(
                    Say("{file} has no alt: say what someone who cannot see it should know, or decorative: true.",
                        "{file} n'a pas d'alt : dire ce que doit savoir qui ne la voit pas, ou decorative: true."),
                    mark=f"media.{number}.file" if item.file else f"media.{number}", file=name_of(item.key),
                )  # fmt: skip
