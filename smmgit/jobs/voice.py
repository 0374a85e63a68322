"""Files judged by a Vale set-up: found, read, judged; each text once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from smmgit.files.disk.cache import Cache
from smmgit.files.styles.front import front
from smmgit.files.styles.vale import SetUp
from smmgit.jobs.remembered.voicecache import Verdicts, keep, set_up
from smmgit.outside.dictionaries import hunspell
from smmgit.voice.alert import Verdict
from smmgit.voice.checks.check import Check
from smmgit.voice.checks.make import checks
from smmgit.voice.document.read import HTML, MARKDOWN, sanitized
from smmgit.voice.engine import RuleSet, judge
from smmgit.voice.glob import matches
from smmgit.voice.pattern.index import Promise
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


def open_session(config: str, cache: Cache, min_level: Level | None = None) -> Session:
    """The set-up of a configuration made ready, with what an earlier run knew of it."""
    found, digest, known = set_up(config, cache)
    session = Session(found, min_level, known=known, verdicts=Verdicts(cache, digest) if cache.on else None)
    if session.verdicts:  # a dictionary installed since then changes what is said
        session.verdicts.digest += " ".join(rule.rule for rule in session.skipped)
    if not known and not found.findings:
        keep(config, cache, found, digest, session.rules.known)
    return session


class Session:
    """A set-up made ready to judge any number of texts. `verdicts` remembers them; `close` writes what is new."""

    def __init__(
        self, set_up: SetUp, min_level: Level | None = None, *, known: Mapping[str, Promise] | None = None,
        verdicts: Verdicts | None = None,
    ) -> None:  # fmt: skip
        self.set_up = set_up
        self.settings = set_up.settings
        self.min_level: Level = min_level or self.settings.min_level
        self.skipped: list[Skipped] = list(set_up.skipped)
        self.verdicts = verdicts
        made: list[Check] = []
        lexicons = set_up.lexicons(hunspell)
        for rule in set_up.rules:
            ready = checks(rule, set_up.vocabulary.accept, self.settings.word_template, lexicons)
            if isinstance(ready, Skipped):
                self.skipped.append(ready)
            else:
                made += ready
        self.rules = RuleSet(made, known)

    def text(self, text: str, path: str, kind: str = "") -> Verdict:
        """What the rules for this path say about a text; `kind` is an extension that overrules the path's."""
        chosen = self.settings.chosen(path)
        if kind:
            chosen = msgspec.structs.replace(chosen, kind=self.settings.formats.get(kind, kind))
        suffix = os.path.splitext(path)[1].lstrip(".")
        key = self.verdicts.key(text, chosen, suffix, self.min_level) if self.verdicts else ""
        if self.verdicts and (remembered := self.verdicts.get(key)):
            return remembered
        clean = sanitized(text)
        marked = chosen.kind in MARKDOWN or chosen.kind in HTML
        above = front(clean) if marked else None
        verdict = judge(clean, self.rules, chosen, suffix, min_level=self.min_level, front=above)
        if self.verdicts and not verdict.too_slow:  # the next machine may be less busy
            self.verdicts.put(key, verdict)
        return verdict

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
