"""The front matter or the file is not YAML.

What: a YAML file, or the part of a post between the two `---`, cannot be read: a bracket never closed, a key
given twice, tabs, or nesting made to exhaust memory.
Why: nothing in it is certain any more, so the post could not go out, or go out wrongly.
How to fix: go to the line shown; put texts holding `: ` or ` #` between quotes; give each key once.

Quoi : un fichier YAML, ou le début d'une publication entre les deux `---`, est illisible : crochet jamais fermé,
clé donnée deux fois, tabulations, imbrication sans fin.
Pourquoi : plus rien n'y est sûr ; la publication ne partirait pas, ou partirait fausse.
Comment corriger : aller à la ligne indiquée ; mettre entre guillemets les textes qui contiennent `: ` ou ` #` ;
ne donner chaque clé qu'une fois.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import LoadedRule
from smmgit.model.say import Say


class Check(LoadedRule):
    title = Say("Unreadable YAML", "YAML illisible")
    bad = (Example(post="---\nid: carnet\nchannels: [x\npublish_at: 2026-11-25 09:00\n---\nLe carnet.\n", line=3),)
    good = (Example(post="Le carnet qui tient ses promesses.\n"),)
