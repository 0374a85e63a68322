"""Lint as a command: what was asked -> findings printed, and the exit code. It knows no command-line library.

Both doors lead here: `cli/commands/lint.py`, where click reads every option, and `cli/quick.py`, which reads the few
a commit hook uses.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from smmgit.cli.app import App
from smmgit.errors import UsageError
from smmgit.model.finding import Finding
from smmgit.model.say import Say

RANK: dict[str, int] = {"error": 0, "warning": 1, "suggestion": 2}
FORMS = ("text", "json", "github")
CLEAN = Say("{posts} checked: nothing to mend.", "{posts} : rien à corriger.")
SUM = Say("{found} in {files}; {posts} checked.", "{found} dans {files} ; {posts}.")
FIXED = Say("Mended: {count} in {files}.", "Corrigé : {count} dans {files}.")
SKIPPED = Say("{path} has Windows line ends: run “smmgit fmt” on it, then --fix again.",
              "{path} a des fins de ligne Windows : lancer « smmgit fmt » dessus, puis --fix.")  # fmt: skip
WORDS = {
    "error": (Say("error", "erreur"), Say("errors", "erreurs")),
    "warning": (Say("warning", "avertissement"), Say("warnings", "avertissements")),
    "suggestion": (Say("suggestion", "suggestion"), Say("suggestions", "suggestions")),
    "file": (Say("file", "fichier"), Say("files", "fichiers")),
    "post": (Say("post", "publication lue"), Say("posts", "publications lues")),
    "fix": (Say("fix", "correction"), Say("fixes", "corrections")),
}
LEVEL = {"error": "error", "warning": "warning", "suggestion": "notice"}


class Asked(Struct, frozen=True, kw_only=True):
    """What was typed after `smmgit lint`."""

    paths: tuple[str, ...] = ()
    form: str = "text"
    now: str | None = None
    fixing: bool = False
    only: tuple[str, ...] = ()
    severity: str = "suggestion"
    strict: bool = False
    lang: str | None = None
    no_cache: bool = False


def lint(app: App, asked: Asked) -> int:
    """Judge, print, and return the exit code."""
    from smmgit.files.disk import patterns
    from smmgit.files.disk.cache import Cache
    from smmgit.jobs.check import check

    cache = Cache(app.root, on=not asked.no_cache)
    patterns.recall(cache)
    if asked.lang:
        app.lang = asked.lang
    names = _rules(asked.only)
    wanted = [_relative(app.root, path) for path in asked.paths] or None
    now = app.now(asked.now)
    if asked.fixing:
        from smmgit.jobs.mend import mend

        mended = mend(app.root, now, paths=wanted, only=names, cache=not asked.no_cache)
        checked = mended.left
        for path in mended.skipped:
            app.out.note(app.out.word(SKIPPED, path=path))
        if mended.fixes:
            app.out.note(app.out.word(FIXED, count=_number(app, mended.fixes, "fix"),
                                      files=_number(app, len(mended.files), "file")))  # fmt: skip
    else:
        ws = None if asked.no_cache else app.workspace()
        checked = check(app.root, now, paths=wanted, only=names, cache=not asked.no_cache, ws=ws)
    shown = [finding for finding in checked.findings if RANK[finding.severity] <= RANK[asked.severity]]
    if asked.form == "json":
        app.out.json([_as_json(finding, app.lang) for finding in shown])
    elif asked.form == "github":
        for finding in shown:
            app.out.line(_annotation(finding, app.lang))
    else:
        app.out.findings(shown)
        if shown:
            app.out.line()
        app.out.line(_summary(app, shown, checked.posts))
    patterns.keep(cache)
    tally = Counter(finding.severity for finding in checked.findings)
    return int(bool(tally["error"] or (asked.strict and tally["warning"])))


def _rules(only: Iterable[str]) -> tuple[str, ...]:
    """The rule ids asked for. `UsageError` for one that does not exist."""
    if not only:
        return ()
    from smmgit.lint.registry import all_facts, former_ids
    from smmgit.lint.words import closest

    names = tuple(former_ids().get(name, name) for name in only)
    for name in names:
        if name not in all_facts():
            near = closest(name, all_facts())
            hint = f"Did you mean {near}?" if near else "`smmgit rules` lists them all."
            raise UsageError(f"There is no rule {name!r}.", hint=hint)
    return names


def _relative(root: str, path: str) -> str:
    """A path typed in the current folder, as the repository knows it: relative, with `/`."""
    full = os.path.abspath(path)
    relative = os.path.relpath(full, root)
    if relative == ".." or relative.startswith(".." + os.sep):
        # The folder may be reached through a link: compare what both really are.
        relative = os.path.relpath(os.path.realpath(path), os.path.realpath(root))
    if relative == ".." or relative.startswith(".." + os.sep):
        raise UsageError(f"{path} is outside the repository {root}.", hint="Name the repository with --root.")
    if not os.path.lexists(full):
        raise UsageError(f"There is no file or folder {path}.")
    return "." if relative == "." else relative.replace(os.sep, "/")


def _as_json(finding: Finding, lang: str) -> dict[str, Any]:
    fix = finding.fix
    return {
        "rule": finding.rule, "severity": finding.severity, "message": finding.message.in_(lang),
        "path": finding.path, "line": finding.line, "column": finding.column,
        "end_line": finding.end_line or None, "end_column": finding.end_column or None,
        "post": finding.post, "channel": finding.channel,
        "fix": None if fix is None else {
            "title": fix.title.in_(lang), "safe": fix.safe,
            "edits": [{"start": one.start, "end": one.end, "text": one.text} for one in fix.edits],
        },
    }  # fmt: skip


def _annotation(finding: Finding, lang: str) -> str:
    """A GitHub workflow command; what it would interpret is escaped."""
    places = {"file": finding.path, "line": str(finding.line), "col": str(finding.column), "title": finding.rule}
    told = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in places.items())
    return f"::{LEVEL[finding.severity]} {told}::{_escaped(finding.message.in_(lang), '')}"


def _escaped(text: str, more: str) -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _summary(app: App, shown: Sequence[Finding], posts: int) -> str:
    read = _number(app, posts, "post")
    if not shown:
        return app.out.word(CLEAN, posts=read)
    tally = Counter(finding.severity for finding in shown)
    found = ", ".join(_number(app, tally[level], level) for level in RANK if tally[level])  # type: ignore[index]
    files = _number(app, len({finding.path for finding in shown}), "file")
    return app.out.word(SUM, found=found, files=files, posts=read)


def _number(app: App, count: int, what: str) -> str:
    one, more = WORDS[what]
    return f"{count} {(one if count == 1 or (count == 0 and app.lang == 'fr') else more).in_(app.lang)}"
