"""`smmgit import` from the command line: words, tables, JSON, exits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.importers.source import Source


@pytest.fixture
def source(tmp_path: Path) -> Source:
    made = Source(tmp_path, "twitter-together")
    made.put("tweets/2020-01-02-a.tweet", "A")
    made.put("tweets/b.tweet", "B \x1b[31mred")
    return made


def run(source: Source, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "smmgit", "--lang", "en", "import", *words]
    environment = os.environ | {"PYTHONPATH": os.getcwd(), "SMMGIT_LANG": ""}
    return subprocess.run(command, cwd=source.into, capture_output=True, text=True, check=False, env=environment)


def test_what_is_said(source: Source) -> None:
    done = run(source, "twitter-together", "../their-posts", "--now", "2026-11-23T08:00")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2      2       0     0     text" in done.stdout
    assert "Posts: 2 added" in done.stdout
    assert "1 messages noted as already out (0 proved by the source, 1 supposed)" in done.stdout
    assert "No field was lost." in done.stdout
    assert "tweets/b.tweet" in done.stdout
    assert "\x1b" not in done.stdout


def test_json(source: Source) -> None:
    done = run(source, "twitter-together", "../their-posts", "--format", "json", "--dry-run")
    told = json.loads(done.stdout)
    assert told["posts"] == {"new": 2, "unchanged": 0, "changed": 0, "moved": 0}
    assert told["fields"] == [{"field": "text", "total": 2, "mapped": 2, "kept": 0, "lost": 0}]
    assert [finding["rule"] for finding in told["findings"]] == ["import/undated"]
    assert told["ledger"] == {"ref": "refs/heads/smmgit-ledger", "entries": 1, "proved": 0}
    assert not (source.into / "content").exists()


def test_an_error_needs_a_person(source: Source) -> None:
    source.put("tweets/c.tweet", b"\xff")
    assert run(source, "twitter-together", "../their-posts").returncode == 1


@pytest.mark.parametrize("words", [["myspace", "."], ["twitter-together", "../none"], ["twitter-together", "."]])
def test_what_cannot_be_done(source: Source, words: list[str]) -> None:
    done = run(source, *words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
