"""`smmgit lint`: what is wrong with posts and settings, in words."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import click

from smmgit.cli.app import App
from smmgit.errors import UsageError
from smmgit.model.finding import Finding, Severity
from smmgit.model.say import Say

RANK: dict[str, int] = {"error": 0, "warning": 1, "suggestion": 2}
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


@click.command(help="Check posts and settings: PATHS, or everything. Errors make it exit 1; warnings do not.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print.")
@click.option("--now", "typed_now", metavar="TIME", help="Judge as if it were this time.")
@click.option("--fix", "fixing", is_flag=True, help="Write the fixes that are safe.")
@click.option("--rule", "only", multiple=True, metavar="ID", help="Only this rule (may be repeated).")
@click.option("--severity", type=click.Choice(list(RANK)), default="suggestion", help="The least to show.")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default=None, help="Language of messages.")
@click.option("--no-cache", is_flag=True, help="Remember nothing, read everything.")
@click.pass_obj
def command(
    app: App,
    paths: tuple[str, ...],
    form: str,
    typed_now: str | None,
    fixing: bool,
    only: tuple[str, ...],
    severity: Severity,
    strict: bool,
    lang: str | None,
    no_cache: bool,
) -> None:
    from smmgit.jobs.check import check

    if lang:
        app.lang = lang
    names = _rules(only)
    wanted = [_relative(app.root, path) for path in paths] or None
    now = app.now(typed_now)
    if fixing:
        from smmgit.jobs.mend import mend

        mended = mend(app.root, now, paths=wanted, only=names, cache=not no_cache)
        checked = mended.left
        for path in mended.skipped:
            app.out.note(app.out.word(SKIPPED, path=path))
        if mended.fixes:
            app.out.note(app.out.word(FIXED, count=_number(app, mended.fixes, "fix"),
                                      files=_number(app, len(mended.files), "file")))  # fmt: skip
    else:
        ws = None if no_cache else app.workspace()
        checked = check(app.root, now, paths=wanted, only=names, cache=not no_cache, ws=ws)
    shown = [finding for finding in checked.findings if RANK[finding.severity] <= RANK[severity]]
    if form == "json":
        app.out.json([_as_json(finding, app.lang) for finding in shown])
    elif form == "github":
        for finding in shown:
            app.out.line(_annotation(finding, app.lang))
    else:
        app.out.findings(shown)
        if shown:
            app.out.line()
        app.out.line(_summary(app, shown, checked.posts))
    tally = Counter(finding.severity for finding in checked.findings)
    if tally["error"] or (strict and tally["warning"]):
        app.exit(1)


def _rules(only: Iterable[str]) -> tuple[str, ...]:
    """The rule ids asked for. `UsageError` for one that does not exist."""
    if not only:
        return ()
    from smmgit.lint.registry import all_rules, former_ids
    from smmgit.lint.words import closest

    names = tuple(former_ids().get(name, name) for name in only)
    for name in names:
        if name not in all_rules():
            near = closest(name, all_rules())
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
