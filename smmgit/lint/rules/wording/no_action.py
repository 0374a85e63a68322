"""A post that sells and asks for nothing.

What: a post of a promotional pillar without a link, a question, or a word that says what to do.
Why: readers who are convinced do not know what to do next.
How to fix: say it once, simply: where to order, until when, whom to write to; or ask a question.

Quoi : une publication d'un pilier promotionnel sans lien, sans question, sans un mot qui dise quoi faire.
Pourquoi : qui est convaincu ne sait pas que faire ensuite.
Comment corriger : le dire une fois, simplement : où commander, jusqu'à quand, à qui écrire ; ou poser une question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say
from smmgit.text.late import late

# Links, questions, an imperative in -ez, the verbs English uses to send people somewhere, where, and when.
ASKS = late(
    r"://|www\.|\?|(?<!\w)[^\W\d_]{2,}ez(?!\w)|-(?:vous|nous|le|la|les|moi|toi)(?!\w)|(?<!\w)(?:book|order|shop|buy|get"
    r"|today|tonight|tomorrow|aujourd['’]hui|demain|ce soir|ce matin|join|see|read|try|visit|discover"
    r"|find|sign up|tell us|ask|come|reserve|pre-?order|subscribe|register|download|watch|learn"
    r"|link in|swipe|drop by|write to|email|call|apply|choose|pick|available|in store|jusqu['’]au|until|dès|à partir de"
    r"|rendez-vous|sur notre site|en boutique|en librairie|lien|réserve|commande|découvre|viens|choisis|écris|inscris)"
    r"(?!\w)",
    re.IGNORECASE,
)
POST = (
    "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\npillar: produits\n---\n"
    "Le carnet à spirale est revenu, en rouge et en bleu.\n"
)
FILES = {"brand/pillars.yml": "produits: {name: Produits, promotional: true}\n"}


class Check(PostRule):
    severity = "suggestion"
    title = Say("Sells and asks nothing", "Vend sans rien demander")
    bad = (Example(post=POST, files=FILES, line=7, says="X"),)
    good = (
        Example(post=POST.replace("bleu.", "bleu. Lequel prendrez-vous ?"), files=FILES),
        Example(post=POST.replace("pillar", "link: https://lune.example/carnet\npillar"), files=FILES),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        pillar = at.ws.pillars.get(at.full.pillar)
        if pillar is None or not pillar.promotional or at.post.action == "repost":
            return
        told: dict[int, tuple[Pos, list[str]]] = {}
        for shown in at.renditions:
            if not shown.parts or shown.link or shown.card or shown.options.get("poll"):
                continue
            if any(ASKS.search(part.text) for part in (*shown.parts, *filter(None, [shown.first_comment]))):
                continue
            offset = shown.parts[0].source_offset(0)
            pos = (at.post.place(offset) if offset is not None else None) or Pos(at.post.body_line, 1)
            told.setdefault(pos.line, (pos, []))[1].append(at.spoken(shown))
        for pos, names in told.values():
            yield at.finding(
                Say("{names}: this post sells, and does not say what to do next: a link, a date, a question.",
                    "{names} : cette publication vend sans dire que faire ensuite : un lien, une date, une question."),
                pos=pos, names=listed(list(dict.fromkeys(names))),
            )  # fmt: skip
