"""`smmgit site`: the calendar as plain HTML files that anyone can open."""

from __future__ import annotations

import os

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

BUILT = Say(
    "The site is ready (posts: {posts}, remarks: {findings}): {out}",
    "Le site est prêt (publications : {posts}, remarques : {findings}) : {out}",
)


@click.command(help="Write the calendar site: plain HTML files, complete without a server.")
@click.option(
    "--out", metavar="DIR", default="site", show_default=True, help="Folder to write, from the repository; made anew."
)
@click.option("--now", "typed_now", metavar="TIME", default=None, help="Draw the calendar as of this moment.")
@click.option("--strict", is_flag=True, help="Fail on warnings, as in continuous integration.")
@click.pass_obj
def command(app: App, out: str, typed_now: str | None, strict: bool) -> None:
    from smmgit.jobs.site import build

    folder = os.path.normpath(os.path.join(app.root, out) if not os.path.isabs(out) else out)
    built = build(app.root, folder, app.now(typed_now), strict=strict)
    for warning in built.warnings:
        app.out.note(warning)
    app.out.say(BUILT, posts=built.posts, findings=built.findings, out=os.path.join(built.out, "index.html"))
