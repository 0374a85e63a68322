"""A media file that cannot be used.

What: a picture that is broken, empty, absurdly large, an SVG, of unknown kind, or outside the repository.
Why: every network would refuse it, and a file from outside the repository may be private.
How to fix: export it again as JPEG, PNG or MP4, and put it beside the post.

Quoi : une image abîmée, vide, démesurée, en SVG, d'un genre inconnu, ou hors du dépôt.
Pourquoi : tous les réseaux la refuseraient, et un fichier hors du dépôt est peut-être privé.
Comment corriger : l'exporter de nouveau en JPEG, PNG ou MP4, et la déposer à côté de la publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import PATH, Example, picture
from smmgit.lint.rule import PostAt, PostRule
from smmgit.model.facts import MediaFacts
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\nmedia:\n"
    "  - file: carnet.jpg\n    alt: Un carnet rouge ouvert sur une table de bois\n---\nLe carnet.\n"
)
FILE = PATH.replace("example.md", "carnet.jpg")
BROKEN = {FILE: MediaFacts(file=FILE, exists=True, kind="image", mime="image/jpeg", bytes=12, problem="broken")}
WHY = {
    "outside": Say("it leads out of the repository", "il mène hors du dépôt"),
    "not a file": Say("it is no file", "ce n'est pas un fichier"),
    "unreadable": Say("it may not be read", "sa lecture est interdite"),
    "empty": Say("it is empty", "il est vide"),
    "svg": Say("no network takes SVG; export it as PNG", "aucun réseau ne prend le SVG ; l'exporter en PNG"),
    "broken": Say("it is damaged", "il est abîmé"),
    "too many pixels": Say("it has far too many pixels", "il a beaucoup trop de pixels"),
    "too large": Say("it is far too large", "il est beaucoup trop gros"),
    "unknown type": Say("it is no picture, video, sound or document I know",
                        "ce n'est ni une image, ni une vidéo, ni un son, ni un document connu"),
}  # fmt: skip


class Check(PostRule):
    media_only = True
    title = Say("Unusable media", "Média inutilisable")
    bad = (Example(post=POST, media=BROKEN, line=6, says="carnet.jpg"),)
    good = (Example(post=POST, media=picture("carnet.jpg")),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        for number, item in enumerate(at.post.media):
            for field, path in (("file", item.file), ("cover", item.cover), ("captions", item.captions)):
                facts = at.ws.media.get(path) if path else None
                if facts is not None and facts.problem not in ("", "missing"):
                    yield at.finding(
                        Say("{path} cannot be used: {why}.", "{path} est inutilisable : {why}."),
                        mark=f"media.{number}.{field}", path=path,
                        why=WHY.get(facts.problem, Say(facts.problem, facts.problem)),
                    )  # fmt: skip
