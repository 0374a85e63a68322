"""The source, read without trust: only regular text files inside it, of a sane size."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from msgspec import Struct

from smmgit.model.say import Say

MAX_BYTES = 1_000_000
SKIPPED = frozenset({".git", ".github", ".smmgit", "node_modules", ".venv", "__pycache__"})


class SourceFile(Struct, frozen=True, kw_only=True):
    """One file: `path` relative to the source with `/`; its text with LF ends, or why it has none."""

    path: str
    text: str = ""
    data: bytes = b""
    problem: Say | None = None
    rule: str = ""


class Tree:
    """A folder that someone else filled. Nothing outside `root` is ever read."""

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)

    def paths(self, *endings: str) -> Iterator[str]:
        """Paths of files whose name ends so (any case), in reading order, hidden folders left out."""
        yield from self._walk(self.root, "", tuple(ending.lower() for ending in endings))

    def _walk(self, folder: str, prefix: str, endings: tuple[str, ...]) -> Iterator[str]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in SKIPPED:
                    yield from self._walk(entry.path, f"{prefix}{entry.name}/", endings)
            elif entry.name.lower().endswith(endings):
                yield prefix + entry.name

    def within(self, path: str) -> str | None:
        """The real place of `path` when that is a regular file inside the source, else None."""
        if "\0" in path:
            return None
        real = os.path.realpath(os.path.join(self.root, path))
        if real != self.root and not real.startswith(self.root + os.sep):
            return None
        try:
            return real if stat.S_ISREG(os.stat(real).st_mode) else None
        except OSError:
            return None

    def read(self, path: str) -> SourceFile:
        """The file's text, BOM and carriage returns removed; or a problem in plain words."""
        real = self.within(path)
        if real is None:
            return SourceFile(path=path, rule="import/outside", problem=OUTSIDE)
        try:
            if os.stat(real).st_size > MAX_BYTES:
                return SourceFile(path=path, rule="import/too-large", problem=TOO_LARGE)
            with open(real, "rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            why = error.strerror or "?"
            return SourceFile(path=path, rule="import/unreadable", problem=UNREADABLE.with_(why=why))
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            where = data[: error.start].count(b"\n") + 1
            return SourceFile(path=path, data=data, rule="import/encoding", problem=NOT_UTF8.with_(line=where))
        if "\0" in text:
            return SourceFile(path=path, data=data, rule="import/encoding", problem=HAS_NUL)
        return SourceFile(path=path, data=data, text=text.replace("\r\n", "\n").replace("\r", "\n"))


OUTSIDE = Say(
    "This file is a link that leads out of the source, or is no ordinary file; it was not read.",
    "Ce fichier est un lien qui sort de la source, ou n'est pas un fichier ordinaire ; il n'a pas été lu.",
)
TOO_LARGE = Say(
    "This file is over 1 MB: no post is that long. It was not imported.",
    "Ce fichier dépasse 1 Mo : aucune publication n'est aussi longue. Il n'a pas été importé.",
)
UNREADABLE = Say(
    "This file cannot be read: {why}.",
    "Ce fichier est illisible : {why}.",
)
NOT_UTF8 = Say(
    "This file is not UTF-8 text (line {line}). Save it as UTF-8 and import again.",
    "Ce fichier n'est pas du texte UTF-8 (ligne {line}). Enregistrez-le en UTF-8 et relancez l'import.",
)
HAS_NUL = Say(
    "This file holds bytes that no text has. It was not imported.",
    "Ce fichier contient des octets qu'aucun texte n'a. Il n'a pas été importé.",
)
