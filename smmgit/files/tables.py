"""`brand/` and `calendar/` -> what they describe; a bad entry is a finding and the others go on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from smmgit.files import front_matter, typed
from smmgit.files.disk.text import decode
from smmgit.files.disk.walk import read_file
from smmgit.files.tree.compose import compose
from smmgit.files.tree.node import Items, Node, Scalar, Table, is_empty
from smmgit.files.tree.report import Report
from smmgit.files.values import scalars
from smmgit.files.values.kinds import GROUP
from smmgit.files.values.reading import Reading
from smmgit.model.brand import Brand, Channel, Hashtag, Objective, Person, Persona, Pillar
from smmgit.model.calendar import Campaign, Event, KeyDate, QuietPeriod, Slot
from smmgit.model.fields import brand as brand_fields
from smmgit.model.fields import calendar as calendar_fields
from smmgit.model.fields import policy as policy_fields
from smmgit.model.fields.field import Field
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.model.sending.policy import Policy

MAP = Say("Each entry here begins with its name and a colon, at the left margin.",
          "Chaque entrée commence ici par son nom et deux-points, contre la marge.")  # fmt: skip
LIST = Say("Each entry here begins with “- ”.", "Chaque entrée commence ici par « - ».")
NAME = Say("“{name}” cannot be a name here: small letters without accents, digits, - and _.",
           "« {name} » ne peut pas être un nom ici : minuscules sans accent, chiffres, - et _.")  # fmt: skip
PLATFORM = Say("No network is called “{text}”.{hint_en}", "Aucun réseau ne s'appelle « {text} ».{hint_fr}")
ZONE = Say("“{text}” is no time zone; write one such as Europe/Paris. UTC is used meanwhile.",
           "« {text} » n'est pas un fuseau ; en écrire un comme Europe/Paris. En attendant, c'est UTC.")  # fmt: skip
UNREAD = Say("Nothing reads this file.{hint_en}", "Rien ne lit ce fichier.{hint_fr}")
SECRET = Say("A name of an environment variable is expected, such as X_TOKEN, never the secret itself. "
             "If this was the secret, change it now.",
             "Il faut le nom d'une variable d'environnement, comme X_TOKEN, jamais le secret lui-même. "
             "Si c'était le secret, en changer maintenant.")  # fmt: skip


class File(Struct, frozen=True, kw_only=True):
    """A file of settings: its fields, the Struct of an entry, and the Workspace attribute it fills."""

    path: str
    fills: str
    fields: tuple[Field, ...]
    build: Any
    key: str = "id"
    text: str = ""


MAPS = (
    File(path="brand/channels.yml", fills="channels", fields=brand_fields.CHANNEL, build=Channel),
    File(path="brand/people.yml", fills="people", fields=brand_fields.PERSON, build=Person),
    File(path="brand/pillars.yml", fills="pillars", fields=brand_fields.PILLAR, build=Pillar),
    File(path="brand/objectives.yml", fills="objectives", fields=brand_fields.OBJECTIVE, build=Objective),
    File(path="brand/hashtags.yml", fills="hashtags", fields=brand_fields.HASHTAG, build=Hashtag, key="tag"),
)
LISTS = (
    File(path="calendar/slots.yml", fills="slots", fields=calendar_fields.SLOT, build=Slot),
    File(path="calendar/quiet.yml", fills="quiet", fields=calendar_fields.QUIET, build=QuietPeriod),
    File(path="calendar/key-dates.yml", fills="key_dates", fields=calendar_fields.KEY_DATE, build=KeyDate),
    File(path="calendar/events.yml", fills="events", fields=calendar_fields.EVENT, build=Event),
)
FOLDERS = (
    File(path="brand/personas", fills="personas", fields=brand_fields.PERSONA, build=Persona, text="about"),
    File(path="calendar/campaigns", fills="campaigns", fields=calendar_fields.CAMPAIGN, build=Campaign, text="brief"),
)
BRAND = File(path="brand/brand.yml", fills="brand", fields=brand_fields.BRAND, build=Brand)
POLICY = File(path="brand/approvals.yml", fills="policy", fields=policy_fields.POLICY, build=Policy)


# Places of later features and of people's own notes: nothing in them is unknown.
_RESERVED = ("brand/voice/", "brand/voice-tests/", "brand/crisis/", "brand/saved-replies/", "brand/profiles/",
             "calendar/experiments/")  # fmt: skip
_RESERVED_FILES = frozenset(("brand/visual.yml", "brand/policy.md"))


def unread(paths: list[str]) -> list[Finding]:
    """A suggestion for every file of `brand/` and `calendar/` that nothing reads."""
    read = {file.path for file in (BRAND, POLICY, *MAPS, *LISTS)}
    findings = []
    for path in paths:
        name = path.rpartition("/")[2]
        if (
            path in read or path in _RESERVED_FILES or path.startswith(_RESERVED) or name.startswith(".")
            or name.lower().startswith("readme") or "/" not in path or _is_document(path)
        ):  # fmt: skip
            continue
        close = scalars.closest(path, [*read, *_RESERVED_FILES])
        report = Report(path)
        report.add("schema/unknown-file", UNREAD, severity="suggestion",
                   hint_en=f" Did you mean “{close}”?" if close else "",
                   hint_fr=f" Vouliez-vous dire « {close} » ?" if close else "")  # fmt: skip
        findings += report.findings
    return findings


def _is_document(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return name.endswith(".md") and name != "readme.md" and path.startswith(tuple(f"{file.path}/" for file in FOLDERS))


class Loader:
    """Reads the settings of one repository; `findings` are those of every file read so far.

    `texts` are bytes to read instead of the files'.
    """

    def __init__(self, root: str, platforms: tuple[str, ...], texts: Mapping[str, bytes] | None = None) -> None:
        self.root = root
        self.platforms = platforms
        self.texts = texts or {}
        self.reports: list[Report] = []

    @property
    def findings(self) -> list[Finding]:
        """What was wrong, file by file."""
        return [finding for report in self.reports for finding in report.findings]

    def read(self, paths: Iterable[str]) -> dict[str, Any]:
        """Workspace attributes by name, from those of `paths` that are settings."""
        found: dict[str, Any] = {}
        present = set(paths)
        for files, reader in (
            ((BRAND,), self._brand),
            ((POLICY,), self._policy),
            (MAPS, self._map),
            (LISTS, self._list),
        ):
            for file in files:
                at = self._open(file.path) if file.path in present else None
                if at is not None:
                    found[file.fills] = reader(file, at, at.report.text)
        for file in FOLDERS:
            entries: dict[str, Any] = {}
            for path in sorted(path for path in present if path.startswith(f"{file.path}/") and _is_document(path)):
                at = self._open(path)
                if at is not None:
                    self._document(file, at, path, entries)
            found[file.fills] = entries
        return found

    def _open(self, path: str) -> Reading | None:
        report = Report(path)
        self.reports.append(report)
        data = self.texts[path] if path in self.texts else read_file(self.root, path, report)
        if data is None:
            return None
        decode(data, report)
        return Reading(report, path.rpartition("/")[0])

    def _brand(self, file: File, at: Reading, text: str) -> Brand:
        node = compose(text, at.report)
        if not isinstance(node, Table):
            _wrong(at, node, MAP)
            return Brand()
        values = typed.read(at, node, file.fields)
        _zone(at, values)
        if not values.get("languages"):
            values.pop("languages", None)
        return Brand(**values)

    def _policy(self, file: File, at: Reading, text: str) -> Policy:
        """Who may approve. Any mistake in the file, and it lets nothing pass: half a policy could be a laxer one."""
        node = compose(text, at.report)
        if not isinstance(node, Table):
            _wrong(at, node, MAP)
        elif not at.report.findings:
            values = typed.read(at, node, file.fields)
            if not at.report.findings:
                return Policy(**values)
        return Policy(broken=True)

    def _map(self, file: File, at: Reading, text: str) -> dict[str, Any]:
        node = compose(text, at.report)
        if not isinstance(node, Table):
            _wrong(at, node, MAP)
            return {}
        found: dict[str, Any] = {}
        for key, value in node.pairs:
            name = key.text.strip()
            if file.key == "tag":
                name = name.lstrip("#")
            elif not _fit(name):
                at.bad(NAME, key, name=name)
                continue
            if is_empty(value):
                value = Table([], key.line, key.column)
            if not isinstance(value, Table):
                at.bad(GROUP, value)
                continue
            entry = self._entry(file, at, value, f"{key.text}.", key, **{file.key: name})
            if entry is not None:
                found[name] = entry
        return found

    def _entry(self, file: File, at: Reading, node: Table, prefix: str, key: Scalar, **given: Any) -> Any:
        values = typed.read(at, node, file.fields, prefix)
        if any(field.required and field.name not in values for field in file.fields):
            return None
        own = file.build.__struct_fields__
        if "line" in own:
            values["line"] = key.line
        if file.build is Channel:
            self._channel(at, node, values)
        return file.build(**values, **given)

    def _channel(self, at: Reading, node: Table, values: dict[str, Any]) -> None:
        typed_nodes = {key.text: value for key, value in node.pairs}
        platform = values["platform"]
        if platform not in self.platforms:
            close = scalars.closest(platform.casefold(), list(self.platforms))
            at.bad(PLATFORM, typed_nodes["platform"], text=platform,
                   hint_en=f" Did you mean “{close}”?" if close else "",
                   hint_fr=f" Vouliez-vous dire « {close} » ?" if close else "")  # fmt: skip
        _zone(at, values, typed_nodes.get("time_zone"))
        secrets = typed_nodes.get("secrets")
        if isinstance(secrets, Table):
            for _, value in secrets.pairs:
                if isinstance(value, Scalar) and not is_empty(value) and not _variable(value.text):
                    at.bad(SECRET, value)
        values["secrets"] = {key: name for key, name in values.get("secrets", {}).items() if _variable(name)}

    def _list(self, file: File, at: Reading, text: str) -> tuple[Any, ...]:
        node = compose(text, at.report)
        if not isinstance(node, Items):
            _wrong(at, node, LIST)
            return ()
        found = []
        for number, item in enumerate(node.items):
            if isinstance(item, Table):
                entry = self._entry(file, at, item, f"{number}.", Scalar("", item.line, item.column))
                if entry is not None:
                    found.append(entry)
            elif not is_empty(item):
                at.bad(GROUP, item)
        return tuple(found)

    def _document(self, file: File, at: Reading, path: str, found: dict[str, Any]) -> None:
        text = at.report.text
        name = path.rpartition("/")[2][:-3]
        if not _fit(name):
            at.report.add("schema/bad-value", NAME, name=name)
            return
        front = front_matter.read(text, at.report)
        values = typed.read(at, front.fields, file.fields) if front.fields else {}
        found[name] = file.build(**values, **{"id": name, "path": path, file.text: text[front.body :].strip()})


def _wrong(at: Reading, node: Node | None, message: Say) -> None:
    if node is not None and not is_empty(node):
        at.bad(message, node)


def _fit(name: str) -> bool:
    import re

    return re.fullmatch(brand_fields.ENTRY_PATTERN, name) is not None


def _variable(name: str) -> bool:
    import re

    return re.fullmatch(r"[A-Z][A-Z0-9_]{0,80}", name) is not None


def _zone(at: Reading, values: dict[str, Any], node: Node | None = None) -> None:
    from smmgit.model.when import zone

    name = values.get("time_zone")
    if not name:
        return
    try:
        zone(name)
    except ValueError:
        place = at.marks["time_zone"] if node is None else node
        at.report.add("schema/bad-value", ZONE, place.line, place.column, text=name)
        del values["time_zone"]
