"""A rule in words: what it looks for, why, how to mend it, with its examples."""

from __future__ import annotations

import sys

from msgspec import Struct

from smmgit.lint.example import Example
from smmgit.lint.registry import all_rules, former_ids
from smmgit.lint.rule import Rule
from smmgit.model.finding import Severity
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


WORDS = {
    "why": Say("Why: ", "Pourquoi : "),
    "fix": Say("How to fix: ", "Comment corriger : "),
    "options": Say("Options (in brand/brand.yml, under rules):", "Options (dans brand/brand.yml, sous rules) :"),
    "found": Say("Found:", "Repéré :"),
    "fine": Say("Fine:", "Correct :"),
    "waive": Say("For once, with a reason and a last day: ", "Pour une fois, avec une raison et un dernier jour : "),
    "off": Say("Otherwise for the whole brand, in brand/brand.yml: ",
               "Autrement pour toute la marque, dans brand/brand.yml : "),
    "reason": Say("why", "pourquoi"),
}  # fmt: skip


class Explained(Struct, frozen=True, kw_only=True):
    """A rule in words of one language. `found` is an example, `line` the line of it that is remarked (0: all)."""

    id: str
    title: str
    severity: Severity
    lang: str
    what: str
    why: str
    fix: str
    options: dict[str, str]
    found: tuple[str, ...] = ()
    line: int = 0
    fine: tuple[str, ...] = ()
    waivable: bool = True

    def say(self, name: str) -> str:
        """A word of the page."""
        return WORDS[name].in_(self.lang)

    @property
    def level(self) -> str:
        """The severity as a word."""
        return SEVERITIES[self.severity].in_(self.lang)

    @property
    def waiver(self) -> str:
        """The comment that sets the rule aside, to be completed; empty where it may not be."""
        return f"<!-- smmgit-disable {self.id} until=2026-12-31: {self.say('reason')} -->" if self.waivable else ""

    @property
    def setting(self) -> str:
        """How the brand sets the rule otherwise."""
        other = "suggestion" if self.severity == "warning" else "warning"
        return f"rules: {{{self.id}: {other}}}"


def explained(rule_id: str, lang: str) -> Explained | None:
    """A rule in words, None when there is no such rule. An earlier id explains the present one."""
    from smmgit.lint.waivers import NEVER

    rule = all_rules().get(former_ids().get(rule_id, rule_id))
    if rule is None:
        return None
    tongue = "fr" if lang[:2] == "fr" else "en"
    what, why, fix = documented(rule, tongue)
    bad, good = (examples[0] if examples else Example() for examples in (rule.bad, rule.good))
    return Explained(
        id=rule.id, title=rule.title.in_(tongue), severity=rule.severity, lang=tongue,
        what=what[:1].upper() + what[1:], why=why, fix=fix,
        options={name: shown(value) for name, value in rule.options.items()},
        found=tuple(typed(bad)), line=bad.line if bad.post else 0, fine=tuple(typed(good)),
        waivable=not rule.id.startswith(NEVER),
    )  # fmt: skip


def plain(rule: Explained) -> str:
    """The rule as text for a terminal; the remarked line of the example has a mark before it."""
    lines = [f"{rule.id} ({rule.level}) — {rule.title}", "", rule.what, "", rule.say("why") + rule.why, "",
             rule.say("fix") + rule.fix]  # fmt: skip
    if rule.options:
        lines += ["", rule.say("options"), *(f"  {name}: {value}" for name, value in rule.options.items())]
    for name, example, marked in (("found", rule.found, rule.line), ("fine", rule.fine, 0)):
        if example:
            shown_lines = (f"{'  > ' if number == marked else '    '}{line}" for number, line in enumerate(example, 1))
            lines += ["", rule.say(name), *shown_lines]
    lines += ["", *(rule.say(name) + text for name, text in (("waive", rule.waiver), ("off", rule.setting)) if text)]
    return "\n".join(line.rstrip() for line in lines)


def markdown(rule: Explained) -> str:
    """The rule in Markdown, without its title: for code scanning and for editors."""
    lines = [
        rule.what,
        "",
        f"**{rule.say('why').strip()}** {rule.why}",
        "",
        f"**{rule.say('fix').strip()}** {rule.fix}",
    ]
    for name, example in (("found", rule.found), ("fine", rule.fine)):
        if example:
            lines += ["", f"**{rule.say(name)}**", "", "````markdown", *example, "````"]
    if rule.waiver:
        lines += ["", f"{rule.say('waive')}`{rule.waiver}`"]
    return "\n".join(lines)


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
