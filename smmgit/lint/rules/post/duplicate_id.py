"""Two posts with the same id.

What: an `id` that another file has too.
Why: the id is how a post is known for ever: one of the two would be taken for already published.
How to fix: give the newer post another id; never change the id of a post that went out.

Quoi : un `id` qu'un autre fichier porte aussi.
Pourquoi : c'est à l'id qu'une publication est reconnue pour toujours : l'une des deux passerait pour déjà publiée.
Comment corriger : donner un autre id à la plus récente ; ne jamais changer l'id d'une publication partie.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import Example
from smmgit.lint.rule import WorkspaceAt, WorkspaceRule
from smmgit.model.finding import Finding
from smmgit.model.say import Say

ONE = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\nLe carnet.\n"
TWO = "---\nid: carnet\npublish_at: 2026-11-27 09:00\nchannels: [x]\n---\nUn autre texte.\n"


class Check(WorkspaceRule):
    title = Say("Id used twice", "Id déjà pris")
    statuses = frozenset({"idea", "draft", "ready", "cancelled"})
    firm = True
    bad = (Example(post=ONE, files={"content/2026/11/other.md": TWO}, line=2, says="other.md", count=2),)
    good = (Example(post=ONE, files={"content/2026/11/other.md": TWO.replace("carnet\n", "cahier\n", 1)}),)

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        by_id = at.index.by_id
        for post in at.posts:
            same = by_id.get(post.id, ())
            if post.id and len(same) > 1:
                others = [other.path for other in same[:4] if other is not post][:3]
                yield at.finding(
                    Say("The id {id} is also that of {others}: give the newer post another one.",
                        "L'id {id} est aussi celui de {others} : en donner un autre à la plus récente."),
                    post=post, mark="id", id=post.id, others=", ".join(others) + ("…" if len(same) > 4 else ""),
                )  # fmt: skip
