"""`smmgit publish`: send what is due; in this version to the embedded sandbox, as a rehearsal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

if TYPE_CHECKING:
    import datetime as dt

    from smmgit.jobs.publish import Run

NOT_YET = Say(
    "Nothing was sent. This version of smmgit does not send to real networks: that comes with their adapters and with "
    "brand/approvals.yml, which says who may approve.",
    "Rien n'a été envoyé. Cette version de smmgit n'envoie pas sur les vrais réseaux : cela viendra avec leurs "
    "adaptateurs et avec brand/approvals.yml, qui dira qui peut valider.",
)
REHEARSE_INSTEAD = Say(
    "To see all of it happen without any account: smmgit publish --rehearse",
    "Pour tout voir se dérouler sans aucun compte : smmgit publish --rehearse",
)
NOW_REFUSED = Say(
    "--now sets the clock, and a clock that can be set must never send for real.",
    "--now règle l'horloge, et une horloge réglable ne doit jamais envoyer pour de vrai.",
)
NOW_HINT = Say("Use it with --rehearse or --dry-run.", "À utiliser avec --rehearse ou --dry-run.")
ONLY_REHEARSING = Say(
    "--since and --restart belong to a rehearsal: add --rehearse.",
    "--since et --restart vont avec une répétition : ajouter --rehearse.",
)
BACKWARDS = Say("--since must be before --now.", "--since doit précéder --now.")
RESTARTED = Say(
    "The earlier rehearsal was forgotten; this one starts with empty feeds.",
    "La répétition précédente est oubliée ; celle-ci part de fils vides.",
)
FINISHED = Say(
    "Looked up, left open by an earlier run: {count}.",
    "Vérifié, laissé en suspens par une exécution précédente : {count}.",
)
NOTHING = Say("Nothing is due.", "Rien n'est à envoyer.")
NEXT = Say("Next: {when}, {post} on {channel}.", "Prochain envoi : {when}, {post} sur {channel}.")
OUT = Say("sent", "envoyé")
WOULD = Say("would be sent", "serait envoyé")
FAILED = {
    "Rejected": Say("refused: {why}", "refusé : {why}"),
    "NotSent": Say("not sent: {why}", "pas envoyé : {why}"),
    "Unknown": Say("to check: {why}", "à vérifier : {why}"),
}
DONE = Say(
    "{count} sent to the sandbox; nothing left this machine.",
    "Envois dans le bac à sable : {count} ; rien n'est sorti de cette machine.",
)
DRY = Say("{count} would be sent. Nothing was written.", "Envois prévus : {count}. Rien n'a été écrit.")
HELD = Say("Held back at their time:", "Retenus alors que c'est l'heure :")


@click.command(help="Send what is due. Today: to the embedded sandbox, with --rehearse.")
@click.option("--rehearse", is_flag=True, help="Send everything to the embedded sandbox instead of the networks.")
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
    typed_now: str | None,
    typed_since: str | None,
    restart: bool,
    dry_run: bool,
    form: str,
) -> None:
    from smmgit.errors import ConfigError, UsageError

    app.writes = not dry_run
    say = app.out.word
    if typed_now is not None and not rehearse and not dry_run:
        raise UsageError(say(NOW_REFUSED), hint=say(NOW_HINT))
    if (typed_since is not None or restart) and not rehearse:
        raise UsageError(say(ONLY_REHEARSING))
    if not rehearse and not dry_run:
        raise ConfigError(say(NOT_YET), hint=say(REHEARSE_INSTEAD))
    now = app.now(typed_now)
    if not rehearse:
        _real_dry_run(app, now, form)
        return
    since = app.now(typed_since) if typed_since is not None else None
    if since is not None and since > now:
        raise UsageError(say(BACKWARDS))
    from smmgit.jobs.publish import rehearse as run_rehearsal

    run = run_rehearsal(app.root, now, since=since, dry_run=dry_run, restart=restart, ws=app.workspace())
    _json(app, run) if form == "json" else _words(app, run)
    if run.needs_a_person:
        app.exit(1)


def _real_dry_run(app: App, now: dt.datetime, form: str) -> None:
    """What is at its time in the real ledger's eyes, and why it stays here."""
    from smmgit.cli.deliveries import as_json, header, rows
    from smmgit.jobs.standing import Standing

    plan = Standing(app.root, app.workspace(), now, rehearsal=False).plan()
    waiting = plan.at_their_time("blocked", "to-review")
    if form == "json":
        held = [as_json(item) for item in waiting]
        app.out.json({"now": now, "rehearsal": False, "dry_run": True, "sent": [], "held": held})
        return
    app.out.table(rows(waiting, app.workspace(), app.lang), header(app.lang) if waiting else ())
    app.out.say(DRY, count=0)
    app.out.note(app.out.word(REHEARSE_INSTEAD))


def _words(app: App, run: Run) -> None:
    from smmgit.cli.deliveries import header, moment, rows
    from smmgit.model.delivery import Published

    ws, lang = app.workspace(), app.lang
    if run.restarted:
        app.out.note(app.out.word(RESTARTED))
    if run.finished:
        app.out.say(FINISHED, count=len(run.finished))
    table = []
    for each in run.sent:
        key = each.item.delivery.key
        if run.dry_run:
            how = app.out.word(WOULD)
        elif isinstance(each.outcome, Published):
            how = app.out.word(OUT) + (f" ×{each.parts}" if each.parts > 1 else "")
        else:
            how = app.out.word(FAILED[type(each.outcome).__name__], why=each.outcome.reason)
        table.append((moment(each.item.delivery.at or run.plan.now, ws, lang), key.post, key.channel, how))
    app.out.table(table)
    if not run.sent:
        app.out.say(NOTHING)
    else:
        good = sum(isinstance(each.outcome, Published) for each in run.sent)
        app.out.say(DRY if run.dry_run else DONE, count=len(run.sent) if run.dry_run else good)
    coming = next((item for item in run.plan.items if item.state.reason in ("planned", "by-hand")), None)
    if coming is not None:
        key = coming.delivery.key
        app.out.say(NEXT, when=moment(coming.delivery.at, ws, lang), post=key.post, channel=key.channel)
    if run.plan.held:
        app.out.line()
        app.out.say(HELD)
        app.out.table(rows(run.plan.held, ws, lang), header(lang))


def _json(app: App, run: Run) -> None:
    from smmgit.cli.deliveries import as_json
    from smmgit.model.delivery import Published

    sent = []
    for each in run.sent:
        outcome = each.outcome
        row = as_json(each.item) | {
            "outcome": "dry-run" if run.dry_run else type(outcome).__name__,
            "parts": each.parts,
        }
        del row["says"], row["change"], row["state"], row["reason"]
        if isinstance(outcome, Published):
            row |= {"remote_id": outcome.remote_id, "url": outcome.url}
        else:
            row |= {"why": outcome.reason}
        sent.append(row)
    finished = [{"post": key.post, "channel": key.channel, "occurrence": key.occurrence} for key in run.finished]
    held = [as_json(item) for item in run.plan.held]
    app.out.json(
        {
            "now": run.plan.now, "rehearsal": True, "dry_run": run.dry_run, "restarted": run.restarted,
            "sent": sent, "finished": finished, "held": held,
        }
    )  # fmt: skip
