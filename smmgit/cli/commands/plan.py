"""`smmgit plan`: what goes out when and where, and what a change would do to that."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.jobs.standing import Standing
    from smmgit.plan.diff import Change, Kind

NOTHING = Say("Nothing is planned in the next {days} days.", "Rien n'est prévu dans les {days} prochains jours.")
ZONE = Say("Times are {zone}.", "Les heures sont celles de {zone}.")
LATER = Say("After that: {count}. See them with --days.", "Ensuite : {count}. Les voir avec --days.")
ELSEWHERE = Say(
    "Not shown: {count} past or undated. See smmgit status, or --all.",
    "Non affichées : {count}, passées ou sans date. Voir smmgit status, ou --all.",
)
REHEARSAL_ONLY = Say(
    "Nothing is sent for real yet; see what a rehearsal would send with --rehearse.",
    "Rien n'est encore envoyé pour de vrai ; voir ce qu'enverrait une répétition avec --rehearse.",
)
SAME = Say("The plan is the same.", "Le plan est le même.")
KINDS: dict[Kind, tuple[str, Say]] = {
    "added": ("+", Say("new", "nouveau")),
    "removed": ("-", Say("gone", "retiré")),
    "moved": (">", Say("moved from {was}", "déplacé du {was}")),
    "changed": ("~", Say("reads differently", "se lit autrement")),
    "state": ("!", Say("{was} → {now}", "{was} → {now}")),
}
COUNTED: dict[Kind, Say] = {
    "added": Say("{n} new", "nouveaux : {n}"),
    "removed": Say("{n} gone", "retirés : {n}"),
    "moved": Say("{n} moved", "déplacés : {n}"),
    "changed": Say("{n} read differently", "changés : {n}"),
    "state": Say("{n} in another state", "dans un autre état : {n}"),
}


@click.command(help="Show what goes out when and where.")
@click.option("--now", "typed_now", metavar="TIME", default=None, help="Look from this moment instead of the clock's.")
@click.option("--days", type=click.IntRange(0, 366), default=14, show_default=True, help="How many days to show.")
@click.option("--all", "everything", is_flag=True, help="Also what is past, undated or further away.")
@click.option("--diff", "base", metavar="REVISION", default=None, help="Compare with the plan at a git revision.")
@click.option("--rehearse", is_flag=True, help="Show the rehearsal instead of the real ledger.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or machines.")
@click.pass_obj
def command(
    app: App, typed_now: str | None, days: int, everything: bool, base: str | None, rehearse: bool, form: str
) -> None:
    from smmgit.jobs.standing import Standing

    now = app.now(typed_now)
    findings = None
    if everything or (form == "json" and base is None):
        from smmgit.jobs.check import check

        findings = check(app.root, now, ws=app.workspace()).findings
    standing = Standing(app.root, app.workspace(), now, rehearsal=rehearse, findings=findings)
    if base is not None:
        _differences(app, standing.changes_since(base), form)
        return
    if form == "json":
        from smmgit.cli.deliveries import as_json

        plan = standing.plan()
        ws = standing.ws
        listed = [as_json(item) for item in plan.items]
        app.out.json({"now": plan.now, "time_zone": ws.brand.time_zone, "rehearsal": rehearse, "deliveries": listed})
        return
    _table(app, standing, days, everything, rehearse)


def _table(app: App, standing: Standing, days: int, everything: bool, rehearse: bool) -> None:
    from smmgit.cli.deliveries import clock, header, rows

    now = standing.now
    zone = clock(standing.ws)
    today = dt.datetime.combine(now.astimezone(zone).date(), dt.time(), zone)
    until = now + dt.timedelta(days=days)
    plan = standing.plan(until=until)
    due = {item.delivery.key for item in plan.due}
    soon = [
        item
        for item in plan.items
        if everything or item.delivery.key in due or _between(item.delivery.at, today, until)
    ]
    if soon:
        app.out.table(rows(soon, standing.ws, app.lang), header(app.lang))
        app.out.line()
    else:
        app.out.say(NOTHING, days=days)
    app.out.say(ZONE, zone=standing.ws.brand.time_zone)
    if not everything:
        later = sum(item.delivery.at is not None and item.delivery.at > until for item in plan.items)
        if later:
            app.out.say(LATER, count=later)
        if rest := len(plan.items) - len(soon) - later:
            app.out.say(ELSEWHERE, count=rest)
    if not rehearse and standing.ws.policy is None:
        app.out.note(app.out.word(REHEARSAL_ONLY))


def _between(at: dt.datetime | None, since: dt.datetime, until: dt.datetime) -> bool:
    return at is not None and since <= at <= until


def _differences(app: App, changes: tuple[Change, ...], form: str) -> None:
    from smmgit.cli.deliveries import as_json, moment, word

    if form == "json":
        app.out.json(
            [
                {
                    "kind": change.kind,
                    "post": change.key.post,
                    "channel": change.key.channel,
                    "occurrence": change.key.occurrence,
                    "before": as_json(change.before) if change.before else None,
                    "after": as_json(change.after) if change.after else None,
                }
                for change in changes
            ]
        )
        return
    ws, lang = app.workspace(), app.lang
    table = []
    for change in changes:
        before, after = change.before, change.after
        shown = after or before
        if shown is None:
            continue
        sign, says = KINDS[change.kind]
        was = now = ""
        if before is not None and after is not None:
            moved = change.kind == "moved"
            was = moment(before.delivery.at, ws, lang) if moved else word(before.state.name, lang)
            now = word(after.state.name, lang)
        words = says.with_(was=was, now=now).in_(lang)
        table.append((f"{sign} {moment(shown.delivery.at, ws, lang)}", change.key.post, change.key.channel, words))
    if not table:
        app.out.say(SAME)
        return
    app.out.table(table)
    app.out.line()
    counted = Counter(change.kind for change in changes)
    app.out.line(", ".join(COUNTED[kind].with_(n=counted[kind]).in_(lang) for kind in COUNTED if kind in counted))
