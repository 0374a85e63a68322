"""`.vale.ini` as a value: which rules a file is judged by, at which level, and how it is read."""

from __future__ import annotations

import os

from msgspec import Struct

from smmgit.voice.document.block import Reading
from smmgit.voice.glob import matches
from smmgit.voice.rule import Level, Rule


class Section(Struct, frozen=True):
    """One `[glob]`: the styles its files are judged by (None: not said), single rules, and what is ignored."""

    glob: str
    styles: tuple[str, ...] | None = None
    rules: dict[str, bool] = {}
    block_ignores: tuple[str, ...] = ()
    token_ignores: tuple[str, ...] = ()
    comment_delimiters: tuple[str, str] | None = None
    lang: str = ""


class Settings(Struct, frozen=True):
    """Everything `.vale.ini` says. `sections` are in file order; `[*]` is `everywhere`."""

    min_level: Level = "suggestion"
    vocabularies: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    formats: dict[str, str] = {}
    everywhere: Section = Section("*")
    sections: tuple[Section, ...] = ()
    levels: dict[str, Level] = {}
    skipped_scopes: tuple[str, ...] = ()
    ignored_scopes: tuple[str, ...] = ()
    ignored_classes: tuple[str, ...] = ()
    word_template: str = ""

    def styles(self) -> tuple[str, ...]:
        """Every style some file is judged by, in the order they are named."""
        named = [*(self.everywhere.styles or ()), *(s for section in self.sections for s in section.styles or ())]
        return tuple(dict.fromkeys(named))

    def single_rules(self) -> tuple[str, ...]:
        """Rules named on their own."""
        named = [*self.everywhere.rules, *(name for section in self.sections for name in section.rules)]
        return tuple(dict.fromkeys(name for name in named if "." in name))

    def kind(self, path: str) -> str:
        """The extension that decides how a file is read, after `[formats]`."""
        suffix = os.path.splitext(path)[1].lstrip(".")
        return self.formats.get(suffix, suffix)

    def chosen(self, path: str) -> Chosen:
        """What is to be done with a file at this path."""
        fitting = [section for section in self.sections if matches(section.glob, path)]
        styles = self.everywhere.styles or ()
        rules: dict[str, bool] = {}
        for section in fitting:
            if section.styles is not None:
                styles = section.styles
            rules.update(section.rules)
        kind = self.kind(path)
        return Chosen(styles, rules, self.everywhere.rules, self._reading(path, kind), kind, bool(fitting))

    def judged(self, path: str) -> bool:
        """Whether anything is said about such a file at all."""
        if self.everywhere.styles or self.everywhere.rules:
            return True
        other = f"{os.path.splitext(path)[0]}.{self.kind(path)}"
        return any(matches(section.glob, path) or matches(section.glob, other) for section in self.sections)

    def _reading(self, path: str, kind: str) -> Reading:
        blocks: list[str] = []
        tokens: list[str] = []
        delimiters = None
        for section in (self.everywhere, *self.sections):
            if any(matches(section.glob, name) for name in (path, f".{kind}", os.path.splitext(path)[1])):
                blocks += section.block_ignores
                tokens += section.token_ignores
                delimiters = section.comment_delimiters or delimiters
        return Reading(
            self.skipped_scopes, self.ignored_scopes, self.ignored_classes, tuple(blocks), tuple(tokens), delimiters
        )


class Chosen(Struct, frozen=True):
    """The styles and single rules that count for one file, and how it is read."""

    styles: tuple[str, ...] = ()
    rules: dict[str, bool] = {}
    everywhere: dict[str, bool] = {}
    reading: Reading = Reading()
    kind: str = "md"
    fitting: bool = True

    def runs(self, rule: Rule) -> bool:
        """Whether this rule counts here: what is said of the rule itself goes before its style."""
        said = self.rules.get(rule.name, self.everywhere.get(rule.name))
        return rule.style in self.styles if said is None else said
