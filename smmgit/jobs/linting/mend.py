"""Apply fixes until none is left; one that would bring an error is left out."""

from __future__ import annotations

import datetime as dt
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec import Struct

from smmgit.files.disk.edits import Lines, apart
from smmgit.files.drafts import with_texts
from smmgit.files.workspace import load
from smmgit.files.write import write_atomic
from smmgit.jobs.check import Checked, check, published
from smmgit.jobs.linting.fingerprint import Texts
from smmgit.lint.engine import within
from smmgit.model.finding import Edit, Finding
from smmgit.model.workspace import Workspace

ROUNDS = 50  # a fix may bring new findings to light, and the engine tells a hundred of a kind at a time

LIMITS = ("/too-long", "/too-many")  # never broken by a fix, not even where sources disagree on them

Errors = Counter[tuple[str, str]]
Choose = Callable[[Sequence[Finding], Texts], Iterable[Finding]]


class Rewritten(Struct, frozen=True):
    """A file whose text changes: its path, and its text before and after, line ends as they are."""

    path: str
    before: str
    after: str


class Mended(Struct, frozen=True, kw_only=True):
    """How many fixes were made, in which files; what is left.

    `refused` are findings whose fix would have brought an error; `skipped` files are no UTF-8 text.
    """

    fixes: int
    files: tuple[Rewritten, ...]
    left: Checked
    refused: tuple[Finding, ...] = ()
    skipped: tuple[str, ...] = ()


def mend(
    root: str,
    now: dt.datetime,
    *,
    paths: Collection[str] | None = None,
    only: Collection[str] = (),
    cache: bool = True,
    unsafe: bool = False,
    write: bool = True,
    choose: Choose | None = None,
) -> Mended:
    """Make the safe fixes of the findings, the others too with `unsafe`; each file is written whole or not at all.

    `choose` picks the findings to mend. Without `write` nothing is written: `files` says what would be.
    """
    job = _Mending(root, now, paths=paths, only=only, cache=cache, unsafe=unsafe, choose=choose)
    left = job.run()
    files = tuple(Rewritten(path, job.originals[path].text, text) for path, text in sorted(job.drafts.items()))
    for file in files if write else ():
        write_atomic(os.path.join(root, file.path), file.after.encode("utf-8"))
    return Mended(
        fixes=job.fixes, files=files, left=left, refused=tuple(job.refused.values()), skipped=tuple(sorted(job.skipped))
    )


