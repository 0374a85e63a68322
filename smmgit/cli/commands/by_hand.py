"""`smmgit by-hand`: what people post themselves, now and soon, ready to paste; and the word that it is out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.jobs.by_hand import Task
    from smmgit.render.by_hand import Sheet

NOTHING = Say(
    "Nothing to post by hand in the next {hours} hours.",
    "Rien à publier à la main dans les {hours} prochaines heures.",
)
HEAD = Say("{when}, {title} on {channel}", "{when}, {title} sur {channel}")
NOW = Say("now", "maintenant")
NOTE = Say("To know: {note}", "À savoir : {note}")
ALT = Say("  {file}: {alt}", "  {file} : {alt}")
NO_ALT = Say("no alt text", "pas de texte alternatif")
FILES = Say("Files", "Fichiers")
IS = Say("  {name} is {source}", "  {name} est {source}")
READY = Say("Package: {folder}", "Dossier préparé : {folder}")
STEPS = Say("Steps", "Étapes")
CONFIRM = Say("Then: {command}", "Ensuite : {command}")
COPIED = Say(
    "{what} of {key}: on the clipboard, if this terminal allows it (OSC 52).",
    "{what} de {key} : dans le presse-papiers, si ce terminal le permet (OSC 52).",
)
NO_TERMINAL = Say("--copy needs a terminal.", "--copy a besoin d'un terminal.")
NO_TEXT = Say("There is no text {number}; there are {count}.", "Il n'y a pas de texte {number} ; il y en a {count}.")
WHICH = Say("Several deliveries wait; say whose text.", "Plusieurs envois attendent ; dire duquel.")
WHICH_HINT = Say("Name the post, or an account: {names}.", "Nommer la publication, ou un compte : {names}.")
NO_COPY = Say("--copy and --confirm do not go with --format json.", "--copy et --confirm ne vont pas avec json.")
NOT_REAL = Say(
    "--confirm records what is really out, so it goes neither with --rehearse nor with --now.",
    "--confirm note ce qui est vraiment en ligne : ni avec --rehearse, ni avec --now.",
)
ASK = Say("{what}: its address (empty: not yet)", "{what} : son adresse (vide : pas encore)")
NO_ADDRESS = Say(
    "That is no address: it begins with https://. Nothing was recorded for it.",
    "Ce n'est pas une adresse : elle commence par https://. Rien n'a été noté.",
)
DONE = Say("Recorded as published: {what}", "Noté comme publié : {what}")
LEFT = Say("Left as it is: {what}", "Laissé tel quel : {what}")


@click.command(help="Show what people post themselves, now and soon, ready to paste; confirm what is out.")
@click.argument("post", metavar="[POST]", default="")
@click.option("--channel", metavar="ID", default="", help="Only on this channel.")
@click.option("--copy", "number", metavar="N", type=int, default=None, help="Put text N on the clipboard.")
@click.option("--confirm", is_flag=True, help="Ask for the address of what was posted, and record it.")
@click.option("--now", "typed_now", metavar="TIME", default=None, help="Look from this moment instead of the clock's.")
@click.option("--rehearse", is_flag=True, help="Look at the rehearsal instead of the real ledger.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or machines.")
@click.pass_obj
def command(
    app: App, post: str, channel: str, number: int | None, confirm: bool, typed_now: str | None, rehearse: bool,
    form: str,
) -> None:  # fmt: skip
    from smmgit.errors import UsageError
    from smmgit.jobs.by_hand import tasks

    if confirm and (rehearse or typed_now is not None):
        raise UsageError(app.out.word(NOT_REAL))
    if form == "json" and (confirm or number is not None):
        raise UsageError(app.out.word(NO_COPY))
    now = app.now(typed_now)
    found = [
        task
        for task in tasks(app.root, app.workspace(), now, rehearsal=rehearse)
        if post in ("", task.item.post.id, task.item.post.path) and channel in ("", task.item.delivery.key.channel)
    ]
    if form == "json":
        app.out.json({"now": now, "rehearsal": rehearse, "by_hand": [_json(app, task) for task in found]})
    elif number is not None:
        _copy(app, found, number)
    elif confirm:
        _confirm(app, found, now)
    else:
        _screen(app, found, now)


def _sheet(app: App, task: Task) -> Sheet:
    from smmgit.render.by_hand import sheet

    key = task.item.delivery.key
    return sheet(task.rendition, app.workspace().channels[key.channel], key)


def _screen(app: App, found: Sequence[Task], now: dt.datetime) -> None:
    from smmgit.cli.deliveries import moment
    from smmgit.jobs.by_hand import AHEAD

    if not found:
        app.out.say(NOTHING, hours=int(AHEAD.total_seconds() // 3600))
    ws, out = app.workspace(), app.out
    for task in found:
        key, at, told = task.item.delivery.key, task.item.delivery.at, _sheet(app, task)
        channel = ws.channels[key.channel]
        due = task.item.state.reason == "by-hand-now"
        when = " · ".join(filter(None, [moment(at, ws, app.lang) if at else "", out.word(NOW) if due else ""]))
        title = task.item.post.title or key.post
        out.styled(out.style(out.word(HEAD, when=when, title=title, channel=channel.name or channel.id), "bold"))
        if channel.url:
            out.line(channel.url)
        if told.instructions:
            out.say(NOTE, note=told.instructions)
        out.line("\n" + out.word(STEPS))
        for place, step in enumerate(told.steps, 1):
            out.line(f"  {place}. {step.in_(app.lang)}")
        # The texts begin at the first column and have nothing beside them, so that selecting one takes only it.
        for text in told.texts:
            out.styled("\n" + out.style(f"— {text.called.in_(app.lang)} —", "dim"))
            out.line(text.text)
        if told.files:
            out.line("\n" + out.word(FILES))
        for name, media in zip(told.files, task.rendition.media, strict=True):
            out.say(IS, name=name, source=media.file or media.url)
            if not media.alt and not media.decorative:
                out.say(ALT, file=name, alt=out.word(NO_ALT))
        if task.folder:
            out.say(READY, folder=task.folder)
        out.line()
        out.say(CONFIRM, command=told.confirm.in_(app.lang))
        out.line()


def _copy(app: App, found: Sequence[Task], number: int) -> None:
    from smmgit.errors import UsageError

    texts = _sheet(app, found[0]).texts if found else ()
    if len(found) > 1:
        names = ", ".join(str(task.item.delivery.key) for task in found)
        raise UsageError(app.out.word(WHICH), hint=app.out.word(WHICH_HINT, names=names))
    if not 1 <= number <= len(texts):
        raise UsageError(app.out.word(NO_TEXT, number=number, count=len(texts)))
    if not app.out.stdout.isatty():
        raise UsageError(app.out.word(NO_TERMINAL))
    text = texts[number - 1]
    app.out.clipboard(text.text)
    app.out.note(app.out.word(COPIED, what=text.called.in_(app.lang), key=found[0].item.delivery.key))


def _confirm(app: App, found: Sequence[Task], now: dt.datetime) -> None:
    """Ask for each address in turn; what has none is left as it is."""
    from smmgit.cli.output import safe
    from smmgit.jobs.resolve import resolve
    from smmgit.pages.links import web

    if not found:
        _screen(app, found, now)
    bad = False
    for task in found:
        key = task.item.delivery.key
        question = safe(app.out.word(ASK, what=key))
        url = click.prompt(question, default="", show_default=False, err=True).strip()
        if not url:
            app.out.say(LEFT, what=key)
        elif not web(url):
            bad = True
            app.out.say(NO_ADDRESS)
        else:
            resolve(
                app.root, now, task.item.post.path, "published", channels=(key.channel,), occurrence=key.occurrence,
                url=url,
            )  # fmt: skip
            app.out.say(DONE, what=key)
    if bad:
        app.exit(1)


def _json(app: App, task: Task) -> dict[str, Any]:
    from smmgit.cli.deliveries import as_json

    told = _sheet(app, task)
    files = [
        {"name": name, "file": media.file, "url": media.url, "alt": media.alt, "sha256": media.digest}
        for name, media in zip(told.files, task.rendition.media, strict=True)
    ]
    return as_json(task.item) | {
        "account": app.workspace().channels[task.item.delivery.key.channel].url,
        "network": told.network,
        "folder": task.folder,
        "instructions": told.instructions,
        "texts": [{"number": text.number, "role": text.role, "file": text.file, "text": text.text}
                  for text in told.texts],
        "files": files,
        "steps": told.steps,
        "confirm": told.confirm,
    }  # fmt: skip
