"""An example written to a folder, loaded as any repository is, and judged."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import msgspec

from smmgit.files.workspace import load
from smmgit.lint.engine import Options, lint
from smmgit.lint.example import Example
from smmgit.model.finding import Finding
from smmgit.model.workspace import Workspace


def workspace(example: Example, root: Path) -> Workspace:
    """The example's repository, loaded; its pictures are those it says were measured."""
    for name, text in example.tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    for name, target in example.links.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        os.symlink(target, path)
    ws = load(str(root), cache=False)
    return msgspec.structs.replace(ws, media={**ws.media, **example.media})


def judged(example: Example, root: Path, only: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Every finding of the example."""
    now = dt.datetime.fromisoformat(example.now)
    return lint(workspace(example, root), now, published=example.published, options=Options(only=only))


def complaint(example: Example, rule: str, findings: tuple[Finding, ...]) -> str:
    """What is wrong with the findings of a bad example; empty when they are what it promises."""
    own = [finding for finding in findings if finding.rule == rule]
    others = {finding.rule for finding in findings if finding.rule != rule and finding.rule not in example.also}
    if len(own) != example.count:
        return f"{len(own)} findings of {rule}, {example.count} expected"
    if others:
        return f"other rules speak too: {', '.join(sorted(others))}"
    first = own[0]
    if example.line and first.line != example.line:
        return f"found on line {first.line}, {example.line} expected"
    if example.says not in first.message.en and example.says not in first.message.fr:
        return f"{example.says!r} is not said: {first.message.en}"
    return ""
