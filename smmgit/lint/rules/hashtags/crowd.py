"""More hashtags than help.

What: more than `most` hashtags (5 unless set) in one message, where the network itself does not object already.
Why: beyond a handful they bring nobody, look like spam, and a screen reader says “number” before each.
How to fix: keep the three to five that are specific; other networks may have theirs (`channels: {x: {hashtags: […]}}`).

Quoi : plus de `most` mots-dièse (5) dans un message, là où le réseau ne s'y oppose pas déjà.
Pourquoi : au-delà d'une poignée ils n'amènent personne, ont l'air de spam, et à voix haute on dit « dièse » à chacun.
Comment corriger : garder les trois à cinq plus précis ; chaque réseau peut avoir les siens.

Source: CH, routenote.com, simpleseotags.io: 3 to 5 advised (lint-sources §1, read 2026-11-22; advice, not a limit).
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Finding, Pos
from smmgit.model.rendition import Part, Rendition
from smmgit.model.say import Say
from smmgit.text.tags import hashtags


class Check(PostRule):
    severity = "suggestion"
    cues = frozenset("#＃")
    title = Say("More hashtags than help", "Plus de mots-dièse qu'utile")
    options = {"most": 5}
    bad = (Example(post="Un carnet. #Reliure #Papier #Encre #Fil #Colle #Presse\n", line=6, says="6"),)
    good = (Example(post="Un carnet. #Reliure #Papier #Encre\n"),)

    def check(self, at: PostAt) -> Iterator[Finding]:
        most = self.chosen["most"]
        seen: dict[int, tuple[Pos | None, list[str]]] = {}
        for text, places in at.said.items():
            if text.count("#") <= most:
                continue
            spans = hashtags(text)
            if len(spans) <= most:
                continue
            for shown, part in places:
                if not refuses(at, shown, len(spans)):
                    seen.setdefault(len(spans), (place(at, part, spans[0].start), []))[1].append(at.spoken(shown))
        for count, (pos, names) in seen.items():
            yield at.finding(
                Say("{names}: {count} hashtags. Keep the three to five that are specific; the rest bring nobody.",
                    "{names} : {count} mots-dièse. Garder les trois à cinq plus précis."),
                pos=pos or Pos(at.post.body_line, 1), names=listed(list(dict.fromkeys(names))), count=count,
            )  # fmt: skip


def refuses(at: PostAt, shown: Rendition, count: int) -> bool:
    """True where the network has a limit of its own that this breaks: another rule says so."""
    spec = at.ws.specs.get(shown.platform)
    limits = spec.counts.get("hashtags", ()) if spec else ()
    return any(limit.max is not None and count > limit.max for limit in limits)


def place(at: PostAt, part: Part, start: int) -> Pos | None:
    """Where in the file a piece of a part was typed."""
    offset = part.source_offset(start)
    return at.post.place(offset) if offset is not None else None
