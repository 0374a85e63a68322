"""Find the members of a collection: one file each, id = path, nothing listed by hand."""

from __future__ import annotations

import importlib
import keyword
import os
from collections.abc import Iterator
from types import ModuleType


def names(package: ModuleType) -> Iterator[str]:
    """The ids below a package, sorted: `text/too-long` for `<package>/text/too_long.py`.

    Reads directory names only; imports nothing. Files starting with `_` are not members; a
    trailing `_` keeps a file name off Python's keywords (`import_.py` is `import`).
    """
    yield from sorted(_walk(package.__path__[0], ""))


def _walk(folder: str, prefix: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        name = entry.name
        if name.startswith((".", "_")):
            continue
        if entry.is_dir():
            yield from _walk(entry.path, f"{prefix}{_spoken(name)}/")
        elif name.endswith(".py"):
            yield prefix + _spoken(name[:-3])


def load(package: ModuleType, member: str) -> ModuleType:
    """Import one member by id. A member that does not import is a bug and says so (ImportError)."""
    steps = [_written(step) for step in member.split("/")]
    return importlib.import_module(".".join([package.__name__, *steps]))


def load_all(package: ModuleType) -> Iterator[tuple[str, ModuleType]]:
    """Import every member, in the order of `names`."""
    for member in names(package):
        yield member, load(package, member)


def _spoken(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _written(step: str) -> str:
    name = step.replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name
