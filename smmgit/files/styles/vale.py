"""A whole Vale set-up -> everything the engine needs, with what is wrong with it and what cannot run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import cast

import msgspec
from msgspec import Struct

from smmgit.errors import ConfigError
from smmgit.files.styles import ini
from smmgit.files.styles.lexicons import Lexicons, System
from smmgit.files.styles.places import inside, read_text
from smmgit.files.styles.rules import RULE, read_rule
from smmgit.files.styles.settings import settings as read_settings
from smmgit.files.tree.report import Report
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.voice import builtin
from smmgit.voice.checks.make import Lexicons as LexiconsOf
from smmgit.voice.rule import AnyRule, Rule, Script, Skipped, Vocabulary
from smmgit.voice.selection import Settings

MOST_RULES = 5_000

NO_FOLDER = Say("The path '{path}' does not exist.", "Le dossier « {path} » n'existe pas.")
NO_STYLE = Say("style '{style}' does not exist on StylesPath", "Le style « {style} » n'est pas dans StylesPath.")
NO_VOCABULARY = Say("'{name}' vocabulary not found", "Le vocabulaire « {name} » est introuvable.")
NO_SCRIPT = Say("The script '{name}' is not in config/scripts.", "Le script « {name} » n'est pas dans config/scripts.")


class SetUp(Struct, frozen=True):
    """Rules, words and settings. `findings`: what Vale would stop at; `skipped`: rules that are not there to run."""

    settings: Settings
    styles_path: str
    rules: tuple[AnyRule, ...]
    vocabulary: Vocabulary
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]

    def lexicons(self, system: System | None = None) -> LexiconsOf:
        """Where spelling rules find their dictionaries: below the styles, else what `system` knows."""
        return Lexicons(self.styles_path, system)


def load(config: str) -> SetUp:
    """The set-up of a `.vale.ini`. Raises `ConfigError` when there is no such file."""
    text = read_text(config, 1_000_000)
    if text is None:
        raise ConfigError(f"E100 [.vale.ini not found] Runtime error\n\nno config file found at {config}",
                          hint="Name it with --config.")  # fmt: skip
    report = Report(config)
    written = ini.read(text.replace("\r\n", "\n"), report)
    settings = read_settings(written, report)
    reader = _Reader(config, written, settings, report)
    vocabulary = reader.vocabulary()
    rules = cast("tuple[AnyRule, ...]", tuple(reader.rules(vocabulary)))
    findings = [*report.findings, *reader.findings]
    return SetUp(settings, reader.styles, rules, vocabulary, tuple(findings), tuple(reader.skipped))


class _Reader:
    """Reads what a configuration names."""

    def __init__(self, config: str, written: ini.Ini, settings: Settings, report: Report) -> None:
        self.written, self.settings, self.report = written, settings, report
        self.findings: list[Finding] = []
        self.skipped: list[Skipped] = []
        named = written.values("", "StylesPath")
        here = os.path.dirname(os.path.abspath(config))
        self.styles = os.path.normpath(os.path.join(here, named[-1].text)) if named else here
        self.named = bool(named)
        if named and not os.path.isdir(self.styles):
            report.add(ini.RULE, NO_FOLDER, named[-1].line, path=self.styles)
        self.config = config

    def vocabulary(self) -> Vocabulary:
        """The accepted and rejected words of every vocabulary named."""
        accept: list[str] = []
        reject: list[str] = []
        for name in self.settings.vocabularies:
            folder = os.path.join(self.styles, "config", "vocabularies", name)
            if not os.path.isdir(folder) or not inside(folder, self.styles):
                self.report.add(ini.RULE, NO_VOCABULARY, self._line("Vocab", name), name=name)
                continue
            for below, folders, names in os.walk(folder):
                folders.sort()
                accept += _words(below, "accept.txt", names)
                reject += _words(below, "reject.txt", names)
        return Vocabulary(tuple(accept), tuple(reject))

    def rules(self, vocabulary: Vocabulary) -> Iterator[Rule]:
        """Every rule some file may be judged by."""
        styles = self.settings.styles()
        singles = self.settings.single_rules()
        if builtin.STYLE in styles or any(name.startswith(builtin.STYLE) for name in singles):
            yield from builtin.rules(vocabulary, self.settings.levels)
        seen: set[str] = set()
        for style in styles:
            if style == builtin.STYLE:
                continue
            folder = os.path.join(self.styles, style)
            if not self.named or not os.path.isdir(folder) or os.path.basename(style) != style:
                self.report.add(ini.RULE, NO_STYLE, self._line("BasedOnStyles", style), style=style)
                continue
            yield from self._files(_rule_files(folder, style), seen)
        alone = [name for name in singles if name.partition(".")[0] not in (*styles, builtin.STYLE)]
        yield from self._files(self._single_files(alone), seen)

    def _line(self, key: str, word: str) -> int:
        """The line of the configuration that names a style or a vocabulary."""
        values = [value for keys in self.written.sections.values() for value in keys.get(key, [])]
        return next((value.line for value in values if word in ini.split(value.text)), 1)

    def _single_files(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        for name in names:
            style, _, rule = name.partition(".")
            path = os.path.join(self.styles, style, f"{rule.partition('.')[0]}.yml")
            if os.path.isfile(path) and inside(path, self.styles):
                yield name, path
            else:
                self.skipped.append(Skipped(name, "its file is not on StylesPath", self.config))

    def _files(self, files: Iterable[tuple[str, str]], seen: set[str]) -> Iterator[Rule]:
        for name, path in files:
            if name in seen or len(seen) >= MOST_RULES:
                continue
            seen.add(name)
            report = Report(path)
            text = read_text(path, 5_000_000)
            rule = None
            if text is not None:
                report.text = text.replace("\r\n", "\n").replace("\r", "\n")
                rule = read_rule(report.text, name, path, report, self.settings.levels)
            self.findings += report.findings
            if isinstance(rule, Script):
                rule = self._with_script(rule, report)
            if rule is not None:
                yield rule

    def _with_script(self, rule: Script, report: Report) -> Rule | None:
        """The rule with its program's text, where it stands in a file of its own."""
        if not rule.script.strip().endswith(".tengo") or "\n" in rule.script.strip():
            return rule
        path = os.path.join(self.styles, "config", "scripts", rule.script.strip())
        text = read_text(path, 1_000_000) if inside(path, self.styles) else None
        if text is None:
            report.add(RULE, NO_SCRIPT, rule.line, name=rule.script.strip())
            self.findings.append(report.findings[-1])
            return None
        return msgspec.structs.replace(rule, script=text)


def _rule_files(folder: str, style: str) -> Iterator[tuple[str, str]]:
    """The rule files of a style: `Style.File`, its name up to the first dot."""
    for below, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".yml"):
                yield f"{style}.{name.partition('.')[0]}", os.path.join(below, name)


def _words(folder: str, name: str, names: Iterable[str]) -> list[str]:
    if name not in names:
        return []
    lines = (read_text(os.path.join(folder, name), 10_000_000) or "").split("\n")
    words = (line.strip() for line in lines)
    return [word for word in words if word and not word.startswith("# ")]
