"""The dictionaries and word lists of a spelling rule, found as Vale finds them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from smmgit.files.styles.places import inside, read_text
from smmgit.voice.checks.make import Lexicon
from smmgit.voice.rule import Spelling

DICTIONARIES = "config/dictionaries"
IGNORES = "config/ignore"
ENGLISH = "en_US"  # Vale brings its own; we take the system's

System = Callable[[str], tuple[str, str] | None]


class Lexicons:
    """Looks dictionaries up below a StylesPath, then where `system` knows one; each is read once."""

    def __init__(self, styles: str, system: System | None = None) -> None:
        self.styles = styles
        self.system = system or (lambda _name: None)
        self._known: dict[str, tuple[str, str] | None] = {}

    def __call__(self, rule: Spelling) -> Lexicon:
        """What a rule is to be judged with."""
        pairs = [pair for pair in self._pairs(rule) if pair]
        return Lexicon(tuple(pairs), tuple(self._ignored(rule)))

    def _pairs(self, rule: Spelling) -> Iterator[tuple[str, str] | None]:
        if rule.aff and rule.dic:
            yield self._pair(self._named(rule.dic), self._named(rule.aff))
            return
        folders = [os.path.join(self.styles, DICTIONARIES)]
        if rule.dicpath:
            folders = [path for path in (os.path.join(self.styles, rule.dicpath), os.path.abspath(rule.dicpath))
                       if os.path.isdir(path)]  # fmt: skip
        for name in rule.dictionaries:
            yield self._first(folders, name) or self._installed(name)
        if not rule.dictionaries or rule.append:
            yield (None if rule.dicpath else self._first(folders, "en_US-web")) or self._installed(ENGLISH)

    def _named(self, path: str) -> str:
        for base in (self.styles, os.path.join(self.styles, DICTIONARIES), "."):
            if os.path.isfile(os.path.join(base, path)):
                return os.path.join(base, path)
        return path

    def _first(self, folders: list[str], name: str) -> tuple[str, str] | None:
        for folder in folders if os.path.basename(name) == name else ():
            stem = os.path.join(folder, name)
            if pair := self._pair(f"{stem}.dic", f"{stem}.aff"):
                return pair
        return None

    def _installed(self, name: str) -> tuple[str, str] | None:
        key = f"\0{name}"
        if key not in self._known:
            self._known[key] = self.system(name)
        return self._known[key]

    def _pair(self, dic: str, aff: str) -> tuple[str, str] | None:
        if dic not in self._known:
            texts = read_text(aff), read_text(dic)
            self._known[dic] = (texts[0], texts[1]) if texts[0] is not None and texts[1] is not None else None
        return self._known[dic]

    def _ignored(self, rule: Spelling) -> Iterator[str]:
        if rule.name == "Vale.Spelling":
            files = list(_texts_below(os.path.join(self.styles, IGNORES)))
        else:
            files = [
                path for name in rule.ignore
                for path in (os.path.join(self.styles, name), os.path.join(self.styles, IGNORES, name), name)
                if inside(path, self.styles) or inside(path, ".")
            ]  # fmt: skip
        for path in dict.fromkeys(files):
            for line in (read_text(path) or "").split("\n"):
                word = line.strip()
                if word and not word.startswith("# "):
                    yield word


def _texts_below(folder: str) -> Iterator[str]:
    for below, folders, names in os.walk(folder):
        folders.sort()
        yield from (os.path.join(below, name) for name in sorted(names) if name.endswith(".txt"))
