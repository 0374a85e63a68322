"""A small brand in a git repository, for journeys through the command line and the jobs."""

from __future__ import annotations

from pathlib import Path

from tests.support.repository import repository

BRAND = "name: Essai\nlanguages: [en]\ntime_zone: Europe/Paris\n"
CHANNELS = "feed: {platform: sandbox, handle: essai}\nother: {platform: sandbox, handle: autre}\n"


def post(id: str, when: str = "2026-11-23 08:00", text: str = "", channels: str = "feed", more: str = "") -> str:
    """A post's file."""
    body = text or f"A few honest words about {id}, and nothing else."
    dated = f"publish_at: {when}\n" if when else ""
    return f"---\nid: {id}\ntitle: {id}\n{dated}channels: [{channels}]\n{more}---\n{body}\n"


def brand(root: Path, **posts: str) -> Path:
    """A repository with these posts, one commit."""
    files = {f"content/2026/11/{name.replace('_', '-')}.md": text for name, text in posts.items()}
    return repository(root, {"brand/brand.yml": BRAND, "brand/channels.yml": CHANNELS, **files})
