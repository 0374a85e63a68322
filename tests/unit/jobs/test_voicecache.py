"""What is remembered of styles and texts is only what is still true."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import smmgit.jobs.remembered.voicecache as known
import smmgit.jobs.voice as jobs
from smmgit.__main__ import run
from smmgit.jobs.remembered.voicecache import Verdicts

RULE = "extends: existence\nmessage: \"Not '%s'.\"\ntokens: [nice]\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "brand/voice/T").mkdir(parents=True)
    (tmp_path / ".vale.ini").write_text("StylesPath = brand/voice\n\n[*]\nBasedOnStyles = T\n", encoding="utf-8")
    write(tmp_path / "brand/voice/T/Nice.yml", RULE)
    write(tmp_path / "a.md", "A nice day.\n")
    age(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SMMGIT_LANG", "en")
    yield tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def age(root: Path) -> None:
    """As if written a while ago: what was written a moment ago may change again unseen."""
    for path in root.rglob("*"):
        if path.is_file() and ".smmgit" not in path.parts:
            os.utime(path, ns=(path.stat().st_mtime_ns - 10**9,) * 2)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    run(["voice", "a.md", *words])
    return capsys.readouterr().out


def test_the_second_run_neither_reads_styles_nor_judges(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "TICK", -(10**12))  # the clock of the disk is not what is tested
    first = said(capsys)
    assert first == "a.md:1:3:T.Nice:Not 'nice'.\n"

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("done again")

    with monkeypatch.context() as patch:
        patch.setattr(known, "load", refuse)
        patch.setattr(jobs, "judge", refuse)
        assert said(capsys) == first
    assert said(capsys, "--no-cache") == first


def test_a_changed_rule_text_or_level_is_judged_anew(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "TICK", -(10**12))
    assert "nice" in said(capsys)
    write(root / "a.md", "A day, so nice.\n")
    assert said(capsys) == "a.md:1:11:T.Nice:Not 'nice'.\n"
    assert said(capsys, "--minAlertLevel", "error") == ""
    write(root / "brand/voice/T/Nice.yml", RULE.replace("nice", "day"))
    assert said(capsys) == "a.md:1:3:T.Nice:Not 'day'.\n"


def test_what_was_written_a_moment_ago_is_read_again(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys)
    path = root / "brand/voice/T/Nice.yml"
    stat = path.stat()
    write(path, RULE.replace("nice", "days"))  # as long as before, and stamped as before
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert "nice" not in said(capsys)


def test_a_broken_memory_is_no_memory(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = said(capsys)
    for path in (root / ".smmgit").rglob("*.msgpack"):
        path.write_bytes(b"\x93nonsense")
    assert said(capsys) == first


def test_outside_a_team_s_repository_nothing_is_left_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / ".vale.ini", "[*]\nBasedOnStyles = Vale\nVale.Spelling = NO\n")
    write(tmp_path / "a.md", "The the.\n")
    monkeypatch.chdir(tmp_path)
    assert "Vale.Repetition" in said(capsys)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".vale.ini", "a.md"]


def test_the_memory_of_verdicts_stays_small(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from smmgit.files.disk.cache import Cache
    from smmgit.voice.alert import Verdict

    monkeypatch.setattr(known, "MOST", 3)
    cache = Cache(str(root))
    verdicts = Verdicts(cache, "d")
    keys = [f"0{number:031x}" for number in range(9)]
    for key in keys:
        verdicts.put(key, Verdict())
    verdicts.close()
    again = Verdicts(cache, "d")
    assert [key for key in keys if again.get(key)] == keys[-3:]
