"""A link whose preview would be bare.

What: a link on a network where the preview is ours to make (Bluesky, LinkedIn), to a page lock.json knows nothing of,
where it knows others.
Why: the preview shows the bare address, without title or picture, and few tap on that.
How to fix: give the page a card in lock.json (title, description, picture), or add a picture to the post.

Quoi : un lien sur un réseau où l'aperçu est à notre charge (Bluesky, LinkedIn), vers une page inconnue de lock.json,
qui en connaît d'autres.
Pourquoi : l'aperçu montre l'adresse nue, sans titre ni image, et peu de gens y touchent.
Comment corriger : donner à la page une carte dans lock.json (titre, description, image), ou joindre une image.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.reading.addresses import WEB
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.render.utm import without_utm

POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [bluesky]\nlink: https://lune.example/guide\n---\n"
    "Le guide du carnet.\n"
)
LOCK = '{"cards": {"https://lune.example/guide": {"title": "Le guide", "description": "Tout sur le carnet."}}}'


class Check(PostRule):
    severity = "suggestion"
    cues = WEB
    title = Say("Preview would be bare", "Aperçu nu")
    bad = (Example(post=POST, files={"lock.json": LOCK.replace("guide", "accueil")}, line=5, says="Bluesky"),)
    good = (
        Example(post=POST, files={"lock.json": LOCK}),
        Example(post=POST.replace("link:", "media:\n  - {file: carnet.jpg, alt: Un carnet rouge ouvert}\nlink:"),
                media=picture("carnet.jpg")),
    )  # fmt: skip

    def check(self, at: PostAt) -> Iterator[Finding]:
        bare: dict[str, list[str]] = {}
        if not at.ws.lock.cards:
            return  # nobody here makes previews by hand
        for shown in at.renditions:
            if shown.card is not None and not shown.card.title and not shown.media:
                bare.setdefault(without_utm(shown.card.url), []).append(at.spoken(shown))
        for url, names in bare.items():
            yield at.finding(
                Say("{names}: no title or picture is known of {url}, so its preview is bare. Add a card to lock.json,"
                    " or a picture to the post.",
                    "{names} : ni titre ni image connus pour {url}, l'aperçu sera nu. Ajouter une carte à lock.json,"
                    " ou une image à la publication."),
                mark="link", names=listed(list(dict.fromkeys(names))), url=quoted(url, 60),
            )  # fmt: skip
