"""Safe fixes are written, the others are not, and it settles."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from smmgit.files.workspace import load
from smmgit.jobs.check import check
from smmgit.jobs.linting.mend import mend
from smmgit.lint.example import FILES
from smmgit.render.rendition import renditions

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
    assert (done.fixes, [file.path for file in done.files], done.left.findings) == (4, ["content/a.md"], ())
    again = mend(str(tmp_path), NOW)
    assert (again.fixes, again.files) == (0, ())


def test_gives_a_missing_id(tmp_path: Path) -> None:
    path = root_with(tmp_path, (TOP.replace("id: carnet", "title: Le carnet à spirale") + "La Lune.\n").encode())
    assert [finding.rule for finding in check(str(tmp_path), NOW).findings] == ["schema/missing"]
    done = mend(str(tmp_path), NOW)
    assert "\nid: le-carnet-a-spirale\n" in path.read_text(encoding="utf-8")
    assert done.left.findings == ()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_line_ends_and_byte_order_mark_stay(tmp_path: Path, mark: bytes, end: bytes) -> None:
    def typed(text: str) -> bytes:
        return mark + text.encode().replace(b"\n", end)

    path = root_with(
        tmp_path, typed("---\ntitle: Le carnet\n" + TOP.split("\n", 2)[2] + "La \u200b\nLune\u200b.\n\nFin\u200b.")
    )
    done = mend(str(tmp_path), NOW)
    expected = "---\nid: le-carnet\ntitle: Le carnet\n" + TOP.split("\n", 2)[2] + "La \nLune.\n\nFin."
    assert path.read_bytes() == typed(expected)
    assert (done.fixes, done.left.findings) == (4, ())


def test_mixed_line_ends_stay_mixed(tmp_path: Path) -> None:
    before = (TOP + "Un\u200b.\r\n\r\nDeux\u200b.\nTrois\u200b.\r\n").encode()
    path = root_with(tmp_path, before)
    mend(str(tmp_path), NOW)
    assert path.read_bytes() == before.replace("\u200b".encode(), b"")


def test_what_is_no_utf8_is_left_alone(tmp_path: Path) -> None:
    before = (TOP + "La Lune \u00e9.\n").encode("cp1252").replace(b"id: carnet\n", b"")
    path = root_with(tmp_path, before)
    done = mend(str(tmp_path), NOW)
    assert path.read_bytes() == before
    assert done.skipped == ("content/a.md",)


def test_unsafe_fixes_only_when_asked(tmp_path: Path) -> None:
    before = TOP.replace("[x]", "[x, blusky]") + "Un peu de #bien-être.\n"
    path = root_with(tmp_path, before.encode())
    assert mend(str(tmp_path), NOW).fixes == 0
    done = mend(str(tmp_path), NOW, unsafe=True)
    assert path.read_text(encoding="utf-8") == before.replace("blusky", "bluesky").replace("bien-être", "BienÊtre")
    assert (done.fixes, done.left.findings) == (2, ())


def test_a_fix_that_would_break_a_limit_is_left_out(tmp_path: Path) -> None:
    text = "https:/lune.example/guide Du\u200bo. "
    text += "x" * (299 - len(text))
    path = root_with(tmp_path, (TOP.replace("[x]", "[bluesky]") + text + ".\n").encode())
    done = mend(str(tmp_path), NOW, only=["links/malformed", "text/hidden-characters"])
    # One sign less makes room for the other; then the address fits.
    assert (done.fixes, done.refused) == (2, ())
    path.write_bytes((TOP.replace("[x]", "[bluesky]") + text.replace("\u200b", "u") + ".\n").encode())
    before = path.read_bytes()
    done = mend(str(tmp_path), NOW, only=["links/malformed"])
    assert (done.fixes, [one.rule for one in done.refused]) == (0, ["links/malformed"])
    assert path.read_bytes() == before
    assert [one.rule for one in done.left.findings] == ["links/malformed"]


def test_a_refused_fix_does_not_hold_up_the_others(tmp_path: Path) -> None:
    text = "https:/lune.example/guide " + "é" * 274
    body = text + "\n\n---\n\nLa\u200bLune.\n"
    path = root_with(tmp_path, (TOP.replace("[x]", "[bluesky]") + body).encode())
    done = mend(str(tmp_path), NOW)
    assert (done.fixes, [one.rule for one in done.refused]) == (1, ["links/malformed"])
    assert path.read_text(encoding="utf-8") == TOP.replace("[x]", "[bluesky]") + body.replace("\u200b", "")


def test_without_writing_nothing_is_written(tmp_path: Path) -> None:
    before = (TOP + "La\u200bLune.\n").encode()
    path = root_with(tmp_path, before)
    done = mend(str(tmp_path), NOW, write=False)
    assert path.read_bytes() == before
    (file,) = done.files
    assert (file.path, file.before, file.after) == (
        "content/a.md",
        before.decode(),
        before.decode().replace("\u200b", ""),
    )


COMMENT = "<!-- smmgit-disable text/hidden-characters: our name -->"


@pytest.mark.parametrize(
    "body",
    [
        "Un.\n\n{}\n\nDeux.\n", "Un.\n{}\nDeux.\n", "Un {} deux.\n", "{} Un.\n", "Un.\n\n{}\n", "Un.\n  {}  \nDeux.\n",
        "{}\nUn.\n\n---\n\nDeux.\n", "Un.\n\n---\n\n{}\n\nDeux.\n", "Un.\n\n## bluesky\n{}\nDeux.\n", "{}\n{}\nUn.\n",
        "- un\n{}\n- deux\n", "Un.\n\n---\n\n{}", "{}\n\n---\n\nUn.\n\n---\n\nDeux.\n",
    ],
)  # fmt: skip
def test_taking_an_exception_out_changes_nothing_readers_see(tmp_path: Path, body: str) -> None:
    top = TOP.replace("[x]", "[x, bluesky, mastodon]")
    path = root_with(tmp_path, (top + body.replace("{}", COMMENT)).encode())
    before = shown(tmp_path)
    done = mend(str(tmp_path), NOW)
    assert "smmgit-disable" not in path.read_text(encoding="utf-8")
    # The two spaces an exception leaves behind may be mended too.
    assert done.fixes >= body.count("{}")
    if done.fixes == body.count("{}"):
        assert done.left.findings == ()
        assert shown(tmp_path) == before


def shown(root: Path) -> list[str]:
    ws = load(str(root))
    return [one.digest for post in ws.posts for one in renditions(post, ws)]


def test_an_exception_to_a_rule_that_sees_the_clock_is_not_taken_out_safely(tmp_path: Path) -> None:
    before = (TOP + "<!-- smmgit-disable text/repeated: on purpose -->\nLa Lune.\n").encode()
    path = root_with(tmp_path, before)
    assert [one.rule for one in check(str(tmp_path), NOW).findings] == ["waivers/unused"]
    mend(str(tmp_path), NOW)
    assert path.read_bytes() == before


def test_only_the_rules_and_paths_asked_for(tmp_path: Path) -> None:
    before = (TOP + "La\u200bLune.\n").encode()
    path = root_with(tmp_path, before)
    mend(str(tmp_path), NOW, only=["text/empty"])
    mend(str(tmp_path), NOW, paths=["brand"])
    assert path.read_bytes() == before
