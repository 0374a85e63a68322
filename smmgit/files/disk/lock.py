"""`lock.json` -> network facts; strict JSON, and every misfit a finding of its own."""

from __future__ import annotations

import re
from typing import Any

from smmgit.files.disk.text import decode
from smmgit.files.tree.report import Report
from smmgit.model.facts import Lock, LockedCard
from smmgit.model.say import Say

PATH = "lock.json"

JSON = Say("This is not valid JSON ({why}); write the file anew with `smmgit lock`.",
           "Ce n'est pas du JSON valable ({why}) ; réécrire le fichier avec `smmgit lock`.")  # fmt: skip
OBJECT = Say("A group { } is expected here.", "Il faut ici un groupe { }.")
TEXT = Say("A text is expected for “{key}”.", "Il faut un texte pour « {key} ».")
UNKNOWN = Say("Nobody reads “{key}”.", "Personne ne lit « {key} ».")
TWICE = Say("“{key}” is written twice; the last one counts.", "« {key} » est écrit deux fois ; le dernier compte.")


def read_lock(data: bytes, report: Report) -> Lock:
    """The facts of a lock file; what cannot be read is left out and reported."""
    import json

    text = decode(data, report)

    def place(key: str) -> tuple[int, int]:
        found = re.search(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:", text)
        start = found.start() if found else 0
        return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        seen: dict[str, Any] = {}
        for key, value in pairs:
            if key in seen:
                report.add("schema/yaml", TWICE, *place(key), key=key)
            seen[key] = value
        return seen

    try:
        whole = json.loads(text, object_pairs_hook=once, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        report.add("schema/yaml", JSON, error.lineno, error.colno, why=error.msg)
        return Lock()
    except (ValueError, RecursionError) as error:
        report.add("schema/yaml", JSON, why=str(error))
        return Lock()
    if not isinstance(whole, dict):
        report.add("schema/bad-value", OBJECT)
        return Lock()

    def texts(group: Any, key: str, known: tuple[str, ...] = ()) -> dict[str, str]:
        if not isinstance(group, dict):
            report.add("schema/bad-value", OBJECT, *place(key))
            return {}
        good = {}
        for name, value in group.items():
            if known and name not in known:
                report.add("schema/unknown-key", UNKNOWN, *place(name), key=name)
            elif isinstance(value, str):
                good[name] = value
            else:
                report.add("schema/bad-value", TEXT, *place(name), key=name)
        return good

    cards: dict[str, LockedCard] = {}
    maps: dict[str, dict[str, str]] = {"dids": {}, "urns": {}}
    for key, value in whole.items():
        if key in maps:
            maps[key] = texts(value, key)
        elif key == "cards" and isinstance(value, dict):
            cards = {
                url: LockedCard(**texts(card, url, LockedCard.__struct_fields__)) for url, card in value.items()
            }  # fmt: skip
        elif key == "cards":
            report.add("schema/bad-value", OBJECT, *place(key))
        elif key not in ("$schema", "schema"):
            report.add("schema/unknown-key", UNKNOWN, *place(key), key=key)
    return Lock(dids=maps["dids"], urns=maps["urns"], cards=cards)


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")
