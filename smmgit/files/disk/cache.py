"""What was read before, in `.smmgit/cache/`: msgpack, believed only while files' stamps are unchanged.

Nothing in it can run code. A cache that cannot be read is no cache; one that cannot be written is
done without.
"""

from __future__ import annotations

import os
from typing import Any

import msgspec

from smmgit import __version__
from smmgit.files.disk.walk import Stamp

FOLDER = ".smmgit/cache"

# A file changed within this span of the cache's writing may change again without its stamp
# showing it (file systems tick every 1 to 10 ms): it is read again to be sure.
TICK = 20_000_000  # nanoseconds


class Cache:
    """The cache of one checkout; `on=False` remembers nothing and writes nothing."""

    def __init__(self, root: str, *, on: bool = True) -> None:
        self.folder = os.path.join(root, FOLDER)
        self.on = on
        self._program = ""

    @property
    def program(self) -> str:
        """What read the files: any change of the reading code or of the specs makes it another."""
        if not self._program:
            here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
            newest = count = 0
            for below in (
                "files",
                "files/tree",
                "files/values",
                "files/disk",
                "model",
                "model/fields",
                "platforms/specs",
            ):
                for entry in os.scandir(os.path.join(here, below)):
                    if entry.name.endswith((".py", ".yml")):
                        count += 1
                        newest = max(newest, entry.stat().st_mtime_ns)
            self._program = f"{__version__} {count} {newest}"
        return self._program

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
        return (value, written) if program == self.program else (None, 0)

    def save(self, name: str, value: Any) -> None:
        """Remember a value; a folder that refuses is no problem."""
        if not self.on:
            return
        path = os.path.join(self.folder, name)
        part = f"{path}.{os.getpid()}.part"
        try:
            if not os.path.isdir(os.path.dirname(path)):
                self._make(os.path.dirname(path))
            with open(part, "wb") as stream:
                stream.write(msgspec.msgpack.encode((self.program, value)))
            os.replace(part, path)
        except (OSError, UnicodeEncodeError):
            self.on = False

    def drop_others(self, prefix: str, keep: str) -> None:
        """Delete remembered folders that begin so, but for one."""
        import shutil  # brings three compression libraries along; only a new version of smmgit pays for them

        try:
            for entry in os.scandir(self.folder):
                if entry.name.startswith(prefix) and entry.name != keep and entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path, ignore_errors=True)
        except OSError:
            return

    def _make(self, folder: str) -> None:
        os.makedirs(folder, exist_ok=True)
        ignore = os.path.join(os.path.dirname(self.folder), ".gitignore")
        if not os.path.exists(ignore):
            with open(ignore, "w", encoding="ascii") as stream:
                stream.write("*\n")


def fresh(known: Stamp, now: Stamp, written: int) -> bool:
    """True when a file surely is as it was when remembered."""
    return known == now and now.mtime < written - TICK and now.ctime < written - TICK
