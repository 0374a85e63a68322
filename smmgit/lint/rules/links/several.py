"""Several links in one message.

What: more than `most` addresses (1 unless set) in one message on X, Threads, Bluesky, Mastodon, LinkedIn or Facebook.
Why: the network shows a preview of one only, readers must choose, and fewer follow any.
How to fix: keep the one that matters; the others fit a thread's next part, a first comment, or the page itself.

Quoi : plus de `most` adresses (1) dans un message sur X, Threads, Bluesky, Mastodon, LinkedIn ou Facebook.
Pourquoi : le réseau n'en montre qu'un aperçu, il faut choisir, et moins de gens suivent un lien.
Comment corriger : garder celui qui compte ; les autres vont dans la suite d'un fil, un commentaire, ou la page même.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.reading.addresses import WEB
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say
from smmgit.render.utm import without_utm
from smmgit.text.addresses import addresses

FAMILIES = ("short", "linkedin", "meta")


class Check(PostRule):
    severity = "suggestion"
    cues = WEB
    title = Say("Several links", "Plusieurs liens")
    options = {"most": 1}
    bad = (Example(post="Le guide https://lune.example/guide et la carte https://lune.example/carte\n", line=6,
                   says="2 links"),)  # fmt: skip
    good = (Example(post="Le guide https://lune.example/guide, oui, ici : https://lune.example/guide\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        most = self.chosen["most"]
        seen: dict[tuple[int, int, int], list[str]] = {}
        for text, places in at.said.items():
            if text.count("://") <= most:
                continue
            spans = addresses(text)
            different = {without_utm(span.target).rstrip("/") for span in spans}
            if len(different) <= most:
                continue
            for shown, part in places:
                spec = at.ws.specs.get(shown.platform)
                if spec is None or spec.family not in FAMILIES or spec.links == "dead":
                    continue
                offset = part.source_offset(spans[-1].start)
                pos = (at.post.place(offset) if offset is not None else None) or Pos(at.post.body_line, 1)
                seen.setdefault((pos.line, pos.column, len(different)), []).append(spec.name)
        for (line, column, count), names in seen.items():
            yield at.finding(
                Say("{names}: {count} links in one message, and a preview of one at most. Keep the one that matters.",
                    "{names} : {count} liens dans un message, et l'aperçu d'un seul au plus. Garder celui qui compte."),
                pos=Pos(line, column), names=listed(list(dict.fromkeys(names))), count=count,
            )  # fmt: skip
