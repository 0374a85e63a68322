"""`smmgit publish`: send what is due, once; or rehearse it into the embedded sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

if TYPE_CHECKING:
    import datetime as dt

NOW_REFUSED = Say(
    "--now sets the clock, and a clock that can be set must never send for real.",
    "--now règle l'horloge, et une horloge réglable ne doit jamais envoyer pour de vrai.",
)
NOW_HINT = Say("Use it with --rehearse or --dry-run.", "À utiliser avec --rehearse ou --dry-run.")
ONLY_REHEARSING = Say(
    "--since and --restart belong to a rehearsal: add --rehearse.",
    "--since et --restart vont avec une répétition : ajouter --rehearse.",
)
NOT_REHEARSING = Say(
    "--until, --channel and --begin do not go with a rehearsal.",
    "--until, --channel et --begin ne vont pas avec une répétition.",
)
BACKWARDS = Say("--since must be before --now.", "--since doit précéder --now.")
LENGTH = Say("--until takes a length of time, such as 10m or 1h.", "--until prend une durée, comme 10m ou 1h.")
NO_CHANNEL = Say(
    "There is no channel “{name}” in brand/channels.yml.", "Aucun compte « {name} » dans brand/channels.yml."
)
BEGUN = Say("The ledger has begun. From now on: smmgit publish.", "Le journal a commencé. Désormais : smmgit publish.")


@click.command(help="Send what is due, each post once. With --rehearse: to the embedded sandbox.")
@click.option("--rehearse", is_flag=True, help="Send everything to the embedded sandbox instead of the networks.")
@click.option(
    "--until", "typed_until", metavar="LENGTH", default=None, help="Also wait for what falls due within 10m, 1h…"
)
@click.option("--channel", "channels", metavar="ID", multiple=True, help="Only this channel (may be repeated).")
@click.option("--begin", is_flag=True, help="Begin the ledger, once, before the very first sending.")
@click.option("--now", "typed_now", metavar="TIME", default=None, help="Set the clock (rehearsal and dry run only).")
@click.option(
    "--since", "typed_since", metavar="TIME", default=None, help="Rehearse all that fell due from here to now."
)
@click.option("--restart", is_flag=True, help="Forget the earlier rehearsal first.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent; write nothing anywhere.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or machines.")
@click.pass_obj
def command(
    app: App,
    rehearse: bool,
    typed_until: str | None,
    channels: tuple[str, ...],
    begin: bool,
    typed_now: str | None,
    typed_since: str | None,
    restart: bool,
    dry_run: bool,
    form: str,
) -> None:
    from smmgit.cli.runs import as_json, in_words
    from smmgit.errors import UsageError

    app.writes = not dry_run
    say = app.out.word
    if typed_now is not None and not rehearse and not dry_run:
        raise UsageError(say(NOW_REFUSED), hint=say(NOW_HINT))
    if (typed_since is not None or restart) and not rehearse:
        raise UsageError(say(ONLY_REHEARSING))
    if rehearse and (typed_until is not None or channels or begin):
        raise UsageError(say(NOT_REHEARSING))
    now = app.now(typed_now)
    if rehearse:
        since = app.now(typed_since) if typed_since is not None else None
        if since is not None and since > now:
            raise UsageError(say(BACKWARDS))
        from smmgit.jobs.rehearse import rehearse as run_rehearsal

        run = run_rehearsal(app.root, now, since=since, dry_run=dry_run, restart=restart, ws=app.workspace())
    elif begin:
        _begin(app, now)
        return
    else:
        import os

        from smmgit.jobs.publish import foresee, publish

        for name in channels:
            if app.workspace().channel(name) is None:
                raise UsageError(say(NO_CHANNEL, name=name))
        if dry_run:
            run = foresee(app.root, now, app.workspace())
        else:
            until = _length(app, typed_until)
            run = publish(app.root, os.environ, until=until, channels=frozenset(channels) or None)
    as_json(app, run, rehearsal=rehearse) if form == "json" else in_words(app, run, rehearsal=rehearse)
    if run.needs_a_person:
        app.exit(1)


def _begin(app: App, now: dt.datetime) -> None:
    import os

    from smmgit.jobs.publish import begin

    begin(app.root, now, app.workspace(), os.environ)
    app.out.say(BEGUN)


def _length(app: App, typed: str | None) -> dt.timedelta:
    import datetime as dt

    from smmgit.errors import UsageError
    from smmgit.files.values.moments import duration

    found = duration(typed) if typed is not None else dt.timedelta()
    if not isinstance(found, dt.timedelta):
        raise UsageError(app.out.word(LENGTH))
    return found
