"""Where everything stands: content, ledger and lint put together for plan, status and explain."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Collection, Iterable

import msgspec

from smmgit.errors import ConfigError, UsageError
from smmgit.files.workspace import load
from smmgit.git.ledger import REHEARSAL, Ledger
from smmgit.git.repo import Repo
from smmgit.lint.engine import lint
from smmgit.model.delivery import Entry
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace
from smmgit.plan.diff import Change, diff
from smmgit.plan.overview import Overview, overview
from smmgit.plan.plan import Plan, Planner
from smmgit.plan.state import Facts, errors_of
from smmgit.platforms.registry import adapter_ids

# States that an error in the file would change; what is out, idea or draft is not linted for a plan.
JUDGED = ("scheduled", "to-review", "by-hand")


class Standing:
    """A repository at one instant (`now`, UTC) in one namespace: the real ledger, or the rehearsal's.

    `findings` are lint's for the whole repository where the caller has them; else posts are linted as needed.
    """

    def __init__(
        self,
        root: str,
        ws: Workspace,
        now: dt.datetime,
        *,
        rehearsal: bool,
        findings: Iterable[Finding] | None = None,
    ) -> None:
        self.root = root
        self.ws = ws
        self.now = now
        self._repo = _repo(root)
        self.entries: tuple[Entry, ...] = ()
        tags: frozenset[str] = frozenset()
        if self._repo is not None:
            self.entries = (Ledger(self._repo, REHEARSAL) if rehearsal else Ledger.known(self._repo)).entries()
            if any(each.tag for post in ws.posts for each in post.requires):
                tags = self._repo.tags()
        adapters = frozenset(adapter_ids()) - {"manual"}
        self._facts = Facts(rehearsal=rehearsal, tags=tags, errors=errors_of(findings or ()), adapters=adapters)
        self._linted = findings is not None

    def plan(
        self, paths: Collection[str] | None = None, *, until: dt.datetime | None = None, render_all: bool = False
    ) -> Plan:
        """The plan, posts with lint errors held; with `until`, those planned later are not linted."""
        return self._plan(self.ws, paths, render_all, until)

    def overview(self) -> Overview:
        """Everything by post."""
        return overview(self.ws, self.entries, self.now, rehearsal=self._facts.rehearsal, facts=self._judged(self.ws))

    def changes_since(self, revision: str) -> tuple[Change, ...]:
        """How the plan differs from the one at a git revision, judged by today's ledger and clock."""
        if self._repo is None:
            raise ConfigError("There is no git repository to compare with.", hint="Run `git init` and commit first.")
        commit = self._repo.resolve(revision)
        if commit is None:
            raise UsageError(
                f"{revision!r} is no revision of this repository.", hint="Try main, HEAD~1 or a commit id."
            )
        within = os.path.relpath(os.path.realpath(self.root), os.path.realpath(self._repo.root))
        with tempfile.TemporaryDirectory(prefix="smmgit-") as folder:
            self._repo.export(commit, folder, "" if within == "." else within)
            before = load(folder, cache=False)
            # Only posts that differ can show otherwise, unless something all posts depend on changed.
            paths = _changed(before, self.ws) if _surroundings(before) == _surroundings(self.ws) else None
            return diff(self._plan(before, paths, True), self._plan(self.ws, paths, True))

    def findings(self, post: Post) -> tuple[Finding, ...]:
        """What lint says of one post."""
        return lint(self.ws, self.now, published=self._planner(self.ws).histories.published(), paths={post.path})

    def _planner(self, ws: Workspace, facts: Facts | None = None) -> Planner:
        return Planner(ws, self.entries, facts or self._facts)

    def _plan(
        self, ws: Workspace, paths: Collection[str] | None, render_all: bool, until: dt.datetime | None = None
    ) -> Plan:
        return self._planner(ws, self._judged(ws, paths, until)).plan(self.now, paths, render_all=render_all)

    def _judged(self, ws: Workspace, paths: Collection[str] | None = None, until: dt.datetime | None = None) -> Facts:
        """The facts with lint's errors in whatever would otherwise go out."""
        if self._linted and ws is self.ws:
            return self._facts
        planner = self._planner(ws)
        items = (item for item in planner.plan(self.now, paths).items if item.state.name in JUDGED)
        files = {item.post.path for item in items if until is None or not item.state.at or item.state.at <= until}
        if not files:
            return self._facts
        found = lint(ws, self.now, published=planner.histories.published(), paths=files)
        return msgspec.structs.replace(self._facts, errors=errors_of(found))


def _repo(root: str) -> Repo | None:
    """The repository, None in a plain folder: its content can be planned, nothing was ever sent from it."""
    try:
        return Repo.open(root)
    except ConfigError:
        return None


def _changed(before: Workspace, after: Workspace) -> set[str]:
    """Files of posts that are not the same on both sides."""
    old = {post.path: post.digest for post in before.posts}
    new = {post.path: post.digest for post in after.posts}
    media = {file for file in before.media | after.media if before.media.get(file) != after.media.get(file)}
    touched = {post.path for post in after.posts for item in post.media if media and item.file in media}
    return {path for path in old | new if old.get(path) != new.get(path)} | touched


def _surroundings(ws: Workspace) -> Workspace:
    return msgspec.structs.replace(ws, posts=(), media={}, findings=())
