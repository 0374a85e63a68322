"""Lint as a command: what was asked -> findings told, and the exit code. It knows no command-line library.

Both doors lead here: `cli/commands/lint.py`, where click reads every option, and `cli/quick.py`, which reads the few
a commit hook uses.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

import smmgit.cli.formats as formats
from smmgit import discover
from smmgit.cli.app import App
from smmgit.cli.told import RANK, Told, number
from smmgit.errors import UsageError
from smmgit.model.finding import Finding, Severity
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.cli.output import Output
    from smmgit.jobs.check import Checked
    from smmgit.jobs.linting.baseline import Baseline
    from smmgit.jobs.linting.mend import Mended

FIXED = Say("Mended: {count} in {files}.", "Corrigé : {count} dans {files}.")
WOULD = Say("Would be mended: {count} in {files}.", "À corriger ainsi : {count} dans {files}.")
SKIPPED = Say("{path} is not UTF-8 text: save it as UTF-8, then --fix again.",
              "{path} n'est pas en UTF-8 : l'enregistrer en UTF-8, puis --fix.")  # fmt: skip
REFUSED = Say("{path}:{line}: “{title}” was left out: it would bring an error ({rule}).",
              "{path}:{line} : « {title} » n'a pas été fait : cela amènerait une erreur ({rule}).")  # fmt: skip
NOTHING = Say(
    "Nothing that lint looks at has changed since {base}.", "Rien de ce que lint regarde n'a changé depuis {base}."
)
RECORDED = Say("{path} now holds {count}.", "{path} contient maintenant {count}.")
STALE = Say("{path} holds {count} that no longer exist. To take them out: --baseline {path} --write-baseline {path}",
            "{path} contient {count} qui n'existent plus. Pour les ôter : --baseline {path} --write-baseline {path}",
            )  # fmt: skip
WRITTEN = Say("{summary} Written to {path}.", "{summary} Écrit dans {path}.")


class Asked(Struct, frozen=True, kw_only=True):
    """What was typed after `smmgit lint`."""

    paths: tuple[str, ...] = ()
    form: str = "text"
    output: str | None = None
    now: str | None = None
    base: str | None = None
    dependents: bool = False
    fixing: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    only: tuple[str, ...] = ()
    severity: Severity = "suggestion"
    fail_on: Severity = "error"
    strict: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    statistics: bool = False
    quiet: bool = False
    lang: str | None = None
    no_cache: bool = False


def lint(app: App, asked: Asked) -> int:
    """Judge, tell, and return the exit code."""
    from smmgit.files.disk import patterns
    from smmgit.files.disk.cache import Cache

    cache = Cache(app.root, on=not asked.no_cache)
    patterns.recall(cache)
    if asked.lang:
        app.lang = asked.lang
    if asked.statistics and asked.form not in ("text", "json"):
        raise UsageError("--statistics prints text or json.", hint="Leave --format out.")
    if asked.write_baseline and (asked.paths or asked.only or asked.base is not None):
        raise UsageError("A baseline is about everything.", hint="Leave paths, --changed and --rule out.")
    names = _rules(asked.only)
    now = app.now(asked.now)
    known = _baseline(asked.baseline)
    wanted = _wanted(app, asked.paths, asked.base, asked.dependents)
    if wanted is not None and not wanted:
        app.out.note(app.out.word(NOTHING, base=asked.base))
    if asked.fixing or asked.unsafe_fixes or asked.diff:
        from smmgit.jobs.linting.mend import mend

        mended = mend(
            app.root, now, paths=wanted, only=names, cache=not asked.no_cache, unsafe=asked.unsafe_fixes,
            write=not asked.diff, choose=known.new if known else None,
        )  # fmt: skip
        _tell_fixes(app, mended, asked.diff)
        if asked.diff:
            return 1 if mended.files else 0
        checked = mended.left
    else:
        from smmgit.jobs.check import check

        ws = None if asked.no_cache else app.workspace()
        checked = check(app.root, now, paths=wanted, only=names, cache=not asked.no_cache, ws=ws)
    if asked.write_baseline:
        _record(app, checked, known, asked.write_baseline)
        return 0
    left = _unknown(app, checked, known)
    if known and asked.baseline and wanted is None and not names and known.stale:
        app.out.note(app.out.word(STALE, path=asked.baseline, count=number(len(known.stale), "remark", app.lang)))
    told = Told(
        root=app.root, lang=app.lang, checked=checked, fail_on="warning" if asked.strict else asked.fail_on,
        quiet=asked.quiet,
        findings=tuple(finding for finding in left if RANK[finding.severity] <= RANK[asked.severity]),
        hidden=tuple(finding for finding in left if RANK[finding.severity] > RANK[asked.severity]),
        known=len(checked.findings) - len(left),
    )  # fmt: skip
    _write(app, told, asked.form, asked.output, asked.statistics)
    patterns.keep(cache)
    return int(any(map(told.fails, left)))


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


def _wanted(app: App, paths: Sequence[str], base: str | None, dependents: bool) -> frozenset[str] | None:
    """The paths to judge, as the repository knows them; None means everything."""
    asked = frozenset(_relative(app.root, path) for path in paths) or None
    if dependents and asked is not None:
        from smmgit.jobs.linting.changed import dependents as widened

        asked = widened(app.workspace(), asked)
    if base is None:
        return asked
    from smmgit.jobs.linting.changed import changed_since
    from smmgit.lint.engine import within

    changed = changed_since(app.root, app.workspace(), base)
    if changed is None or asked is None:
        return asked if changed is None else changed
    return frozenset(path for path in changed if within(path, asked))


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


def _baseline(path: str | None) -> Baseline | None:
    if path is None:
        return None
    from smmgit.jobs.linting.baseline import read

    return read(path)


def _record(app: App, checked: Checked, known: Baseline | None, path: str) -> None:
    """Keep what was found; with a baseline, only what it knew already."""
    from smmgit.jobs.linting.baseline import recorded, write
    from smmgit.jobs.linting.fingerprint import Texts

    texts = Texts(app.root)
    kept = known.kept(checked.findings, texts) if known else recorded(checked.findings, texts)
    write(path, kept)
    app.out.note(app.out.word(RECORDED, path=path, count=number(len(kept.entries), "remark", app.lang)))


def _unknown(app: App, checked: Checked, known: Baseline | None) -> tuple[Finding, ...]:
    if known is None:
        return checked.findings
    from smmgit.jobs.linting.fingerprint import Texts

    return known.new(checked.findings, Texts(app.root))


def _tell_fixes(app: App, mended: Mended, diff: bool) -> None:
    for path in mended.skipped:
        app.out.note(app.out.word(SKIPPED, path=path))
    for one in mended.refused:
        title = one.fix.title.in_(app.lang) if one.fix else ""
        app.out.note(app.out.word(REFUSED, path=one.path, line=one.line, title=title, rule=one.rule))
    if diff:
        from difflib import unified_diff

        from smmgit.cli.output import one_line

        for file in mended.files:
            path = one_line(file.path)
            before, after = file.before.splitlines(), file.after.splitlines()
            for line in unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="", n=2):
                app.out.line(line)
    if mended.fixes:
        app.out.note(app.out.word(WOULD if diff else FIXED, count=number(mended.fixes, "fix", app.lang),
                                  files=number(len(mended.files), "file", app.lang)))  # fmt: skip


def _write(app: App, told: Told, form: str, output: str | None, statistics: bool) -> None:
    """Print what was found in the format asked for, or write it to a file, whole."""
    if output is None:
        _print(app.out, told, form, statistics)
        return
    from io import StringIO

    from smmgit.cli.output import Output
    from smmgit.files.write import write_atomic

    page = StringIO()
    _print(Output(app.lang, stdout=page), told, form, statistics)
    write_atomic(os.path.abspath(output), page.getvalue())
    app.out.note(app.out.word(WRITTEN, summary=told.summary(), path=output))


def _print(out: Output, told: Told, form: str, statistics: bool) -> None:
    if statistics:
        from smmgit.cli.statistics import write

        write(told, out, form)
    else:
        discover.load(formats, form).write(told, out)
