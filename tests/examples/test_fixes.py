"""Fixes of every rule's bad examples: they settle, bring no error, and do the same whatever the line ends."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from smmgit.jobs.check import check
from smmgit.jobs.linting.mend import mend
from smmgit.lint.example import Example
from smmgit.lint.registry import all_rules
from tests.examples.tree import workspace

EXAMPLES = [
    pytest.param(name, one, id=f"{name}-{n}")
    for name, rule in all_rules().items()
    for n, one in enumerate((*rule.bad, *rule.good))
    if not one.links
]
FOREIGN = "\ufeff"


def texts(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def written(example: Example, root: Path, *, foreign: bool = False) -> str:
    """The example's repository; `foreign` gives its post a byte order mark and Windows line ends."""
    workspace(example, root)
    if foreign and example.post:
        path = root / example.path
        data = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        path.write_bytes(data if data.startswith(b"\xef\xbb\xbf") else b"\xef\xbb\xbf" + data)
    return str(root)


def errors(root: str, now: dt.datetime) -> Counter[tuple[str, str, str]]:
    found = check(root, now, cache=False).findings
    return Counter((one.path, one.rule, one.channel) for one in found if one.severity == "error")


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_fixed_twice_is_fixed_once(name: str, example: Example, unsafe: bool, tmp_path: Path) -> None:
    root = written(example, tmp_path / "plain")
    now = dt.datetime.fromisoformat(example.now)
    before = errors(root, now)
    done = mend(root, now, unsafe=unsafe, cache=False)
    once = texts(tmp_path / "plain")
    again = mend(root, now, unsafe=unsafe, cache=False)
    assert (again.fixes, again.files) == (0, ())
    assert texts(tmp_path / "plain") == once
    if not any(rule.startswith("schema/") for _, rule, _ in before):
        assert not errors(root, now) - before
    other = written(example, tmp_path / "foreign", foreign=True)
    foreign = mend(other, now, unsafe=unsafe, cache=False)
    assert foreign.fixes == done.fixes
    for path, data in texts(tmp_path / "foreign").items():
        if done.fixes and path == example.path and example.post:
            assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n")
        assert data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n") == once[path].removeprefix(
            b"\xef\xbb\xbf"
        ).replace(b"\r\n", b"\n")


def test_some_examples_are_fixed(tmp_path: Path) -> None:
    """Else the test above would prove nothing."""
    made: dict[bool, set[str]] = {False: set(), True: set()}
    for number, param in enumerate(EXAMPLES):
        _, example = param.values
        root = written(example, tmp_path / str(number))
        for finding in check(root, dt.datetime.fromisoformat(example.now), cache=False).findings:
            if finding.fix is not None:
                made[finding.fix.safe].add(finding.rule)
    assert made[False] >= {"post/unknown-channel", "hashtags/cut", "links/typed-utm", "section/unknown-target"}
    assert made[True] >= {"text/hidden-characters", "schema/missing", "waivers/unused", "links/malformed"}
