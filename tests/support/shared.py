"""Material beside the checkout (official contracts, real posts) that is not part of the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def shared(relative: str) -> Path:
    """The path of shared material, or a skip that says what is missing and how to name it."""
    base = Path(os.environ.get("SMMGIT_SHARED") or ROOT.parent / "shared")
    path = base / relative
    if not path.exists():
        pytest.skip(f"{relative} is not beside this checkout; set SMMGIT_SHARED to the folder that holds it")
    return path
