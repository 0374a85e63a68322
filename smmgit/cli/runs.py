"""A run of `smmgit publish` in words, and as JSON: what is out, what is not, and what a person must do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smmgit.cli.app import App
from smmgit.cli.deliveries import as_json as delivery_json
from smmgit.cli.deliveries import header, moment, rows
from smmgit.model.delivery import Published
from smmgit.model.say import Say
from smmgit.model.sending.why import explain

if TYPE_CHECKING:
    from smmgit.jobs.publishing.run import Run
    from smmgit.plan.plan import Planned

RESTARTED = Say(
    "The earlier rehearsal was forgotten; this one starts with empty feeds.",
    "La répétition précédente est oubliée ; celle-ci part de fils vides.",
)
DIRTY = Say(
    "Uncommitted changes are left out: what is sent is what was committed.",
    "Les changements non validés (commit) sont laissés de côté : ce qui part est ce qui a été validé.",
)
FINISHED = Say(
    "Looked up, left open by an earlier run: {count}.",
    "Vérifié, laissé en suspens par une exécution précédente : {count}.",
)
HELD_BY = Say(
    "In another run's hands, left alone until its time is over: {count}.",
    "Entre les mains d'une autre exécution, laissé jusqu'à la fin de son délai : {count}.",
)
NOTHING = Say("Nothing is due.", "Rien n'est à envoyer.")
NEXT = Say("Next: {when}, {post} on {channel}.", "Prochain envoi : {when}, {post} sur {channel}.")
OUT = Say("sent", "envoyé")
WOULD = Say("would be sent", "serait envoyé")
FAILED = {
    "Rejected": Say("refused, not out: {why}", "refusé, pas en ligne : {why}"),
    "NotSent": Say(
        "not sent, tried again by the next run: {why}", "pas envoyé, repris à la prochaine exécution : {why}"
    ),
    "Unknown": Say("to check, it may be out or not: {why}", "à vérifier, en ligne ou pas : {why}"),
}
REHEARSED = Say(
    "{count} sent to the sandbox; nothing left this machine.",
    "Envois dans le bac à sable : {count} ; rien n'est sorti de cette machine.",
)
DONE = Say("{count} sent.", "Envois : {count}.")
DRY = Say("{count} would be sent. Nothing was written.", "Envois prévus : {count}. Rien n'a été écrit.")
HELD = Say("Held back at its time; a person must act:", "Retenu à son heure ; quelqu'un doit agir :")
ASIDE = Say("Not begun:", "Pas commencé :")
BY_HAND = Say(
    "To post by hand now: {count}. Texts and steps: smmgit by-hand; then smmgit by-hand --confirm.",
    "À publier à la main maintenant : {count}. Textes et étapes : smmgit by-hand ; puis smmgit by-hand --confirm.",
)
READY = Say("  {what}: ready in {folder}", "  {what} : prêt dans {folder}")
UNREADY = Say("  {what}: {why}", "  {what} : {why}")
REVIEW = Say("At its time, and waiting for a yes:", "À son heure, et en attente d'un oui :")


def in_words(app: App, run: Run, *, rehearsal: bool) -> None:
    """What happened, for people."""
    ws, lang = app.workspace(), app.lang
    if run.restarted:
        app.out.note(app.out.word(RESTARTED))
    if run.dirty:
        app.out.note(app.out.word(DIRTY))
    if run.finished:
        app.out.say(FINISHED, count=len(run.finished))
    if run.held:
        app.out.say(HELD_BY, count=len(run.held))
    table = []
    for each in run.sent:
        key = each.item.delivery.key
        if run.dry_run:
            how = app.out.word(WOULD)
        elif isinstance(each.outcome, Published):
            how = app.out.word(OUT) + (f" ×{each.parts}" if each.parts > 1 else "")
            how += f"  {each.url}" if each.url and not rehearsal else ""
        else:
            how = app.out.word(FAILED[type(each.outcome).__name__], why=explain(each.outcome.reason).in_(lang))
        table.append((moment(each.item.delivery.at or run.plan.now, ws, lang), key.post, key.channel, how))
    app.out.table(table)
    if run.dry_run:
        app.out.say(DRY, count=len(run.sent))
    elif not run.sent:
        app.out.say(NOTHING)
    else:
        good = sum(isinstance(each.outcome, Published) for each in run.sent)
        app.out.say(REHEARSED if rehearsal else DONE, count=good)
    coming = next((item for item in run.plan.items if item.state.reason in ("planned", "by-hand")), None)
    if coming is not None:
        key = coming.delivery.key
        app.out.say(NEXT, when=moment(coming.delivery.at, ws, lang), post=key.post, channel=key.channel)
    _waiting(app, run, rehearsal)


def _waiting(app: App, run: Run, rehearsal: bool) -> None:
    """What is at its time and did not leave, and who must do what."""
    ws, lang = app.workspace(), app.lang
    if run.aside:
        app.out.line()
        app.out.say(ASIDE)
        for why in dict.fromkeys(run.aside.values()):
            app.out.line("  " + why.in_(lang))
    if run.plan.held:
        app.out.line()
        app.out.say(HELD)
        app.out.table(rows(run.plan.held, ws, lang), header(lang))
    if rehearsal:
        return
    review = run.plan.at_their_time("to-review")
    if review:
        app.out.line()
        app.out.say(REVIEW)
        app.out.table(rows(review, ws, lang), header(lang))
    by_hand = [item for item in run.plan.items if item.state.reason == "by-hand-now"]
    if by_hand:
        app.out.line()
        app.out.say(BY_HAND, count=len(by_hand))
        app.out.table(rows(by_hand, ws, lang), header(lang))
        for each in run.by_hand:
            if each.trouble is None:
                app.out.say(READY, what=each.item.delivery.key, folder=each.folder)
            else:
                app.out.say(UNREADY, what=each.item.delivery.key, why=each.trouble.in_(lang))


def as_json(app: App, run: Run, *, rehearsal: bool) -> None:
    """What happened, for machines."""
    sent = []
    for each in run.sent:
        outcome = each.outcome
        row = delivery_json(each.item) | {
            "outcome": "dry-run" if run.dry_run else type(outcome).__name__,
            "parts": each.parts,
        }
        del row["says"], row["change"], row["state"], row["reason"]
        if isinstance(outcome, Published):
            row |= {"remote_id": outcome.remote_id, "url": outcome.url}
        else:
            row |= {"why": outcome.reason}
        sent.append(row)

    def named(keys: Any) -> list[dict[str, str]]:
        return [{"post": key.post, "channel": key.channel, "occurrence": key.occurrence} for key in keys]

    packages = {each.item.delivery.key: each for each in run.by_hand}

    def by_hand(item: Planned) -> dict[str, Any]:
        found = packages.get(item.delivery.key)
        return delivery_json(item) | {"folder": found.folder if found else "", "why": found.trouble if found else None}

    aside = [row | {"why": why} for row, why in zip(named(run.aside), run.aside.values(), strict=True)]
    waiting = run.plan.at_their_time("blocked", "to-review") if not rehearsal else run.plan.held
    app.out.json(
        {
            "now": run.plan.now, "rehearsal": rehearsal, "dry_run": run.dry_run, "restarted": run.restarted,
            "sent": sent, "finished": named(run.finished), "held_by_another_run": named(run.held),
            "aside": aside, "held": [delivery_json(item) for item in waiting],
            "by_hand": [by_hand(item) for item in run.plan.items if item.state.reason == "by-hand-now"],
            "pushes": run.pushes, "late_seconds": run.late.total_seconds(),
        }
    )  # fmt: skip
