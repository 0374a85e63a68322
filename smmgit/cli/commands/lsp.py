"""`smmgit lsp`: the language server, started by an editor."""

from __future__ import annotations

import click

from smmgit.cli.app import App
from smmgit.errors import ConfigError
from smmgit.model.say import Say

MISSING = Say("The language server needs one more package.", "Le serveur de langage demande un paquet de plus.")
INSTALL = Say(
    "Install it beside smmgit: pip install 'smmgit[lsp]'", "L'installer avec smmgit : pip install 'smmgit[lsp]'"
)


@click.command(help="Serve an editor over stdio: remarks while typing, counts, completion, fixes. See the handbook.")
@click.option("--now", "typed_now", metavar="TIME", default=None, help="Judge as if it were this time.")
@click.option("--stdio", is_flag=True, hidden=True, help="What many editors add by themselves; there is nothing else.")
@click.pass_obj
def command(app: App, typed_now: str | None, stdio: bool) -> None:
    try:
        from smmgit.lsp.server import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs"):
            raise
        raise ConfigError(app.out.word(MISSING), hint=app.out.word(INSTALL)) from error
    server(lambda: app.now(typed_now), app.asked_lang, app.asked_root).start_io()
