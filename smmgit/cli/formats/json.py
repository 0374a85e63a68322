"""For programs: a list of findings, each with its fix."""

from __future__ import annotations

from typing import Any

from smmgit.cli.output import Output
from smmgit.cli.told import Told
from smmgit.jobs.linting.fingerprint import Texts
from smmgit.model.finding import Finding, Fix


def write(told: Told, out: Output) -> None:
    """One JSON document. Offsets of fixes are code points of the file as it is, line ends included."""
    texts = Texts(told.root)
    out.json([_finding(finding, told.lang, texts) for finding in told.findings])


def _finding(finding: Finding, lang: str, texts: Texts) -> dict[str, Any]:
    return {
        "rule": finding.rule, "severity": finding.severity, "message": finding.message.in_(lang),
        "path": finding.path, "line": finding.line, "column": finding.column,
        "end_line": finding.end_line or None, "end_column": finding.end_column or None,
        "post": finding.post, "channel": finding.channel,
        "fix": None if finding.fix is None else _fix(finding.fix, finding.path, lang, texts),
    }  # fmt: skip


def _fix(fix: Fix, path: str, lang: str, texts: Texts) -> dict[str, Any]:
    lines = texts.lines(path)
    return {
        "title": fix.title.in_(lang), "safe": fix.safe,
        "edits": [
            {"start": lines.index(one.start), "end": lines.index(one.end), "text": one.text} for one in lines.edits(fix)
        ],
    }  # fmt: skip
