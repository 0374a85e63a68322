"""`smmgit preview`: what each channel would show of a post, in the terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from smmgit.cli.app import App
from smmgit.cli.output import safe
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.model.brand import Channel
    from smmgit.model.post import Post
    from smmgit.model.rendition import Loss, Part, Rendition, ShownMedia
    from smmgit.model.workspace import Workspace
    from smmgit.text.count import Count

UNKNOWN = Say("No post is called “{what}”.", "Aucune publication ne s'appelle « {what} ».")
CLOSE = Say("Did you mean {close}?", "Vouliez-vous dire {close} ?")
LISTS = Say("Name a post by its id or its file.", "Nommer une publication par son id ou son fichier.")
NOT_THERE = Say("This post does not go to “{channel}”.", "Cette publication ne va pas sur « {channel} ».")
GOES = Say("It goes to: {channels}.", "Elle va sur : {channels}.")
NOWHERE = Say("It goes to no account that is known and enabled.", "Elle ne va sur aucun compte connu et actif.")
NO_TEXT = Say("(no text)", "(pas de texte)")
PART = Say("part {number} of {total}", "partie {number} sur {total}")
COMMENT = Say("first comment", "premier commentaire")
OVER = Say("{over} too many", "{over} de trop")
UNDER = Say("{under} too few", "{under} de moins qu'il n'en faut")
BYTES = Say("bytes", "octets")
ROWS = {
    "title": Say("title", "titre"),
    "action": Say("action", "action"),
    "link": Say("link", "lien"),
    "card": Say("card", "carte"),
    "tags": Say("hashtags", "mots-dièse"),
    "disclosure": Say("disclosure", "mention"),
    "options": Say("options", "options"),
}
NO_ALT = Say("no description", "pas de description")
DECORATIVE = Say("decorative", "décorative")
LOST = Say("line {line}: {what}", "ligne {line} : {what}")
LOSSES = {
    "bold": Say("the bold of “{text}” is lost", "le gras de « {text} » se perd"),
    "italic": Say("the italics of “{text}” are lost", "l'italique de « {text} » se perd"),
    "strike": Say("the strike-through of “{text}” is lost", "la rature de « {text} » se perd"),
    "code": Say("the code style of “{text}” is lost", "le style de code de « {text} » se perd"),
    "pre": Say("the block of code becomes plain lines", "le bloc de code devient des lignes simples"),
    "quote": Say("the quote “{text}” becomes plain lines", "la citation « {text} » devient des lignes simples"),
    "heading": Say("the heading “{text}” becomes a plain line", "le titre « {text} » devient une ligne simple"),
    "table": Say("a table shows as typed", "un tableau se voit tel que tapé"),
    "image": Say("the image in the text is left out: {text}", "l'image dans le texte est laissée de côté : {text}"),
    "markdown-link": Say("the link shows as an address: {text}", "le lien se voit comme une adresse : {text}"),
    "link": Say("links cannot be clicked here: {text}", "les liens ne se cliquent pas ici : {text}"),
    "mention": Say("{text} has no account here", "{text} n'a pas de compte ici"),
    "hashtags": Say("hashtags have no place here: {text}", "les mots-dièse n'ont pas de place ici : {text}"),
    "title": Say("a title has no place here: {text}", "un titre n'a pas de place ici : {text}"),
    "caption": Say("this format shows no text: {text}", "ce format n'affiche pas de texte : {text}"),
    "thread": Say("no threads here: the parts become one text", "pas de fil ici : les parties deviennent un texte"),
    "first-comment": Say("no first comment here", "pas de premier commentaire ici"),
}


@click.command(help="Show what each channel would show of POST (an id or a file).")
@click.argument("post")
@click.option("--channel", "only", metavar="ID", default=None, help="One channel instead of all.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or machines.")
@click.pass_obj
def command(app: App, post: str, only: str | None, form: str) -> None:
    from smmgit.errors import UsageError
    from smmgit.render.rendition import renditions

    ws = app.workspace()
    found = _post(app, ws, post)
    made = renditions(found, ws)
    if only is not None:
        channel = ws.channel(only)
        chosen = tuple(one for one in made if channel is not None and one.channel == channel.id)
        if not chosen:
            goes = app.out.word(GOES, channels=", ".join(one.channel for one in made)) if made else ""
            raise UsageError(app.out.word(NOT_THERE, channel=only), hint=goes)
        made = chosen
    if form == "json":
        app.out.json({"post": found.id, "path": found.path, "renditions": [_as_json(one, ws) for one in made]})
        return
    app.out.styled(app.out.style(found.title or found.id, "bold"))
    app.out.line(f"{found.id} · {found.path}")
    for one in made:
        app.out.line()
        _card(app, one, ws)
    if not made:
        app.out.say(NOWHERE)


def _post(app: App, ws: Workspace, what: str) -> Post:
    """The post of this id, else the one in this file."""
    from smmgit.errors import UsageError

    path = os.path.relpath(os.path.join(os.getcwd(), what), app.root).replace(os.sep, "/")
    for post in ws.posts:
        if post.id == what or post.path in (path, what):
            return post
    from difflib import get_close_matches

    close = get_close_matches(what, [post.id for post in ws.posts], n=3)
    hint = CLOSE.with_(close=", ".join(close)) if close else LISTS
    raise UsageError(app.out.word(UNKNOWN, what=what), hint=app.out.word(hint))


def _as_json(made: Rendition, ws: Workspace) -> dict[str, Any]:
    import msgspec

    channel = ws.channels[made.channel]
    counted = [_counts(part, made, channel, ws) for part in made.parts]
    return {**msgspec.to_builtins(made), "digest": made.digest, "counts": msgspec.to_builtins(counted)}


def _counts(part: Part, made: Rendition, channel: Channel, ws: Workspace, what: str = "body") -> list[Count]:
    """The part against every limit of its platform, counted as that platform counts."""
    from smmgit.text.count import counts

    spec = ws.specs.get(made.platform)
    if spec is None:
        return []
    text = part.sent if spec.counts_wire else part.text
    return counts(text, spec, what=what, format=made.format, overrides=channel.limits)


def _card(app: App, made: Rendition, ws: Workspace) -> None:
    """One channel's card: who, what is shown, how long it is, what is lost."""
    out = app.out
    channel = ws.channels[made.channel]
    spec = ws.specs.get(made.platform)
    name = channel.name or (spec.name if spec else made.platform)
    facts = [made.channel, made.format if made.format != "post" else "", made.lang, made.digest[:12]]
    out.styled(f"{out.style(name, 'bold')} {out.style(' · '.join(filter(None, facts)), 'dim')}")
    for number, part in enumerate(made.parts, 1):
        heading = PART.with_(number=number, total=len(made.parts)).in_(app.lang) if len(made.parts) > 1 else ""
        _part(app, part, heading, _counts(part, made, channel, ws))
    if not made.parts:
        out.styled("  " + out.style(NO_TEXT.in_(app.lang), "dim"))
    if made.first_comment is not None:
        counted = _counts(made.first_comment, made, channel, ws, "first-comment")
        _part(app, made.first_comment, COMMENT.in_(app.lang), counted)
    card = f"{made.card.title or made.card.url} {made.card.description}".strip() if made.card else ""
    rows = {
        "title": made.title,
        "action": f"{made.action} {made.of}".strip() if made.action != "post" else "",
        "link": made.link,
        "card": card,
        "tags": " ".join(f"#{tag}" for tag in made.tags),
        "disclosure": ", ".join(made.disclosure),
        "options": ", ".join(f"{key}: {value}" for key, value in made.options.items()),
    }
    for key, value in rows.items():
        if value:
            out.line(f"  {ROWS[key].in_(app.lang)}: {value}")
    for item in made.media:
        out.line(f"  {item.kind}: {item.file or item.url} · {_alt(item, app.lang)}")
    for loss in made.losses:
        out.styled("  " + out.style(_lost(loss, app.lang), "warning"))


