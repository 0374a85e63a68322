"""How a field of a file is described."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from smmgit.model.say import Say

Kind = Literal[
    "text",      # any scalar, as typed
    "prose",     # text that may span lines
    "id",        # one identifier
    "texts",     # a list of texts; a lone scalar is a list of one
    "ids",       # a list of identifiers; a lone scalar is a list of one
    "choice",    # one of `choices` (or a synonym), stored as the choice
    "flag",      # true/false, yes/no, oui/non, vrai/faux
    "number",    # a decimal number, point or comma
    "fraction",  # a number from 0 to 1, or a percentage: `40 %`
    "date",      # 2026-11-25
    "time",      # 09:00 or 9 h 30
    "when",      # 2026-11-25 09:00, with or without offset, or `asap` where `asap_ok`
    "duration",  # 90m, 6h, 2d, 1w, or ISO 8601 (PT6H)
    "limit",     # a `when` or a `duration`
    "url",       # http(s) address
    "file",      # a path, relative to the file that names it
    "point",     # two numbers: x, y
    "box",       # four numbers: left, top, width, height
    "days",      # weekdays, French or English, full or short
    "map",       # text keys, any text values, kept as typed
    "pairs",     # text keys, one text each
    "group",     # one nested table (`fields`, built by `build`)
    "groups",    # a list of nested tables
    "channels",  # a post's channels: list of ids, or map id -> options
]  # fmt: skip
YES = frozenset(("true", "yes", "oui", "vrai", "on"))
NO = frozenset(("false", "no", "non", "faux", "off"))


class Field(Struct, frozen=True, kw_only=True):
    """One field. `name` is the key in the file and the attribute of the Struct it builds.

    `default` is informative (docs and schema); the Struct owns the value. `synonyms` map accepted
    spellings to a choice; `fmt` writes the choice.
    """

    name: str
    kind: Kind
    about: Say
    required: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()
    synonyms: dict[str, str] = {}
    pattern: str = ""
    refers_to: str = ""
    asap_ok: bool = False
    fields: tuple[Field, ...] = ()
    build: Any = None
    example: str = ""
