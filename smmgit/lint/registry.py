"""All rules, found by their path, and set as the brand wants them.

There are many rules and each is a module to import. So what must be known of every rule is a small
value, `Facts`, which the caller may remember from one run to the next (`recall`): a rule's module is then
imported only when there is something for it to judge.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from smmgit import discover
from smmgit.lint import rules as collection
from smmgit.lint.at import PostAt
from smmgit.lint.rule import LoadedRule, PostRule, RenditionRule, Rule, WaiverRule, WorkspaceRule
from smmgit.model.finding import Severity
from smmgit.model.post import Post
from smmgit.model.say import Say
from smmgit.text.late import late

Scope = Literal["post", "rendition", "workspace", "waiver"]
SEVERITIES = ("error", "warning", "suggestion", "off")
SCOPES: dict[Scope, Any] = {
    "post": PostRule,
    "rendition": RenditionRule,
    "workspace": WorkspaceRule,
    "waiver": WaiverRule,
}


class Facts(Struct, frozen=True, kw_only=True):
    """What is known of a rule without importing it; see `rule.Rule` for the fields' meaning.

    `loaded` rules only pass on what the loader found under their id.
    """

    id: str
    scope: Scope
    severity: Severity
    options: dict[str, Any]
    formerly: tuple[str, ...]
    statuses: frozenset[str]
    media_only: bool
    fields: tuple[str, ...]
    gate: tuple[str, int] | None
    loaded: bool

    def wants(self, status: str, media: bool) -> bool:
        """True for posts of this status, with media or without."""
        return status in self.statuses and (media or not self.media_only)

    def finds(self, post: Post) -> bool:
        """True when the post's front matter has something for this rule."""
        return not self.fields or any(name in post.marks for name in self.fields)


@functools.cache
def all_rules() -> Mapping[str, type[Rule]]:
    """Every rule class by id. A file that is no rule is a bug and raises `TypeError`."""
    return {name: _load(name) for name in discover.names(collection)}


def _load(name: str) -> type[Rule]:
    module = discover.load(collection, name)
    check = getattr(module, "Check", None)
    if not (isinstance(check, type) and issubclass(check, tuple(SCOPES.values()))):
        raise TypeError(
            f"lint/rules/{name.replace('-', '_')}.py must define `class Check` with a scope of lint/rule.py"
        )
    if not isinstance(getattr(check, "title", None), Say) or not module.__doc__:
        raise TypeError(f"rule {name} needs a docstring and `title = Say(…)`")
    found: type[Rule] = module.Check
    found.id = name
    return found


_facts: dict[str, Facts] = {}


def all_facts() -> Mapping[str, Facts]:
    """The facts of every rule by id; all rules are imported for them unless they were recalled."""
    if not _facts:
        _facts.update((name, _facts_of(check)) for name, check in all_rules().items())
    return _facts


def recall(remembered: Iterable[Facts]) -> None:
    """Believe the facts of an earlier run; the caller vouches that no rule changed since."""
    if not _facts:
        for facts in remembered:
            # msgpack knows no tuples, and an option's type is that of its default.
            options = {key: tuple(value) if isinstance(value, list) else value for key, value in facts.options.items()}
            _facts[facts.id] = replace(facts, options=options)


def _facts_of(check: type[Rule]) -> Facts:
    scope: Any = next(name for name, kind in SCOPES.items() if issubclass(check, kind))
    return Facts(
        id=check.id, scope=scope, severity=check.severity, options=dict(check.options), formerly=check.formerly,
        statuses=check.statuses, media_only=check.media_only, fields=check.fields,
        gate=(check.gate.pattern, check.gate.flags) if check.gate else None,
        loaded=issubclass(check, LoadedRule) and "check" not in vars(check),
    )  # fmt: skip


@functools.cache
def former_ids() -> Mapping[str, str]:
    """Earlier ids of rules and what they are called now."""
    return {old: facts.id for facts in all_facts().values() for old in facts.formerly}


