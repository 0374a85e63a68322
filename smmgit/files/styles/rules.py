"""One rule file of a style -> a `Rule`, refusing what Vale refuses, at the line and column where it stands."""

from __future__ import annotations

import functools
import typing
from typing import Any

import msgspec

from smmgit.files.tree.compose import compose
from smmgit.files.tree.node import Items, Node, Scalar, Table, is_empty
from smmgit.files.tree.report import Report
from smmgit.model.say import Say
from smmgit.voice.rule import KINDS, LEVELS, Action, Level, Rule, Step

RULE = "voice/rule-file"
REFUSED_SCOPES = ("code", "link", "strong", "emphasis")
LOOSE = ("spelling", "consistency")  # Vale lets unknown keys pass in these
OURS = ("name", "path", "line", "extends")  # set by the reader, never by the file
PASSED = ("extends", "name", "path", "code", "tests")
TRUE = ("1", "t", "T", "true", "TRUE", "True", "yes", "Yes", "YES", "on", "On", "ON")
FALSE = ("0", "f", "F", "false", "FALSE", "False", "no", "No", "NO", "off", "Off", "OFF", "")

NO_EXTENDS = Say("Missing the required 'extends' key.", "La clé obligatoire « extends » manque.")
NO_MESSAGE = Say("Missing the required 'message' key.", "La clé obligatoire « message » manque.")
UNKNOWN_KIND = Say("'extends' key must be one of {kinds}, not '{kind}'.",
                   "« extends » vaut l'un de {kinds}, et non « {kind} ».")  # fmt: skip
UNKNOWN_KEY = Say("has invalid keys: {key}", "La clé « {key} » n'existe pas pour ce type de règle.")
BAD_LEVEL = Say("'level' must be one of [suggestion warning error], not '{level}'.",
                "« level » vaut « suggestion », « warning » ou « error », et non « {level} ».")  # fmt: skip
CODE = Say("`code` is deprecated; please use `scope: raw` instead.",
           "« code » n'existe plus ; écrire plutôt « scope: raw ».")  # fmt: skip
BAD_SCOPE = Say("scope '{scope}' is no longer supported; use 'raw' instead.",
                "La portée « {scope} » n'existe plus ; écrire plutôt « raw ».")  # fmt: skip
SPACES = Say("scope '{scope}' contains spaces.", "La portée « {scope} » contient des espaces.")
BAD_VALUE = Say("'{key}' expects {wanted}.", "« {key} » attend {wanted}.")
NOT_A_RULE = Say("A rule is expected here: “extends:”, “message:” and so on, one a line.",
                 "Il faut ici une règle : « extends: », « message: », etc., une par ligne.")  # fmt: skip
WANTED = {
    bool: Say("true or false", "true ou false"), int: Say("a whole number", "un nombre entier"),
    float: Say("a number", "un nombre"), str: Say("one text", "un texte"), tuple: Say("a list of texts", "une liste"),
    dict: Say("a map from text to text", "un tableau de texte à texte"),
}  # fmt: skip


class _Wrong(Exception):
    """A value of another kind than its key wants."""

    def __init__(self, kind: Any, node: Node) -> None:
        self.kind, self.node = kind, node


@functools.cache
def _fields(kind: type[Rule]) -> dict[str, tuple[str, Any]]:
    """Vale's key in lower case -> (our field's name in the file, its type)."""
    return {
        field.encode_name.lower(): (field.encode_name, field.type)
        for field in msgspec.structs.fields(kind)
        if field.name not in OURS
    }


