"""The command group: every file in `cli/commands/` is a verb, imported only when it is used."""

from __future__ import annotations

import os

import click

import smmgit.cli.commands as commands
from smmgit import __version__, discover
from smmgit.cli.app import App


class Verbs(click.Group):
    """Commands found by discovery; `smmgit lint` never pays for what `smmgit site` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(discover.names(commands))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in discover.names(commands):
            return None
        found = discover.load(commands, cmd_name).command
        if not isinstance(found, click.Command):
            raise TypeError(f"cli/commands/{cmd_name}.py must define `command`, a click command")
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            close = get_close_matches(args[0], self.list_commands(ctx), n=1)
            if not close:
                raise
            raise click.UsageError(f"{error.message} Did you mean '{close[0]}'?", ctx) from error


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="smmgit")
@click.option("-C", "--root", metavar="DIR", default=None, help="The team's repository (default: found from here).")
@click.option(
    "--lang", type=click.Choice(["fr", "en"]), default=None, help="Language of messages (default: brand.yml)."
)
@click.pass_context
def cli(ctx: click.Context, root: str | None, lang: str | None) -> None:
    """A git repository as the system a social media team works in.

    Posts are Markdown files in content/; start with `smmgit new`, check with `smmgit lint`,
    see what goes out when with `smmgit plan`.
    """
    ctx.obj = App(root=os.path.abspath(root) if root else None, lang=lang)
