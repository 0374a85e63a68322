"""A table of texts and a table of fields -> typed values; every misfit is a finding, none hides another.

One reader for every field table of `model/fields/`. A value that cannot be read is left out, so
the Struct's own default stands in for it.
"""

from __future__ import annotations

import functools
from typing import Any

from smmgit.files.tree.node import Items, Node, Scalar, Table, is_empty, texts
from smmgit.files.values import scalars
from smmgit.files.values.kinds import GROUP, SIMPLE, Reader
from smmgit.files.values.reading import LIST, Reading, entries
from smmgit.model.fields.field import Field
from smmgit.model.say import Say

UNKNOWN = Say("Nobody reads “{key}”.{hint_en}", "Personne ne lit « {key} ».{hint_fr}")
RENAME = Say("Write “{key}”", "Écrire « {key} »")
REQUIRED = Say("“{name}” is missing ({about_en}).", "Il manque « {name} » ({about_fr}).")
GROUPS = Say("Write each entry on its own lines, beginning with “- {first}: …”.",
             "Écrire chaque entrée sur ses propres lignes, en commençant par « - {first}: … ».")  # fmt: skip
NO_FILE = Say("This entry names no file: add “file” (beside the post), or “url” with its sha256.",
              "Cette entrée ne nomme aucun fichier : ajouter « file » (à côté du texte), ou « url » et son sha256.",
              )  # fmt: skip

# What people type when they mean one of our names.
_MEANT = {
    "date": "publish_at", "heure": "publish_at", "publier": "publish_at", "titre": "title", "statut": "status",
    "comptes": "channels", "canaux": "channels", "réseaux": "channels", "platforms": "channels",
    "langue": "lang", "language": "lang", "lien": "link", "tags": "hashtags", "mots-dièse": "hashtags",
    "image": "media", "images": "media", "médias": "media", "campagne": "campaign", "pilier": "pillar",
    "objectif": "objective", "auteur": "owner", "author": "owner", "responsable": "owner", "fichier": "file",
    "texte": "alt", "text": "alt", "description": "alt", "alt_text": "alt", "crédit": "credit", "nom": "name",
    "jours": "days", "jour": "days", "day": "days", "début": "starts", "start": "starts", "debut": "starts",
    "fin": "ends", "end": "ends", "comptes_liés": "handles", "compte": "handle",
}  # fmt: skip


_INDEX: dict[int, tuple[tuple[Field, ...], dict[str, Field], tuple[Field, ...]]] = {}


def by_name(fields: tuple[Field, ...]) -> tuple[dict[str, Field], tuple[Field, ...]]:
    """A field table by name, and its required fields; made once per table."""
    known = _INDEX.get(id(fields))
    if known is None:
        # The table is kept beside its index, so that its id() is never another table's.
        known = (fields, {field.name: field for field in fields}, tuple(f for f in fields if f.required))
        _INDEX[id(fields)] = known
    return known[1], known[2]


def read(
    at: Reading, table: Table, fields: tuple[Field, ...], prefix: str = "", rest: dict[str, Any] | None = None
) -> dict[str, Any]:
    """The typed values of a table, by field name; unknown keys go to `rest` where one is given."""
    known, required = by_name(fields)
    values: dict[str, Any] = {}
    marks = at.marks
    for key, node in table.pairs:
        name = key.text
        field = known.get(name)
        spot = node if type(node) is Scalar and node.text else key
        at.mark(prefix + name, spot.line, spot.column)
        if field is None:
            if rest is None:
                _unknown(at, key, known)
            else:
                rest[name] = texts(node)
        elif type(node) is not Scalar or not node.plain or node.text not in ("", "~", "null"):
            value = READERS[field.kind](at, node, field, prefix + name)
            if value is not None:
                values[name] = value
    for field in required:
        if field.name not in values and (prefix + field.name not in marks or _unsaid(table, field.name)):
            at.report.add(
                "schema/missing", REQUIRED, table.line, table.column,
                name=field.name, about_en=field.about.en, about_fr=field.about.fr,
            )  # fmt: skip
    return values


def _unsaid(table: Table, name: str) -> bool:
    return any(key.text == name and is_empty(node) for key, node in table.pairs)


