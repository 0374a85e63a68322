"""Reasoned, expiring exceptions: which findings they silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

from smmgit.lint.registry import all_facts, former_ids
from smmgit.model.finding import Finding
from smmgit.model.post import Post, Waiver

# A waiver that could silence these would silence the judge of waivers, or hide that a file was not read.
NEVER = ("waivers/", "schema/yaml", "schema/encoding", "schema/file", "schema/too-large", "schema/front-matter",
         "post/duplicate-id")  # fmt: skip


def target(waiver: Waiver) -> str:
    """The id of the rule a waiver names today, empty when there is none or it may not be waived."""
    name = former_ids().get(waiver.rule, waiver.rule)
    return name if name in all_facts() and not name.startswith(NEVER) else ""


def holds(waiver: Waiver, today: dt.date) -> bool:
    """True for a waiver with a reason, a known rule, and not past its date (its last day counts)."""
    return bool(target(waiver) and waiver.reason.strip() and (waiver.until is None or today <= waiver.until))


def silence(
    findings: Iterable[Finding], posts: Mapping[str, Post], today: dt.date
) -> tuple[list[Finding], set[tuple[str, int]]]:
    """The findings left, and the waivers that silenced one, as (path, position in `post.waive`)."""
    left: list[Finding] = []
    used: set[tuple[str, int]] = set()
    for finding in findings:
        post = posts.get(finding.path)
        hits = list(_covering(finding, post.waive, today)) if post and post.waive else []
        if hits:
            used.update((finding.path, number) for number in hits)
        else:
            left.append(finding)
    return left, used


def _covering(finding: Finding, waivers: Collection[Waiver], today: dt.date) -> Iterable[int]:
    for number, waiver in enumerate(waivers):
        below = waiver.to_line == 0 or finding.line <= waiver.to_line
        if target(waiver) == finding.rule and waiver.from_line <= finding.line and below and holds(waiver, today):
            yield number
