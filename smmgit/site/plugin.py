"""The mkdocs plugin: places the calendar's pages into the theme, and decides nothing."""

from __future__ import annotations

import os
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page as DocsPage
from msgspec import structs

from smmgit.jobs import site as job
from smmgit.pages.page import DEEPEST, Page
from smmgit.pages.registry import Frame, all_pages, menu
from smmgit.site import config as options
from smmgit.site import search, thumbnails
from smmgit.site.shell import Shell, hidden_page

WATCHED = ("content", "brand", "calendar", "lock.json")


class SmmgitPlugin(BasePlugin[options.Options]):  # type: ignore[no-untyped-call]
    """`plugins: [search, smmgit]`."""

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        folder = os.path.dirname(config.config_file_path) if config.config_file_path else os.getcwd()
        self.root = os.path.normpath(os.path.join(folder, self.config.root))
        base = options.edit_base(config, self.config.edit_base)
        self.gathered = job.gather(self.root, job.moment(self.config.now, self.root), edit_base=base)
        self.view = self.gathered.view
        options.dress(config, self.view.ws.brand.name, self.view.lang)
        if config.nav is None:
            config.nav = options.handbook(config.docs_dir, self.config.handbook, self.view.lang)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        self.menu = menu(self.view)
        self.shells: dict[int, Shell] = {}
        self.hidden = {}
        for depth in range(DEEPEST + 1):
            file = hidden_page(depth, config)
            files.append(file)
            self.hidden[file.src_uri] = depth
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        links: list[Any] = [Link(entry.name, entry.uri) for entry in self.menu]
        nav.items.insert(0, Section(options.CALENDAR.in_(self.view.lang), links))
        own = [page.url for page in nav.pages if page.url.startswith(f"{self.view.lang}/")]
        self.handbook = next(iter([*own, *(page.url for page in nav.pages)]), "")
        return nav

    def on_post_page(self, output: str, page: DocsPage, config: MkDocsConfig) -> str:
        depth = self.hidden.get(page.file.src_uri)
        if depth is None:
            return output
        self.shells[depth] = Shell(output, page.file.dest_uri)
        return ""  # mkdocs writes nothing for an empty page

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        frame = Frame(self.view, self.menu, self.handbook)
        placed: list[Page] = []
        for page in all_pages(self.view):
            path = os.path.join(config.site_dir, page.file)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            html = self.shells[page.file.count("/")].around(page, frame.around(page))
            with open(path, "wb") as file:
                file.write(html.encode("utf-8", "replace"))
            placed.append(structs.replace(page, html=""))  # only the largest page is in memory at a time
        cache = os.path.join(self.root, ".smmgit", "cache", "thumbnails")
        pictures = {picture.uri: picture for page in placed for picture in page.pictures}
        thumbnails.write_all(pictures.values(), self.root, config.site_dir, cache)
        downloads = {each.uri: each for page in placed for each in page.downloads}
        thumbnails.copy_all(downloads.values(), self.root, config.site_dir)
        search.add_to_index(placed, config.site_dir)
        search.add_to_map(placed, config.site_dir, config.site_url or "")
        self.gathered.close()

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        for name in WATCHED:
            if os.path.exists(path := os.path.join(self.root, name)):
                server.watch(path)
        return server
