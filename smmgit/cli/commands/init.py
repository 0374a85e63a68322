"""`smmgit init DIR`: a team's own repository, committed and ready to rehearse."""

from __future__ import annotations

import datetime as dt
import os
import sys

import click

from smmgit.cli.app import App
from smmgit.errors import UsageError
from smmgit.model.say import Say
from smmgit.model.when import UTC

HERE = {"fr": "Europe/Paris", "en": "Europe/London"}
MADE = Say(
    "Made {root}: {count} files, committed as {commit}.", "{root} est prêt : {count} fichiers, enregistrés ({commit})."
)
NOTHING = Say("Everything was there already in {root}.", "Tout était déjà là dans {root}.")
KEPT = Say("Left as they were: {names}", "Laissés tels quels : {names}")
UNSIGNED = Say("git does not know your name yet: git config --global user.name '…', then user.email.",
               "git ne connaît pas encore votre nom : git config --global user.name '…', puis user.email.")  # fmt: skip
NEXT = Say(
    "Next, in this folder:\n"
    "  cd {folder}\n"
    "  smmgit lint                  what an editor, a network or a reader would object to\n"
    "  smmgit publish --rehearse    sends what is due to a trial feed, nowhere else: {post}\n"
    "  smmgit site --out site       then open site/index.html\n"
    "  smmgit new                   four questions, one file",
    "Ensuite, dans ce dossier :\n"
    "  cd {folder}\n"
    "  smmgit lint                  ce qu'une rédactrice, un réseau ou une lectrice reprocherait\n"
    "  smmgit publish --rehearse    envoie ce qui est dû dans un fil d'essai, nulle part ailleurs : {post}\n"
    "  smmgit site --out site       puis ouvrir site/index.html\n"
    "  smmgit new                   quatre questions, un fichier",
)
COLON = Say(": ", " : ")
ASK_NAME = Say("Name of the brand", "Nom de la marque")
NO_TIME = Say("--now {typed!r} is not a moment I can read.", "--now {typed!r} n'est pas un moment lisible.")
TIME_HINT = Say("Write it as 2026-11-23T08:00+01:00.", "L'écrire comme 2026-11-23T08:00+01:00.")


@click.command(help="Make a team's own repository at DIR and commit it.")
@click.argument("folder", metavar="DIR")
@click.option("--lang", type=click.Choice(["fr", "en"]), default=None, help="Language of the files (default: yours).")
@click.option("--name", default=None, help="Name of the brand (default: made of DIR).")
@click.option("--time-zone", default=None, metavar="ZONE", help="Such as Europe/Paris (default: this machine's).")
@click.option("--now", "typed_now", default=None, metavar="TIME", help="The moment the first post is due.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.option("--force", is_flag=True, help="Also in a folder that is not empty; existing files stay as they are.")
@click.pass_obj
def command(
    app: App,
    folder: str,
    lang: str | None,
    name: str | None,
    time_zone: str | None,
    typed_now: str | None,
    yes: bool,
    force: bool,
) -> None:
    from smmgit.cli.output import Output
    from smmgit.jobs.init import init

    chosen = lang or app.lang
    out = Output(chosen) if lang else app.out
    root = os.path.abspath(folder)
    named = name if name is not None else _from_folder(root)
    if name is None and not yes and sys.stdin.isatty():
        named = click.prompt(ASK_NAME.in_(chosen), default=named, prompt_suffix=COLON.in_(chosen), err=True)
    where = time_zone or _local_zone() or HERE[chosen]
    made = init(root, lang=chosen, name=named, time_zone=where, now=_now(typed_now, chosen), force=force)
    if made.commit:
        out.say(MADE, root=made.root, count=len(made.files), commit=made.commit[:9])
    else:
        out.say(NOTHING, root=made.root)
    if made.kept:
        out.say(KEPT, names=", ".join(made.kept))
    if not made.signed:
        out.say(UNSIGNED)
    out.line()
    out.say(NEXT, folder=min(os.path.relpath(made.root), made.root, key=len), post=made.post)


def _from_folder(root: str) -> str:
    words = os.path.basename(root).replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "smmgit"


def _local_zone() -> str:
    """This machine's time zone by name; empty where it has none, or only UTC as servers do."""
    try:
        linked = os.readlink("/etc/localtime").partition("zoneinfo/")[2]
    except OSError:
        return ""
    return "" if linked.startswith(("Etc/", "UTC", "posix/", "right/")) else linked


def _now(typed: str | None, lang: str) -> dt.datetime:
    """The moment typed (naive without an offset), else the clock's."""
    if typed is None:
        return dt.datetime.now(UTC)
    try:
        return dt.datetime.fromisoformat(typed.strip())
    except ValueError as error:
        raise UsageError(NO_TIME.with_(typed=typed).in_(lang), hint=TIME_HINT.in_(lang)) from error
