"""How often each rule speaks: where to begin in a repository with much to mend."""

from __future__ import annotations

from collections import Counter

from smmgit.cli.output import SEVERITY, Output
from smmgit.cli.told import RANK, Told
from smmgit.model.finding import Finding
from smmgit.model.say import Say

HEADER = (
    Say("how many", "combien"),
    Say("severity", "gravité"),
    Say("rule", "règle"),
    Say("safe fixes", "corrections sûres"),
)


def write(told: Told, out: Output, form: str) -> None:
    """Rules by how often they speak, worst severity first among equals; then the sum."""
    count: Counter[tuple[str, str]] = Counter()
    fixable: Counter[tuple[str, str]] = Counter()
    for finding in told.findings:
        count[finding.severity, finding.rule] += 1
        fixable[finding.severity, finding.rule] += _is_safe(finding)
    order = sorted(count, key=lambda key: (-count[key], RANK[key[0]], key[1]))  # type: ignore[index]
    if form == "json":
        out.json([{"rule": key[1], "severity": key[0], "count": count[key], "fixable": fixable[key]} for key in order])
        return
    rows = [(str(count[key]), SEVERITY[key[0]].in_(told.lang), key[1], str(fixable[key] or "")) for key in order]
    if rows:
        out.table(rows, [word.in_(told.lang) for word in HEADER])
        out.line()
    out.line(told.summary())


def _is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe
