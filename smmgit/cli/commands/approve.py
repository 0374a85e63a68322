"""`smmgit approve`: say yes to what would be shown, exactly as it would be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.jobs.approve import Proposal

NOBODY = Say("Nothing waits for a yes.", "Rien n'attend de oui.")
ASK = Say("Say yes to these {count}?", "Dire oui à ces {count} ?")
DONE = Say("Approved by {who}: {count}.", "Validé par {who} : {count}.")
NONE = Say("Nothing was approved.", "Rien n'a été validé.")
DIRTY = Say(
    "Uncommitted changes are left out: a yes is to what is committed.",
    "Les changements non validés (commit) sont laissés de côté : un oui porte sur ce qui est dans git.",
)
WHY_NOT = {
    "already": Say("you have said yes to exactly this", "vous avez déjà dit oui à exactement cela"),
    "own-work": Say("you wrote it: someone else must say yes", "vous l'avez écrite : une autre personne doit dire oui"),
    "not-asked": Say("the lane {lane} asks others", "la voie {lane} demande à d'autres"),
    "no-lane": Say("no rule of approvals.yml speaks of it", "aucune règle d'approvals.yml n'en parle"),
}


@click.command(help="Say yes to posts exactly as they would be shown, signed with your SSH key.")
@click.argument("posts", nargs=-1, metavar="[POST]...")
@click.option("--channel", "channels", metavar="ID", multiple=True, help="Only on this channel (may be repeated).")
@click.option("--key", metavar="FILE", default="", help="The SSH key to sign with (default: git's, else ~/.ssh).")
@click.option("--yes", is_flag=True, help="Do not ask again.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or machines.")
@click.pass_obj
def command(app: App, posts: tuple[str, ...], channels: tuple[str, ...], key: str, yes: bool, form: str) -> None:
    from smmgit.jobs.approve import Approving

    approving = Approving(app.root, app.now(), key)
    found = approving.proposals(posts, channels)
    good = [each for each in found if each.answer == "yes"]
    if form == "text":
        _show(app, found, approving.hand.dirty)
    if good and not yes and form == "text" and not click.confirm(app.out.word(ASK, count=len(good)), err=True):
        app.out.say(NONE)
        app.exit(1)
    done = approving.approve(good)
    if form == "json":
        approved = [
            {"post": one.post, "channel": one.channel, "occurrence": one.occurrence, "rendition": one.rendition}
            for one in done
        ]
        left = [
            {"post": one.item.delivery.key.post, "channel": one.item.delivery.key.channel, "why": one.answer}
            for one in found
            if one.answer != "yes"
        ]
        app.out.json({"by": approving.person.id, "approved": approved, "not_approved": left})
    elif found:
        app.out.say(DONE, who=approving.person.name or approving.person.id, count=len(done))
    if not done and any(each.answer != "already" for each in found):
        app.exit(1)


def _show(app: App, found: tuple[Proposal, ...], dirty: bool) -> None:
    from smmgit.cli.deliveries import moment

    if dirty:
        app.out.note(app.out.word(DIRTY))
    if not found:
        app.out.say(NOBODY)
    ws, lang = app.workspace(), app.lang
    for each in found:
        item = each.item
        key = item.delivery.key
        when = moment(item.delivery.at, ws, lang)
        head = f"{key.post} · {key.channel} · {when} · {item.delivery.rendition[:12]}"
        app.out.styled(app.out.style(head, "bold"))
        if each.answer != "yes":
            app.out.line("  " + app.out.word(WHY_NOT[each.answer], lane=each.lane))
            continue
        shown = item.rendition
        for part in shown.parts if shown else ():
            for line in part.text.split("\n"):
                app.out.line("  │ " + line)
        for media in shown.media if shown else ():
            app.out.line(f"  ▣ {media.file or media.url} {media.digest[:12]} {media.alt or ''}".rstrip())
