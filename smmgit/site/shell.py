"""The theme as a shell: rendered once for each depth, then joined around every page."""

from __future__ import annotations

import re

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from smmgit.pages.page import Page

TITLE, BODY = "smmgit-shell-title", "smmgit-shell-body"
SOURCE = f"""---
title: {TITLE}
template: smmgit.html
hide: [navigation, toc]
search: {{exclude: true}}
---
{BODY}
"""


def hidden_page(depth: int, config: MkDocsConfig) -> File:
    """The hidden page whose HTML becomes the shell of pages that lie `depth` folders deep."""
    file = File.generated(
        config, "smmgit-shell/" * depth + "smmgit-shell.md", content=SOURCE, inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.use_directory_urls = False
    return file


class Shell:
    """The theme's HTML, split where a page's title, address and body belong."""

    def __init__(self, html: str, uri: str) -> None:
        pattern = f"(<p>{BODY}</p>|{TITLE}|{re.escape(uri)})"
        self._pieces = re.split(pattern, html)
        if len(re.findall(f"<p>{BODY}</p>", html)) != 1:
            raise ValueError("the theme did not show the shell's body exactly once")
        self._uri = uri

    def around(self, page: Page, body: str) -> str:
        """The whole document of one page."""
        values = {f"<p>{BODY}</p>": body, TITLE: str(escape(page.title)), self._uri: str(escape(page.file))}
        return "".join(values.get(piece, piece) for piece in self._pieces)
