"""A Vale set-up on disk for a test, and what it says about a text."""

from __future__ import annotations

from pathlib import Path

from smmgit.files.styles.vale import load
from smmgit.jobs.voice import Session

INI = "StylesPath = styles\n\n[*]\nBasedOnStyles = T\n"


def set_up(root: Path, rules: dict[str, str], ini: str = INI, files: dict[str, str] | None = None) -> Session:
    """Write rules (`Rule` or `Style/Rule` to YAML), a configuration and other files; ready to judge."""
    (root / "styles/T").mkdir(parents=True, exist_ok=True)
    for name, text in rules.items():
        path = root / "styles" / (f"{name}.yml" if "/" in name else f"T/{name}.yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, text in (files or {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / ".vale.ini").write_text(ini, encoding="utf-8")
    loaded = load(str(root / ".vale.ini"))
    assert not loaded.findings, [(item.path, item.line, item.message.en) for item in loaded.findings]
    return Session(loaded)


def says(root: Path, rule: str, text: str, *, name: str = "a.md", ini: str = INI) -> list[str]:
    """`line:column:message` of every alert of one rule over one text."""
    session = set_up(root, {"Rule": rule}, ini)
    return [f"{alert.line}:{alert.column}:{alert.message}" for alert in session.text(text, name).alerts]
