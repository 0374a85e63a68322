"""`smmgit rules`: every rule lint knows, or one of them in full."""

from __future__ import annotations

import click

from smmgit.cli.app import App
from smmgit.errors import UsageError


@click.command(help="List the rules of lint; with RULE, explain it with an example.")
@click.argument("rule", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@click.pass_obj
def command(app: App, rule: str | None, form: str) -> None:
    from smmgit.lint.explain import documented, explain_rule, shown
    from smmgit.lint.registry import all_rules, rule_set
    from smmgit.lint.words import closest

    if rule is not None:
        page = explain_rule(rule, app.lang)
        if not page:
            near = closest(rule, all_rules())
            raise UsageError(f"There is no rule {rule!r}.", hint=f"Did you mean {near}?" if near else "")
        app.out.line(page)
        return
    settings = rule_set(app.workspace().brand.rules)
    at_work = {one.id: one.severity for one in settings.all}
    if form == "json":
        app.out.json([
            {
                "id": name, "severity": at_work.get(name, "off"), "title": check.title.in_(app.lang),
                "what": documented(check, app.lang)[0], "why": documented(check, app.lang)[1],
                "fix": documented(check, app.lang)[2],
                "options": {option: shown(value) for option, value in check.options.items()},
            }
            for name, check in all_rules().items()
        ])  # fmt: skip
        return
    app.out.table([(name, at_work.get(name, "off"), check.title.in_(app.lang)) for name, check in all_rules().items()])
