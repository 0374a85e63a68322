"""The post does not begin with front matter.

What: the file does not begin with `---`, or the second `---` is missing.
Why: without it nobody knows where and when the post goes out.
How to fix: begin the file with `---`, the fields, and `---` again on a line of its own; `smmgit new` writes it
for you.

Quoi : le fichier ne commence pas par `---`, ou le second `---` manque.
Pourquoi : sans lui, personne ne sait où et quand la publication part.
Comment corriger : commencer le fichier par `---`, les champs, puis de nouveau `---` seul sur sa ligne ; `smmgit
new` l'écrit.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import LoadedRule
from smmgit.model.say import Say


class Check(LoadedRule):
    title = Say("No front matter", "Pas d'en-tête")
    bad = (Example(post="---\nid: carnet\nLe carnet.\n", line=1, also=("schema/yaml",)),)
    good = (Example(post="Le carnet qui tient ses promesses.\n"),)
