"""For GitLab: a Code Quality report, shown beside the lines of a merge request."""

from __future__ import annotations

from smmgit.cli.output import Output
from smmgit.cli.told import Told
from smmgit.jobs.linting.fingerprint import Texts, fingerprints

SEVERITY = {"error": "major", "warning": "minor", "suggestion": "info"}


def write(told: Told, out: Output) -> None:
    """A list of issues; fingerprints stay the same while a post keeps its words, wherever its lines move."""
    marks = fingerprints(told.findings, Texts(told.root))
    out.json([
        {
            "description": finding.message.in_(told.lang) + (f" [{finding.channel}]" if finding.channel else ""),
            "check_name": finding.rule,
            "fingerprint": mark,
            "severity": SEVERITY[finding.severity],
            "location": {
                "path": told.place(finding.path),
                "lines": {"begin": finding.line, "end": finding.end_line or finding.line},
            },
        }
        for finding, mark in zip(told.findings, marks, strict=True)
    ])  # fmt: skip
