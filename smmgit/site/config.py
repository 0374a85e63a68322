"""The plugin's options, and how the theme takes on the brand's name and language."""

from __future__ import annotations

import os
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig

from smmgit.model.say import Say

HERE = os.path.dirname(os.path.abspath(__file__))
TOGGLES = {
    "default": Say("Switch to dark", "Passer au sombre"),
    "slate": Say("Switch to light", "Passer au clair"),
}
HANDBOOK = Say("Handbook", "Manuel")
CALENDAR = Say("Calendar", "Calendrier")
FOLDERS = {"adr": Say("Decisions", "Décisions"), "fr": Say("Français", "Français"), "en": Say("English", "English")}


class Options(base.Config):  # type: ignore[no-untyped-call]
    """`plugins: [smmgit: {…}]` in mkdocs.yml.

    `now` is the moment to draw (the clock when empty); `root` the team's repository, relative to
    mkdocs.yml; `handbook` the order of the handbook's pages; `edit_base` the address before a
    file's path (made from `repo_url` and `edit_uri` when empty).
    """

    now = c.Type(str, default="")
    root = c.Type(str, default=".")
    handbook = c.ListOfItems(c.Type(str), default=[])
    edit_base = c.Type(str, default="")


def dress(config: MkDocsConfig, name: str, lang: str) -> None:
    """Give the theme the brand's name and language, our style sheet, script and template."""
    config.site_name = name
    config.theme["language"] = lang
    config.theme.dirs.insert(0, os.path.join(HERE, "theme"))
    config.extra_css = ["assets/smmgit/style.css", *config.extra_css]
    config.extra_javascript = ["assets/smmgit/copy.js", *config.extra_javascript]
    config.extra.setdefault("homepage", "index.html")
    config.theme["features"] = [*(config.theme.get("features") or []), "navigation.sections"]
    palettes: Any = config.theme.get("palette", [])
    for palette in palettes if isinstance(palettes, list) else []:
        if isinstance(palette.get("toggle"), dict):
            palette["toggle"]["name"] = TOGGLES["slate" if palette.get("scheme") == "slate" else "default"].in_(lang)


def edit_base(config: MkDocsConfig, typed: str) -> str:
    """The address before a file's path in the repository, from what mkdocs knows; empty if nothing."""
    if typed or not (config.repo_url and config.edit_uri):
        return typed
    docs = os.path.basename(os.path.normpath(config.docs_dir))
    uri = config.edit_uri.strip("/").removesuffix(docs).strip("/")
    return f"{config.repo_url.rstrip('/')}/{uri}/"


def handbook(docs_dir: str, order: list[str], lang: str) -> list[Any]:
    """The handbook's navigation: pages in the order asked for, then the others, folders last."""
    names = sorted(os.listdir(docs_dir)) if os.path.isdir(docs_dir) else []
    pages = [name for name in names if name.endswith(".md") and name != "index.md"]
    first = [f"{name}.md" for name in order if f"{name}.md" in pages]
    folders = [name for name in names if os.path.isdir(os.path.join(docs_dir, name))]
    nav: list[Any] = first + [name for name in pages if name not in first]
    for folder in sorted(folders, key=lambda folder: folder in FOLDERS):
        inside = [
            f"{folder}/{name}" for name in sorted(os.listdir(os.path.join(docs_dir, folder))) if name.endswith(".md")
        ]
        if inside:
            inside.sort(key=lambda name: (not name.endswith("/index.md"), name))
            nav.append({FOLDERS[folder].in_(lang) if folder in FOLDERS else folder.capitalize(): inside})
    return [{HANDBOOK.in_(lang): nav}] if nav else []
