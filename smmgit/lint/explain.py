"""A rule in words: what it looks for, why, how to mend it, with its examples."""

from __future__ import annotations

import sys

from smmgit.lint.example import Example
from smmgit.lint.registry import all_rules, former_ids
from smmgit.lint.rule import Rule
from smmgit.model.say import Say

HEADINGS = {
    "en": ("What:", "Why:", "How to fix:"),
    "fr": ("Quoi :", "Pourquoi :", "Comment corriger :"),
}
ALL = tuple(heading for headings in HEADINGS.values() for heading in headings)
SEVERITIES = {
    "error": Say("error", "erreur"),
    "warning": Say("warning", "avertissement"),
    "suggestion": Say("suggestion", "suggestion"),
}


def explain_rule(rule_id: str, lang: str) -> str:
    """The rule's page as plain text, empty when there is no such rule. An earlier id explains the present one."""
    rule = all_rules().get(former_ids().get(rule_id, rule_id))
    if rule is None:
        return ""
    tongue = "fr" if lang[:2] == "fr" else "en"
    what, why, fix = documented(rule, tongue)
    lines = [
        f"{rule.id} ({SEVERITIES[rule.severity].in_(lang)}) — {rule.title.in_(lang)}",
        "",
        what[:1].upper() + what[1:],
        "",
    ]
    lines += [
        Say("Why: ", "Pourquoi : ").in_(lang) + why,
        "",
        Say("How to fix: ", "Comment corriger : ").in_(lang) + fix,
    ]
    if rule.options:
        lines += [
            "",
            Say("Options (in brand/brand.yml, under rules):", "Options (dans brand/brand.yml, sous rules) :").in_(lang),
        ]
        lines += [f"  {name}: {shown(value)}" for name, value in rule.options.items()]
    for title, examples in ((Say("Found:", "Repéré :"), rule.bad[:1]), (Say("Fine:", "Correct :"), rule.good[:1])):
        for example in examples:
            lines += ["", title.in_(lang), *("    " + line for line in typed(example))]
    return "\n".join(line.rstrip() for line in lines)


def documented(rule: type[Rule], lang: str) -> tuple[str, str, str]:
    """What, why and how to fix, from the rule file's docstring; in English where there is no French."""
    text = sys.modules[rule.__module__].__doc__ or ""
    found = _paragraphs(text)
    what, why, fix = (found.get(mine) or found.get(english, "") for mine, english in zip(
        HEADINGS[lang], HEADINGS["en"], strict=True))  # fmt: skip
    return what, why, fix


def _paragraphs(text: str) -> dict[str, str]:
    """The docstring's paragraphs by their heading, each on one line."""
    found: dict[str, str] = {}
    current = ""
    for line in text.splitlines()[1:]:
        heading = next((one for one in ALL if line.startswith(one)), "")
        if heading:
            current = heading
            found[current] = line[len(heading) :].strip()
        elif not line.strip():
            current = ""
        elif current:
            found[current] += " " + line.strip()
    return found


def typed(example: Example) -> list[str]:
    """An example as an author would type it: its post, else its files."""
    if example.post:
        text = example.tree[example.path][:1200]
        return text.rstrip("\n").split("\n")
    return [line for name, text in example.files.items() for line in (f"{name}:", *text.rstrip("\n").split("\n"))]


def shown(value: object) -> str:
    """An option's default, as it would be typed."""
    if isinstance(value, tuple):
        return "[" + ", ".join(map(str, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)
