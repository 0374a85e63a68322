"""An emoji by its name.

What: `:rocket:` on a network that does not turn it into 🚀.
Why: readers see the name between colons.
How to fix: type the emoji itself, or leave it out.

Quoi : `:rocket:` sur un réseau qui n'en fait pas 🚀.
Pourquoi : les lecteurs voient le nom entre deux-points.
Comment corriger : taper l'emoji lui-même, ou s'en passer.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from smmgit.lint.example import Example
from smmgit.lint.rule import PostAt, PostRule
from smmgit.lint.words import listed
from smmgit.model.finding import Finding, Pos
from smmgit.model.say import Say
from smmgit.text.late import late

MOST = 200  # places looked at in one text
HINT = late(r":[a-z+-][a-z0-9_+-]*:")
NAME = late(r"(?<![\w:/.@#])(:[a-z+-][a-z0-9_+-]*[a-z0-9]:){1,4}(?![\w:/])")


class Check(PostRule):
    severity = "warning"
    title = Say("Emoji by its name", "Emoji écrit par son nom")
    gate = HINT
    options = {"shown_by": ("slack", "discord", "mastodon")}
    bad = (Example(post="Le carnet est là :rocket:\n", line=6, says=":rocket:"),)
    good = (
        Example(post="Rendez-vous à 10:30:15, ou lisez https://lune.example/a:b:c et notez : un, deux :trois.\n"),
        Example(post="---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [mastodon]\n---\nLe carnet :rocket:\n"),
    )

    def check(self, at: PostAt) -> Iterator[Finding]:
        shown_by = at.option("shown_by")
        seen: dict[str, tuple[Pos | None, list[str]]] = {}
        for text, places in at.said.items():
            if HINT.search(text) is None:
                continue
            for found in islice(NAME.finditer(text), MOST):
                for shown, part in places:
                    if shown.platform in shown_by:
                        continue
                    offset = part.source_offset(found.start())
                    where = at.post.place(offset) if offset is not None else None
                    names = seen.setdefault(found[0], (where, []))[1]
                    if at.spoken(shown) not in names:
                        names.append(at.spoken(shown))
        for code, (pos, names) in seen.items():
            yield at.finding(
                Say("{names} shows “{code}” as it is typed: put the emoji itself.",
                    "{names} montre « {code} » tel quel : mettre l'emoji lui-même."),
                pos=pos or Pos(at.post.body_line, 1), names=listed(names), code=code,
            )  # fmt: skip
