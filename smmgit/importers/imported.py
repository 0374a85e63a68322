"""What a format makes of a source: values only, nothing is written here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal, Protocol

from msgspec import Struct, field

from smmgit.importers.dates import Order
from smmgit.importers.tally import Tally
from smmgit.importers.tree import Tree
from smmgit.model.finding import Finding
from smmgit.model.say import Say

Assume = Literal["published", "draft"]


class Publication(Struct, frozen=True, kw_only=True):
    """One part of a post that is out on one channel, and how we know.

    `at` is when (RFC 3339, empty where unknown); `proved` is False when the source only lets one
    suppose it. `data` are facts of the platform that the ledger has no column for (cid, revision).
    """

    channel: str
    part: int = 0
    remote_id: str = ""
    url: str = ""
    account_id: str = ""
    at: str = ""
    reason: str = ""
    proved: bool = True
    data: dict[str, Any] = field(default_factory=dict)


class MediaCopy(Struct, frozen=True):
    """A media file to lay beside the post: its place in the source, its name there."""

    real: str
    name: str


class ImportedPost(Struct, frozen=True, kw_only=True):
    """A post of ours made from one source file (or one action of it).

    `source` is the path that identifies it, `digest` that of what it was made from; `stem` is what
    its id comes from. `fields` are front matter without `id` and `imported`; `kept` goes under
    `imported`. `unplaced` says which publication facts go there too when there is no ledger.
    """

    source: str
    digest: str
    stem: str
    title: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    kept: dict[str, Any] = field(default_factory=dict)
    media: tuple[MediaCopy, ...] = ()
    publications: tuple[Publication, ...] = ()
    on: dt.date | None = None
    word: str = "post"


class Gathered:
    """What a source says beyond its posts, collected while they are read.

    `channels`, `people`: id → fields as our files have them; `dids`, `cards` go to `lock.json`.
    """

    def __init__(self) -> None:
        self.channels: dict[str, dict[str, Any]] = {}
        self.people: dict[str, dict[str, Any]] = {}
        self.dids: dict[str, str] = {}
        self.cards: dict[str, dict[str, str]] = {}
        self.findings: list[Finding] = []
        self.tally = Tally()

    def find(
        self, rule: str, severity: Literal["error", "warning", "suggestion"], says: Say, path: str, line: int = 1
    ) -> None:
        """Note something a person should know about a source file."""
        self.findings.append(Finding(rule=rule, severity=severity, message=says, path=path, line=line))


class Ask(Struct, frozen=True, kw_only=True):
    """How the person wants it: see `smmgit import --help`.

    `channels` are those the team already has (id → platform); `history` the instant each path came
    to the source's default branch, empty where it has no history; `now` settles what is past.
    """

    now: dt.datetime
    assume: Assume = "published"
    order: Order = ""
    channel: str = ""
    channels: dict[str, str] = field(default_factory=dict)
    history: dict[str, dt.datetime] = field(default_factory=dict)


class Format(Protocol):
    """One kind of source. `home` is the folder its posts live in, `endings` what their names end in."""

    name: str
    home: str
    endings: tuple[str, ...]

    def posts(self, tree: Tree, ask: Ask, found: Gathered) -> Iterator[ImportedPost]:
        """Every post of the source in reading order; all else goes to `found`."""
        ...
