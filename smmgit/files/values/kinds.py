"""One node and its field -> one value; the kinds of `model/fields/field.py` that hold no tables.

A reader returns None, after a finding, for what it cannot read.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

from smmgit.files.tree.node import Items, Node, Scalar, Table, is_empty, texts
from smmgit.files.values import moments, scalars
from smmgit.files.values.reading import Reading, entries, single
from smmgit.model.fields.field import Field
from smmgit.model.say import Say
from smmgit.text.late import pattern

GROUP = Say("Names and values are expected here, one “name: value” a line.",
            "Il faut ici des noms et des valeurs, un « nom: valeur » par ligne.")  # fmt: skip
FORM = Say("“{text}” does not fit here ({about_en}{eg_en}).", "« {text} » ne convient pas ici ({about_fr}{eg_fr}).")
ID = Say("“{text}” cannot be a name here: 3 to 64 small letters, digits and hyphens, a letter first.",
         "« {text} » ne peut pas être un nom ici : 3 à 64 lettres minuscules sans accent, chiffres et traits d'union, "
         "une lettre d'abord.")  # fmt: skip
OUTSIDE = Say("“{text}” leads out of the repository; put the file beside the post.",
              "« {text} » mène hors du dépôt ; placer le fichier à côté de la publication.")  # fmt: skip
NOT_FILE = Say("“{text}” is an address, not a file; write it under “url” with its sha256.",
               "« {text} » est une adresse, pas un fichier ; l'écrire sous « url » avec son sha256.")  # fmt: skip

WRITE = Say("Write “{word}”", "Écrire « {word} »")

Reader = Callable[[Reading, Node, Field, str], Any]


def _text(at: Reading, node: Node, field: Field, path: str) -> str | None:
    text = single(at, node)
    if text is not None and field.pattern and not _pattern(field.pattern).fullmatch(text):
        example = field.example
        at.bad(
            ID if field.kind == "id" else FORM, node, text=text, about_en=field.about.en, about_fr=field.about.fr,
            eg_en=f", such as {example}" if example else "", eg_fr=f", par exemple {example}" if example else "",
        )  # fmt: skip
        return None
    return text


def _prose(at: Reading, node: Node, field: Field, path: str) -> str | None:
    return single(at, node)


@functools.lru_cache(maxsize=64)
def _pattern(source: str) -> re.Pattern[str]:
    return pattern(source)


def _from_text(parse: Callable[[str], Any]) -> Callable[[Reading, Node, Field, str], Any]:
    """A reader of one value from the function that parses its text."""

    def value_of(at: Reading, node: Node, field: Field, path: str) -> Any:
        text = single(at, node)
        if text is None:
            return None
        value = parse(text)
        if isinstance(value, Say):
            at.bad(value, node)
            return None
        return value

    return value_of


def _when(at: Reading, node: Node, field: Field, path: str) -> Any:
    text = single(at, node)
    if text is None:
        return None
    value = moments.when(text, field.asap_ok)
    if isinstance(value, Say):
        at.bad(value, node)
        return None
    return value


def _choice(at: Reading, node: Node, field: Field, path: str) -> str | None:
    text = single(at, node)
    if text is None:
        return None
    value = scalars.choice(text, field)
    if isinstance(value, Say):
        near = scalars.near_choice(text, field)
        fix = None
        if near and type(node) is Scalar and node.plain:
            fix = at.report.replace(WRITE.with_(word=near), node.line, node.column, node.text, near, safe=False)
        at.bad(value, node, fix=fix)
        return None
    return value


def _texts(at: Reading, node: Node, field: Field, path: str) -> tuple[str, ...]:
    found = list(entries(at, node, path, commas=field.kind == "ids"))
    if field.pattern:
        found = [item for item in found if _text(at, item, field, path) is not None]
    return tuple(item.text for item in found)


def _file(at: Reading, node: Node, field: Field, path: str) -> str | None:
    text = single(at, node)
    if text is None:
        return None
    if text[:8].lower().startswith(("http://", "https://")):
        at.bad(NOT_FILE, node, text=text)
        return None
    found = inside(at.folder, text)
    if found is None:
        at.bad(OUTSIDE, node, "schema/file", text=text)
    return found


def inside(folder: str, typed: str) -> str | None:
    """The repository path of a typed path, relative to `folder` (from the top when it begins with `/`).

    None when it leads out of the repository.
    """
    steps = [] if typed.startswith("/") else [step for step in folder.split("/") if step]
    for step in typed.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps) or None


def _numbers(at: Reading, node: Node, field: Field, path: str) -> tuple[float, ...] | None:
    count = 2 if field.kind == "point" else 4
    if type(node) is Scalar:
        typed = re.split(r"[,;]\s+|;|(?<=%)\s*,?\s*(?=\d)|\s+(?!%)|,(?=\d*\.)", node.text.strip())
    elif type(node) is Items and all(type(item) is Scalar for item in node.items):
        typed = [item.text for item in node.items if type(item) is Scalar]
    else:
        typed = []
    values = [scalars.fraction(text) for text in typed if text]
    if len(values) != count or any(isinstance(value, Say) for value in values):
        at.bad(scalars.BOX, node, count=count, example="[0.5, 0.3]" if count == 2 else "[0, 0.1, 1, 0.8]")
        return None
    return tuple(value for value in values if isinstance(value, float))


def _days(at: Reading, node: Node, field: Field, path: str) -> tuple[int, ...] | None:
    found: set[int] = set()
    for item in entries(at, node, path, commas=True):
        value = scalars.day(item.text)
        if isinstance(value, Say):
            at.bad(value, item)
        else:
            found.add(value)
    return tuple(sorted(found)) or None


def _map(at: Reading, node: Node, field: Field, path: str) -> dict[str, Any] | None:
    if type(node) is not Table:
        at.bad(GROUP, node)
        return None
    found: dict[str, Any] = texts(node)
    return found


def _pairs(at: Reading, node: Node, field: Field, path: str) -> dict[str, str] | None:
    if type(node) is not Table:
        at.bad(GROUP, node)
        return None
    found: dict[str, str] = {}
    for key, value in node.pairs:
        at.mark(f"{path}.{key.text}", value.line, value.column)
        text = single(at, value)
        if text is not None and not is_empty(value):
            found[key.text] = text
    return found


SIMPLE: dict[str, Reader] = {
    "text": _text, "prose": _prose, "id": _text, "texts": _texts, "ids": _texts, "choice": _choice,
    "flag": _from_text(scalars.flag), "number": _from_text(scalars.number), "fraction": _from_text(scalars.fraction),
    "date": _from_text(moments.date), "time": _from_text(moments.time), "when": _when,
    "duration": _from_text(moments.duration), "limit": _from_text(moments.limit), "url": _from_text(scalars.url),
    "file": _file, "point": _numbers, "box": _numbers, "days": _days, "map": _map, "pairs": _pairs,
}  # fmt: skip
