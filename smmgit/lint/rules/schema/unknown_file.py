"""A file in brand/ or calendar/ that nothing reads.

What: a YAML or Markdown file whose name is not one smmgit reads.
Why: settings in `brand/chanels.yml` look in force and are not.
How to fix: rename it as proposed, or move it to docs/.

Quoi : un fichier YAML ou Markdown dont smmgit ne lit pas le nom.
Pourquoi : les réglages de `brand/chanels.yml` ont l'air en vigueur et ne le sont pas.
Comment corriger : le renommer comme proposé, ou le ranger dans docs/.
"""

from __future__ import annotations

from smmgit.lint.example import Example
from smmgit.lint.rule import LoadedRule
from smmgit.model.say import Say


class Check(LoadedRule):
    title = Say("File that nothing reads", "Fichier que rien ne lit")
    bad = (Example(files={"brand/peoples.yml": "lea: {name: Léa}\n"}, says="people.yml"),)
    good = (Example(files={"brand/pillars.yml": "conseils: {name: Conseils}\n"}),)