class _Mending:
    """The work on drafts in memory; `drafts` are the new texts of files, by path."""

    def __init__(
        self, root: str, now: dt.datetime, *, paths: Collection[str] | None, only: Collection[str], cache: bool,
        unsafe: bool, choose: Choose | None,
    ) -> None:  # fmt: skip
        self.root = root
        self.now = now
        self.paths = paths
        self.only = only
        self.cache = cache
        self.unsafe = unsafe
        self.choose = choose
        self.ws = load(root, cache=cache)
        self.out = published(root, [post for post in self.ws.posts if within(post.path, paths)], now)
        self.fixes = 0
        self.drafts: dict[str, str] = {}
        self.originals: dict[str, Lines] = {}
        self.refused: dict[tuple[str, ...], Finding] = {}
        self.skipped: set[str] = set()

    def run(self) -> Checked:
        """What is left when no fix is."""
        found = self.judge(self.ws, self.paths, self.only)
        for _ in range(ROUNDS):
            made = self.round(found)
            if not made:
                break
            self.fixes += made
            found = self.judge(self.ws, self.paths, self.only)
        return found

    def round(self, found: Checked) -> int:
        """Make at once the fixes that do not meet; how many were made."""
        chosen = found.findings if self.choose is None else self.choose(found.findings, Texts(self.root, self.drafts))
        taken = {path: self.pick(path, fixes) for path, fixes in self.by_file(chosen).items()}
        taken = {path: fixes for path, fixes in taken.items() if fixes}
        if not taken:
            return 0
        texts = {path: self.with_fixes(path, fixes) for path, fixes in taken.items()}
        draft = with_texts(self.root, self.ws, {path: text.encode("utf-8") for path, text in texts.items()})
        before = self.errors(self.ws, taken)
        after = self.errors(draft, taken)
        for path, fixes in taken.items():
            if after[path] - before[path] and not _reveals(fixes):
                taken[path] = self.one_by_one(path, fixes, before[path])
                texts[path] = self.with_fixes(path, taken[path])
                draft = with_texts(self.root, draft, {path: texts[path].encode("utf-8")})
        self.ws = draft
        self.drafts.update({path: text for path, text in texts.items() if text != self.text(path).text})
        return sum(len(fixes) for fixes in taken.values())

    def by_file(self, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
        """Findings with a fix to make, by file."""
        found: dict[str, list[Finding]] = {}
        for one in findings:
            if one.fix is not None and (one.fix.safe or self.unsafe) and _name(one) not in self.refused:
                found.setdefault(one.path, []).append(one)
        return found

    def pick(self, path: str, fixes: list[Finding]) -> list[Finding]:
        """The fixes of a file that do not meet, first come first served; how the file is read before what it says."""
        lines = self.text(path)
        if path in self.skipped:
            return []
        if _reveals(fixes):
            fixes = [one for one in fixes if _reveals([one])]
        taken: list[Finding] = []
        edits: list[Edit] = []
        for one in fixes:
            mine = lines.edits(one.fix) if one.fix else ()
            if mine and all(apart(edit, other) for edit in mine for other in edits):
                taken.append(one)
                edits.extend(mine)
        return taken

    def one_by_one(self, path: str, fixes: list[Finding], before: Errors) -> list[Finding]:
        """The fixes that bring no error, tried in turn; the others are refused for good."""
        kept: list[Finding] = []
        for one in fixes:
            text = self.with_fixes(path, [*kept, one])
            draft = with_texts(self.root, self.ws, {path: text.encode("utf-8")})
            if self.errors(draft, [path])[path] - before:
                self.refused[_name(one)] = one
            else:
                kept.append(one)
        return kept

    def with_fixes(self, path: str, fixes: Iterable[Finding]) -> str:
        """A file's text with these fixes."""
        lines = self.text(path)
        return lines.applied(edit for one in fixes if one.fix for edit in lines.edits(one.fix))

    def text(self, path: str) -> Lines:
        """A file's text as mended so far; one that is no UTF-8 is skipped."""
        if path in self.drafts:
            return Lines(self.drafts[path])
        if path not in self.originals:
            with open(os.path.join(self.root, path), "rb") as stream:
                data = stream.read()
            try:
                self.originals[path] = Lines(data.decode("utf-8"))
            except UnicodeDecodeError:
                self.skipped.add(path)
                self.originals[path] = Lines("")
        return self.originals[path]

    def judge(self, ws: Workspace, paths: Collection[str] | None, only: Collection[str], cache: bool = True) -> Checked:
        """What is wrong in a draft."""
        return check(self.root, self.now, paths=paths, only=only, cache=cache and self.cache, ws=ws, out=self.out)

    def errors(self, ws: Workspace, paths: Collection[str]) -> dict[str, Errors]:
        """By file, how many errors each rule finds on each channel, whichever rules were asked for."""
        found: dict[str, Errors] = {path: Counter() for path in paths}
        for one in self.judge(ws, frozenset(paths), (), cache=False).findings:
            if one.path in found and (one.severity == "error" or one.rule.endswith(LIMITS)):
                found[one.path][one.rule, one.channel] += 1
        return found


def _reveals(fixes: Iterable[Finding]) -> bool:
    """True for fixes of how a file is read: what is found afterwards was there before, unread."""
    return any(one.rule.startswith("schema/") for one in fixes)


def _name(finding: Finding) -> tuple[str, ...]:
    """A fix, wherever earlier fixes have moved it."""
    if finding.fix is None:
        return (finding.path, finding.rule)
    edits = [f"{edit.end - edit.start}:{edit.text}" for edit in finding.fix.edits]
    return (finding.path, finding.rule, *edits, *(f"{swap.old}:{swap.new}" for swap in finding.fix.swaps))
