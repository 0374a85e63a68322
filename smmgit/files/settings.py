"""Everything but posts: brand, calendar, lock and platform facts, remembered as one value."""

from collections.abc import Mapping

from msgspec import Struct, field

from smmgit.files.disk.cache import Cache, fresh
from smmgit.files.disk.walk import Stamp, find, walk
from smmgit.files.tree.report import Report
from smmgit.model.brand import Brand, Channel, Hashtag, Objective, Person, Persona, Pillar
from smmgit.model.calendar import Campaign, Event, KeyDate, QuietPeriod, Slot
from smmgit.model.facts import Lock
from smmgit.model.finding import Finding
from smmgit.model.sending.policy import Policy
from smmgit.model.spec import PlatformSpec

LOCK = "lock.json"


class Settings(Struct, frozen=True, kw_only=True):
    """The Workspace but for its posts and media."""

    brand: Brand = field(default_factory=Brand)
    channels: dict[str, Channel] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    personas: dict[str, Persona] = field(default_factory=dict)
    pillars: dict[str, Pillar] = field(default_factory=dict)
    objectives: dict[str, Objective] = field(default_factory=dict)
    hashtags: dict[str, Hashtag] = field(default_factory=dict)
    campaigns: dict[str, Campaign] = field(default_factory=dict)
    slots: tuple[Slot, ...] = ()
    quiet: tuple[QuietPeriod, ...] = ()
    key_dates: tuple[KeyDate, ...] = ()
    events: tuple[Event, ...] = ()
    policy: Policy | None = None
    lock: Lock = field(default_factory=Lock)
    specs: dict[str, PlatformSpec] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


class Known(Struct, array_like=True):
    """Remembered settings and the stamps of every file they came from."""

    stamps: dict[str, Stamp]
    settings: Settings


def load_settings(root: str, cache: Cache, reports: dict[str, Report]) -> Settings:
    """The settings of a repository; read again as a whole when any of its files changed."""
    stamps = _stamps(root, reports)
    known, written = cache.load("settings.msgpack", Known)
    if (
        known is not None
        and known.stamps.keys() == stamps.keys()
        and all(fresh(known.stamps[path], mark, written) for path, mark in stamps.items())
    ):
        settings: Settings = known.settings
        return settings
    settings = _read(root, list(stamps), {})
    cache.save("settings.msgpack", Known(stamps, settings))
    return settings


def draft_settings(root: str, texts: Mapping[str, bytes], reports: dict[str, Report]) -> Settings:
    """The settings as they would be with these files' bytes."""
    return _read(root, sorted({*_stamps(root, reports), *texts}), texts)


def is_setting(path: str) -> bool:
    """True for a file that everything may rest on."""
    return path.startswith(("brand/", "calendar/")) or path == LOCK


def _stamps(root: str, reports: dict[str, Report]) -> dict[str, Stamp]:
    stamps = {file.path: file.stamp for top in ("brand", "calendar") for file in walk(root, top, reports)}
    lock = find(root, LOCK, reports)
    if lock:
        stamps[LOCK] = lock.stamp
    return stamps


def _read(root: str, paths: list[str], texts: Mapping[str, bytes]) -> Settings:
    from smmgit.files.disk.lock import read_lock
    from smmgit.files.disk.walk import read_file
    from smmgit.files.specs import load_specs, spec_ids
    from smmgit.files.tables import Loader, unread

    ids = spec_ids()
    loader = Loader(root, ids, texts)
    values = loader.read(paths)
    findings = loader.findings + unread(paths)
    if LOCK in paths:
        report = Report(LOCK)
        data = texts[LOCK] if LOCK in texts else read_file(root, LOCK, report)
        if data is not None:
            values["lock"] = read_lock(data, report)
        findings += report.findings
    used = {channel.platform for channel in values.get("channels", {}).values()}.intersection(ids)
    return Settings(**values, specs=load_specs(sorted(used) or None), findings=tuple(findings))
