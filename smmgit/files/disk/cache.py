"""What was read before, in `.smmgit/cache/`: msgpack, believed only while files' stamps are unchanged.

Nothing in it can run code. A cache that cannot be read is no cache; one that cannot be written is
done without.
"""

from __future__ import annotations

import functools
import os
from typing import Any

import msgspec

import smmgit
from smmgit.files.disk.walk import Stamp

FOLDER = ".smmgit/cache"

# A file changed within this span of the cache's writing may change again without its stamp
# showing it (file systems tick every 1 to 10 ms): it is read again to be sure.
TICK = 20_000_000  # nanoseconds

# What read the files: remembered readings of another program are not believed.
READING = ("files", "model", "platforms/specs")


class Cache:
    """The cache of one checkout; `on=False` remembers nothing and writes nothing."""

    def __init__(self, root: str, *, on: bool = True) -> None:
        self.folder = os.path.join(root, FOLDER)
        self.on = on

    def load(self, name: str, kind: Any) -> tuple[Any, int]:
        """A remembered value and when it was written (ns), or (None, 0)."""
        if not self.on:
            return None, 0
        try:
            with open(os.path.join(self.folder, name), "rb") as stream:
                data = stream.read()
                written = os.fstat(stream.fileno()).st_mtime_ns
            program, value = msgspec.msgpack.decode(data, type=tuple[str, kind])
        except (OSError, msgspec.MsgspecError, ValueError, TypeError):
            return None, 0
        return (value, written) if program == code(*READING) else (None, 0)

    def save(self, name: str, value: Any) -> None:
        """Remember a value; a folder that refuses is no problem."""
        if not self.on:
            return
        path = os.path.join(self.folder, name)
        part = f"{path}.{os.getpid()}.part"
        try:
            if not os.path.isdir(os.path.dirname(path)):
                self._make(os.path.dirname(path))
            data = msgspec.msgpack.encode((code(*READING), value))
            with open(part, "wb") as stream:
                stream.write(data)
            os.replace(part, path)
        except (OSError, UnicodeEncodeError):
            self.on = False

    def drop_others(self, prefix: str, keep: str) -> None:
        """Delete remembered folders that begin so, but for one."""
        try:
            for entry in os.scandir(self.folder):
                if entry.name.startswith(prefix) and entry.name != keep and entry.is_dir(follow_symlinks=False):
                    import shutil  # brings three compression libraries along

                    shutil.rmtree(entry.path, ignore_errors=True)
        except OSError:
            return

    def _make(self, folder: str) -> None:
        os.makedirs(folder, exist_ok=True)
        ignore = os.path.join(os.path.dirname(self.folder), ".gitignore")
        if not os.path.exists(ignore):
            with open(ignore, "w", encoding="ascii") as stream:
                stream.write("*\n")


@functools.cache
def code(*folders: str) -> str:
    """What these folders of smmgit hold: any change of their code or data makes it another."""
    home = os.path.dirname(os.path.abspath(smmgit.__file__))
    newest = count = 0
    open_ends = [os.path.join(home, name) for name in folders]
    while open_ends:
        for entry in os.scandir(open_ends.pop()):
            if entry.name.endswith((".py", ".yml")):
                count += 1
                newest = max(newest, entry.stat().st_mtime_ns)
            elif not entry.name.startswith("_") and entry.is_dir(follow_symlinks=False):
                open_ends.append(entry.path)
    return f"{smmgit.__version__} {count} {newest}"


def fresh(known: Stamp, now: Stamp, written: int) -> bool:
    """True when a file surely is as it was when remembered."""
    return known == now and now.mtime < written - TICK and now.ctime < written - TICK
