"""`smmgit new`: four questions, one Markdown file."""

from __future__ import annotations

import os
import sys

import click

from smmgit.cli.app import App
from smmgit.errors import UsageError
from smmgit.model.say import Say

COLON = Say(": ", " : ")
TITLE = Say("Working title (never published)", "Titre de travail (jamais publié)")
CHANNELS = Say("Channels, separated by commas", "Comptes, séparés par des virgules")
AT = Say("When (2026-11-25 09:00, asap, or - for an idea without a date)",
         "Quand (2026-11-25 09:00, asap, ou - pour une idée sans date)")  # fmt: skip
TEXT = Say("First words (Enter to write them later)", "Premiers mots (Entrée pour les écrire plus tard)")
NO_TITLE = Say("A post needs a working title.", "Il faut un titre de travail.")
TITLE_HINT = Say("Answer the question, or add --title “…”.", "Répondre à la question, ou ajouter --title « … ».")
NO_CHANNEL = Say("There is no channel {name}.", "Il n'y a pas de compte {name}.")
DID_YOU_MEAN = Say("Did you mean {close}?", "Vouliez-vous dire {close} ?")
THESE = Say("The brand has: {names}", "La marque a : {names}")
NO_CHANNELS = Say("Add one to brand/channels.yml first.", "En ajouter un à brand/channels.yml d'abord.")
WRITTEN = Say("Wrote {path}", "Écrit : {path}")
NEXT = {
    "ready": Say("Next: open it, write on, then `smmgit lint {path}`.",
                 "Ensuite : l'ouvrir, continuer, puis `smmgit lint {path}`."),
    "draft": Say("It is a draft: write the text, then remove `status: draft`.",
                 "C'est un brouillon : écrire le texte, puis ôter `status: draft`."),
    "idea": Say("It is an idea: give it a `publish_at` and remove `status: idea` when its time comes.",
                "C'est une idée : lui donner un `publish_at` et ôter `status: idea` le moment venu."),
}  # fmt: skip
UNDATED = "-"


@click.command(help="Write a new post: four questions, one file. What is given as an option is not asked.")
@click.option("--title", default=None, help="Working title, never published.")
@click.option("--channels", "typed_channels", default=None, metavar="A,B", help="Where it goes.")
@click.option("--at", default=None, metavar="TIME", help="When: 2026-11-25 09:00, asap, or - for an idea.")
@click.option("--text", default=None, help="The first words.")
@click.option("--now", "typed_now", default=None, metavar="TIME", help="Reckon the next free slot from here.")
@click.pass_obj
def command(
    app: App, title: str | None, typed_channels: str | None, at: str | None, text: str | None, typed_now: str | None
) -> None:
    from smmgit.jobs import new as job

    ws, now = app.workspace(), app.now(typed_now)
    asks = sys.stdin.isatty()
    if title is None and asks:
        title = click.prompt(
            app.out.word(TITLE), default="", show_default=False, prompt_suffix=app.out.word(COLON), err=True
        )
    if not (title or "").strip():
        raise UsageError(app.out.word(NO_TITLE), hint=app.out.word(TITLE_HINT))
    channels = _channels(app, typed_channels, job.usual_channels(ws), asks)
    when = _moment(app, at, job.next_time(ws, channels, now), asks)
    if text is None and asks:
        text = click.prompt(
            app.out.word(TEXT), default="", show_default=False, prompt_suffix=app.out.word(COLON), err=True
        )
    made = job.new(app.root, ws, now, title=title or "", channels=channels, at=when, text=text or "")
    path = os.path.relpath(os.path.join(app.root, made.path))
    app.out.say(WRITTEN, path=path)
    app.out.note(app.out.word(NEXT[made.status], path=path))


def _channels(app: App, typed: str | None, usual: tuple[str, ...], asks: bool) -> tuple[str, ...]:
    """The channels given, else asked for until the brand has them all, else the usual ones."""
    if typed is None and asks:
        app.out.note(app.out.word(THESE, names=", ".join(app.workspace().channels)))
    while True:
        answer = typed if typed is not None else ", ".join(usual)
        if typed is None and asks:
            answer = click.prompt(app.out.word(CHANNELS), default=answer, prompt_suffix=app.out.word(COLON), err=True)
        names = tuple(dict.fromkeys(name.strip() for name in answer.split(",") if name.strip()))
        wrong = _channels_wrong(app, names)
        if not wrong:
            return names
        if typed is not None or not asks:
            raise UsageError(wrong)
        app.out.note(wrong)


def _moment(app: App, typed: str | None, offered: str, asks: bool) -> str:
    """The moment given, else asked for until it can be read, else the one offered; empty for an idea."""
    from smmgit.jobs.new import moment

    while True:
        answer = typed if typed is not None else offered
        if typed is None and asks:
            answer = click.prompt(app.out.word(AT), default=offered, prompt_suffix=app.out.word(COLON), err=True)
        answer = answer.strip()
        if answer in ("", UNDATED):
            return ""
        wrong = moment(answer)
        if not isinstance(wrong, Say):
            return answer
        if typed is not None or not asks:
            raise UsageError(app.out.word(wrong))
        app.out.note(app.out.word(wrong))


def _channels_wrong(app: App, names: tuple[str, ...]) -> str:
    """What is wrong with these channels, in the reader's language; empty when nothing is."""
    from smmgit.jobs.new import unknown_channels

    ws = app.workspace()
    for name, close in unknown_channels(ws, names).items():
        words = [app.out.word(NO_CHANNEL, name=name)]
        if close:
            words.append(app.out.word(DID_YOU_MEAN, close=close))
        words.append(app.out.word(THESE, names=", ".join(ws.channels)) if ws.channels else app.out.word(NO_CHANNELS))
        return " ".join(words)
    return ""
