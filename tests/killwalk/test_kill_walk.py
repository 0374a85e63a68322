"""A sample of the kill walk, spread over all its points; `make kill-walk` walks them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.killwalk.scene import Servers
from tests.killwalk.walk import Walk
from tests.servers.bluesky import Pds
from tests.servers.mastodon import Mastodon

SAMPLE = 16


@pytest.mark.timeout(1200)
def test_killed_anywhere_every_message_is_there_once(
    tmp_path: Path, pds: Pds, mastodon: Mastodon, capsys: pytest.CaptureFixture[str]
) -> None:
    walk = Walk(tmp_path, Servers(pds, mastodon))
    points = walk.points()
    assert len(points) > 100, "the trace is too short to be a whole run"
    # Evenly spread, and never the same side twice in a row.
    chosen = points[:: max(len(points) // SAMPLE, 1) | 1]
    failed = {str(point): wrong for point, wrong in walk.go(chosen) if wrong}
    with capsys.disabled():
        print(f"\nkill walk: {len(chosen)} of {len(points)} points walked, {len(failed)} failed")
    assert not failed
