"""Our pages in the theme's search index and in the site map."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from smmgit.pages.page import Page
from smmgit.site import search

PAGES = [
    Page(uri="posts/a.html", title="<b>A</b>", html="", summary='<img src=x onerror="boom()">'),
    Page(uri="feed/2.html", title="Silent", html=""),
]


def test_pages_with_a_summary_are_found_and_cannot_carry_markup(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    index = tmp_path / "search/search_index.json"
    index.write_text('{"config": {"lang": ["fr"]}, "docs": [{"location": "start.html", "title": "S", "text": ""}]}')
    search.add_to_index(PAGES, str(tmp_path))
    found = json.loads(index.read_text())
    assert [entry["location"] for entry in found["docs"]] == ["start.html", "posts/a.html"]
    assert "<" not in found["docs"][1]["title"] + found["docs"][1]["text"]
    assert found["config"] == {"lang": ["fr"]}


def test_the_map_names_every_page_once_the_site_knows_its_address(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text("<urlset></urlset>")
    search.add_to_map(PAGES, str(tmp_path), "")
    assert "loc" not in (tmp_path / "sitemap.xml").read_text()
    search.add_to_map(PAGES, str(tmp_path), "https://a.example/b/")
    text = (tmp_path / "sitemap.xml").read_text()
    assert "<loc>https://a.example/b/posts/a.html</loc>" in text
    assert gzip.decompress((tmp_path / "sitemap.xml.gz").read_bytes()).decode() == text


def test_a_site_without_search_or_map_is_left_alone(tmp_path: Path) -> None:
    search.add_to_index(PAGES, str(tmp_path))
    search.add_to_map(PAGES, str(tmp_path), "https://a.example/")
    assert list(tmp_path.iterdir()) == []
