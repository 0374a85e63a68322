"""The field tables as JSON Schema (draft 2020-12), so that editors complete and check while typing.

Descriptions are French and English; scalars are as lenient as the reader, for which a date, a
number or a `yes` are texts like any other.
"""

from __future__ import annotations

from typing import Any

from smmgit.files.specs import spec_ids
from smmgit.files.tables import BRAND, FOLDERS, LISTS, MAPS, POLICY
from smmgit.model.fields import brand as brand_fields
from smmgit.model.fields.field import Field
from smmgit.model.fields.post import POST

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_NUMBER: dict[str, Any] = {"type": ["number", "string"], "pattern": r"^\s*[+-]?\d[\d \u00a0\u202f]*([.,]\d+)?\s*%?\s*$"}
_DATE = r"\d{4}-\d{1,2}-\d{1,2}"
_TIME = r"(\d{1,2}(:\d{2}(:\d{2}([.,]\d+)?)?|\s?[hH]\s?(\d{2})?))"
_WHEN = rf"{_DATE}(([Tt]|,?\s+(à\s+|at\s+)?){_TIME}\s*([Zz]|[+-]\d{{2}}:?(\d{{2}})?)?)?"
_ASAP = r"[aA][sS][aA][pP]|[dD]ès que possible"
_LENGTH = r"\s*[Pp]?[\d.,]+\s*[A-Za-z].*|[Pp].*"

# One file may have several: a schema is asked for by the name of what it describes.
_FILES = {file.fills.replace("_", "-"): file for file in (BRAND, POLICY, *MAPS, *LISTS, *FOLDERS)}
KINDS = ("post", *_FILES)


def paths() -> dict[str, str]:
    """Schema name -> the file (or folder) of settings it describes."""
    return {name: file.path for name, file in _FILES.items()}


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of one kind of file (`KINDS`). Raises KeyError for any other."""
    head: dict[str, Any] = {"$schema": DRAFT, "title": f"smmgit {kind}"}
    if kind == "post":
        return {**head, **_table(POST)}
    file = _FILES[kind]
    entry = _table(file.fields)
    if file in MAPS:
        names: dict[str, Any] = {} if file.key == "tag" else {"propertyNames": {"pattern": brand_fields.ENTRY_PATTERN}}
        lenient = {"anyOf": [entry, {"type": "null"}]} if not any(f.required for f in file.fields) else entry
        return {**head, "type": ["object", "null"], **names, "additionalProperties": lenient}
    if file in LISTS:
        return {**head, "type": ["array", "null"], "items": entry}
    return {**head, **entry}


def _table(fields: tuple[Field, ...], more: dict[str, Any] | bool = False) -> dict[str, Any]:
    required = [field.name for field in fields if field.required]
    return {
        "type": "object",
        "properties": {field.name: _field(field) for field in fields},
        **({"required": required} if required else {}),
        "additionalProperties": more,
    }


def _field(field: Field) -> dict[str, Any]:
    """The schema of one field; nothing said (`null`) is always allowed."""
    schema: dict[str, Any] = {"description": f"{field.about.fr} / {field.about.en}"}
    if field.default:
        schema["default"] = field.default
    if field.example:
        schema["examples"] = [field.example]
    wanted = _kind(field)
    if field.required:
        return {**schema, **wanted}
    if "anyOf" in wanted:
        return {**schema, "anyOf": [*wanted["anyOf"], {"type": "null"}]}
    return {**schema, "anyOf": [wanted, {"type": "null"}]}


def _kind(field: Field) -> dict[str, Any]:
    text = {**_TEXT, "pattern": field.pattern} if field.pattern else _TEXT
    match field.kind:
        case "text" | "prose" | "id" | "file":
            if field.refers_to == "platform":
                return {"type": "string", "enum": list(spec_ids())}
            return text
        case "choice":
            return {"anyOf": [{"enum": [*field.choices, *field.synonyms]}, _any_case(field)]}
        case "texts" | "ids":
            return {"anyOf": [text, {"type": "array", "items": {"anyOf": [text, {"type": "null"}]}}]}
        case "flag":
            return {"anyOf": [{"type": "boolean"}, _like("true|false|yes|no|oui|non|vrai|faux|on|off", any_case=True)]}
        case "number" | "fraction":
            return _NUMBER
        case "date":
            return _like(_DATE)
        case "time":
            return {"anyOf": [_like(_TIME), {"type": "integer"}]}  # YAML 1.1 editors read 9:30 as 570
        case "when":
            return _like(f"{_WHEN}|{_ASAP}" if field.asap_ok else _WHEN)
        case "duration":
            return _like(_LENGTH)
        case "limit":
            return _like(f"{_WHEN}|{_LENGTH}")
        case "url":
            return {"type": "string", "pattern": r"^[hH][tT][tT][pP][sS]?://\S+$"}
        case "point" | "box":
            count = 2 if field.kind == "point" else 4
            return {
                "anyOf": [{"type": "string"}, {"type": "array", "items": _NUMBER, "minItems": count, "maxItems": count}]
            }
        case "days":
            return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
        case "map":
            return {"type": "object"}
        case "pairs":
            return {"type": "object", "additionalProperties": {"anyOf": [_TEXT, {"type": "null"}]}}
        case "group":
            return _table(field.fields)
        case "groups":
            return {"anyOf": [_table(field.fields), {"type": "array", "items": _table(field.fields)}]}
        case "channels":
            options = {"anyOf": [_table(field.fields, True), {"type": "null"}]}
            chosen = {"type": "object", "additionalProperties": options}
            return {"anyOf": [_TEXT, {"type": "array", "items": {"anyOf": [_TEXT, chosen]}}, chosen]}
    raise AssertionError(f"no schema for fields of kind {field.kind}")


def _like(pattern: str, *, any_case: bool = False) -> dict[str, Any]:
    if any_case:
        pattern = "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in pattern)
    return {"type": "string", "pattern": f"^({pattern})$"}


def _any_case(field: Field) -> dict[str, Any]:
    return _like("|".join([*field.choices, *field.synonyms]), any_case=True)
