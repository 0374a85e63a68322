"""An alt text the network does not keep.

What: a described picture on a network or format that has no alt text.
Why: the description is lost there; who cannot see the picture gets only the text.
How to fix: say what matters in the picture in the text of that channel's section too.

Quoi : une image décrite, sur un réseau ou dans un format sans texte alternatif.
Pourquoi : la description s'y perd ; qui ne voit pas l'image n'a que le texte.
Comment corriger : dire aussi ce qui compte dans l'image dans le texte de la section de ce compte.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Finding
from smmgit.model.say import Say

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels:\n  instagram: {format: story}\nmedia:\n"
    "  - file: carnet.jpg\n    alt: Un carnet rouge ouvert sur une table de bois\n---\nLe carnet.\n"
)


class Check(PostRule):
    severity = "suggestion"
    media_only = True
    title = Say("Alt text not kept", "Texte alternatif perdu")
    bad = (Example(post=POST, media=picture("carnet.jpg", width=1080, height=1920), line=8, says="Instagram",
                   also=("text/not-shown",)),)  # fmt: skip
    good = (Example(post=POST.replace("story", "post"), media=picture("carnet.jpg")),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        names: dict[int, list[str]] = {}
        for shown in at.renditions:
            spec = at.ws.specs.get(shown.platform)
            form = spec.formats.get(shown.format) if spec else None
            if spec is None or (spec.alt if form is None or form.alt is None else form.alt):
                continue
            for item in shown.media:
                if item.alt and item.kind in ("image", "gif"):
                    names.setdefault(item.index, []).append(spec.name)
        for number, platforms in names.items():
            yield at.finding(
                Say("{names} keeps no alt text here: say what matters in the text too.",
                    "{names} ne garde pas l'alt ici : dire aussi l'essentiel dans le texte."),
                mark=f"media.{number}.alt", names=listed(list(dict.fromkeys(platforms))),
            )  # fmt: skip
