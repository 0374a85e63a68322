"""`smmgit rules`: every rule lint knows, or one of them in full."""

from __future__ import annotations

import click

from smmgit.cli.app import App
from smmgit.cli.told import number
from smmgit.errors import UsageError
from smmgit.lint.explain import SEVERITIES, explained, plain
from smmgit.lint.registry import all_rules, rule_set
from smmgit.lint.words import closest
from smmgit.model.say import Say

NONE = Say("No rule is in group {group}. Groups: {groups}.", "Aucune règle dans le groupe {group}. Groupes : {groups}.")
SUM = Say("{count}; smmgit explain RULE teaches one.", "{count} ; smmgit explain RÈGLE en explique une.")

LEVELS = {**SEVERITIES, "off": Say("off", "désactivée")}


@click.command(help="List the rules of lint as the brand sets them; with RULE, explain it with an example.")
@click.argument("rule", required=False)
@click.option("--group", metavar="NAME", help="Only this group, such as alt.")
@click.option(
    "--severity", type=click.Choice(["error", "warning", "suggestion", "off"]), help="Only those of this severity."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@click.pass_obj
def command(app: App, rule: str | None, group: str | None, severity: str | None, form: str) -> None:
    if rule is not None:
        page = explained(rule, app.lang)
        if page is None:
            near = closest(rule, all_rules())
            raise UsageError(f"There is no rule {rule!r}.", hint=f"Did you mean {near}?" if near else "")
        app.out.line(plain(page))
        return
    work = rule_set(app.workspace().brand.rules)
    levels = {one.id: one.severity for one in work.all}
    names = [
        name
        for name in all_rules()
        if (group is None or name.partition("/")[0] == group)
        and (severity is None or levels.get(name, "off") == severity)
    ]
    if group is not None and not any(name.partition("/")[0] == group for name in all_rules()):
        groups = ", ".join(dict.fromkeys(name.partition("/")[0] for name in all_rules()))
        raise UsageError(app.out.word(NONE, group=group, groups=groups))
    if form == "json":
        told = [one for name in names if (one := explained(name, app.lang)) is not None]
        app.out.json([
            {
                "id": one.id, "group": one.id.partition("/")[0], "severity": levels.get(one.id, "off"),
                "title": one.title, "what": one.what, "why": one.why, "fix": one.fix, "options": one.options,
            }
            for one in told
        ])  # fmt: skip
        return
    last = None
    rows: list[tuple[str, ...]] = []
    for name in names:
        if last not in (None, name.partition("/")[0]):
            rows.append(("",))
        last = name.partition("/")[0]
        rows.append((name, LEVELS[levels.get(name, "off")].in_(app.lang), all_rules()[name].title.in_(app.lang)))
    app.out.table(rows)
    app.out.note(app.out.word(SUM, count=number(len(names), "rule", app.lang)))