def _unknown(at: Reading, key: Scalar, known: dict[str, Field]) -> None:
    word = key.text.casefold().replace("-", "_").strip()
    meant = _MEANT.get(key.text.casefold(), "")
    close = meant if meant in known else scalars.closest(word, list(known))
    fix = None
    if close:
        fix = at.report.replace(
            RENAME.with_(key=close),
            key.line,
            key.column,
            key.text,
            close,
            safe=word.replace("_", "") == close.replace("_", ""),
        )
    at.report.add(
        "schema/unknown-key", UNKNOWN, key.line, key.column, fix=fix, key=key.text,
        hint_en=f" Did you mean “{close}”?" if close else "",
        hint_fr=f" Vouliez-vous dire « {close} » ?" if close else "",
    )  # fmt: skip


def build(at: Reading, node: Table, field: Field, path: str, **given: Any) -> Any:
    """The Struct of one nested table, None when something it cannot do without is missing."""
    values = read(at, node, field.fields, f"{path}.")
    if any(f.name not in values for f in by_name(field.fields)[1]):
        return None
    own = field.build.__struct_fields__
    if "typed_file" in own and not {"file", "url"} & values.keys():
        if not {f"{path}.file", f"{path}.url"} & at.marks.keys():
            at.bad(NO_FILE, node, "schema/missing")
        return None
    if "typed_file" in own and "file" in values:
        values["typed_file"] = next(n.text for k, n in node.pairs if k.text == "file" and type(n) is Scalar)
    for name, value in (("line", node.line), ("column", node.column)):
        if name in own:
            values[name] = value
    if "from" in values:  # a word of Python, so the Struct spells it `from_`
        values["from_"] = values.pop("from")
    return field.build(**values, **given)


def _group(at: Reading, node: Node, field: Field, path: str) -> Any:
    if type(node) is Table:
        return build(at, node, field, path)
    at.bad(GROUP, node)
    return None


def _groups(at: Reading, node: Node, field: Field, path: str) -> tuple[Any, ...]:
    items = node.items if type(node) is Items else [node]
    found: list[Any] = []
    for item in items:
        spot = f"{path}.{len(found)}"
        at.mark(spot, item.line, item.column)
        if type(item) is Table:
            value = build(at, item, field, spot)
            if value is not None:
                found.append(value)
                continue
        elif not is_empty(item):
            at.bad(GROUPS, item, first=field.fields[0].name)
        # Marks count the entries that are kept, as the Struct does.
        for mark in [mark for mark in at.marks if mark == spot or mark.startswith(f"{spot}.")]:
            del at.marks[mark]
    return tuple(found)


def _channels(at: Reading, node: Node, field: Field, path: str) -> tuple[Any, ...]:
    """Channel ids, or a map of ids to their options; a list may mix both."""
    found: dict[str, Any] = {}

    def add(key: Scalar, options: Node | None, spot: str) -> None:
        name = key.text.strip()
        at.mark(spot, key.line, key.column)
        at.mark(f"{path}.{name}", key.line, key.column)
        if not name or name in found:
            return
        if options is None or is_empty(options):
            found[name] = _bare(field.build, name)
        elif type(options) is Table:
            rest: dict[str, Any] = {}
            values = read(at, options, field.fields, f"{path}.{name}.", rest)
            found[name] = field.build(id=name, options=rest, **values)
        else:
            at.bad(GROUP, options)
            found[name] = _bare(field.build, name)

    if type(node) is Table:
        for key, options in node.pairs:
            add(key, options, f"{path}.{key.text.strip()}")
    elif type(node) is Items:
        for number, item in enumerate(node.items):
            if type(item) is Table:
                for key, options in item.pairs:
                    add(key, options, f"{path}.{number}")
            elif type(item) is Scalar:
                add(item, None, f"{path}.{number}")
            else:
                at.bad(LIST, item)
    else:
        for number, item in enumerate(entries(at, node, path, commas=True)):
            add(item, None, f"{path}.{number}")
    return tuple(found.values())


@functools.lru_cache(maxsize=1024)
def _bare(build: Any, name: str) -> Any:
    """A channel without options of its own: one value for all the posts that name it."""
    return build(id=name)


READERS: dict[str, Reader] = {**SIMPLE, "group": _group, "groups": _groups, "channels": _channels}
