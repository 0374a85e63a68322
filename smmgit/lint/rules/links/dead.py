"""A link nobody can tap.

What: an address, or `link:`, on a network where links in posts cannot be tapped, such as Instagram.
Why: readers will not copy it by hand.
How to fix: say where to find it (“link in our profile”) in a section for that network.

Quoi : une adresse, ou `link:`, sur un réseau où l'on ne peut pas toucher les liens, comme Instagram.
Pourquoi : personne ne la recopiera.
Comment corriger : dire où la trouver (« lien dans notre profil ») dans une section pour ce réseau.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example, picture
from smmgit.lint.lists.promises import IN_BIO, ON_SITE
from smmgit.lint.losses import lost
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed, quoted
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say
from smmgit.text.late import late

ADDRESS = late(r"https?://[^\s<>]+")
POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [instagram]\nmedia:\n"
    "  - {file: carnet.jpg, alt: Un carnet rouge ouvert sur une table}\n---\nLe guide : https://lune.example/guide\n"
)


class Check(PostRule):
    severity = "warning"
    title = Say("Link nobody can tap", "Lien qu'on ne peut pas toucher")
    bad = (Example(post=POST, media=picture("carnet.jpg"), line=8, says="Instagram"),)
    good = (
        Example(post=POST.replace("https://lune.example/guide", "lien dans notre profil"), media=picture("carnet.jpg")),
        Example(
            post=POST.replace("media:", "link: https://lune.example/guide\nmedia:").replace(
                "Le guide : https://lune.example/guide", "Le guide : lien en bio."
            ),
            media=picture("carnet.jpg"),
        ),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        message = Say("{names}: the link {url} cannot be tapped there; say where to find it.",
                      "{names} : le lien {url} ne peut pas y être touché ; dire où le trouver.")  # fmt: skip
        told = [shown.channel for shown in at.renditions if shown.losses and tells_where(shown.text)]
        for found in lost(at, ("link",), told):
            yield at.finding(message, pos=found.pos, names=listed(found.names), url=quoted(found.text))
        seen: dict[tuple[int, int], tuple[str, list[str]]] = {}
        for shown in at.renditions:
            spec = at.ws.specs.get(shown.platform)
            if spec is None or spec.links != "dead":
                continue
            for part in shown.parts:
                for span in list(ADDRESS.finditer(part.text))[:1]:
                    offset = part.source_offset(span.start())
                    pos = (at.post.place(offset) if offset is not None else None) or Pos(at.post.body_line, 1)
                    seen.setdefault((pos.line, pos.column), (span[0], []))[1].append(spec.name)
        for (line, column), (url, names) in seen.items():
            yield at.finding(message, pos=Pos(line, column), url=quoted(url), names=listed(list(dict.fromkeys(names))))


def tells_where(text: str) -> bool:
    """True for a text that says already where the link is to be found."""
    return IN_BIO.search(text) is not None or ON_SITE.search(text) is not None
