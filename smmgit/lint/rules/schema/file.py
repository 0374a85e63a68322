"""The file cannot be read, or leads out of the repository.

What: a file without read permission, a broken link, or a link to somewhere outside the repository.
Why: what is not in the repository cannot be reviewed, and a link outwards could publish a private file.
How to fix: replace the link by the file itself.

Quoi : un fichier sans droit de lecture, un lien rompu, ou un lien qui mène hors du dépôt.
Pourquoi : ce qui n'est pas dans le dépôt ne se relit pas, et un lien vers l'extérieur pourrait publier un fichier
privé.
Comment corriger : remplacer le lien par le fichier lui-même.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import LoadedRule
from smmgit.model.say import Say


class Check(LoadedRule):
    title = Say("File that cannot be read", "Fichier illisible")
    bad = (Example(links={"content/2026/11/example.md": "../../../../../../../../etc/hostname"}, line=1),)
    good = (Example(post="Le carnet qui tient ses promesses.\n"),)
