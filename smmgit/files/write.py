"""Text into files: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from smmgit.files.tree.emit import block
from smmgit.model.fields.field import Field
from smmgit.model.fields.post import POST


def write_atomic(path: str, data: bytes | str) -> None:
    """Put `data` at `path` (folders made, text as UTF-8); a reader sees the old file or the new one.

    A link is followed; an existing file keeps its permissions. Raises OSError.
    """
    path = os.path.realpath(path)
    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    try:
        mode = os.stat(path).st_mode & 0o777
    except FileNotFoundError:
        mode = 0o644
    part = os.path.join(folder, f".smmgit-{os.getpid()}-{os.urandom(4).hex()}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with open(handle, "wb") as stream:
            stream.write(data.encode() if isinstance(data, str) else data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(part, mode)
        os.replace(part, path)
    except BaseException:
        os.unlink(part)
        raise


def post_text(fields: Mapping[str, Any], body: str, table: tuple[Field, ...] = POST) -> str:
    """A post's file: fields as YAML in the order of the table, then the body, one newline at its end.

    Values are plain Python: texts, numbers, bools, dates, moments, durations, lists, maps. `None`
    and empty lists and maps are left out.
    """
    text = body.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    front = "\n".join(block(fields, table))
    return f"---\n{front}\n---\n{text}\n" if text else f"---\n{front}\n---\n"