def _part(app: App, part: Part, heading: str, counted: list[Count]) -> None:
    pieces = [app.out.style(heading, "dim")] if heading else []
    lengths = dict.fromkeys((_length(count, app.lang), count.fits) for count in counted)
    pieces += [app.out.style(length, "dim" if fits else "error") for length, fits in lengths]
    if pieces:
        app.out.styled("  " + " · ".join(pieces))
    for line in part.text.split("\n"):
        app.out.styled(f"  {app.out.style('│', 'dim')} {safe(line)}".rstrip())


def _length(count: Count, lang: str) -> str:
    """`134/280`, in bytes where bytes count, and by how much it misses."""
    text = f"{count.length}/{count.limit}" if count.limit is not None else str(count.length)
    if count.unit == "utf-8":
        text += f" {BYTES.in_(lang)}"
    if count.limit is not None and count.length > count.limit:
        return f"{text} ({OVER.with_(over=count.length - count.limit).in_(lang)})"
    if count.minimum is not None and count.length < count.minimum:
        return f"{text} ({UNDER.with_(under=count.minimum - count.length).in_(lang)})"
    return text


def _alt(item: ShownMedia, lang: str) -> str:
    if item.alt:
        return f"« {item.alt} »" if lang == "fr" else f"“{item.alt}”"
    return (DECORATIVE if item.decorative else NO_ALT).in_(lang)


def _lost(loss: Loss, lang: str) -> str:
    text = " ".join(loss.text.split())
    what = LOSSES[loss.what].with_(text=text if len(text) <= 60 else text[:59] + "…").in_(lang)
    return LOST.with_(line=loss.line, what=what).in_(lang)