class Misset(Struct, frozen=True):
    """A setting in brand.yml that cannot be followed: of which rule, and why."""

    rule: str
    why: Say


class Chosen:
    """A rule at work as the brand set it; `rule` is the rule itself, imported when first asked for."""

    def __init__(self, facts: Facts, severity: Severity | None, options: dict[str, Any]) -> None:
        self.id = facts.id
        self.facts = facts
        self.severity = severity or facts.severity
        self.gate = late(*facts.gate) if facts.gate else None
        self._set = (severity, options)

    @functools.cached_property
    def rule(self) -> Any:
        """An instance of the rule's `Check`."""
        return _load(self.id)(*self._set)

    def looks_at(self, post: Post) -> bool:
        """True unless the post surely has nothing for this rule."""
        return self.facts.wants(post.status, bool(post.media)) and self.facts.finds(post)


class RuleSet(Struct, frozen=True, kw_only=True):
    """The rules at work, by scope, and the settings that could not be followed."""

    post: tuple[Chosen, ...]
    rendition: tuple[Chosen, ...]
    workspace: tuple[Chosen, ...]
    waiver: tuple[Chosen, ...]
    misset: tuple[Misset, ...] = ()
    _wanted: dict[tuple[str, str, bool], tuple[Chosen, ...]] = field(default_factory=dict)

    def of(self, scope: Literal["post", "rendition"], at: PostAt) -> list[Any]:
        """The rules of a scope that look at a post."""
        post = at.post
        sort = (scope, post.status, bool(post.media))
        wanted = self._wanted.get(sort)
        if wanted is None:
            row: tuple[Chosen, ...] = getattr(self, scope)
            wanted = self._wanted[sort] = tuple(one for one in row if one.facts.wants(*sort[1:]))
        return [
            one.rule
            for one in wanted
            if (not one.facts.fields or one.facts.finds(post)) and (one.gate is None or one.gate.search(at.typed))
        ]

    @property
    def all(self) -> tuple[Chosen, ...]:
        """Every rule at work."""
        return (*self.post, *self.rendition, *self.workspace, *self.waiver)


def rule_set(settings: Mapping[str, Any], only: Collection[str] = ()) -> RuleSet:
    """The rules as `rules:` of brand.yml sets them; `only` (ids) leaves the others out.

    A setting is `group/name: off`, or `group/name: {severity: warning, option: value}`.
    """
    by_scope: dict[Scope, list[Chosen]] = {"post": [], "rendition": [], "workspace": [], "waiver": []}
    known = all_facts()
    misset = [
        Misset(name, Say("there is no such rule", "cette règle n'existe pas"))
        for name in settings
        if name not in known and name not in former_ids()
    ]
    named = {former_ids().get(name, name): value for name, value in settings.items()}
    for name, facts in known.items():
        if only and name not in only:
            continue
        severity, options = _read(facts, named.get(name), misset)
        if severity != "off":
            by_scope[facts.scope].append(Chosen(facts, severity, options))
    post, rendition, workspace, waiver = map(tuple, by_scope.values())
    return RuleSet(post=post, rendition=rendition, workspace=workspace, waiver=waiver, misset=tuple(misset))


def _read(facts: Facts, typed: Any, misset: list[Misset]) -> tuple[Any, dict[str, Any]]:
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
                        facts.id,
                        Say(
                            "{value} is no severity; write {choices}",
                            "{value} n'est pas une gravité ; écrire {choices}",
                        ).with_(value=value, choices=choices),
                    )
                )
        elif key not in facts.options:
            known = ", ".join(facts.options) or "—"
            misset.append(
                Misset(
                    facts.id,
                    Say(
                        "it has no option {key} (options: {known})", "elle n'a pas d'option {key} (options : {known})"
                    ).with_(key=key, known=known),
                )
            )
        else:
            try:
                options[key] = like(facts.options[key], value)
            except ValueError:
                misset.append(
                    Misset(
                        facts.id,
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
