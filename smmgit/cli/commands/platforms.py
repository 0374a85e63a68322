"""`smmgit platforms`: what each platform allows, with the source and date of every limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from smmgit.cli.app import App
from smmgit.model.say import Say

if TYPE_CHECKING:
    from smmgit.model.spec import FormatSpec, Limit, OptionSpec, PlatformSpec

CLASSES = {
    "exact": Say("sent again, nothing doubles", "renvoyer ne double rien"),
    "keyed": Say("looked up, then sent with the same key", "vérifier, puis renvoyer avec la même clé"),
    "listable": Say("own recent posts are looked up", "vérifier dans les publications récentes"),
    "blind": Say("a person is asked", "demander à une personne"),
}
HEADER = (
    Say("id", "id"),
    Say("platform", "plateforme"),
    Say("text", "texte"),
    Say("after a lost answer", "si la réponse se perd"),
    Say("verified", "vérifié le"),
)
LIMITS = (
    Say("format", "format"),
    Say("what", "quoi"),
    Say("least", "minimum"),
    Say("most", "maximum"),
    Say("unit", "unité"),
    Say("source", "source"),
    Say("verified", "vérifié le"),
    Say("remarks", "remarques"),
)
TYPES = (Say("media", "média"), Say("types", "types"), Say("source", "source"), Say("remarks", "remarques"))
OPTIONS = (Say("option", "option"), Say("value", "valeur"), Say("about", "sens"))
SOURCES = (Say("source", "source"), Say("title", "titre"), Say("published", "publiée le"))
UNSURE = Say("not certain: {why}", "pas certain : {why}")
SOFT = Say("not refused beyond", "pas refusé au-delà")
REQUIRED = Say("required", "obligatoire")
LIST_HINT = Say(
    "`smmgit platforms ID` shows everything about one.", "`smmgit platforms ID` montre tout d'une plateforme."
)


@click.command(help="List the platforms, or everything known about one: limits, sources, dates, doubts, options.")
@click.argument("platform", required=False, metavar="[ID]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.pass_obj
def command(app: App, platform: str | None, form: str) -> None:
    from smmgit.files.specs import find_spec, load_specs

    if platform is None:
        specs = load_specs()
        if form == "json":
            app.out.json([_summary(spec) for spec in specs.values()])
            return
        rows = [
            [spec.id, spec.name, _main(spec), CLASSES[spec.delivery].in_(app.lang), spec.verified_on]
            for spec in specs.values()
        ]
        app.out.table(rows, [word.in_(app.lang) for word in HEADER])
        app.out.note(LIST_HINT.in_(app.lang))
        return
    spec = find_spec(platform)
    if form == "json":
        app.out.json(spec)
        return
    _show(app, spec)


def _summary(spec: PlatformSpec) -> dict[str, Any]:
    return {
        "id": spec.id,
        "name": spec.name,
        "delivery": spec.delivery,
        "family": spec.family,
        "verified_on": spec.verified_on,
        "docs_url": spec.docs_url,
        "body": spec.text.get("body", ()),
    }


def _main(spec: PlatformSpec) -> str:
    bodies = [limit for limit in spec.text.get("body", ()) if limit.max is not None]
    return ", ".join(f"{_number(limit.max)} {limit.unit}{'?' if limit.uncertain else ''}" for limit in bodies)


def _show(app: App, spec: PlatformSpec) -> None:
    out, lang = app.out, app.lang
    out.styled(out.style(f"{spec.name} ({spec.id})", "bold"))
    if spec.docs_url:
        out.line(spec.docs_url)
    out.line()
    rows = []
    for form, name, limit in _limits(spec):
        remarks = [_doubt(app, limit.uncertain), out.word(SOFT) if limit.soft else ""]
        title = f"{name} ({limit.name})" if limit.name else name
        amounts = [_number(limit.min), _number(limit.max), limit.unit]
        rows.append([form, title, *amounts, limit.source, limit.verified_on, "; ".join(filter(None, remarks))])
    if rows:
        out.table(rows, [word.in_(lang) for word in LIMITS])
    types = [
        [kind, ", ".join(rules.types), rules.types_source, _doubt(app, rules.types_uncertain)]
        for kind, rules in spec.media.items()
        if rules.types
    ]
    if types:
        out.line()
        out.table(types, [word.in_(lang) for word in TYPES])
    if spec.options:
        out.line()
        out.table([_option(app, option) for option in spec.options], [word.in_(lang) for word in OPTIONS])
    if spec.facts:
        out.line()
        out.table([_fact(app, name, fact) for name, fact in spec.facts.items()])
    _sources(app, spec)


def _limits(spec: PlatformSpec) -> Iterator[tuple[str, str, Limit]]:
    parts: list[tuple[str, PlatformSpec | FormatSpec]] = [("", spec), *spec.formats.items()]
    for form, part in parts:
        groups: list[tuple[str, tuple[Limit, ...]]] = [*part.text.items(), *part.counts.items()]
        for kind, rules in part.media.items():
            groups += [(f"{kind}: {measure}", limits) for measure, limits in rules.limits.items()]
        for name, limits in groups:
            for limit in limits:
                yield form, name, limit


def _option(app: App, option: OptionSpec) -> list[str]:
    value = ", ".join(option.choices) or option.pattern or option.kind
    if option.required:
        value = f"{value} ({app.out.word(REQUIRED)})"
    return [option.name, value, (option.about_fr if app.lang == "fr" else option.about) or option.about]


def _fact(app: App, name: str, fact: Any) -> list[str]:
    if not isinstance(fact, dict):
        return [name, str(fact) if not isinstance(fact, list) else ", ".join(map(str, fact)), "", ""]
    value = f"{fact.get('value', '')} {fact.get('unit', '')}".strip()
    shown = "".join(sign if sign.isprintable() else f" U+{ord(sign):04X}" for sign in value).strip()
    return [name, shown, str(fact.get("source", "")), _doubt(app, str(fact.get("uncertain", "")))]


def _doubt(app: App, why: str) -> str:
    return app.out.word(UNSURE, why=why) if why else ""


def _sources(app: App, spec: PlatformSpec) -> None:
    from smmgit.files.specs import load_sources, sources_of

    known = load_sources()
    rows = [[key, known[key].title, known[key].date] for key in sources_of(spec)]
    if rows:
        app.out.line()
        app.out.table(rows, [word.in_(app.lang) for word in SOURCES])


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else f"{value:.4g}"
