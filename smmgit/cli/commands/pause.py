"""`smmgit pause`: the red button."""

from __future__ import annotations

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

DONE = Say(
    "Paused: {scope}. Nothing of it leaves, in running jobs neither, from the next message on. "
    "To go on: smmgit resume --scope {scope}",
    "En pause : {scope}. Rien n'en part plus dès le prochain message, même dans les exécutions en cours. "
    "Pour reprendre : smmgit resume --scope {scope}",
)


@click.command(help="Hold sending back: everything, or one platform, channel, campaign or post.")
@click.option("--scope", default="all", metavar="SCOPE", help="all, platform:X, channel:X, campaign:X or post:X.")
@click.option("--reason", required=True, help="Why; whoever meets the pause reads it.")
@click.option("--until", "typed_until", metavar="TIME", default=None, help="The pause ends by itself then.")
@click.pass_obj
def command(app: App, scope: str, reason: str, typed_until: str | None) -> None:
    from smmgit.jobs.pause import pause

    pause(app.root, app.now(), scope, reason, app.now(typed_until) if typed_until else None)
    app.out.say(DONE, scope=scope)
