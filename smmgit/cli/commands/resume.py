"""`smmgit resume`: end a pause, and decide for each thing that fell due meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.model.delivery import Key
    from smmgit.plan.plan import Planned

OVERDUE = Say("Fell due during the pause:", "Tombé pendant la pause :")
ASK = Say("{post} on {channel}: s = send now, k = skip, w = decide later", "{post} sur {channel} : s = envoyer maintenant, k = passer, w = décider plus tard")  # fmt: skip  # noqa: E501
NOBODY = Say("“{name}” did not fall due during this pause.", "« {name} » n'est pas tombée pendant cette pause.")
GOES_ON = Say("Sending goes on: {scope}.", "L'envoi reprend : {scope}.")
COUNTS = Say(
    "Sent by the next run: {sends}. Skipped: {skipped}. Still waiting for a decision, and not sent: {left}.",
    "Envoyé à la prochaine exécution : {sends}. Passé : {skipped}. Encore sans décision, et pas envoyé : {left}.",
)
LATER = Say(
    "For these: a new publish_at in the file, or smmgit resume again with --send or --skip.",
    "Pour celles-ci : un nouveau publish_at dans le fichier, ou encore smmgit resume avec --send ou --skip.",
)


@click.command(help="End a pause; each thing that fell due meanwhile is sent, skipped or left for a decision.")
@click.option("--scope", default="all", metavar="SCOPE", help="What was paused.")
@click.option("--send", "send", metavar="POST", multiple=True, help="Send this one now (may be repeated).")
@click.option("--skip", "skip", metavar="POST", multiple=True, help="Give this one up (may be repeated).")
@click.option("--send-all", is_flag=True, help="Send all that fell due.")
@click.option("--skip-all", is_flag=True, help="Give up all that fell due.")
@click.pass_obj
def command(app: App, scope: str, send: tuple[str, ...], skip: tuple[str, ...], send_all: bool, skip_all: bool) -> None:
    from smmgit.cli.deliveries import header, rows
    from smmgit.jobs.pause import Resuming

    resuming = Resuming(app.root, app.now(), scope)
    overdue = resuming.overdue
    sends = set() if skip_all else _keys(app, overdue, send)
    skips = set() if send_all else _keys(app, overdue, skip)
    if send_all:
        sends = {item.delivery.key for item in overdue} - _keys(app, overdue, skip)
        skips = _keys(app, overdue, skip)
    if skip_all:
        sends = _keys(app, overdue, send)
        skips = {item.delivery.key for item in overdue} - sends
    if overdue:
        app.out.say(OVERDUE)
        app.out.table(rows(overdue, app.workspace(), app.lang), header(app.lang))
        if sys.stdin.isatty() and not (send or skip or send_all or skip_all):
            sends, skips = _asked(app, overdue)
    done = resuming.resume(skips, sends)
    app.out.say(GOES_ON, scope=scope)
    if overdue:
        app.out.say(COUNTS, sends=len(done.sends), skipped=len(done.skipped), left=len(done.undecided))
    if done.undecided:
        app.out.note(app.out.word(LATER))


def _keys(app: App, overdue: Sequence[Planned], names: Sequence[str]) -> set[Key]:
    from smmgit.errors import UsageError

    found = set()
    for name in names:
        match = {item.delivery.key for item in overdue if name in (item.post.id, item.post.path)}
        if not match:
            raise UsageError(app.out.word(NOBODY, name=name))
        found |= match
    return found


def _asked(app: App, overdue: Sequence[Planned]) -> tuple[set[Key], set[Key]]:
    sends, skips = set(), set()
    for item in overdue:
        key = item.delivery.key
        choice = click.prompt(
            app.out.word(ASK, post=key.post, channel=key.channel), type=click.Choice(["s", "k", "w"]), default="w"
        )
        if choice == "s":
            sends.add(key)
        elif choice == "k":
            skips.add(key)
    return sends, skips
