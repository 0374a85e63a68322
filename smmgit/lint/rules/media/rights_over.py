"""A picture we may no longer show.

What: `rights_until` of a media item is before the day the post goes out.
Why: showing it then breaks the agreement with whoever made it or is in it.
How to fix: have the rights extended and change the date, or take another picture.

Quoi : `rights_until` d'un média tombe avant le jour de la publication.
Pourquoi : la montrer alors rompt l'accord avec qui l'a faite ou y figure.
Comment corriger : faire prolonger les droits et changer la date, ou prendre une autre image.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.times import spoken
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n  - file: carnet.jpg\n"
    "    alt: Un carnet rouge ouvert sur une table\n    rights_until: 2026-11-24\n---\nLe carnet.\n"
)


class Check(PostRule):
    media_only = True
    title = Say("Rights have ended", "Droits échus")
    bad = (Example(post=POST, media=picture("carnet.jpg"), line=8, says="2026-11-24"),)
    good = (Example(post=POST.replace("11-24", "11-25"), media=picture("carnet.jpg")),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        dated = [(n, item.rights_until) for n, item in enumerate(at.post.media) if item.rights_until]
        if not dated:
            return
        days = [spoken(instant.at, at.ws)[:10] for _, instant in at.moments]
        for number, until in dated:
            late = max((day for day in days if day > until.isoformat()), default="")
            if late:
                yield at.finding(
                    Say("The rights end on {until}, and the post goes out on {day}.",
                        "Les droits prennent fin le {until}, et la publication part le {day}."),
                    mark=f"media.{number}.rights_until", until=until.isoformat(), day=late,
                )  # fmt: skip
