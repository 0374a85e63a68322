"""Where a team's repository begins."""

from __future__ import annotations

import os

MARKS = ("brand", "content")


def team_root(start: str) -> str | None:
    """The nearest folder upwards from `start` that is a team's repository; None where there is none."""
    folder = start
    while not _is_team(folder, here=folder == start):
        above = os.path.dirname(folder)
        # A git repository is a border: what lies above it is somebody else's.
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above
    return folder


def _is_team(folder: str, *, here: bool) -> bool:
    """Whether this is a team's repository. Above the start a folder that is only called content/ proves nothing."""
    brand, content = (os.path.isdir(os.path.join(folder, mark)) for mark in MARKS)
    return brand or (content and (here or os.path.exists(os.path.join(folder, ".git"))))
