"""`smmgit count` and `smmgit platforms`, from the shell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from smmgit.files.specs import spec_ids


def smmgit(*words: str, typed: bytes = b"", lang: str = "en") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "smmgit", "--lang", lang, *words],
        input=typed,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
        timeout=60,
    )


def counted(platform: str, text: str, *more: str) -> tuple[int, dict[str, Any]]:
    done = smmgit("count", "--platform", platform, "--format", "json", *more, typed=text.encode())
    return done.returncode, json.loads(done.stdout)


def test_a_text_from_standard_input_is_never_stripped() -> None:
    code, told = counted("bluesky", "  é\r\n\n")
    assert code == 0
    assert {key: told[key] for key in ("length", "limit", "unit", "fits")} == {
        "length": 5,
        "limit": 300,
        "unit": "grapheme",
        "fits": True,
    }
    assert [(one["length"], one["limit"], one["unit"]) for one in told["all"]] == [
        (5, 300, "grapheme"),
        (7, 3000, "utf-8"),
    ]


@pytest.mark.parametrize(
    ("platform", "text", "length"),
    [("x", "🏳️‍⚧️ " * 93 + "ab", 281), ("bluesky", "a" * 301, 301), ("bluesky", "👨‍👩‍👧‍👦" * 121, 3025)],
)
def test_too_long_exits_1_and_names_the_limit_that_refuses(platform: str, text: str, length: int) -> None:
    code, told = counted(platform, text)
    assert (code, told["fits"], told["length"]) == (1, False, length)


def test_an_uncertain_limit_alone_does_not_refuse() -> None:
    code, told = counted("pinterest", "a" * 600)
    assert (code, told["fits"]) == (0, True)
    assert [one["fits"] for one in told["all"]] == [True, False]


def test_no_limit_is_null() -> None:
    code, told = counted("sandbox", "a" * 99999)
    assert (code, told["limit"], told["fits"]) == (0, None, True)


def test_what_and_format() -> None:
    assert counted("youtube", "t" * 101, "--what", "title")[1]["limit"] == 100
    assert counted("tiktok", "t" * 3000, "--post-format", "carousel")[0] == 0
    assert counted("tiktok", "t" * 3000)[0] == 1


def test_a_character_that_x_refuses() -> None:
    code, told = counted("x", "\ufeffBonjour")
    assert (code, told["fits"], told["forbidden"]) == (1, False, ["U+FEFF"])


def test_a_file_in_french(tmp_path: Path) -> None:
    file = tmp_path / "é <a>.txt"
    file.write_text("Bonjour à tous", "utf-8")
    done = smmgit("count", "--platform", "threads", str(file), lang="fr")
    assert done.returncode == 0
    words = done.stdout.decode()
    assert "14 caractères visibles" in words
    assert "486" in words
    assert "Le texte passe." in words


@pytest.mark.parametrize(
    ("words", "typed", "says"),
    [
        (["--platform", "blusky"], b"a", "bluesky"),
        (["--platform", "x", "nowhere.txt"], b"", "nowhere.txt"),
        (["--platform", "x", "/"], b"", "cannot read"),
        (["--platform", "x"], b"\xff", "UTF-8"),
        (["--platform", "x", "--what", "title"], b"a", "poll-option"),
    ],
)
def test_what_cannot_be_asked_exits_2(words: list[str], typed: bytes, says: str) -> None:
    done = smmgit("count", *words, typed=typed)
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_platforms_lists_them_all() -> None:
    listed = json.loads(smmgit("platforms", "--format", "json").stdout)
    assert [one["id"] for one in listed] == list(spec_ids())


def test_platforms_tells_one_with_sources_dates_and_doubts() -> None:
    words = smmgit("platforms", "threads").stdout.decode()
    for part in (
        "500",
        "TM posts",
        "2026-11-22",
        "not certain: Meta's page",
        "topic_tag",
        "Meta's Threads documentation",
    ):
        assert part in words
    told = json.loads(smmgit("platforms", "threads", "--format", "json").stdout)
    assert told["text"]["body"][1]["uncertain"]
