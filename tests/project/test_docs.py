"""The handbook says what the code does: generated blocks are fresh, links lead somewhere, records are complete."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
RECORDS = sorted((ROOT / "docs/adr").glob("0*.md"))


def test_generated_blocks_are_fresh() -> None:
    command = [sys.executable, ROOT / "tools/write_reference.py", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith(("http://", "https://", "#", "mailto:")):
            continue
        file, _, anchor = target.partition("#")
        aimed = page.parent / file
        assert aimed.exists(), f"{page.name} links to {target}, which is not there"
        if anchor and aimed.suffix == ".md":
            heads = re.findall(r"^#+ (.+)$", aimed.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}
            assert anchor in slugs, f"{page.name} links to {target}, but {file} has no such heading"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_a_decision_has_all_its_parts(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    for part in ("**Context.**", "**Decision.**", "**Consequences.**", "[+]", "[-]"):
        assert part in text, f"{record.name} lacks {part}"
    assert f"({record.name})" in (record.parent / "index.md").read_text(encoding="utf-8")
