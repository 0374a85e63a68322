"""For GitHub Actions: workflow commands that become annotations beside the lines."""

from __future__ import annotations

from smmgit.cli.output import Output
from smmgit.cli.told import Told
from smmgit.model.finding import Finding

LEVEL = {"error": "error", "warning": "warning", "suggestion": "notice"}


def write(told: Told, out: Output) -> None:
    """One command a finding; what the runner would interpret is escaped."""
    for finding in told.findings:
        out.line(_annotation(finding, told))


def _annotation(finding: Finding, told: Told) -> str:
    places = {"file": told.place(finding.path), "line": str(finding.line), "col": str(finding.column)}
    if finding.end_line:
        places["endLine"] = str(finding.end_line)
    if finding.end_line == finding.line and finding.end_column > finding.column:
        places["endColumn"] = str(finding.end_column - 1)  # theirs is the last column, ours the one after
    places["title"] = finding.rule
    words = finding.message.in_(told.lang) + (f" [{finding.channel}]" if finding.channel else "")
    told_at = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in places.items())
    return f"::{LEVEL[finding.severity]} {told_at}::{_escaped(words)}"


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
