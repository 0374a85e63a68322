"""Building the whole site: with our settings or the team's, from any repository, again and again."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

import pytest
from PIL import Image

from smmgit.errors import ConfigError
from smmgit.jobs.rehearse import rehearse
from smmgit.jobs.site import build
from tests.support.repository import contents, repository

NOW = dt.datetime(2026, 11, 23, 8, 30, tzinfo=dt.UTC)
FILES = {
    "brand/brand.yml": "name: Vélinotte\nlanguages: [fr]\ntime_zone: Europe/Paris\n",
    "brand/channels.yml": "x: {platform: x, name: X, handle: velinotte}\n",
    "content/carnet.md": "---\nid: carnet\ntitle: Le carnet\npublish_at: 2026-11-23 09:00\nchannels: [x]\n"
    "media:\n  - {file: a.png, alt: Un carnet}\n---\nBonjour.\n",
}


@pytest.fixture
def team(tmp_path: Path) -> Path:
    root = tmp_path / "team"
    (root / "content").mkdir(parents=True)
    Image.new("RGB", (1600, 1000), "teal").save(root / "content/a.png")
    return repository(root, FILES)


def built(team: Path, name: str = "out", now: dt.datetime = NOW) -> dict[str, str]:
    """The site's HTML files by address."""
    out = team.parent / name
    build(str(team), str(out), now, strict=True)
    return {str(path.relative_to(out)): path.read_text(encoding="utf-8") for path in out.rglob("*.html")}


def test_a_repository_without_settings_gets_a_whole_site(team: Path) -> None:
    pages = built(team)
    assert {"index.html", "calendar/2026-11.html", "agenda.html", "fix.html", "channels.html", "feed.html",
            "posts/carnet.html"} <= set(pages)  # fmt: skip
    assert all('<html lang="fr"' in html for html in pages.values())
    assert "<title>Le carnet - Vélinotte</title>" in pages["posts/carnet.html"]
    assert not any("smmgit-shell" in html for html in pages.values())


def test_every_file_a_page_names_is_in_the_site(team: Path) -> None:
    pages = built(team)
    out = team.parent / "out"
    for uri, html in pages.items():
        if uri == "404.html":
            continue
        for target in re.findall(r'(?:href|src)="([^"#:]+)"', html):
            path = os.path.normpath(out / os.path.dirname(uri) / target)
            assert os.path.exists(path), f"{uri} → {target}"


def test_no_page_names_another_host(team: Path) -> None:
    for uri, html in built(team).items():
        loaded = re.findall(r'(?:src|srcset)="(https?:[^"]+)"|<link[^>]+href="(https?:[^"]+)"', html)
        assert loaded == [], uri


def test_what_was_rehearsed_is_in_the_feed_and_counts_as_published(team: Path) -> None:
    rehearse(str(team), NOW)
    pages = built(team)
    assert "Bonjour." in pages["feed.html"]
    assert "is-published" in pages["index.html"]


def test_a_second_build_is_the_same_and_writes_nothing_into_the_repository(team: Path) -> None:
    first = built(team)
    before = {name: data for name, data in contents(team).items() if not name.startswith((".git", ".smmgit"))}
    assert built(team, "again") == first
    after = {name: data for name, data in contents(team).items() if not name.startswith((".git", ".smmgit"))}
    assert after == before


def test_a_remembered_page_is_drawn_anew_once_its_post_changes(team: Path) -> None:
    built(team)
    path = team / "content/carnet.md"
    path.write_text(path.read_text().replace("Bonjour.", "Bonsoir."))
    assert "Bonsoir." in built(team)["posts/carnet.html"]


def test_the_teams_own_settings_and_handbook_are_used(team: Path) -> None:
    (team / "mkdocs.yml").write_text(
        "site_name: x\nsite_url: https://a.example/\nrepo_url: https://git.example/team\nedit_uri: edit/main/docs/\n"
        "use_directory_urls: true\ntheme: {name: material, font: false}\nplugins: [search, smmgit]\n"
    )
    (team / "docs").mkdir()
    (team / "docs/guide.md").write_text("# Guide\n\nBonjour.\n")
    pages = built(team)
    assert "Guide" in pages["guide/index.html"]
    assert 'href="../agenda.html"' in pages["guide/index.html"], "the handbook leads back to the calendar"
    assert 'href="https://git.example/team/edit/main/content/carnet.md"' in pages["posts/carnet.html"]
    assert '<link rel="canonical" href="https://a.example/posts/carnet.html">' in pages["posts/carnet.html"]
    assert "https://a.example/posts/carnet.html" in (team.parent / "out/sitemap.xml").read_text()
    assert "carnet" in (team.parent / "out/search/search_index.json").read_text()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("site_name: [", "cannot be used"),
        ("site_name: x\nplugins: [search]\ntheme: material\n", "does not name the plugin"),
    ],
)
def test_settings_that_cannot_be_used_are_explained(team: Path, text: str, says: str) -> None:
    (team / "mkdocs.yml").write_text(text)
    (team / "docs").mkdir()
    with pytest.raises(ConfigError, match=says):
        build(str(team), str(team.parent / "out"), NOW)


def test_a_folder_that_holds_something_else_is_never_emptied(team: Path) -> None:
    with pytest.raises(ConfigError, match="holds the repository"):
        build(str(team), str(team.parent), NOW)
    other = team.parent / "other"
    other.mkdir()
    (other / "letter.txt").write_text("dear")
    with pytest.raises(ConfigError, match="not empty"):
        build(str(team), str(other), NOW)
    assert (other / "letter.txt").read_text() == "dear"


def test_a_plain_folder_and_an_empty_one_have_a_site_too(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    build(str(empty), str(tmp_path / "out"), NOW, strict=True)
    assert "Nothing is waiting for anyone." in (tmp_path / "out/index.html").read_text()
