"""Paths of a Vale set-up: where its files are, read within limits and never outside the folders it names."""

from __future__ import annotations

import os

CONFIGS = (".vale", "_vale", "vale.ini", ".vale.ini", "_vale.ini")
LARGEST = 40_000_000  # bytes; a large dictionary has 10


def find_config(folder: str) -> str | None:
    """The configuration of a folder, its own or the nearest one above."""
    folder = os.path.abspath(folder)
    while True:
        for name in CONFIGS:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def inside(path: str, folder: str) -> bool:
    """Whether a path, links followed, lies in a folder."""
    whole, base = os.path.realpath(path), os.path.realpath(folder)
    return whole == base or whole.startswith(base + os.sep)


def read_text(path: str, largest: int = LARGEST) -> str | None:
    """The text of a regular file that is not too large, or None. Old dictionaries may be in Latin-1."""
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > largest:
            return None
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode(_declared(data), "replace")


def _declared(data: bytes) -> str:
    """The encoding an `.aff` file says it is in (`SET ISO8859-15`), else Latin-1."""
    import codecs
    import re

    found = re.search(rb"^SET\s+(\S+)", data[:2000], re.MULTILINE)
    try:
        return codecs.lookup(found[1].decode().replace("ISO8859", "ISO-8859")).name if found else "latin-1"
    except LookupError:
        return "latin-1"
