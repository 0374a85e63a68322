"""`smmgit lint`: what is wrong with posts and settings, in words."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

import smmgit.cli.formats as formats
from smmgit import discover
from smmgit.cli.app import App
from smmgit.cli.told import RANK, Told, number
from smmgit.errors import UsageError
from smmgit.model.finding import Finding, Severity
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.cli.output import Output
    from smmgit.jobs.baseline import Baseline
    from smmgit.jobs.check import Checked
    from smmgit.jobs.mend import Mended

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


@click.command(help="Check posts and settings: PATHS, or everything. Errors make it exit 1; warnings do not.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(list(discover.names(formats))), default="text", help="How to print."
)
@click.option("--output", metavar="FILE", help="Write there instead of printing.")
@click.option("--now", "typed_now", metavar="TIME", help="Judge as if it were this time.")
@click.option(
    "--changed", "base", metavar="BASE", help="Only what changed since BASE (a git revision) and depends on it."
)
@click.option("--dependents", is_flag=True, help="PATHS and what depends on them; a path in brand/ or calendar/: all.")
@click.option("--fix", "fixing", is_flag=True, help="Write the fixes that are safe.")
@click.option("--unsafe-fixes", is_flag=True, help="Write the other fixes too: read the posts again afterwards.")
@click.option("--diff", is_flag=True, help="Show what fixes would change; write nothing.")
@click.option("--rule", "only", multiple=True, metavar="ID", help="Only this rule (may be repeated).")
@click.option("--severity", type=click.Choice(list(RANK)), default="suggestion", help="The least to show.")
@click.option("--fail-on", type=click.Choice(list(RANK)), default="error", help="The least that makes it exit 1.")
@click.option("--strict", is_flag=True, help="Same as --fail-on warning.")
@click.option("--baseline", metavar="FILE", help="Say nothing of the remarks kept in FILE.")
@click.option("--write-baseline", metavar="FILE", help="Keep today's remarks in FILE; with --baseline, add none to it.")
@click.option("--statistics", is_flag=True, help="Count the remarks by rule instead.")
@click.option("-q", "--quiet", is_flag=True, help="Print only how many there are.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default=None, help="Language of messages.")
@click.option("--no-cache", is_flag=True, help="Remember nothing, read everything.")
@click.pass_obj
def command(
    app: App,
    paths: tuple[str, ...],
    form: str,
    output: str | None,
    typed_now: str | None,
    base: str | None,
    dependents: bool,
    fixing: bool,
    unsafe_fixes: bool,
    diff: bool,
    only: tuple[str, ...],
    severity: Severity,
    fail_on: Severity,
    strict: bool,
    baseline: str | None,
    write_baseline: str | None,
    statistics: bool,
    quiet: bool,
    lang: str | None,
    no_cache: bool,
) -> None:
    if lang:
        app.lang = lang
    if statistics and form not in ("text", "json"):
        raise UsageError("--statistics prints text or json.", hint="Leave --format out.")
    if write_baseline and (paths or only or base is not None):
        raise UsageError("A baseline is about everything.", hint="Leave paths, --changed and --rule out.")
    names = _rules(only)
    now = app.now(typed_now)
    known = _baseline(baseline)
    wanted = _wanted(app, paths, base, dependents)
    if wanted is not None and not wanted:
        app.out.note(app.out.word(NOTHING, base=base))
    if fixing or unsafe_fixes or diff:
        from smmgit.jobs.mend import mend

        mended = mend(
            app.root, now, paths=wanted, only=names, cache=not no_cache, unsafe=unsafe_fixes, write=not diff,
            choose=known.new if known else None,
        )  # fmt: skip
        _tell_fixes(app, mended, diff)
        if diff:
            app.exit(1 if mended.files else 0)
        checked = mended.left
    else:
        from smmgit.jobs.check import check

        ws = None if no_cache else app.workspace()
        checked = check(app.root, now, paths=wanted, only=names, cache=not no_cache, ws=ws)
    if write_baseline:
        _record(app, checked, known, write_baseline)
        return
    left = _unknown(app, checked, known)
    if known and baseline and wanted is None and not names and known.stale:
        app.out.note(app.out.word(STALE, path=baseline, count=number(len(known.stale), "remark", app.lang)))
    told = Told(
        root=app.root, lang=app.lang, checked=checked, fail_on="warning" if strict else fail_on, quiet=quiet,
        findings=tuple(finding for finding in left if RANK[finding.severity] <= RANK[severity]),
        hidden=tuple(finding for finding in left if RANK[finding.severity] > RANK[severity]),
        known=len(checked.findings) - len(left),
    )  # fmt: skip
    _write(app, told, form, output, statistics)
    if any(map(told.fails, left)):
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


def _wanted(app: App, paths: Sequence[str], base: str | None, dependents: bool) -> frozenset[str] | None:
    """The paths to judge, as the repository knows them; None means everything."""
    asked = frozenset(_relative(app.root, path) for path in paths) or None
    if dependents and asked is not None:
        from smmgit.jobs.changed import dependents as widened

        asked = widened(app.workspace(), asked)
    if base is None:
        return asked
    from smmgit.jobs.changed import changed_since
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
    from smmgit.jobs.baseline import read

    return read(path)


def _record(app: App, checked: Checked, known: Baseline | None, path: str) -> None:
    """Keep what was found; with a baseline, only what it knew already."""
    from smmgit.jobs.baseline import recorded, write
    from smmgit.jobs.fingerprint import Texts

    texts = Texts(app.root)
    kept = known.kept(checked.findings, texts) if known else recorded(checked.findings, texts)
    write(path, kept)
    app.out.note(app.out.word(RECORDED, path=path, count=number(len(kept.entries), "remark", app.lang)))


def _unknown(app: App, checked: Checked, known: Baseline | None) -> tuple[Finding, ...]:
    if known is None:
        return checked.findings
    from smmgit.jobs.fingerprint import Texts

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
