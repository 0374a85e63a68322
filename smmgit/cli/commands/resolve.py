"""`smmgit resolve`: say what you saw on the account: it is out, it is not, or it is given up."""

from __future__ import annotations

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

ONE = Say(
    "Say what you saw: --published ADDRESS, --not-published, or --skip.",
    "Dire ce que vous avez vu : --published ADRESSE, --not-published ou --skip.",
)
DONE = {
    "published": Say("Recorded as published: {what}", "Noté comme publié : {what}"),
    "not-published": Say(
        "Recorded as not out: {what}. If there is still time, the next run sends it.",
        "Noté comme absent : {what}. S'il est encore temps, la prochaine exécution l'envoie.",
    ),
    "skipped": Say("Given up: {what}", "Abandonné : {what}"),
}


@click.command(help="Say what you saw on the account when smmgit cannot know, or confirm a post made by hand.")
@click.argument("post", metavar="POST")
@click.option("--channel", "channels", metavar="ID", multiple=True, help="On this channel (may be repeated).")
@click.option("--occurrence", metavar="TIME", default="", help="Of a recurring post: which one.")
@click.option("--published", "url", metavar="ADDRESS", default=None, help="It is out, at this address.")
@click.option("--not-published", "absent", is_flag=True, help="It is not there.")
@click.option("--skip", is_flag=True, help="It shall not go out any more.")
@click.option("--reason", default="", help="Anything worth remembering.")
@click.pass_obj
def command(
    app: App, post: str, channels: tuple[str, ...], occurrence: str, url: str | None, absent: bool, skip: bool,
    reason: str,
) -> None:  # fmt: skip
    from smmgit.errors import UsageError
    from smmgit.jobs.resolve import Seen, resolve

    if sum((url is not None, absent, skip)) != 1:
        raise UsageError(app.out.word(ONE))
    seen: Seen = "published" if url is not None else "not-published" if absent else "skipped"
    done = resolve(
        app.root, app.now(), post, seen, channels=channels, occurrence=occurrence, url=url or "", reason=reason
    )
    app.out.say(DONE[seen], what=", ".join(str(entry.key) for entry in done))
