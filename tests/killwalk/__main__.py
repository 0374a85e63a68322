"""The whole kill walk: `make kill-walk`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.killwalk.scene import Servers
from tests.killwalk.walk import Walk
from tests.servers.bluesky import Pds
from tests.servers.mastodon import Mastodon


def main() -> int:
    """Walk every point; how many failed is the exit code's business."""
    with tempfile.TemporaryDirectory(prefix="smmgit-walk-") as folder:
        pds, mastodon = Pds(Path(folder) / "pds"), Mastodon(Path(folder) / "mastodon")
        try:
            walk = Walk(Path(folder), Servers(pds, mastodon))
            points = walk.points()
            failed = [point for point, wrong in walk.go(points, print) if wrong]
        finally:
            pds.stop()
            mastodon.stop()
    print(f"{len(points)} points walked, {len(failed)} failed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
