"""Apply the safe fixes of findings, file by file, until none is left."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Iterable

from msgspec import Struct

from smmgit.files.write import write_atomic
from smmgit.jobs.check import Checked, check
from smmgit.model.finding import Edit, Finding

ROUNDS = 50  # a fix may bring new findings to light, and the engine tells a hundred of a kind at a time


class Mended(Struct, frozen=True, kw_only=True):
    """How many fixes were made, in which files; what is left; files left alone because of their line ends."""

    fixes: int
    files: tuple[str, ...]
    left: Checked
    skipped: tuple[str, ...] = ()


def mend(
    root: str, now: dt.datetime, *, paths: Collection[str] | None = None, only: Collection[str] = (), cache: bool = True
) -> Mended:
    """Write every safe fix of the findings; a file is written whole or not at all."""
    fixes = 0
    files: set[str] = set()
    skipped: set[str] = set()
    found = check(root, now, paths=paths, only=only, cache=cache)
    for _ in range(ROUNDS):
        made = 0
        for path, edits in _by_file(found.findings).items():
            count = _write(root, path, edits)
            if count:
                files.add(path)
                made += count
            elif count is None:
                skipped.add(path)
        if not made:
            break
        fixes += made
        found = check(root, now, paths=paths, only=only, cache=cache)
    return Mended(fixes=fixes, files=tuple(sorted(files)), left=found, skipped=tuple(sorted(skipped)))


def _by_file(findings: Iterable[Finding]) -> dict[str, list[tuple[Edit, ...]]]:
    """The safe fixes of each file."""
    found: dict[str, list[tuple[Edit, ...]]] = {}
    for finding in findings:
        if finding.fix is not None and finding.fix.safe:
            found.setdefault(finding.path, []).append(finding.fix.edits)
    return found


def _write(root: str, path: str, fixes: list[tuple[Edit, ...]]) -> int | None:
    """Apply fixes that do not meet, first come first served; how many, or None for a file to leave alone."""
    full = os.path.join(root, path)
    with open(full, "rb") as stream:
        data = stream.read()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if "\r" in text:
        return None  # places in the body are told without carriage returns: `smmgit fmt` first
    taken: list[Edit] = []
    count = 0
    for edits in fixes:
        if all(_apart(edit, other) for edit in edits for other in taken) and all(
            0 <= edit.start <= edit.end <= len(text) for edit in edits
        ):
            taken.extend(edits)
            count += 1
    for edit in sorted(taken, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    if count:
        write_atomic(full, text.encode("utf-8"))
    return count


def _apart(one: Edit, other: Edit) -> bool:
    """True when two edits touch no common place; two insertions at one place do."""
    if one.start == one.end or other.start == other.end:
        return one.end < other.start or other.end < one.start or (one.start, one.end) != (other.start, other.end)
    return one.end <= other.start or other.end <= one.start
