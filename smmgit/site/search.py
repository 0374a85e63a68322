"""Post pages in the theme's search index and in the site map: they are not mkdocs pages."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterable
from xml.sax.saxutils import escape

import msgspec

from smmgit.pages.page import Page


def add_to_index(pages: Iterable[Page], site_dir: str) -> None:
    """Append the pages that have a summary to `search/search_index.json`, where the theme wrote one."""
    path = os.path.join(site_dir, "search", "search_index.json")
    if not os.path.isfile(path):
        return
    with open(path, "rb") as file:
        index = msgspec.json.decode(file.read())
    index["docs"] += [
        {"location": page.file, "title": _plain(page.title), "text": _plain(page.summary)}
        for page in pages
        if page.summary
    ]
    with open(path, "wb") as file:
        file.write(msgspec.json.encode(index))


def add_to_map(pages: Iterable[Page], site_dir: str, site_url: str) -> None:
    """Add every page to `sitemap.xml` and its packed twin, where the site knows its own address."""
    path = os.path.join(site_dir, "sitemap.xml")
    if not site_url or not os.path.isfile(path):
        return
    base = site_url.rstrip("/")
    entries = "".join(f"<url><loc>{escape(f'{base}/{page.uri}')}</loc></url>\n" for page in pages)
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("</urlset>", entries + "</urlset>")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    with open(path + ".gz", "wb") as packed, gzip.GzipFile("", "wb", fileobj=packed, mtime=0) as stream:
        stream.write(text.encode())


def _plain(text: str) -> str:
    """The theme puts search results into the page as HTML: what came from a file is escaped here."""
    clean = text.encode("utf-8", "replace").decode()
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
