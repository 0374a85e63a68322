"""Safe fixes are written, the others are not, and it settles."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from smmgit.jobs.check import check
from smmgit.jobs.mend import mend
from smmgit.lint.example import FILES

NOW = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)
TOP = "---\nid: carnet\npublish_at: 2026-11-25 09:00\nchannels: [x]\n---\n"


def root_with(root: Path, text: bytes) -> Path:
    for name, content in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    (root / "content").mkdir()
    (root / "content/a.md").write_bytes(text)
    return root / "content/a.md"


def test_takes_out_every_hidden_character(tmp_path: Path) -> None:
    path = root_with(tmp_path, (TOP + "É\u200bté \u200b\u200bà\ufeff la Lune.\n").encode())
    done = mend(str(tmp_path), NOW)
    assert path.read_text(encoding="utf-8") == TOP + "Été à la Lune.\n"
    assert (done.fixes, done.files, done.left.findings) == (4, ("content/a.md",), ())
    again = mend(str(tmp_path), NOW)
    assert (again.fixes, again.files) == (0, ())


def test_gives_a_missing_id(tmp_path: Path) -> None:
    path = root_with(tmp_path, (TOP.replace("id: carnet", "title: Le carnet à spirale") + "La Lune.\n").encode())
    assert [finding.rule for finding in check(str(tmp_path), NOW).findings] == ["schema/missing"]
    done = mend(str(tmp_path), NOW)
    assert "\nid: le-carnet-a-spirale\n" in path.read_text(encoding="utf-8")
    assert done.left.findings == ()


def test_leaves_windows_line_ends_alone(tmp_path: Path) -> None:
    before = (TOP + "La\u200bLune.\n").replace("\n", "\r\n").encode()
    path = root_with(tmp_path, before)
    done = mend(str(tmp_path), NOW)
    assert path.read_bytes() == before
    assert done.skipped == ("content/a.md",)


def test_only_the_rules_and_paths_asked_for(tmp_path: Path) -> None:
    before = (TOP + "La\u200bLune.\n").encode()
    path = root_with(tmp_path, before)
    mend(str(tmp_path), NOW, only=["text/empty"])
    mend(str(tmp_path), NOW, paths=["brand"])
    assert path.read_bytes() == before
