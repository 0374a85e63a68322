"""`smmgit count`: how long a text is on a platform, counted the way that platform counts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from smmgit.cli.app import App
from smmgit.errors import UsageError
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.model.spec import PlatformSpec
    from smmgit.text.count import Count

UNITS = {
    "weighted": Say("X characters", "caractères X"),
    "grapheme": Say("characters as seen", "caractères visibles"),
    "code-point": Say("code points", "points de code"),
    "utf-16": Say("UTF-16 units", "unités UTF-16"),
    "utf-8": Say("bytes", "octets"),
    "mastodon": Say("Mastodon characters", "caractères Mastodon"),
    "threads": Say("Threads characters", "caractères Threads"),
}
HEADER = (Say("what", "quoi"), Say("length", "longueur"), Say("limit", "limite"), Say("left", "reste"))
FITS = Say("It fits.", "Le texte passe.")
TOO_LONG = Say("It does not fit.", "Le texte ne passe pas.")
SIGNS = Say("{name} refuses a text with {signs}.", "{name} refuse un texte qui contient {signs}.")
UNSURE = Say("not certain: {why}", "pas certain : {why}")
CUT = Say("cut or ignored beyond, not refused", "au-delà : coupé ou ignoré, pas refusé")
NO_LIMIT = Say("none", "aucune")


@click.command(help="Count a text as a platform counts it. FILE is read as it is; - or nothing reads standard input.")
@click.option("--platform", required=True, metavar="ID", help="A platform, as listed by `smmgit platforms`.")
@click.argument("file", default="-", type=click.Path(allow_dash=True))
@click.option("--what", default="body", metavar="NAME", help="What the text is: body, title, alt… (default: body).")
@click.option("--post-format", default="post", metavar="NAME", help="Format of the post: post, reel, story…")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.pass_obj
def command(app: App, platform: str, file: str, what: str, post_format: str, form: str) -> None:
    from smmgit.files.specs import find_spec
    from smmgit.text.count import counts, forbidden

    spec = find_spec(platform)
    if what != "body" and not _has(spec, what, post_format):
        known = ", ".join(["body", *(name for name in spec.text if name != "body")])
        raise UsageError(f"{spec.name} has no limit for {what!r}.", hint=f"It has: {known}.")
    text = _read(file)
    found = counts(text, spec, what=what, format=post_format)
    signs = forbidden(text, spec) if what in ("body", "title") else ()
    fits = not signs and not any(count.refuses for count in found)
    if form == "json":
        main = next((count for count in found if count.refuses), found[0])
        app.out.json(
            {
                "platform": spec.id,
                "what": what,
                "length": main.length,
                "limit": main.limit,
                "unit": main.unit,
                "fits": fits,
                "forbidden": [f"U+{ord(sign):04X}" for sign in signs],
                "all": found,
            }
        )
    else:
        _print(app, spec, found, signs, fits)
    if not fits:
        app.exit(1)


def _has(spec: PlatformSpec, what: str, post_format: str) -> bool:
    form = spec.formats.get(post_format)
    return what in spec.text or bool(form and what in form.text)


def _read(file: str) -> str:
    try:
        if file == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(file, "rb") as stream:
                data = stream.read()
        return data.decode("utf-8")
    except OSError as error:
        raise UsageError(f"I cannot read {file}: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{'Standard input' if file == '-' else file} is not UTF-8 (byte {error.start}).",
            hint="Save it as UTF-8 first.",
        ) from error


def _print(app: App, spec: PlatformSpec, found: list[Count], signs: tuple[str, ...], fits: bool) -> None:
    rows = []
    for count in found:
        unit = UNITS[count.unit].in_(app.lang)
        notes = [app.out.word(UNSURE, why=count.uncertain)] if count.uncertain else []
        notes += [app.out.word(CUT)] if count.soft else []
        limit = app.out.word(NO_LIMIT) if count.limit is None else str(count.limit)
        left = "" if count.limit is None else str(count.limit - count.length)
        rows.append([count.name, f"{count.length} {unit}", limit, left, "; ".join(notes)])
    app.out.table(rows, [*(word.in_(app.lang) for word in HEADER), ""])
    if signs:
        app.out.say(SIGNS, name=spec.name, signs=", ".join(f"U+{ord(sign):04X}" for sign in signs))
    app.out.say(FITS if fits else TOO_LONG)
