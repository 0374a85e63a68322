"""What a page is: its place, its words, and the pictures it needs beside it."""

from __future__ import annotations

from msgspec import Struct

DEEPEST = 3  # folders a page may lie below the site's own


class Picture(Struct, frozen=True):
    """A reduced copy of a repository's image, at `uri` in the site.

    `crop` is left, top, width, height in fractions; `width` the most pixels across.
    """

    uri: str
    file: str
    digest: str
    width: int
    crop: tuple[float, float, float, float] | None = None


class Download(Struct, frozen=True):
    """A file of the repository as it is, at `uri` in the site."""

    uri: str
    file: str


class Entry(Struct, frozen=True, kw_only=True):
    """An entry of the main menu: the page it leads to, its name, its section, its place among the others."""

    uri: str
    name: str
    section: str
    rank: int = 100


class Page(Struct, frozen=True, kw_only=True):
    """One page of the site, whatever places it.

    `uri` is relative to the site and ends in `.html`, or in `/` for a folder's index; it lies at most
    `DEEPEST` folders deep. `html` is safe to write as it is: everything that came from a file was
    escaped on the way in. `section` names the entry of the main menu that is current. `summary` is the
    text search finds the page by (none: not indexed). `edit_path` is the file of the repository that
    the page shows.
    """

    uri: str
    title: str
    html: str
    section: str = ""
    summary: str = ""
    edit_path: str = ""
    pictures: tuple[Picture, ...] = ()
    downloads: tuple[Download, ...] = ()

    @property
    def file(self) -> str:
        """Where the page is written, relative to the site's folder."""
        return f"{self.uri}index.html" if self.uri.endswith("/") or not self.uri else self.uri

    @property
    def root(self) -> str:
        """The way from the page back to the site's folder: empty, `../`, `../../`…"""
        return "../" * self.file.count("/")
