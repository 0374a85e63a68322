"""Remarks a team knows of and lives with: kept in a file, so that only new ones are told.

One JSON object a line (after a first line that says what the file is), sorted: two branches that both
write it merge as text. A line is about a remark's fingerprint; rule and path are there for readers.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from smmgit.errors import ConfigError
from smmgit.files.write import write_atomic
from smmgit.jobs.linting.fingerprint import Texts, fingerprints
from smmgit.model.finding import Finding

HEAD = '{"smmgit":"baseline","version":1}'


class Known(Struct, frozen=True, kw_only=True, order=True):
    """A remark that is known: where it was, of which rule, and its fingerprint."""

    path: str
    rule: str
    mark: str


class Baseline:
    """What is known; `stale` afterwards are the entries that nothing matched any more."""

    def __init__(self, entries: Iterable[Known]) -> None:
        self.entries = tuple(sorted(entries))
        self._marks = {entry.mark for entry in self.entries}
        self._met: set[str] = set()

    def new(self, findings: Sequence[Finding], texts: Texts) -> tuple[Finding, ...]:
        """The findings that are not known."""
        if not self._marks:
            return tuple(findings)
        marks = fingerprints(findings, texts)
        self._met.update(mark for mark in marks if mark in self._marks)
        return tuple(finding for finding, mark in zip(findings, marks, strict=True) if mark not in self._marks)

    @property
    def stale(self) -> tuple[Known, ...]:
        """The entries no finding matched so far."""
        return tuple(entry for entry in self.entries if entry.mark not in self._met)

    def kept(self, findings: Sequence[Finding], texts: Texts) -> Baseline:
        """What is known and still is found: nothing new comes in."""
        return Baseline(entry for entry in recorded(findings, texts).entries if entry.mark in self._marks)


def recorded(findings: Sequence[Finding], texts: Texts) -> Baseline:
    """A baseline of these findings."""
    marks = fingerprints(findings, texts)
    return Baseline(
        Known(path=finding.path, rule=finding.rule, mark=mark) for finding, mark in zip(findings, marks, strict=True)
    )


def read(path: str) -> Baseline:
    """The baseline in a file. Raises `ConfigError` where there is none, or it is something else."""
    try:
        with open(path, "rb") as stream:
            head, *lines = stream.read().splitlines() or [b""]
    except OSError as error:
        raise ConfigError(
            f"The baseline {path} cannot be read: {error.strerror or error}.",
            hint=f"Record what is known today: smmgit lint --write-baseline {path}",
        ) from error
    if head.strip() != HEAD.encode():
        raise ConfigError(f"{path} is no baseline of smmgit lint.", hint="Write it with --write-baseline.")
    entries = []
    for number, line in enumerate(lines, 2):
        if line.strip():
            try:
                entries.append(msgspec.json.decode(line, type=Known))
            except msgspec.MsgspecError as error:
                raise ConfigError(
                    f"{path}, line {number}: this is no entry of a baseline.",
                    hint="After a merge conflict keep the lines of both sides and take the marks out.",
                ) from error
    return Baseline(entries)


def write(path: str, baseline: Baseline) -> None:
    """Put a baseline into a file, whole or not at all."""
    lines = [HEAD, *(msgspec.json.encode(entry).decode() for entry in baseline.entries)]
    write_atomic(os.path.abspath(path), "\n".join(lines) + "\n")
