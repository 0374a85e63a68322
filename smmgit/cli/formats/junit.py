"""For build servers that only know test results: every remark is a test case of its file."""

from __future__ import annotations

import re
from itertools import groupby

from smmgit.cli.output import Output
from smmgit.cli.told import Told
from smmgit.model.finding import Finding

# What XML 1.0 has no way to write, not even as a reference.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNS = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
)


def write(told: Told, out: Output) -> None:
    """A suite a file. What fails the run is a failure; the rest passed, with its words as output."""
    out.line('<?xml version="1.0" encoding="UTF-8"?>')
    failures = sum(map(told.fails, told.findings))
    out.line(f'<testsuites name="smmgit lint" tests="{len(told.findings) or 1}" failures="{failures}" errors="0">')
    for path, group in groupby(told.findings, lambda finding: finding.path):
        found = list(group)
        failures = sum(map(told.fails, found))
        out.line(f'  <testsuite name="{_xml(path)}" tests="{len(found)}" failures="{failures}" errors="0" skipped="0">')
        for finding in found:
            for line in _case(finding, told):
                out.line(line)
        out.line("  </testsuite>")
    if not told.findings:  # a report without any test is taken for a broken one
        out.line('  <testsuite name="smmgit lint" tests="1" failures="0" errors="0" skipped="0">')
        out.line(f'    <testcase classname="smmgit lint" name="{_xml(told.summary())}"/>')
        out.line("  </testsuite>")
    out.line("</testsuites>")


def _case(finding: Finding, told: Told) -> list[str]:
    place = told.place(finding.path)
    words = finding.message.in_(told.lang) + (f" [{finding.channel}]" if finding.channel else "")
    where = f"{place}:{finding.line}:{finding.column}"
    head = (
        f'    <testcase classname="{_xml(finding.path)}" name="{_xml(finding.rule)} ({finding.line}:{finding.column})"'
        f' file="{_xml(place)}" line="{finding.line}">'
    )
    if told.fails(finding):
        inner = f'      <failure type="{finding.severity}" message="{_xml(words)}">{_xml(where)}</failure>'
    else:
        inner = f"      <system-out>{_xml(f'{where} {finding.severity}: {words}')}</system-out>"
    return [head, inner, "    </testcase>"]


def _xml(text: str) -> str:
    return _NO_XML.sub(lambda found: f"\\x{ord(found[0]):02x}", text).translate(_SIGNS)
