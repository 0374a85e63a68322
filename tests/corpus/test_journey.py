"""The main job on real posts: import, lint, plan, rehearse with the clock set back, see them on the calendar."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.repository import git
from tests.support.shared import shared

pytestmark = pytest.mark.corpus
JOURNEYS = [
    # tool, folder, from, to, messages the sandbox gets, a month, a title on its calendar
    ("galaxy-social", "galaxy-social-2024", "2024-05-01", "2024-11-01T08:00", 29, "2024-10", "Brc webinar"),
    ("nodejs-bluesky", "nodejs-bluesky", "2024-12-01", "2026-03-12T08:00", 83, "2025-05", "The future of OSUOSL"),
    (
        "twitter-together",
        "kubernetes-contributor-tweets",
        "2020-07-01",
        "2022-09-10T08:00",
        57,
        "2022-08",
        "Slack Inviter",
    ),
    ("twitter-together", "nodejs-tweet", "2020-01-01", "2023-01-02T08:00", 1, "2022-09", "Eol"),
    ("twitter-together", "loadsmart-tweets", "2020-01-01", "2023-04-01T08:00", 0, "", ""),
    ("twitter-together", "semantic-release-tweets", "2020-01-01", "2022-01-01T08:00", 0, "", ""),
]


def smmgit(root: Path, *words: str, codes: tuple[int, ...] = (0,)) -> str:
    environment = os.environ | {"PYTHONPATH": os.getcwd()}
    command = [sys.executable, "-m", "smmgit", "--lang", "en", *words]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode in codes, done.stdout[-2000:] + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("tool", "folder", "since", "now", "least", "month", "title"), JOURNEYS, ids=[one[1] for one in JOURNEYS]
)
def test_journey(
    tool: str, folder: str, since: str, now: str, least: int, month: str, title: str, tmp_path: Path
) -> None:
    source = shared(f"corpus/{folder}")
    root = tmp_path / "ours"
    root.mkdir()
    git(root, "init", "-q")
    smmgit(root, "import", tool, str(source), "--now", "2026-11-23T08:00")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "import")

    said = json.loads(smmgit(root, "lint", "--now", "2026-11-23T08:00", "--format", "json", codes=(0, 1)))
    found: list[dict[str, Any]] = said["findings"] if isinstance(said, dict) else said
    assert not [one for one in found if one["rule"].startswith(("schema/", "section/", "refs/"))]
    assert not [one for one in found if one["rule"] == "dates/past"]
    if tool == "galaxy-social":
        rules = {one["rule"] for one in found}
        assert {"markup/lost", "markup/link", "text/too-long", "text/repeated"} <= rules
        long = {Path(one["path"]).stem for one in found if one["rule"] == "text/too-long"}
        assert "bry-analytics-announcement-2024-09-22" in long
        copies = {Path(one["path"]).stem for one in found if one["rule"] == "text/repeated"}
        assert "retry-132-2024-10-10-brc-linkedin-test" in copies

    smmgit(root, "plan", "--now", now)
    sent = smmgit(root, "publish", "--rehearse", "--since", since, "--now", now, codes=(0, 1))
    assert sent.count(" sent") >= least
    again = smmgit(root, "publish", "--rehearse", "--since", since, "--now", now, codes=(0, 1))
    assert "sent to the sandbox" not in again
    if month:
        smmgit(root, "site", "--now", now, "--out", str(tmp_path / "site"))
        (page,) = (tmp_path / "site").rglob(f"calendar/{month}*.html")
        assert title.casefold() in page.read_text(encoding="utf-8").casefold()
