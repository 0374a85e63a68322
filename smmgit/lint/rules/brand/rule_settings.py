"""A rule setting that cannot be followed.

What: `rules:` in brand/brand.yml names no rule, no option of it, or a value of the wrong kind.
Why: the rule stays as it was, while the brand believes otherwise.
How to fix: write the rule's id and options as `smmgit rules` lists them.

Quoi : `rules:` dans brand/brand.yml nomme une règle ou une option qui n'existe pas, ou une valeur qui ne convient pas.
Pourquoi : la règle reste comme elle était, alors que la marque croit le contraire.
Comment corriger : écrire l'id de la règle et ses options comme `smmgit rules` les liste.
"""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.example import FILES, Example
from smmgit.lint.registry import all_facts, rule_set
from smmgit.lint.rule import WorkspaceAt, WorkspaceRule
from smmgit.lint.words import did_you_mean
from smmgit.model.finding import Finding
from smmgit.model.say import Say

BRAND = FILES["brand/brand.yml"]


class Check(WorkspaceRule):
    title = Say("Rule setting that cannot be followed", "Réglage de règle impossible")
    bad = (
        Example(files={"brand/brand.yml": BRAND + "rules:\n  alt/week: off\n"}, says="alt/weak"),
        Example(files={"brand/brand.yml": BRAND + "rules:\n  alt/weak: {severity: never}\n"}, says="never"),
        Example(files={"brand/brand.yml": BRAND + "rules:\n  alt/weak: {letters: many}\n"}, says="many"),
    )
    good = (Example(files={"brand/brand.yml": BRAND + "rules:\n  alt/weak: {severity: warning, letters: 30}\n"}),)

    def check(self, at: WorkspaceAt) -> Iterator[Finding]:
        for wrong in rule_set(at.ws.brand.rules).misset if at.ws.brand.rules else ():
            near = Say("", "") if wrong.rule in all_facts() else did_you_mean(wrong.rule, all_facts())
            yield at.finding(
                Say("rules: {rule}: {why}.{near}", "rules : {rule} : {why}.{near}"),
                path="brand/brand.yml", rule=wrong.rule, why=wrong.why, near=near,
            )  # fmt: skip
