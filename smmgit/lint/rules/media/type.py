"""A kind of file the network does not take.

What: a file whose real type (not its name) is not on the network's list for this format.
Why: the network refuses the post.
How to fix: export the file in one of the types named, or choose other media for this channel with `media:`.

Quoi : un fichier dont le vrai type (et non le nom) n'est pas sur la liste du réseau pour ce format.
Pourquoi : le réseau refuse la publication.
Comment corriger : exporter le fichier dans l'un des types cités, ou choisir d'autres médias pour ce compte avec
`media:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.limits import measured, media_rules
from smmgit.lint.rule import RenditionAt, RenditionRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [instagram]\nmedia:\n"
    "  - file: carnet.bmp\n    alt: Un carnet rouge ouvert sur une table de bois\n---\nLe carnet.\n"
)
KINDS = {
    "image": Say("pictures", "images"), "gif": Say("animated GIFs", "GIF animés"), "video": Say("videos", "vidéos"),
    "audio": Say("sounds", "sons"), "document": Say("documents", "documents"),
}  # fmt: skip


class Check(RenditionRule):
    media_only = True
    title = Say("Type the network does not take", "Type refusé par le réseau")
    bad = (Example(post=POST, media=picture("carnet.bmp", mime="image/bmp"), line=6, says="image/jpeg"),)
    good = (Example(post=POST, media=picture("carnet.bmp", mime="image/jpeg")),)

    def check(self, at: RenditionAt) -> Iterator[Finding]:
        if not at.spec.media:
            return  # nothing is known about this platform's media
        for item, facts in measured(at):
            if facts.kind == "unknown":
                continue
            rules = media_rules(at, item.kind)
            if rules is None and item.kind == "gif":
                rules = media_rules(at, "image")  # an animation is a picture where nothing else is said
            mark = at.media_mark(item.index)
            if rules is None:
                yield at.finding(
                    Say("{name} takes no {kind} here: choose other media for it.",
                        "{name} ne prend pas de {kind} ici : lui choisir d'autres médias."),
                    mark=mark, name=at.name, kind=KINDS[item.kind],
                )  # fmt: skip
            elif rules.types and facts.mime and facts.mime not in rules.types:
                unsure = Say(f"; uncertain: {rules.types_uncertain}", f" ; incertain : {rules.types_uncertain}")
                yield at.finding(
                    Say("{name}: {file} is {mime}, and {types} are taken (source: {source}{unsure}).",
                        "{name} : {file} est en {mime} ; sont acceptés {types} (source : {source}{unsure})."),
                    mark=mark, severity="warning" if rules.types_uncertain else None, name=at.name,
                    file=item.file.rpartition("/")[2], mime=facts.mime, types=", ".join(rules.types),
                    source=rules.types_source or at.spec.docs_url or at.spec.id,
                    unsure=unsure if rules.types_uncertain else "",
                )  # fmt: skip
