"""`smmgit status`: one screen for the morning."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.plan.overview import Overview

HOURS = 36
MOST = 8
HEAD = Say("{brand}, {when}: {posts} posts", "{brand}, {when} : {posts} publications")
SENDING = {
    "rehearsal-only": Say(
        "Sending: rehearsal only (no approvals policy yet)", "Envoi : répétition seulement (pas encore de validation)"
    ),
    "on": Say("Sending: on", "Envoi : actif"),
    "paused": Say("Sending: paused", "Envoi : en pause"),
}
WEEK = Say("Deliveries this week: {count}", "Envois cette semaine : {count}")
CHECK = Say("To check", "À vérifier")
STUCK = Say("Blocked", "Bloqué")
COMING = Say("Next {hours} hours", "{hours} prochaines heures")
NOTHING_COMING = Say("nothing", "rien")
MORE = Say("… and {count} more", "… et {count} de plus")
NEEDS = Say("Waited for", "Attendu")
OVERDUE = Say("overdue", "en retard")


@click.command(help="Show on one screen where everything stands.")
@click.option("--now", "typed_now", metavar="TIME", default=None, help="Look from this moment instead of the clock's.")
@click.option("--rehearse", is_flag=True, help="Look at the rehearsal instead of the real ledger.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or machines.")
@click.pass_obj
def command(app: App, typed_now: str | None, rehearse: bool, form: str) -> None:
    from smmgit.jobs.check import check
    from smmgit.jobs.standing import Standing

    ws, now = app.workspace(), app.now(typed_now)
    findings = check(app.root, now, ws=ws).findings
    found = Standing(app.root, ws, now, rehearsal=rehearse, findings=findings).overview()
    _json(app, found) if form == "json" else _screen(app, found)


def _screen(app: App, found: Overview) -> None:
    from smmgit.cli.deliveries import moment, rows, word

    ws, lang = app.workspace(), app.lang
    when = moment(found.now, ws, lang)
    app.out.styled(app.out.style(app.out.word(HEAD, brand=ws.brand.name, when=when, posts=len(found.posts)), "bold"))
    app.out.line(" · ".join(f"{word(name, lang)} {count}" for name, count in found.counts.items() if count))
    app.out.say(SENDING[found.sending])
    app.out.say(WEEK, count=found.done_this_week)
    for title, name in ((CHECK, "to-check"), (STUCK, "blocked")):
        items = [item for item in found.plan.items if item.state.name == name]
        if items:
            _block(app, app.out.word(title), rows(items, ws, lang))
    coming = found.plan.within(found.now, found.now + dt.timedelta(hours=HOURS))
    live = [item for item in coming if item.state.name in ("scheduled", "by-hand", "to-review")]
    _block(app, app.out.word(COMING, hours=HOURS), rows(live, ws, lang) or [(app.out.word(NOTHING_COMING),)])
    if found.needs:
        late = app.out.word(OVERDUE)
        waits: list[tuple[str, ...]] = [
            (str(each.need.due or ""), late if each.overdue else "", each.post.id, each.need.what, each.need.by)
            for each in found.needs
        ]
        _block(app, app.out.word(NEEDS), waits)


def _block(app: App, title: str, rows: list[tuple[str, ...]]) -> None:
    app.out.line()
    app.out.styled(app.out.style(title, "bold"))
    app.out.table([("  " + row[0], *row[1:]) for row in rows[:MOST]])
    if len(rows) > MOST:
        app.out.line("  " + app.out.word(MORE, count=len(rows) - MOST))


def _json(app: App, found: Overview) -> None:
    from smmgit.cli.deliveries import as_json

    def listed(name: str) -> list[dict[str, object]]:
        return [as_json(item) for item in found.plan.items if item.state.name == name]

    coming = found.plan.within(found.now, found.now + dt.timedelta(hours=HOURS))
    app.out.json(
        {
            "now": found.now,
            "rehearsal": found.rehearsal,
            "sending": found.sending,
            "posts": len(found.posts),
            "counts": found.counts,
            "done_this_week": found.done_this_week,
            "to_check": listed("to-check"),
            "blocked": listed("blocked"),
            "next_hours": [as_json(item) for item in coming],
            "needs": [
                {"post": n.post.id, "what": n.need.what, "by": n.need.by, "due": n.need.due, "overdue": n.overdue}
                for n in found.needs
            ],
        }
    )