def read_rule(text: str, name: str, path: str, report: Report, levels: dict[str, Level] | None = None) -> Rule | None:
    """The rule in a file, under `Style.Rule`; None, with findings, when Vale would refuse it."""
    before = len(report.findings)
    node = compose(text, report)
    if len(report.findings) > before:
        return None
    if not isinstance(node, Table):
        report.add(RULE, NO_EXTENDS if node is None else NOT_A_RULE)
        return None
    given = {key.text.lower(): (key, value) for key, value in node.pairs}
    kind = _kind(given, report)
    if kind is None:
        return None
    values: dict[str, Any] = {}
    fields = _fields(kind)
    extends = given["extends"][1].text  # type: ignore[union-attr]
    for key, (at, value) in given.items():
        if key in PASSED:
            continue
        if key not in fields:
            if extends not in LOOSE:
                report.add(RULE, UNKNOWN_KEY, at.line, at.column, key=at.text)
            continue
        written, wanted = fields[key]
        try:
            values[written] = _typed(value, wanted)
        except _Wrong as wrong:
            report.add(RULE, BAD_VALUE.with_(key=at.text, wanted="{wanted}"), wrong.node.line, wrong.node.column)
            last = report.findings[-1]
            said = WANTED[wrong.kind]
            message = Say(last.message.en.replace("{wanted}", said.en), last.message.fr.replace("{wanted}", said.fr))
            report.findings[-1] = msgspec.structs.replace(last, message=message)
    _scopes(given, values, extends, report)
    if len(report.findings) > before:
        return None
    if levels and name in levels:
        values["level"] = levels[name]
    return msgspec.convert({**values, "extends": extends, "name": name, "path": path, "line": node.line}, kind)


def _kind(given: dict[str, tuple[Scalar, Node]], report: Report) -> type[Rule] | None:
    """The kind of rule, once what every rule needs is there."""
    if "extends" not in given or is_empty(given["extends"][1]):
        report.add(RULE, NO_EXTENDS)
        return None
    at, value = given["extends"]
    extends = value.text if isinstance(value, Scalar) else ""
    if extends not in KINDS:
        report.add(RULE, UNKNOWN_KIND, value.line, value.column, kinds=" ".join(sorted(KINDS)), kind=extends)
        return None
    if "message" not in given:
        report.add(RULE, NO_MESSAGE)
        return None
    if "level" in given:
        at, value = given["level"]
        if not isinstance(value, Scalar) or value.text not in LEVELS:
            report.add(RULE, BAD_LEVEL, value.line, value.column, level=value.text if isinstance(value, Scalar) else "")
            return None
    if "code" in given and isinstance(given["code"][1], Scalar) and given["code"][1].text in TRUE:
        at, value = given["code"]
        report.add(RULE, CODE, at.line, at.column)
        return None
    return KINDS[extends]


def _scopes(given: dict[str, tuple[Scalar, Node]], values: dict[str, Any], extends: str, report: Report) -> None:
    """Scopes that no longer exist, and those a kind of rule always has."""
    if not values.get("scope"):
        values.pop("scope", None)
    for scope in values.get("scope", ()):
        if "&" in scope:
            continue
        first = scope.removeprefix("~").split(".")[0]
        node = given["scope"][1]
        if first in REFUSED_SCOPES:
            report.add(RULE, BAD_SCOPE, node.line, node.column, scope=first)
        elif " " in first:
            report.add(RULE, SPACES, node.line, node.column, scope=first)
    if extends in ("metric", "readability"):
        values["scope"] = ["summary"]
    elif extends == "sequence":
        values["scope"] = ["sentence"]


def _typed(node: Node, wanted: Any) -> Any:
    """A node as its field's type, as leniently as Vale: one text is a list of one, a number is a text."""
    origin = typing.get_origin(wanted) or wanted
    if origin is tuple:
        item = typing.get_args(wanted)[0]
        nodes = node.items if isinstance(node, Items) else [] if is_empty(node) else [node]
        return [_typed(one, item) for one in nodes]
    if origin is dict:
        if is_empty(node):
            return {}
        if not isinstance(node, Table):
            raise _Wrong(dict, node)
        return {key.text: _typed(value, str) for key, value in node.pairs}
    if wanted in (Action, Step):
        return _struct(node, wanted)
    if not isinstance(node, Scalar):
        raise _Wrong(origin if origin in WANTED else str, node)
    text = "" if is_empty(node) else node.text
    if wanted is bool:
        if text not in TRUE + FALSE:
            raise _Wrong(bool, node)
        return text in TRUE
    if wanted in (int, float):
        try:
            return wanted(text or 0)
        except ValueError:
            raise _Wrong(wanted, node) from None
    return text


def _struct(node: Node, wanted: type[msgspec.Struct]) -> dict[str, Any]:
    if not isinstance(node, Table):
        raise _Wrong(dict, node)
    types = {field.name: field.type for field in msgspec.structs.fields(wanted)}
    return {key.text.lower(): _typed(value, types[key.text.lower()]) for key, value in node.pairs
            if key.text.lower() in types}  # fmt: skip
