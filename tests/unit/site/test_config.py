"""How the handbook and the edit links come out of a team's settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from smmgit.site.config import edit_base, handbook


def test_the_handbook_keeps_the_order_asked_for_and_forgets_nothing(tmp_path: Path) -> None:
    for name in (
        "write.md",
        "start.md",
        "zebra.md",
        "index.md",
        "note.txt",
        "adr/0002-b.md",
        "adr/index.md",
        "fr/a.md",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# x\n")
    (tmp_path / "empty").mkdir()
    assert handbook(str(tmp_path), ["start", "gone", "write"], "fr") == [
        {
            "Manuel": [
                "start.md",
                "write.md",
                "zebra.md",
                {"Décisions": ["adr/index.md", "adr/0002-b.md"]},
                {"Français": ["fr/a.md"]},
            ]
        }
    ]


def test_a_team_without_a_handbook_has_none(tmp_path: Path) -> None:
    assert handbook(str(tmp_path), ["start"], "en") == []
    assert handbook(str(tmp_path / "gone"), ["start"], "en") == []


@pytest.mark.parametrize(
    ("repo", "uri", "docs", "typed", "base"),
    [
        ("https://git.example/a/b", "edit/main/docs/", "docs", "", "https://git.example/a/b/edit/main/"),
        (
            "https://git.example/a/b/",
            "-/edit/main/site/docs",
            "site/docs",
            "",
            "https://git.example/a/b/-/edit/main/site/",
        ),
        ("https://git.example/a/b", "edit/main/", "docs", "", "https://git.example/a/b/edit/main/"),
        ("", "edit/main/docs/", "docs", "", ""),
        ("https://git.example/a/b", "", "docs", "", ""),
        ("", "", "docs", "https://forge.example/edit/", "https://forge.example/edit/"),
    ],
)
def test_a_file_is_edited_where_the_repository_is(repo: str, uri: str, docs: str, typed: str, base: str) -> None:
    config = MkDocsConfig()
    config.repo_url, config.edit_uri, config.docs_dir = repo, uri, f"/team/{docs}"
    assert edit_base(config, typed) == base
