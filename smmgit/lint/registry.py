"""All rules, found by their path, and set as the brand wants them."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct, field

from smmgit import discover
from smmgit.lint import rules as collection
from smmgit.lint.rule import PostRule, RenditionRule, Rule, WaiverRule, WorkspaceRule
from smmgit.model.finding import Severity
from smmgit.model.say import Say

SEVERITIES = ("error", "warning", "suggestion", "off")
SCOPES = (PostRule, RenditionRule, WorkspaceRule, WaiverRule)


@functools.cache
def all_rules() -> Mapping[str, type[Rule]]:
    """Every rule class by id. A file that is no rule is a bug and raises `TypeError`."""
    import gc

    found: dict[str, type[Rule]] = {}
    collecting = gc.isenabled()
    gc.disable()  # seventy new modules, none of them garbage
    try:
        modules = list(discover.load_all(collection))
    finally:
        if collecting:
            gc.enable()
    for name, module in modules:
        check = getattr(module, "Check", None)
        if not (isinstance(check, type) and issubclass(check, SCOPES)):
            raise TypeError(
                f"lint/rules/{name.replace('-', '_')}.py must define `class Check` with a scope of lint/rule.py"
            )
        if not isinstance(getattr(check, "title", None), Say) or not module.__doc__:
            raise TypeError(f"rule {name} needs a docstring and `title = Say(…)`")
        check.id = name
        found[name] = check
    return found


@functools.cache
def former_ids() -> Mapping[str, str]:
    """Earlier ids of rules and what they are called now."""
    return {old: name for name, check in all_rules().items() for old in check.formerly}


class Misset(Struct, frozen=True):
    """A setting in brand.yml that cannot be followed: of which rule, and why."""

    rule: str
    why: Say


Chosen = tuple[tuple[PostRule, ...], tuple[RenditionRule, ...]]


class RuleSet(Struct, frozen=True, kw_only=True):
    """The rules at work, by scope, and the settings that could not be followed."""

    post: tuple[PostRule, ...]
    rendition: tuple[RenditionRule, ...]
    workspace: tuple[WorkspaceRule, ...]
    waiver: tuple[WaiverRule, ...]
    misset: tuple[Misset, ...] = ()
    _chosen: dict[tuple[str, bool], Chosen] = field(default_factory=dict)

    def of(self, status: str, media: bool) -> Chosen:
        """The rules that look at posts of this status, with media or without; found once."""
        chosen = self._chosen.get((status, media))
        if chosen is None:
            chosen = self._chosen[status, media] = (
                tuple(rule for rule in self.post if status in rule.statuses and (media or not rule.media_only)),
                tuple(rule for rule in self.rendition if status in rule.statuses and (media or not rule.media_only)),
            )
        return chosen

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the rules at work."""
        return frozenset(rule.id for rule in (*self.post, *self.rendition, *self.workspace, *self.waiver))


def rule_set(settings: Mapping[str, Any], only: Collection[str] = ()) -> RuleSet:
    """The rules as `rules:` of brand.yml sets them; `only` (ids) leaves the others out.

    A setting is `group/name: off`, or `group/name: {severity: warning, option: value}`.
    """
    sorted_out: dict[type, list[Any]] = {scope: [] for scope in SCOPES}
    misset = [
        Misset(name, Say("there is no such rule", "cette règle n'existe pas"))
        for name in settings
        if name not in all_rules() and name not in former_ids()
    ]
    named = {former_ids().get(name, name): value for name, value in settings.items()}
    for name, check in all_rules().items():
        if only and name not in only:
            continue
        severity, options = _read(check, named.get(name), misset)
        if severity == "off":
            continue
        rule = check(severity, options)
        for scope in SCOPES:
            if isinstance(rule, scope):
                sorted_out[scope].append(rule)
    post, rendition, workspace, waiver = (tuple(sorted_out[scope]) for scope in SCOPES)
    return RuleSet(post=post, rendition=rendition, workspace=workspace, waiver=waiver, misset=tuple(misset))


def _read(check: type[Rule], typed: Any, misset: list[Misset]) -> tuple[Any, dict[str, Any]]:
    """Severity (None: the rule's own) and options; what cannot be followed is noted and left out."""
    if typed is None:
        return None, {}
    settings = typed if isinstance(typed, Mapping) else {"severity": typed}
    severity: Severity | str | None = None
    options: dict[str, Any] = {}
    for key, value in settings.items():
        if key == "severity":
            if value in SEVERITIES:
                severity = value
            else:
                choices = ", ".join(SEVERITIES)
                misset.append(
                    Misset(
                        check.id,
                        Say(
                            "{value} is no severity; write {choices}",
                            "{value} n'est pas une gravité ; écrire {choices}",
                        ).with_(value=value, choices=choices),
                    )
                )
        elif key not in check.options:
            known = ", ".join(check.options) or "—"
            misset.append(
                Misset(
                    check.id,
                    Say(
                        "it has no option {key} (options: {known})", "elle n'a pas d'option {key} (options : {known})"
                    ).with_(key=key, known=known),
                )
            )
        else:
            try:
                options[key] = like(check.options[key], value)
            except ValueError:
                misset.append(
                    Misset(
                        check.id,
                        Say("option {key} cannot be {value}", "l'option {key} ne peut pas valoir {value}").with_(
                            key=key, value=value
                        ),
                    )
                )
    return severity, options


def like(default: Any, typed: Any) -> Any:
    """A value typed as text, in the type of the option's default. Raises `ValueError`."""
    if isinstance(default, bool):
        word = str(typed).strip().casefold()
        if word in ("true", "yes", "on", "oui", "vrai"):
            return True
        if word in ("false", "no", "off", "non", "faux"):
            return False
        raise ValueError(word)
    if isinstance(default, (int, float)):
        return type(default)(str(typed).strip())
    if isinstance(default, tuple):
        items = typed if isinstance(typed, (list, tuple)) else [typed]
        return tuple(str(item) for item in items)
    if isinstance(typed, (list, tuple, Mapping)):
        raise ValueError(typed)
    return str(typed)
