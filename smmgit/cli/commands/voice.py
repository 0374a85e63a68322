"""`smmgit voice`: any text judged by a team's Vale styles, printed as Vale prints it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import click

from smmgit.cli.app import App
from smmgit.errors import ConfigError, UsageError
from smmgit.model.say import Say

LEVELS = ("suggestion", "warning", "error")
NO_CONFIG = "E100 [.vale.ini not found] Runtime error"
SKIPPED = Say(
    "Not run: {rule}, because {reason} ({path}:{line}).", "Non appliquée : {rule}, car {reason} ({path}:{line})."
)
SLOW = Say("{path}: {rule} took too long and was left out here; simplify its pattern.",
           "{path} : {rule} a pris trop de temps et a été laissée de côté ici ; simplifier son motif.")  # fmt: skip
TOO_LARGE = Say("{path}: more than two million characters are not read; cut the file up.",
                "{path} : plus de deux millions de caractères, non lu ; découper le fichier.")  # fmt: skip
UNREADABLE = Say("Not run: {rule}, because its pattern cannot be read: {why}.",
                 "Non appliquée : {rule}, car son motif est illisible : {why}.")  # fmt: skip
UNREAD = Say("{path}: {kind} files are not read; only Markdown, HTML and plain texts are.",
             "{path} : les fichiers {kind} ne sont pas lus ; seuls le Markdown, le HTML et les textes bruts le sont.",
             )  # fmt: skip
PACKAGES = Say("Packages are named but never fetched: {names}. Put the styles into StylesPath.",
               "Des paquets sont nommés, mais jamais téléchargés : {names}. Mettre les styles dans StylesPath.",
               )  # fmt: skip
WHY = Say("{path}:{line}:{column}:{check}: “{match}” is silenced by {by}",
          "{path}:{line}:{column}:{check} : « {match} » est passé sous silence par {by}")  # fmt: skip


# What editors and scripts say to Vale that is always so here: sorted, with slashes, nothing global, no wrapping.
ALWAYS = ("--sort", "--normalize", "--relative", "--no-global", "--no-wrap")


def _accepted(command: Callable[..., None]) -> Callable[..., None]:
    for name in ALWAYS:
        command = click.option(name, is_flag=True, hidden=True)(command)
    return command


@click.command(help="Judge texts by the Vale styles of a .vale.ini. PATHS: files, folders, or “-” for standard input.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--config", type=click.Path(dir_okay=False), help="The .vale.ini (default: the nearest one upwards).")
@click.option("--output", type=click.Choice(["line", "JSON"]), default="line", help="How to print.")
@click.option("--minAlertLevel", "least", type=click.Choice(LEVELS), help="The least to show.")
@click.option("--no-exit", is_flag=True, help="Exit 0 even when there are errors.")
@click.option("--glob", default="*", metavar="PATTERN", help="Only files like this; “!” turns it round.")
@click.option("--ext", default="", metavar=".EXT", help="Read files (or standard input) as this kind.")
@click.option("--explain", is_flag=True, help="Say what was silenced, and by which exception or comment.")
@click.option("--no-cache", is_flag=True, help="Remember nothing, judge everything.")
@click.option("--ignore-syntax", is_flag=True, help="Read every file as plain lines.")
@_accepted
@click.pass_obj
def command(
    app: App, /, paths: tuple[str, ...], config: str | None, output: str, least: Any, no_exit: bool, glob: str,
    ext: str, explain: bool, no_cache: bool, ignore_syntax: bool, **_: bool,
) -> None:  # fmt: skip
    from smmgit.files.disk.cache import Cache
    from smmgit.files.styles.places import find_config
    from smmgit.jobs.voice import Judged, open_session

    found = config or find_config(os.getcwd())
    if not found:
        raise ConfigError(NO_CONFIG, hint="Write a .vale.ini here or above, or name one with --config.")
    # Only a team's repository has a cache folder; elsewhere nothing is left behind.
    team = os.path.isdir(os.path.join(app.root, "brand")) and not explain
    session = open_session(found, Cache(app.root, on=team and not no_cache), least)
    set_up = session.set_up
    if set_up.findings:
        _refuse(app, set_up.findings, output)
    for rule in session.skipped:
        app.out.note(app.out.word(SKIPPED, rule=rule.rule, reason=rule.reason, path=rule.path, line=rule.line))
    if set_up.settings.packages:
        app.out.note(app.out.word(PACKAGES, names=", ".join(set_up.settings.packages)))
    kind = "lines" if ignore_syntax else ext.lstrip(".")
    if paths in ((), ("-",)):
        name = f"stdin{ext or '.txt'}"
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
        judged = [Judged(name, session.text(text, name, kind))]
    else:
        for path in paths:
            if not os.path.exists(path):
                raise UsageError(f"There is no file or folder {path}.")
        judged = list(session.files(paths, glob=glob, kind=kind))
    if session.verdicts:
        session.verdicts.close()
    late: dict[str, str] = {}
    for one in judged:
        for name, why in one.verdict.unreadable:
            if late.setdefault(name, why) is why:
                app.out.note(app.out.word(UNREADABLE, rule=name, why=why))
        if one.unread:
            app.out.note(app.out.word(UNREAD, path=one.path, kind=one.unread))
        if one.verdict.too_large:
            app.out.note(app.out.word(TOO_LARGE, path=one.path))
        for name in one.verdict.too_slow:
            app.out.note(app.out.word(SLOW, path=one.path, rule=name))
        if explain:
            for silent in one.verdict.silenced:
                app.out.note(app.out.word(WHY, path=one.path, line=silent.line, column=silent.column,
                                          check=silent.check, match=silent.match, by=silent.by))  # fmt: skip
    _print(app, judged, output)
    if not no_exit and any(alert.level == "error" for one in judged for alert in one.verdict.alerts):
        app.exit(1)


def _print(app: App, judged: list[Any], output: str) -> None:
    if output == "line":
        for one in judged:
            for alert in one.verdict.alerts:
                app.out.line(f"{one.path}:{alert.line}:{alert.column}:{alert.check}:{alert.message}")
        return
    told = {
        one.path: [
            {
                "Action": {"Name": alert.action.name, "Params": list(alert.action.params) or None},
                "Span": [alert.column, alert.end], "Check": alert.check, "Description": alert.description,
                "Link": alert.link, "Message": alert.message, "Severity": alert.level, "Match": alert.match,
                "Line": alert.line,
            }
            for alert in one.verdict.alerts
        ]
        for one in judged if one.verdict.alerts
    }  # fmt: skip
    app.out.line(_as_go(told))


def _as_go(value: Any) -> str:
    """JSON byte for byte as Go writes it: two spaces, and `<`, `>`, `&` as escapes."""
    import json

    text = json.dumps(value, indent=2, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _refuse(app: App, findings: tuple[Any, ...], output: str) -> None:
    """What Vale would stop at, all of it at once; nothing is judged."""
    if output == "JSON":
        first = findings[0]
        app.out.note(_as_go({"Line": first.line, "Path": first.path, "Text": first.message.in_(app.lang),
                             "Code": "E201", "Span": first.column}))  # fmt: skip
    else:
        for finding in findings:
            app.out.note(f"{finding.path}:{finding.line}:{finding.column}: E201 {finding.message.in_(app.lang)}")
    app.exit(2)
