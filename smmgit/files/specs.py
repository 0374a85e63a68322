"""The platforms' facts, read from `smmgit/platforms/specs/<id>.yml` and checked.

They are our own data, so a mistake in them is an error of the tool, never a finding: it raises
`SmmgitError` with the file and the key. Every limit and media type needs a source that
`smmgit/platforms/sources.yml` explains, and a date (the platform's `verified_on` unless it says another).
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterable
from typing import Any, get_args

import msgspec
from msgspec import Struct

import smmgit
from smmgit.errors import SmmgitError, UsageError
from smmgit.model.spec import FormatSpec, Limit, MediaRules, OptionSpec, PlatformSpec, Unit
from smmgit.text.count import TEXT_UNITS

_HOME = os.path.join(os.path.dirname(os.path.abspath(smmgit.__file__)), "platforms")
# What a media limit is measured in, by its key.
MEASURES = {
    "bytes": "byte", "width": "pixel", "height": "pixel", "pixels": "pixel", "sides": "pixel", "volume": "pixel",
    "ratio": "ratio", "duration": "second", "frames": "frame", "fps": "fps", "pages": "page",
}  # fmt: skip
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_RATIO = re.compile(r"(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)")


class Source(Struct, frozen=True, kw_only=True):
    """What a source key stands for; `date` is when it was published, empty where it does not say."""

    key: str
    title: str
    url: str = ""
    date: str = ""


@functools.lru_cache(maxsize=1)
def spec_ids() -> tuple[str, ...]:
    """The ids of all platforms, sorted: the names of the files."""
    return tuple(sorted(name[:-4] for name in os.listdir(os.path.join(_HOME, "specs")) if name.endswith(".yml")))


def load_specs(ids: Iterable[str] | None = None) -> dict[str, PlatformSpec]:
    """The specs of these platforms (all unless told), in the order asked; unknown ids are left out."""
    known = spec_ids()
    return {name: _load(name) for name in (known if ids is None else ids) if name in known}


def find_spec(name: str) -> PlatformSpec:
    """The spec of one platform by its id. Raises `UsageError` naming the nearest ids for an unknown one."""
    found = load_specs([name]).get(name)
    if found is None:
        from difflib import get_close_matches

        close = get_close_matches(name, spec_ids(), n=1) or spec_ids()
        raise UsageError(f"There is no platform {name!r}.", hint=f"Did you mean: {', '.join(close)}?")
    return found


def sources_of(spec: PlatformSpec) -> tuple[str, ...]:
    """The source keys that a spec names, each once, sorted."""
    typed: list[str] = []
    parts: tuple[PlatformSpec | FormatSpec, ...] = (spec, *spec.formats.values())
    for part in parts:
        groups = [*part.text.values(), *part.counts.values()]
        for rules in part.media.values():
            typed.append(rules.types_source)
            groups += rules.limits.values()
        typed += [limit.source for limits in groups for limit in limits]
    typed += [form.source for form in spec.formats.values()]
    typed += [str(fact.get("source", "")) for fact in spec.facts.values() if isinstance(fact, dict)]
    return tuple(sorted({part.split()[0] for one in typed for part in one.split(",") if part.strip()}))


@functools.lru_cache(maxsize=1)
def load_sources() -> dict[str, Source]:
    """Every source by its key."""
    path = os.path.join(_HOME, "sources.yml")
    raw = _read(path)
    try:
        return msgspec.convert({key: {"key": key, **value} for key, value in raw.items()}, dict[str, Source])
    except (msgspec.ValidationError, TypeError) as error:
        raise SmmgitError(f"{path}: {error}") from error


@functools.lru_cache(maxsize=64)
def _load(name: str) -> PlatformSpec:
    path = os.path.join(_HOME, "specs", f"{name}.yml")
    return read_spec(name, _read(path), path, frozenset(load_sources()))


def _read(path: str) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with open(path, encoding="utf-8") as file:
        try:
            raw = yaml.load(file, Loader=loader)  # noqa: S506 - a safe loader
        except yaml.YAMLError as error:
            raise SmmgitError(f"{path}: {error}") from error
    if not isinstance(raw, dict):
        raise SmmgitError(f"{path}: expected a map of fields")
    return raw


def read_spec(name: str, raw: dict[str, Any], path: str, sources: frozenset[str]) -> PlatformSpec:
    """The spec of one platform from its parsed file. Raises `SmmgitError` naming the file and the key."""
    return _Reader(path, str(raw.get("verified_on", "")), sources).spec(name, raw)


class _Reader:
    """One file being read; `fail` knows its name."""

    def __init__(self, path: str, date: str, sources: frozenset[str]) -> None:
        self.path = path
        self.date = date
        self.sources = sources

    def fail(self, key: str, problem: str) -> SmmgitError:
        return SmmgitError(f"{self.path}: {key}: {problem}")

    def spec(self, name: str, raw: dict[str, Any]) -> PlatformSpec:
        self.known_keys("the file", raw, PlatformSpec)
        if not _DATE.fullmatch(self.date):
            raise self.fail("verified_on", "needs a date such as 2026-11-22")
        ready = {
            **raw,
            "id": name,
            **self.limited(raw, ""),
            "formats": {key: self.form(f"formats.{key}", value) for key, value in self.map(raw, "formats")},
            "options": [self.option(f"options.{at}", value) for at, value in enumerate(raw.get("options") or ())],
            "fold": self.limits("fold", raw.get("fold") or (), TEXT_UNITS),
        }
        for key, fact in self.map(raw, "facts"):
            if isinstance(fact, dict):
                self.source(f"facts.{key}", fact.get("source"))
        try:
            spec = msgspec.convert(ready, PlatformSpec)
        except msgspec.ValidationError as error:
            raise SmmgitError(f"{self.path}: {error}") from error
        if spec.counter not in TEXT_UNITS:
            raise self.fail("counter", f"{spec.counter!r} is not a way to count text")
        return spec

    def form(self, key: str, raw: Any) -> dict[str, Any]:
        self.known_keys(key, raw, FormatSpec)
        if raw:
            self.source(f"{key}.source", raw.get("source"))
        return {**raw, **self.limited(raw, f"{key}.")}

    def option(self, key: str, raw: Any) -> dict[str, Any]:
        self.known_keys(key, raw, OptionSpec)
        return dict(raw)

    def limited(self, raw: dict[str, Any], prefix: str) -> dict[str, Any]:
        """The three maps of limits that a platform and a format have alike."""
        counted = frozenset(get_args(Unit)) - TEXT_UNITS
        return {
            "text": {
                key: self.limits(f"{prefix}text.{key}", value, TEXT_UNITS) for key, value in self.map(raw, "text")
            },
            "counts": {
                key: self.limits(f"{prefix}counts.{key}", value, counted, "item")
                for key, value in self.map(raw, "counts")
            },
            "media": {key: self.media(f"{prefix}media.{key}", value) for key, value in self.map(raw, "media")},
        }

    def media(self, key: str, raw: Any) -> dict[str, Any]:
        self.known_keys(key, raw, MediaRules)
        if raw.get("types"):
            self.source(f"{key}.types_source", raw.get("types_source"))
        found = {}
        for measure, limits in self.map(raw, "limits"):
            unit = MEASURES.get(measure)
            if unit is None:
                raise self.fail(f"{key}.limits.{measure}", f"is not one of {', '.join(MEASURES)}")
            found[measure] = self.limits(f"{key}.limits.{measure}", limits, frozenset({unit}), unit)
        return {**raw, "limits": found}

    def limits(self, key: str, raw: Any, units: frozenset[str], unit: str = "") -> list[dict[str, Any]]:
        """Limits with their date and unit filled in and their ratios reckoned."""
        if not isinstance(raw, list | tuple):
            raise self.fail(key, "expected a list of limits")
        found = []
        for at, one in enumerate(raw):
            here = f"{key}.{at}"
            self.known_keys(here, one, Limit)
            self.source(here, one.get("source"))
            limit = {"unit": unit, "verified_on": self.date, **one}
            if limit["unit"] not in units:
                raise self.fail(here, f"unit {limit['unit']!r} does not fit here")
            if not _DATE.fullmatch(str(limit["verified_on"])):
                raise self.fail(here, "verified_on needs a date such as 2026-11-22")
            if "max" not in one and "min" not in one:
                raise self.fail(here, "has neither max nor min")
            for bound in ("min", "max"):
                if isinstance(limit.get(bound), str):
                    limit[bound] = self.ratio(here, limit[bound])
            found.append(limit)
        return found

    def ratio(self, key: str, typed: str) -> float:
        parts = _RATIO.fullmatch(typed)
        if parts is None:
            raise self.fail(key, f"{typed!r} is neither a number nor a ratio such as 4:5")
        return float(parts[1]) / float(parts[2])

    def source(self, key: str, typed: Any) -> None:
        """Fail unless every source named (separated by commas, each a key and maybe a place) is explained."""
        named = [part.split()[:1] for part in str(typed or "").split(",")]
        if not all(named):
            raise self.fail(key, "needs a source")
        for (word,) in named:
            if word not in self.sources:
                raise self.fail(key, f"source {word!r} is not in sources.yml")

    def map(self, raw: dict[str, Any], key: str) -> list[tuple[str, Any]]:
        value = raw.get(key) or {}
        if not isinstance(value, dict):
            raise self.fail(key, "expected a map")
        return list(value.items())

    def known_keys(self, key: str, raw: Any, kind: type[Struct]) -> None:
        if not isinstance(raw, dict):
            raise self.fail(key, "expected a map")
        for name in raw:
            if name not in kind.__struct_fields__:
                raise self.fail(f"{key}.{name}", f"is not a field; fields are {', '.join(kind.__struct_fields__)}")
