"""A view of a small brand, made the way the site makes it: from files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from smmgit.jobs.site import gather
from smmgit.pages.page import Page
from smmgit.pages.registry import all_pages
from smmgit.pages.view import SiteView

NOW = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)  # a Monday, 8 o'clock in Paris
BRAND = "name: Vélinotte\nlanguages: [fr, en]\ntime_zone: Europe/Paris\nsite: https://velinotte.example\n"
CHANNELS = """\
x: {platform: x, name: X, handle: velinotte}
bluesky: {platform: bluesky, name: Bluesky, handle: velinotte.example}
instagram-fr: {platform: instagram, name: Instagram, handle: velinotte}
"""

Make = Callable[..., SiteView]


def post(
    name: str, front: str = "", body: str = "Bonjour.", *, title: str = "", channels: str = "[x]"
) -> dict[str, str]:
    """A post file under content/."""
    head = f"id: {name}\ntitle: {title or name}\nchannels: {channels}\n{front}"
    return {f"content/{name}.md": f"---\n{head}---\n{body}\n"}


@pytest.fixture
def view_of(tmp_path: Path) -> Make:
    """A function from files to a view; pictures named are drawn."""

    def make(
        *files: dict[str, str], pictures: tuple[str, ...] = (), now: dt.datetime = NOW, lang: str = ""
    ) -> SiteView:
        written = {"brand/brand.yml": BRAND, "brand/channels.yml": CHANNELS}
        for part in files:
            written.update(part)
        for path, text in written.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        for number, path in enumerate(pictures):
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (1200, 900), ("teal", "coral", "gold")[number % 3]).save(target)
        gathered = gather(str(tmp_path), now, lang=lang)
        gathered.close()
        return gathered.view

    return make


def pages_of(view: SiteView) -> dict[str, Page]:
    """All pages by address."""
    return {page.uri: page for page in all_pages(view)}
