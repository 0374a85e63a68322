"""`smmgit explain`: where a post stands and why, per channel; or what a rule is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.model.post import Post

UNKNOWN = Say("“{what}” is neither a post nor a rule.", "« {what} » n'est ni une publication ni une règle.")
CLOSE = Say("Did you mean {close}?", "Vouliez-vous dire {close} ?")
LISTS = Say(
    "Name a post by its id or file; smmgit rules lists the rules.",
    "Nommer une publication par son id ou son fichier ; smmgit rules liste les règles.",
)
NOWHERE = Say("It goes to no account that is known and enabled.", "Elle ne va sur aucun compte connu et actif.")
BECAUSE = Say("because", "parce que")
CHANGES = Say("would change it", "changerait cela")
SHOWN = Say("what is shown", "ce qui est montré")
REMARKS = Say("What smmgit lint says:", "Ce que dit smmgit lint :")


@click.command(help="Say where a post stands and what would change it; or what a rule is for.")
@click.argument("what", metavar="POST|RULE")
@click.option("--now", "typed_now", metavar="TIME", default=None, help="Look from this moment instead of the clock's.")
@click.option("--rehearse", is_flag=True, help="Look at the rehearsal instead of the real ledger.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or machines.")
@click.pass_obj
def command(app: App, what: str, typed_now: str | None, rehearse: bool, form: str) -> None:
    from smmgit.errors import UsageError

    posts = _posts(app, what)
    if posts:
        for post in posts:
            _post(app, post, typed_now, rehearse, form)
        return
    from smmgit.lint.explain import explained, plain

    if rule := explained(what, app.lang):
        app.out.line(plain(rule))
        return
    from difflib import get_close_matches

    from smmgit.lint.registry import all_rules

    known = [*(post.id for post in app.workspace().posts), *all_rules()]
    close = get_close_matches(what, known, n=3)
    hint = CLOSE.with_(close=", ".join(close)) if close else LISTS
    raise UsageError(app.out.word(UNKNOWN, what=what), hint=app.out.word(hint))


def _posts(app: App, what: str) -> list[Post]:
    """The posts of this id (several is a problem worth seeing), else the one in this file."""
    import os

    ws = app.workspace()
    path = os.path.relpath(os.path.join(os.getcwd(), what), app.root).replace(os.sep, "/")
    return [post for post in ws.posts if post.id == what] or [post for post in ws.posts if post.path in (path, what)]


def _post(app: App, post: Post, typed_now: str | None, rehearse: bool, form: str) -> None:
    from smmgit.cli.deliveries import SOON, as_json, moment, word
    from smmgit.jobs.standing import Standing

    standing = Standing(app.root, app.workspace(), app.now(typed_now), rehearsal=rehearse)
    items = standing.plan({post.path}, render_all=True).items
    findings = standing.findings(post)
    if form == "json":
        remarks = [{"rule": f.rule, "severity": f.severity, "line": f.line, "channel": f.channel} for f in findings]
        app.out.json(
            {"post": post.id, "path": post.path, "deliveries": [as_json(i) for i in items], "findings": remarks}
        )
        return
    lang = app.lang
    app.out.styled(app.out.style(post.title or post.id, "bold"))
    app.out.line(f"{post.id} · {post.path}")
    for item in items:
        state = item.state
        when = SOON.in_(lang) if item.delivery.asap else moment(state.at, standing.ws, lang)
        app.out.line()
        app.out.line(f"{item.delivery.key.channel} · {when} · {word(state.name, lang)} ({state.reason})")
        rows = [("  " + BECAUSE.in_(lang), state.says.in_(lang)), ("  " + CHANGES.in_(lang), state.change.in_(lang))]
        if item.delivery.rendition:
            rows.append(("  " + SHOWN.in_(lang), item.delivery.rendition[:12]))
        if state.url:
            rows.append(("  url", state.url))
        app.out.table(rows)
    if not items:
        app.out.say(NOWHERE)
    if findings:
        app.out.line()
        app.out.say(REMARKS)
        app.out.findings(findings)
