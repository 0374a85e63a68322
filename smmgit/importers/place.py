"""Imported posts into a repository: each once, nothing of the team's overwritten."""

from __future__ import annotations

import hashlib
import os
import shutil
from typing import Any, Literal

from msgspec import Struct

from smmgit.errors import ConfigError
from smmgit.files.write import post_text
from smmgit.importers.imported import ImportedPost
from smmgit.importers.names import post_id
from smmgit.model.post import Post

OURS = ("from", "source", "path", "digest")
Fate = Literal["new", "unchanged", "changed", "moved"]


class Placed(Struct, frozen=True):
    """What became of one imported post: `new` was written (or would be), the others were there already."""

    fate: Fate
    id: str
    path: str
    media: int = 0


class Shelf:
    """The posts a repository has, by where they were imported from; gives new ones their id and file.

    A post is known again by the tool, the repository and the path it came from, or by its content
    when its path is gone from the source: renaming a file there makes no second post here.
    """

    def __init__(self, root: str, posts: tuple[Post, ...], tool: str, source: str, paths: frozenset[str]) -> None:
        self._root, self._tool, self._source, self._paths = root, tool, source, paths
        self._taken = {post.id for post in posts}
        self._files = {post.path for post in posts}
        self._here: dict[str, Post] = {}
        self._same: dict[tuple[str, str], Post] = {}
        self._left: dict[str, list[Post]] = {}
        for post in posts:
            said = post.imported
            if said.get("from") != tool:
                continue
            path, digest = str(said.get("path", "")), str(said.get("digest", ""))
            self._same[path, digest] = post
            if said.get("source") == source:
                self._here[path] = post
                if path.partition("#")[0] not in paths:
                    self._left.setdefault(digest, []).append(post)

    def place(self, item: ImportedPost, path: str, *, write: bool) -> Placed:
        """Find the post again, or write it. `path` is the source path in the form that provenance keeps."""
        digest = item.digest[:16]
        known = self._here.get(path) or self._same.get((path, digest))
        if known is not None:
            same = known.imported.get("digest") == digest
            return Placed("unchanged" if same else "changed", known.id, known.path)
        if left := self._left.get(digest):
            known = left.pop()
            return Placed("moved", known.id, known.path)
        ident = post_id(item.stem, f"{self._tool}/{self._source}/{path}", item.word, self._taken)
        folder = f"content/{item.on:%Y/%m}" if item.on else "content/drafts"
        file = f"{folder}/{ident}.md"
        for number in range(2, 1000):
            if file not in self._files and not os.path.lexists(os.path.join(self._root, file)):
                break
            file = f"{folder}/{ident}-{number}.md"
        self._taken.add(ident)
        self._files.add(file)
        media = self._lay(item, folder, write)
        provenance = {"from": self._tool, "source": self._source, "path": path, "digest": digest}
        kept = {key if key not in OURS else f"their_{key}": value for key, value in item.kept.items()}
        fields: dict[str, Any] = {"id": ident, "title": item.title, **item.fields, "imported": provenance | kept}
        if media:
            entries = [{**entry, "file": media.get(entry.get("file"), entry.get("file"))} for entry in fields["media"]]
            fields["media"] = [{key: value for key, value in entry.items() if value} for entry in entries]
        text = post_text(fields, item.body)
        if write:
            self._write(file, text.encode("utf-8", "replace"))
        return Placed("new", ident, file, len(media))

    def _lay(self, item: ImportedPost, folder: str, write: bool) -> dict[Any, str]:
        """Copy media beside the post; a name that another file has already gets a piece of a fingerprint."""
        names: dict[Any, str] = {}
        for copy in item.media:
            target = os.path.join(self._root, folder, copy.name)
            name = copy.name
            if os.path.lexists(target) and not _alike(copy.real, target):
                stem, dot, extension = copy.name.rpartition(".")
                name = f"{stem or extension}-{_fingerprint(copy.real)[:8]}{dot}{extension if dot else ''}"
                target = os.path.join(self._root, folder, name)
            names[copy.name] = name
            if write and not os.path.lexists(target):
                stay_inside(self._root, f"{folder}/{name}")
                os.makedirs(os.path.dirname(target), exist_ok=True)
                shutil.copyfile(copy.real, target)
        return names

    def _write(self, file: str, data: bytes) -> None:
        """A new file, never over another: the folder is made, links are not followed."""
        path = os.path.join(self._root, file)
        stay_inside(self._root, file)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        try:
            handle = os.open(path, flags, 0o644)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            handle = os.open(path, flags, 0o644)
        with open(handle, "wb") as stream:
            stream.write(data)


def stay_inside(root: str, path: str) -> None:
    """Refuse to write where a link in the team's own repository leads out of it. Raises `ConfigError`."""
    top, place = os.path.realpath(root), os.path.realpath(os.path.join(root, path))
    if not place.startswith(top.rstrip(os.sep) + os.sep):
        raise ConfigError(
            f"{path} leads out of the repository through a link; nothing was written there.",
            hint="Take the link away and import again: what was imported already is known.",
        )


def _alike(one: str, other: str) -> bool:
    try:
        return os.path.getsize(one) == os.path.getsize(other) and _fingerprint(one) == _fingerprint(other)
    except OSError:
        return False


def _fingerprint(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
