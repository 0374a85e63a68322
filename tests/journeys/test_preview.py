"""`smmgit preview`, from the shell: a card per channel, or the renditions as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from smmgit.cli.commands.preview import LOSSES
from smmgit.cli.main import cli
from smmgit.render import rendition

CHANNELS = """\
x: {platform: x, name: Notre X}
bluesky: {platform: bluesky}
linkedin: {platform: linkedin}
instagram: {platform: instagram}
"""
POST = """\
---
id: un-carnet
title: Le carnet
publish_at: 2026-11-25 09:00
channels: [x, bluesky, linkedin, instagram]
link: https://velinotte.example/carnet
hashtags: [Papier]
disclosure: [{kind: partnership, partner: Moulin}]
media:
  - {url: "https://cdn.example/a.jpg", alt: Un carnet}
---
Bonjour **à tous** \x1b[31m!

---

Suite.

## linkedin / first-comment
Ici.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "brand").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "brand" / "channels.yml").write_text(CHANNELS)
    (tmp_path / "content" / "un-carnet.md").write_text(POST)
    return tmp_path


def preview(root: Path, *words: str, lang: str = "en") -> Result:
    return CliRunner().invoke(cli, ["-C", str(root), "--lang", lang, "preview", *words])


def test_each_channel_has_its_card(root: Path) -> None:
    done = preview(root, "un-carnet")
    assert done.exit_code == 0
    for words in (
        "Notre X x · en",
        "part 1 of 2 · ",
        "│ Bonjour à tous",
        "│ https://velinotte.example/carnet\n  │ #Papier",
        "first comment",
        "disclosure: partnership: Moulin",
        "image: https://cdn.example/a.jpg · “Un carnet”",
        "line 12: the bold of “**à tous**” is lost",
        "line 16: no threads here",
        "links cannot be clicked here: https://velinotte.example/carnet",
    ):
        assert words in done.stdout, words


def test_a_post_cannot_steer_the_terminal(root: Path) -> None:
    assert "\x1b" not in preview(root, "un-carnet").stdout
    assert "\x1b" not in preview(root, "un-carnet", "--format", "json").stdout


def test_one_channel_in_french_by_file(root: Path) -> None:
    done = preview(root, str(root / "content" / "un-carnet.md"), "--channel", "bluesky", lang="fr")
    assert done.exit_code == 0
    assert "octets" in done.stdout and "partie 2 sur 2" in done.stdout and "Notre X" not in done.stdout


def test_too_long_says_by_how_much(root: Path) -> None:
    (root / "content" / "long.md").write_text("---\nid: trop-long\nchannels: [x]\n---\n" + "a" * 290 + "\n")
    assert "290/280 (10 too many)" in preview(root, "trop-long").stdout


def test_json_carries_renditions_digests_and_counts(root: Path) -> None:
    told = json.loads(preview(root, "un-carnet", "--format", "json", "--channel", "x").stdout)
    (made,) = told["renditions"]
    assert (told["post"], made["channel"], len(made["digest"]), len(made["counts"])) == ("un-carnet", "x", 64, 2)
    assert made["counts"][1][0]["limit"] == 280
    assert made["losses"][0]["what"] == "bold"


def test_unknown_posts_and_channels_are_said_with_a_hint(root: Path) -> None:
    for words, hint in (
        (("un-carnt",), "Did you mean un-carnet?"),
        (("un-carnet", "--channel", "mastodon"), "x, bluesky"),
    ):
        typed = [sys.executable, "-m", "smmgit", "-C", str(root), "--lang", "en", "preview", *words]
        done = subprocess.run(typed, capture_output=True, text=True, check=False, timeout=60)
        assert (done.returncode, done.stdout) == (2, "")
        assert hint in done.stderr


def test_every_loss_has_its_words() -> None:
    named = (rendition.__doc__ or "").rpartition("is one of:")[2]
    assert {name.strip(" .\n") for name in named.split(",")} == set(LOSSES)
