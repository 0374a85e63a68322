"""Bring a team's posts from another tool: read the source, place what is new, tell what became of every field."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence

from msgspec import Struct, structs

import smmgit.importers.formats as formats
from smmgit import discover
from smmgit.errors import ConfigError, UsageError
from smmgit.files.workspace import load
from smmgit.git.ledger import LEDGER, Ledger
from smmgit.git.repo import Repo
from smmgit.importers.dates import Order
from smmgit.importers.history import arrivals
from smmgit.importers.imported import Ask, Assume, Format, Gathered, ImportedPost, Publication
from smmgit.importers.merge import merge_channels, merge_lock, merge_people
from smmgit.importers.place import Shelf
from smmgit.importers.tally import FieldCount
from smmgit.importers.tree import Tree
from smmgit.model.delivery import ONCE, Entry
from smmgit.model.finding import Finding
from smmgit.model.say import Say

BATCH = 2000


class Imported(Struct, frozen=True, kw_only=True):
    """What an import did, or with `dry_run` would do. `posts` counts new, unchanged, changed and moved ones.

    `recorded` is how many ledger entries were written, `proved` how many of them the source proves.
    """

    format: str
    source: str
    into: str
    dry_run: bool
    posts: dict[str, int]
    channels: tuple[str, ...]
    people: tuple[str, ...]
    lock: int
    media: int
    recorded: int
    proved: int
    ledger: str
    fields: tuple[FieldCount, ...]
    findings: tuple[Finding, ...]

    @property
    def lost(self) -> int:
        """Values that were read and are nowhere in the result."""
        return sum(max(count.lost, 0) for count in self.fields)

    @property
    def needs_a_person(self) -> bool:
        """Is there an error to mend, or something that found no place?"""
        return bool(self.lost) or any(finding.severity == "error" for finding in self.findings)


def format_names() -> tuple[str, ...]:
    """The tools one can come from."""
    return tuple(discover.names(formats))


def run_import(
    name: str,
    source: str,
    into: str,
    now: dt.datetime,
    *,
    assume: Assume = "published",
    order: Order = "",
    channel: str = "",
    dry_run: bool = False,
) -> Imported:
    """Import `source` (a repository of that tool, or a folder of it) into the repository at `into`.

    Run again, it adds nothing: posts are known by where they came from. `dry_run` writes nothing anywhere.
    """
    if name not in format_names():
        raise UsageError(f"There is no import from {name!r}.", hint=f"Choose one of: {', '.join(format_names())}.")
    if not os.path.isdir(source):
        raise ConfigError(f"There is no folder {source}.", hint="Name the repository (or a folder of it) to import.")
    if _inside(source, into) or _inside(into, source):
        raise UsageError("The source and the repository it goes into must be two folders beside each other.")
    if not dry_run:
        os.makedirs(into, exist_ok=True)
    return _Import(discover.load(formats, name).FORMAT, source, into, now, dry_run).run(assume, order, channel)


class _Import:
    """One import, from reading to recording."""

    def __init__(self, form: Format, source: str, into: str, now: dt.datetime, dry_run: bool) -> None:
        self.form, self.into, self.now, self.dry = form, into, now, dry_run
        self.tree = Tree(source)
        self.home = _Home(self.tree, form)
        self.found = Gathered()
        self.counts = {"new": 0, "unchanged": 0, "changed": 0, "moved": 0}
        self.media = 0
        self.out: list[tuple[str, Publication]] = []

    def run(self, assume: Assume, order: Order, channel: str) -> Imported:
        from smmgit.model.workspace import Workspace

        ws = load(self.into, cache=not self.dry) if os.path.isdir(self.into) else Workspace()
        repo = _own_repo(self.into)
        ask = Ask(
            now=self.now,
            assume=assume,
            order=order,
            channel=channel,
            channels={ident: own.platform for ident, own in ws.channels.items()},
            history=arrivals(self.tree.root),
        )
        paths = frozenset(self.home.path(path) for path in self.tree.paths(*self.form.endings))
        shelf = Shelf(self.into, ws.posts, self.form.name, self.home.source, paths)
        for item in self.form.posts(self.tree, ask, self.found):
            self._place(shelf, item, repo is not None)
        write = not self.dry
        channels = merge_channels(self.into, ws, self.found, write=write)
        people = merge_people(self.into, ws, self.found, write=write)
        lock = merge_lock(self.into, self.found, write=write)
        recorded, proved = self._record(repo, ws.brand.genesis)
        return Imported(
            format=self.form.name,
            source=self.tree.root,
            into=self.into,
            dry_run=self.dry,
            posts=self.counts,
            channels=channels,
            people=people,
            lock=lock,
            media=self.media,
            recorded=recorded,
            proved=proved,
            ledger=LEDGER if repo else "",
            fields=self.found.tally.counts(),
            findings=tuple(sorted(self.found.findings, key=lambda finding: finding.order)),
        )

    def _place(self, shelf: Shelf, item: ImportedPost, has_ledger: bool) -> None:
        if not has_ledger:
            item = self._without_ledger(item)
        placed = shelf.place(item, self.home.path(item.source), write=not self.dry)
        self.counts[placed.fate] += 1
        self.media += placed.media
        if placed.fate == "changed":
            says = CHANGED.with_(id=placed.id, path=placed.path)
            self.found.find("import/changed", "warning", says, item.source)
        elif placed.fate == "moved":
            self.found.find("import/moved", "suggestion", MOVED.with_(id=placed.id), item.source)
        if has_ledger:
            self.out += [(placed.id, publication) for publication in item.publications]

    def _without_ledger(self, item: ImportedPost) -> ImportedPost:
        """Where there is no ledger, what the network answered is kept with the post, part by part."""
        proofs = [one for one in item.publications if one.proved and one.remote_id]
        if not proofs:
            return item
        kept = [{"uri": one.remote_id, "at": one.at, **one.data} for one in proofs]
        return structs.replace(item, kept={**item.kept, "result": kept})

    def _record(self, repo: Repo | None, genesis: str) -> tuple[int, int]:
        """Write what the source published into the ledger, once."""
        if repo is None:
            if any(self.counts.values()):
                self.found.find("import/no-ledger", "warning", NO_LEDGER, self.into)
            self.found.tally.keep_instead("result.")
            return 0, 0
        if not self.out:
            return 0, 0
        ledger = Ledger(repo, LEDGER)
        known = {
            (entry.post, entry.channel, entry.part)
            for entry in ledger.entries()
            if entry.event in ("published", "adopted")
        }
        at = self.now.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        entries = [_entry(post, one, at) for post, one in self.out if (post, one.channel, one.part) not in known]
        if not self.dry and entries:
            if not ledger.tip:
                ledger.start(genesis or os.urandom(16).hex(), at)
            for start in range(0, len(entries), BATCH):
                ledger.append(entries[start : start + BATCH])
        return len(entries), sum(1 for entry in entries if entry.remote_id or entry.data.get("proved"))


class _Home:
    """How the paths of a source are written down, so that a folder of it and its root give the same."""

    def __init__(self, tree: Tree, form: Format) -> None:
        self._prefix = ""
        root, below = tree.root, []
        names = tree.root.split(os.sep)
        if not os.path.isdir(os.path.join(root, form.home)) and form.home in names:
            last = len(names) - 1 - names[::-1].index(form.home)
            below = names[last:]
            root = os.sep.join(names[:last])
        self._prefix = "".join(f"{name}/" for name in below)
        self.source = os.path.basename(root)

    def path(self, path: str) -> str:
        """The path from the root of the source's repository, as far as one can tell."""
        return self._prefix + path


