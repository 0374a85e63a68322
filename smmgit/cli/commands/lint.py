"""`smmgit lint`: what is wrong with posts and settings, in words."""

from __future__ import annotations

from typing import Any

import click

from smmgit.cli.app import App
from smmgit.cli.linting import FORMS, RANK, Asked, lint


@click.command(help="Check posts and settings: PATHS, or everything. Errors make it exit 1; warnings do not.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="How to print.")
@click.option("--now", "now", metavar="TIME", help="Judge as if it were this time.")
@click.option("--fix", "fixing", is_flag=True, help="Write the fixes that are safe.")
@click.option("--rule", "only", multiple=True, metavar="ID", help="Only this rule (may be repeated).")
@click.option("--severity", type=click.Choice(list(RANK)), default="suggestion", help="The least to show.")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default=None, help="Language of messages.")
@click.option("--no-cache", is_flag=True, help="Remember nothing, read everything.")
@click.pass_obj
def command(app: App, /, **asked: Any) -> None:
    app.exit(lint(app, Asked(**asked)))
