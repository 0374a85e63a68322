"""`smmgit fmt`: posts in their canonical form, nothing they say changed."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

DONE = Say("{changed} of {count} files put in form.", "Mis en forme : {changed} sur {count}.")
WOULD = Say("{changed} of {count} files would change.", "À mettre en forme : {changed} sur {count}.")
NO_FILE = Say("There is no file {path}.", "Il n'y a pas de fichier {path}.")
UNREADABLE = Say("{path} cannot be read as text; nothing was written.",
                 "{path} ne se lit pas comme du texte ; rien n'a été écrit.")  # fmt: skip


@click.command(help="Put fields in order, choices by their names, line ends in form. Comments and texts stay.")
@click.argument("files", nargs=-1, metavar="[FILES]...")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.pass_obj
def command(app: App, files: tuple[str, ...], check: bool, diff: bool) -> None:
    from smmgit.files.write import write_atomic

    count = changed = unreadable = 0
    for path, shown in _chosen(app, files):
        try:
            with open(path, encoding="utf-8", newline="") as stream:
                before = stream.read()
        except (OSError, UnicodeDecodeError):
            app.out.note(app.out.word(UNREADABLE, path=shown))
            unreadable += 1
            continue
        count += 1
        after = _formatted(shown, before)
        if after == before:
            continue
        changed += 1
        if diff:
            _show(app, shown, before, after)
        elif check:
            app.out.line(shown)
        else:
            write_atomic(path, after)
            app.out.line(shown)
    app.out.note(app.out.word(WOULD if check or diff else DONE, changed=changed, count=count))
    if unreadable or (changed and (check or diff)):
        app.exit(1)


def _formatted(shown: str, text: str) -> str:
    from smmgit.files.fmt import format_post
    from smmgit.files.tables import FOLDERS
    from smmgit.model.fields.post import POST

    fields = next((file.fields for file in FOLDERS if f"{file.path}/" in f"/{shown}"), POST)
    return format_post(text, fields)


def _chosen(app: App, files: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each file to look at, absolute, and its path as people see it; all texts with fields when none is named."""
    for name in files or [os.path.join(app.root, top) for top in ("content", "brand/personas", "calendar/campaigns")]:
        path = os.path.abspath(name)
        if os.path.isdir(path):
            for folder, below, names in os.walk(path):
                below.sort()
                for inner in sorted(names):
                    full = os.path.join(folder, inner)
                    if inner.lower().endswith(".md") and inner.lower() != "readme.md" and os.path.isfile(full):
                        yield full, _shown(app, full)
        elif os.path.isfile(path):
            yield path, _shown(app, path)
        elif files:
            raise click.UsageError(app.out.word(NO_FILE, path=name))


def _shown(app: App, path: str) -> str:
    shown = os.path.relpath(path, app.root)
    return path if shown.startswith("..") else shown


def _show(app: App, shown: str, before: str, after: str) -> None:
    import difflib

    for line in difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"a/{shown}", f"b/{shown}", lineterm="", n=2
    ):  # fmt: skip
        app.out.line(line)
