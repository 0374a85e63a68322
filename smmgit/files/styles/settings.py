"""`.vale.ini` -> `Settings`, refusing what Vale refuses."""

from __future__ import annotations

from typing import cast

from smmgit.files.styles.ini import RULE, Ini
from smmgit.files.tree.report import Report
from smmgit.model.say import Say
from smmgit.voice.rule import LEVELS, Level
from smmgit.voice.selection import Section, Settings

CORE = ("StylesPath", "MinAlertLevel", "IgnoredScopes", "WordTemplate", "SkippedScopes", "IgnoredClasses", "Vocab",
        "NLPEndpoint", "Packages")  # fmt: skip
PER_SYNTAX = ("BasedOnStyles", "IgnorePatterns", "BlockIgnores", "TokenIgnores", "CommentDelimiters", "Transform",
              "Lang", "View")  # fmt: skip
APART = ("", "*", "DEFAULT", "formats", "asciidoctor")

IS_CORE = Say("'{key}' is a core option; it should be defined above any syntax-specific options (`[...]`).",
              "« {key} » est une option générale ; l'écrire au-dessus des sections (`[...]`).")  # fmt: skip
IS_SYNTAX = Say("'{key}' is a syntax-specific option.",
                "« {key} » est l'option d'une section ; l'écrire sous un `[...]`.")  # fmt: skip
BAD_LEVEL = Say("MinAlertLevel must be 'suggestion', 'warning', or 'error'.",
                "MinAlertLevel vaut « suggestion », « warning » ou « error ».")  # fmt: skip
BAD_DELIMITERS = Say("CommentDelimiters must be a comma-separated list of two delimiters, but got {count} items.",
                     "CommentDelimiters attend deux marques séparées par une virgule, et en a {count}.")  # fmt: skip


def settings(ini: Ini, report: Report) -> Settings:
    """What the file says; what it must not say is a finding at its line."""
    for key, values in ini.sections[""].items():
        if key in PER_SYNTAX:
            report.add(RULE, IS_SYNTAX, values[0].line, key=key)
    levels: dict[str, Level] = {}
    everywhere = _section("*", ini, levels, report)
    sections = tuple(_section(name, ini, levels, report) for name in ini.sections if name not in APART)
    least = ini.values("", "MinAlertLevel")
    if least and least[-1].text not in LEVELS:
        report.add(RULE, BAD_LEVEL, least[-1].line)
    return Settings(
        min_level=cast("Level", least[-1].text) if least and least[-1].text in LEVELS else "suggestion",
        vocabularies=ini.listed("", "Vocab"),
        packages=ini.listed("", "Packages"),
        formats={key: ini.text("formats", key) for key in ini.sections.get("formats", {})},
        everywhere=everywhere,
        sections=sections,
        levels=levels,
        skipped_scopes=ini.listed("", "SkippedScopes"),
        ignored_scopes=ini.listed("", "IgnoredScopes"),
        ignored_classes=ini.listed("", "IgnoredClasses"),
        word_template=ini.text("", "WordTemplate"),
    )


def _section(name: str, ini: Ini, levels: dict[str, Level], report: Report) -> Section:
    rules: dict[str, bool] = {}
    for key, values in ini.sections.get(name, {}).items():
        if key in CORE:
            report.add(RULE, IS_CORE, values[0].line, key=key)
        elif name == "*" and key in ("CommentDelimiters", "Transform", "View"):
            report.add(RULE, IS_SYNTAX, values[0].line, key=key)
        elif key not in PER_SYNTAX:
            said = values[-1].text
            rules[key] = said == "YES" or said in LEVELS
            if said in LEVELS:
                levels[key] = cast("Level", said)
    delimiters = ini.listed(name, "CommentDelimiters")
    if delimiters and len(delimiters) != 2:
        report.add(RULE, BAD_DELIMITERS, ini.values(name, "CommentDelimiters")[0].line, count=len(delimiters))
    return Section(
        name,
        ini.listed(name, "BasedOnStyles") if ini.values(name, "BasedOnStyles") else None,
        rules,
        (*ini.listed(name, "IgnorePatterns"), *ini.listed(name, "BlockIgnores")),
        ini.listed(name, "TokenIgnores"),
        (delimiters[0], delimiters[1]) if len(delimiters) == 2 else None,
        ini.text(name, "Lang"),
    )
