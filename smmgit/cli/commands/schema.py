"""`smmgit schema`: JSON Schema of posts and of the brand's files, for editors."""

from __future__ import annotations

import os

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

WROTE = Say("Schemas written to {folder}: {count}.", "Schémas écrits dans {folder} : {count}.")


@click.command(help="Print the JSON Schema of a kind of file (post, channels, people…), or write them all.")
@click.argument("kind", required=False, metavar="[KIND]")
@click.option("--out", metavar="DIR", help="Write <kind>.schema.json files here: all of them, or the one named.")
@click.pass_obj
def command(app: App, kind: str | None, out: str | None) -> None:
    from smmgit.files.schema import KINDS, json_schema

    if kind is not None and kind not in KINDS:
        raise click.BadParameter(f"{kind!r} is not one of {', '.join(KINDS)}.", param_hint="KIND")
    if out is None:
        app.out.json(json_schema(kind or "post"))
        return
    import json

    from smmgit.files.write import write_atomic

    kinds = [kind] if kind else list(KINDS)
    for name in kinds:
        text = json.dumps(json_schema(name), ensure_ascii=False, indent=2) + "\n"
        write_atomic(os.path.join(out, f"{name}.schema.json"), text)
    app.out.note(app.out.word(WROTE, count=len(kinds), folder=out))
