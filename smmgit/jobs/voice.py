"""Files judged by a Vale set-up: found, read, judged; each text once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from smmgit.files.styles.front import front
from smmgit.files.styles.vale import SetUp
from smmgit.outside.dictionaries import hunspell
from smmgit.voice.alert import Verdict
from smmgit.voice.checks.make import checks
from smmgit.voice.document.read import HTML, MARKDOWN, sanitized
from smmgit.voice.engine import RuleSet, judge
from smmgit.voice.glob import matches
from smmgit.voice.rule import Level, Skipped

LEFT_OUT = frozenset(("node_modules", ".git"))
# Formats in which only parts are prose, and which this reader does not know: silence is better than false alarms.
UNKNOWN = frozenset(
    "adoc asciidoc asc rst rest org dita xml xsd py py3 pyw c cc cpp cxx h hpp cs csx css go hs java bsh jl js "
    "jsx lua php pl pm pod proto ps1 psm1 psd1 rb gemspec rs r R sass less scala sbt swift ts tsx clj cljs cljc "
    "cljd".split()
)


class Judged(Struct, frozen=True):
    """One file and what was said about it; `unread` says why nothing was."""

    path: str
    verdict: Verdict
    unread: str = ""


class Session:
    """A set-up made ready to judge any number of texts."""

    def __init__(self, set_up: SetUp, min_level: Level | None = None) -> None:
        self.set_up = set_up
        self.settings = set_up.settings
        self.min_level: Level = min_level or self.settings.min_level
        self.skipped: list[Skipped] = list(set_up.skipped)
        made = []
        lexicons = set_up.lexicons(hunspell)
        for rule in set_up.rules:
            ready = checks(rule, set_up.vocabulary.accept, self.settings.word_template, lexicons)
            if isinstance(ready, Skipped):
                self.skipped.append(ready)
            else:
                made += ready
        self.rules = RuleSet(made)

    def text(self, text: str, path: str, kind: str = "") -> Verdict:
        """What the rules for this path say about a text; `kind` is an extension that overrules the path's."""
        import msgspec

        chosen = self.settings.chosen(path)
        if kind:
            chosen = msgspec.structs.replace(chosen, kind=self.settings.formats.get(kind, kind))
        suffix = os.path.splitext(path)[1].lstrip(".")
        text = sanitized(text)
        marked = chosen.kind in MARKDOWN or chosen.kind in HTML
        return judge(text, self.rules, chosen, suffix, min_level=self.min_level, front=front(text) if marked else None)

    def files(self, paths: Sequence[str], *, glob: str = "*", kind: str = "") -> Iterator[Judged]:
        """Files and folders judged, in order of their paths."""
        for path in sorted(dict.fromkeys(_found(paths, glob, self.settings.judged))):
            wanted = kind or self.settings.kind(path)
            if wanted in UNKNOWN:
                yield Judged(path, Verdict(), f".{wanted}")
                continue
            with open(path, "rb") as file:
                data = file.read()
            yield Judged(path, self.text(data.decode("utf-8", "replace"), path, kind))


def _found(paths: Iterable[str], glob: str, wanted: Callable[[str], bool]) -> Iterator[str]:
    for path in paths:
        if not os.path.isdir(path):
            if matches(glob, path) and wanted(path):
                yield path
            continue
        for below, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if name not in LEFT_OUT)
            for name in sorted(names):
                whole = os.path.normpath(os.path.join(below, name))
                if matches(glob, whole) and wanted(whole):
                    yield whole
