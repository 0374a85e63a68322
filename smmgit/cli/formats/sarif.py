"""For code scanning: SARIF 2.1.0, with what every rule is for, fixes, and fingerprints that survive moves."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from smmgit import __version__
from smmgit.cli.output import Output
from smmgit.cli.told import Told
from smmgit.files.disk.edits import Lines
from smmgit.jobs.linting.fingerprint import Texts, fingerprints
from smmgit.lint.explain import explained, markdown, plain
from smmgit.lint.registry import rule_set
from smmgit.model.finding import Edit, Finding, Fix, Severity
from smmgit.model.say import Say

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVEL = {"error": "error", "warning": "warning", "suggestion": "note"}
PROBLEM = {"error": "error", "warning": "warning", "suggestion": "recommendation"}
UNSAFE = Say("{title} (changes what is said: read it again)", "{title} (change le propos : relire)")


def write(told: Told, out: Output) -> None:
    """One run. Columns are code points; places are from the top of the git repository."""
    rules = _rules(told)
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    texts = Texts(told.root)
    marks = fingerprints(told.findings, texts)
    driver = {"name": "smmgit", "semanticVersion": __version__, "language": told.lang, "rules": rules}
    results = [_result(finding, mark, places, told, texts) for finding, mark in zip(told.findings, marks, strict=True)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    out.json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(told: Told) -> list[dict[str, Any]]:
    """The rules at work, with the brand's severities, and any other that spoke (the loader's may be switched off)."""
    work = rule_set(told.checked.ws.brand.rules)
    levels: dict[str, Severity] = {finding.rule: finding.severity for finding in told.findings}
    levels |= {one.id: one.severity for one in (*work.post, *work.rendition, *work.workspace, *work.waiver)}
    return [_rule(name, levels[name], told.lang) for name in sorted(levels)]


def _rule(name: str, severity: Severity, lang: str) -> dict[str, Any]:
    told: dict[str, Any] = {"id": name}
    rule = explained(name, lang)
    if rule is not None:
        told |= {
            "shortDescription": {"text": rule.title},
            "fullDescription": {"text": rule.what or rule.title},
            "help": {"text": plain(rule), "markdown": markdown(rule)},
        }
    told["defaultConfiguration"] = {"level": LEVEL[severity]}
    told["properties"] = {"tags": [name.partition("/")[0]], "problem.severity": PROBLEM[severity]}
    return told


def _result(finding: Finding, mark: str, rules: dict[str, int], told: Told, texts: Texts) -> dict[str, Any]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    if finding.end_line:
        region |= {"endLine": finding.end_line, "endColumn": finding.end_column}
    file = {"uri": quote(told.place(finding.path), errors="replace"), "uriBaseId": "%SRCROOT%"}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": file, "region": region}}
    if finding.post:
        location["logicalLocations"] = [{"name": finding.post, "fullyQualifiedName": f"{finding.post}/{finding.channel}"
                                         if finding.channel else finding.post}]  # fmt: skip
    result: dict[str, Any] = {
        "ruleId": finding.rule, "ruleIndex": rules[finding.rule], "level": LEVEL[finding.severity],
        "message": {"text": finding.message.in_(told.lang)}, "locations": [location],
        "partialFingerprints": {"smmgit/v1": mark},
    }  # fmt: skip
    if finding.fix is not None and texts.lines(finding.path).edits(finding.fix):
        result["fixes"] = [_fix(finding.fix, file, finding.path, told.lang, texts)]
    return result


def _fix(fix: Fix, file: dict[str, str], path: str, lang: str, texts: Texts) -> dict[str, Any]:
    title = fix.title if fix.safe else UNSAFE.with_(title=fix.title.in_(lang))
    lines = texts.lines(path)
    changes = [
        {
            "artifactLocation": file,
            "replacements": [
                {"deletedRegion": _region(edit, lines), "insertedContent": {"text": edit.text}}
                for edit in lines.edits(fix)
            ],
        }
    ]
    return {"description": {"text": title.in_(lang)}, "artifactChanges": changes}


def _region(edit: Edit, lines: Lines) -> dict[str, int]:
    start, end = lines.place(edit.start), lines.place(edit.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