def _entry(post: str, one: Publication, at: str) -> Entry:
    data = {**one.data, "proved": one.proved, **({"published_at": one.at} if one.at else {})}
    return Entry(
        at=at,
        event="adopted",
        post=post,
        channel=one.channel,
        occurrence=ONCE,
        part=one.part,
        account_id=one.account_id,
        remote_id=one.remote_id,
        url=one.url,
        reason=f"imported: {one.reason}",
        data=data,
    )


def _own_repo(folder: str) -> Repo | None:
    """The git repository whose top is this folder; None elsewhere, also within another repository."""
    try:
        repo = Repo.open(folder)
    except ConfigError:
        return None
    return repo if os.path.realpath(repo.root) == os.path.realpath(folder) else None


def _inside(one: str, other: str) -> bool:
    inner, outer = os.path.realpath(one), os.path.realpath(other)
    return inner == outer or inner.startswith(outer.rstrip(os.sep) + os.sep)


def worst_first(findings: Sequence[Finding]) -> list[Finding]:
    """Findings with the most urgent first, then in reading order."""
    rank = {"error": 0, "warning": 1, "suggestion": 2}
    return sorted(findings, key=lambda finding: (rank[finding.severity], finding.order))


CHANGED = Say(
    "The source changed since it was imported. Your post {id} was left as it is: take over what you need, or delete "
    "{path} and import again.",
    "La source a changé depuis l'import. Votre publication {id} est restée telle quelle : reprenez ce qu'il faut, ou "
    "supprimez {path} et relancez l'import.",
)
MOVED = Say(
    "Renamed in the source; it is still your post {id}, nothing was added.",
    "Renommée dans la source ; c'est toujours votre publication {id}, rien n'a été ajouté.",
)
NO_LEDGER = Say(
    "This folder is no git repository, so there is no ledger to note what already went out, and past posts look as if "
    "they had been forgotten. Run `git init` there and import again.",
    "Ce dossier n'est pas un dépôt git : aucun journal ne peut noter ce qui est déjà parti, et les publications "
    "passées semblent oubliées. Lancez `git init` dedans, puis relancez l'import.",
)
