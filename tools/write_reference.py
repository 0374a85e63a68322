"""Write the generated blocks of the handbook from the code: fields, commands, platforms.

`python tools/write_reference.py` rewrites them; with `--check` it only says (exit 1) that they are stale.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"


def cell(text: str) -> str:
    """Text fit for a Markdown table cell."""
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def fields() -> Iterator[str]:
    """The post's field table, nested fields below their owner."""
    from smmgit.model.fields.field import Field
    from smmgit.model.fields.post import POST

    def rows(table: tuple[Field, ...], prefix: str) -> Iterator[str]:
        for field in table:
            value = ", ".join(f"`{choice}`" for choice in field.choices) or field.kind
            default = f" (default {field.default})" if field.default else ""
            needed = "**needed.** " if field.required else ""
            example = f" `{field.example}`" if field.example else ""
            yield (
                f"| `{prefix}{field.name}` | {cell(value)}{default} | {needed}{cell(field.about.en)}.{cell(example)} "
                f"| {cell(field.about.fr)} |"
            )
            yield from rows(field.fields, f"{prefix}{field.name}.")

    yield "| field | value | meaning | en français |"
    yield "| --- | --- | --- | --- |"
    yield from rows(POST, "")


def commands() -> Iterator[str]:
    """Every command with its first sentence and its options."""
    import click

    import smmgit.cli.commands as package
    from smmgit import discover

    for name, module in discover.load_all(package):
        command: click.Command = module.command
        context = click.Context(command, info_name=f"smmgit {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        yield f"## `smmgit {name}`\n"
        yield f"`smmgit {name} {usage}`\n"
        yield f"{(command.help or '').strip()}\n"
        records = [p.get_help_record(context) for p in command.params if isinstance(p, click.Option) and not p.hidden]
        if any(records):
            yield "| option | meaning |\n| --- | --- |"
            yield "\n".join(f"| `{cell(record[0])}` | {cell(record[1])} |" for record in records if record)
            yield ""


def platforms() -> Iterator[str]:
    """One row a platform: class, text limits, media."""
    from smmgit.files.specs import load_specs

    yield "| platform | id | delivery | text | verified |"
    yield "| --- | --- | --- | --- | --- |"
    for spec in load_specs().values():
        limits = "; ".join(
            f"{limit.max:g} {limit.unit}{' ??' if limit.uncertain else ''}"
            for limit in spec.text.get("body", ())
            if limit.max is not None
        )
        known = limits or "no limit known"
        yield f"| {cell(spec.name)} | `{spec.id}` | {spec.delivery} | {known} | {spec.verified_on} |"


BLOCKS = {
    "write.md": ("fields", fields),
    "commands.md": ("commands", commands),
    "platforms.md": ("platforms", platforms),
}


def refreshed(text: str, name: str, lines: Iterator[str]) -> str:
    """The page with its block replaced."""
    block = re.compile(rf"(<!-- generated: {name} -->\n).*?(<!-- /generated -->)", re.DOTALL)
    body = "\n".join(lines).strip()
    return block.sub(lambda found: f"{found[1]}\n{body}\n\n{found[2]}", text)


def main() -> int:
    """Rewrite or check all pages."""
    stale = []
    for file, (name, lines) in BLOCKS.items():
        path = DOCS / file
        old = path.read_text(encoding="utf-8")
        new = refreshed(old, name, lines())
        if new != old:
            stale.append(file)
            if "--check" not in sys.argv:
                path.write_text(new, encoding="utf-8")
    if stale and "--check" in sys.argv:
        print(f"stale: {', '.join(stale)}; run python tools/write_reference.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
