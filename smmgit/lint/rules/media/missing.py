"""A media file that is not there.

What: a file under `media:` (or its cover or subtitles) that is not in the repository.
Why: the post would go out without its picture, or not at all.
How to fix: put the file beside the post, or write its name as it is: capitals count.

Quoi : un fichier cité sous `media:` (ou sa couverture, ou ses sous-titres) absent du dépôt.
Pourquoi : la publication partirait sans son image, ou pas du tout.
Comment corriger : déposer le fichier à côté de la publication, ou écrire son nom tel qu'il est : les capitales
comptent.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n"
    "  - file: carnet.jpg\n    alt: Un carnet rouge ouvert sur une table de bois\n---\nLe carnet.\n"
)


class Check(PostRule):
    media_only = True
    title = Say("Missing media", "Média absent")
    bad = (Example(post=POST, line=6, says="carnet.jpg"),)
    good = (Example(post=POST, media=picture("carnet.jpg")),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for number, item in enumerate(at.post.media):
            if not item.file and not item.url and f"media.{number}.file" not in at.post.marks:
                yield at.finding(
                    Say("This media has neither file nor url.", "Ce média n'a ni file ni url."), mark=f"media.{number}"
                )
            for field, path in (("file", item.file), ("cover", item.cover), ("captions", item.captions)):
                facts = at.ws.media.get(path) if path else None
                if path and (facts is None or (not facts.exists and facts.problem in ("", "missing"))):
                    yield at.finding(
                        Say("There is no file {path}: put it there, or correct its name.",
                            "Il n'y a pas de fichier {path} : l'y déposer, ou corriger son nom."),
                        mark=f"media.{number}.{field}", path=path,
                    )  # fmt: skip
