"""`smmgit import`: posts from a team's earlier tool, without losing a field."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.jobs.import_ import Imported

SHOWN = 200  # findings written out; `--format json` has them all


@click.command(short_help="Bring posts from twitter-together, galaxy-social or nodejs/bluesky.")
@click.argument("tool", type=click.Choice(["twitter-together", "galaxy-social", "nodejs-bluesky"]))
@click.argument("source", metavar="SRC", type=click.Path(path_type=str))
@click.option(
    "--into", metavar="DIR", type=click.Path(path_type=str), help="The team's repository (default: this one)."
)
@click.option("--dry-run", is_flag=True, help="Tell what would be done; write nothing.")
@click.option(
    "--assume",
    type=click.Choice(["published", "draft"]),
    default="published",
    show_default=True,
    help="What dated posts are where the source proves nothing: sent when merged, or drafts.",
)
@click.option(
    "--date-order",
    type=click.Choice(["day-first", "month-first"]),
    default=None,
    help="How to read dates such as 09-03-2022 in names (default: such posts become drafts).",
)
@click.option("--channel", default="", metavar="ID", help="Your channel for a source with a single account.")
@click.option("--now", "typed_now", metavar="TIME", default=None, help="Reckon with this moment instead of the clock.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(
    app: App,
    tool: str,
    source: str,
    into: str | None,
    dry_run: bool,
    assume: str,
    date_order: str | None,
    channel: str,
    typed_now: str | None,
    form: str,
) -> None:
    """Turn the repository SRC of another tool (or a folder of it) into posts, channels and people.

    Run it again and nothing is added; a post that changed in SRC is told, never overwritten.
    What SRC published goes to the local ledger, so that nothing goes out twice; nothing is pushed.
    """
    from smmgit.jobs.import_ import run_import

    done = run_import(
        tool,
        source,
        os.path.abspath(into) if into else _here(app),
        app.now(typed_now),
        assume=assume,  # type: ignore[arg-type]
        order=date_order or "",  # type: ignore[arg-type]
        channel=channel,
        dry_run=dry_run,
    )
    if form == "json":
        app.out.json(_as_json(done, app.lang))
    else:
        _print(app, done)
    if done.needs_a_person:
        app.exit(1)


def _here(app: App) -> str:
    """Where to import without `--into`: a new repository one stands in has no brand/ or content/ to be found by."""
    named = click.get_current_context().find_root().params.get("root")
    return app.root if named or not os.path.exists(".git") else os.getcwd()


def _as_json(done: Imported, lang: str) -> dict[str, Any]:
    return {
        "format": done.format,
        "source": done.source,
        "into": done.into,
        "dry_run": done.dry_run,
        "posts": done.posts,
        "channels": done.channels,
        "people": done.people,
        "lock": done.lock,
        "media": done.media,
        "ledger": {"ref": done.ledger, "entries": done.recorded, "proved": done.proved},
        "fields": [
            {"field": one.field, "total": one.total, "mapped": one.mapped, "kept": one.kept, "lost": one.lost}
            for one in done.fields
        ],
        "lost": done.lost,
        "findings": [
            {
                "rule": one.rule,
                "severity": one.severity,
                "message": one.message.in_(lang),
                "path": one.path,
                "line": one.line,
                "column": one.column,
            }
            for one in done.findings
        ],
    }


def _print(app: App, done: Imported) -> None:
    from smmgit.jobs.import_ import worst_first

    out = app.out
    shown = worst_first(done.findings)
    if shown:
        out.findings(sorted(shown[:SHOWN], key=lambda finding: finding.order))
        if len(shown) > SHOWN:
            out.say(MORE, count=len(shown) - SHOWN)
        out.line()
    header = [out.word(word) for word in (FIELD, TOTAL, MAPPED, KEPT, LOST)]
    rows = [[one.field, str(one.total), str(one.mapped), str(one.kept), str(one.lost)] for one in done.fields]
    out.table([[row[1], row[2], row[3], row[4], row[0]] for row in rows], [*header[1:], header[0]])
    out.line()
    out.say(POSTS_DRY if done.dry_run else POSTS, **done.posts)
    out.say(BESIDE, channels=len(done.channels), people=len(done.people), lock=done.lock, media=done.media)
    if done.recorded:
        says = LEDGER_DRY if done.dry_run else LEDGER
        out.say(says, count=done.recorded, proved=done.proved, supposed=done.recorded - done.proved, ref=done.ledger)
    out.say(NONE_LOST if not done.lost else SOME_LOST, count=done.lost)
    if done.posts["new"] and not done.dry_run:
        out.say(NEXT)


FIELD = Say("field", "champ")
TOTAL = Say("total", "total")
MAPPED = Say("mapped", "placés")
KEPT = Say("kept", "gardés")
LOST = Say("lost", "perdus")
MORE = Say("… and {count} more; --format json has them all.", "… et {count} de plus ; --format json les a toutes.")
POSTS = Say(
    "Posts: {new} added, {unchanged} there already, {changed} changed in the source since, {moved} renamed there.",
    "Publications : {new} ajoutées, {unchanged} déjà là, {changed} changées depuis dans la source, {moved} renommées.",
)
POSTS_DRY = Say(
    "Posts: {new} would be added, {unchanged} are there, {changed} changed in the source, {moved} renamed there.",
    "Publications : {new} seraient ajoutées, {unchanged} sont déjà là, {changed} ont changé, {moved} sont renommées.",
)
BESIDE = Say(
    "Channels added: {channels}. People added: {people}. Facts added to lock.json: {lock}. Media copied: {media}.",
    "Comptes ajoutés : {channels}. Personnes ajoutées : {people}. Faits ajoutés à lock.json : {lock}. "
    "Médias copiés : {media}.",
)
LEDGER = Say(
    "Ledger: {count} messages noted as already out ({proved} proved by the source, {supposed} supposed), "
    "on {ref}. Nothing was pushed.",
    "Journal : {count} messages notés comme déjà partis ({proved} prouvés par la source, {supposed} supposés), "
    "sur {ref}. Rien n'a été poussé.",
)
LEDGER_DRY = Say(
    "Ledger: {count} messages would be noted as already out ({proved} proved by the source, {supposed} supposed).",
    "Journal : {count} messages seraient notés comme déjà partis ({proved} prouvés, {supposed} supposés).",
)
NONE_LOST = Say("No field was lost.", "Aucun champ n'a été perdu.")
SOME_LOST = Say(
    "{count} values found no place: see above.", "{count} valeurs n'ont pas trouvé de place : voir plus haut."
)
NEXT = Say("Next: smmgit lint", "Ensuite : smmgit lint")
