"""`smmgit lint`: what is wrong with posts and settings, in words."""

from __future__ import annotations

from typing import Any

import click

import smmgit.cli.formats as formats
from smmgit import discover
from smmgit.cli.app import App
from smmgit.cli.linting import Asked, lint
from smmgit.cli.told import RANK


@click.command(help="Check posts and settings: PATHS, or everything. Errors make it exit 1; warnings do not.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(list(discover.names(formats))), default="text", help="How to print."
)
@click.option("--output", metavar="FILE", help="Write there instead of printing.")
@click.option("--now", "now", metavar="TIME", help="Judge as if it were this time.")
@click.option(
    "--changed", "base", metavar="BASE", help="Only what changed since BASE (a git revision) and depends on it."
)
@click.option("--dependents", is_flag=True, help="PATHS and what depends on them; a path in brand/ or calendar/: all.")
@click.option("--fix", "fixing", is_flag=True, help="Write the fixes that are safe.")
@click.option("--unsafe-fixes", is_flag=True, help="Write the other fixes too: read the posts again afterwards.")
@click.option("--diff", is_flag=True, help="Show what fixes would change; write nothing.")
@click.option("--rule", "only", multiple=True, metavar="ID", help="Only this rule (may be repeated).")
@click.option("--severity", type=click.Choice(list(RANK)), default="suggestion", help="The least to show.")
@click.option("--fail-on", type=click.Choice(list(RANK)), default="error", help="The least that makes it exit 1.")
@click.option("--strict", is_flag=True, help="Same as --fail-on warning.")
@click.option("--baseline", metavar="FILE", help="Say nothing of the remarks kept in FILE.")
@click.option("--write-baseline", metavar="FILE", help="Keep today's remarks in FILE; with --baseline, add none to it.")
@click.option("--statistics", is_flag=True, help="Count the remarks by rule instead.")
@click.option("-q", "--quiet", is_flag=True, help="Print only how many there are.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default=None, help="Language of messages.")
@click.option("--no-cache", is_flag=True, help="Remember nothing, read everything.")
@click.pass_obj
def command(app: App, /, **asked: Any) -> None:
    app.exit(lint(app, Asked(**asked)))
