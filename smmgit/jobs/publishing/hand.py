"""A person's hand on the ledger: the repository, its commit's content, the ledger as the remote has it, who it is."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Sequence

from smmgit.errors import ConfigError, UsageError
from smmgit.git.ledger import Ledger
from smmgit.git.repo import Repo
from smmgit.jobs.publishing.opening import opened, sendable
from smmgit.jobs.publishing.source import Source
from smmgit.jobs.publishing.timing import stamp
from smmgit.jobs.publishing.watch import tags_asked
from smmgit.model.delivery import Entry
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace
from smmgit.plan.plan import Plan, Planner
from smmgit.plan.state import Facts


class Hand:
    """What pause, resume, resolve and approve have in common: they read the newest ledger and add to it."""

    def __init__(self, root: str, now: dt.datetime) -> None:
        self.root = root
        self.now = now
        self.repo = Repo.open(root)
        self.source = Source(self.repo, root)
        self.ws, self.dirty = self.source.here()
        self._ledger = Ledger.real(self.repo)
        self.entries = opened(self._ledger, self.ws)
        self.planner = Planner(self.ws, self.entries, Facts(tags=tags_asked(self.repo, self.ws), adapters=sendable()))
        self._nonce = os.urandom(8).hex()

    def plan(self, posts: Sequence[Post], *, render_all: bool = True) -> Plan:
        """Where these posts stand."""
        return self.planner.plan(self.now, [post.path for post in posts], render_all=render_all)

    def posts(self, names: Sequence[str]) -> tuple[Post, ...]:
        """Posts by id or file. `UsageError` for a name that is neither."""
        found: dict[str, Post] = {}
        for name in names:
            path = os.path.relpath(os.path.abspath(name), self.root).replace(os.sep, "/")
            match = [post for post in self.ws.posts if name in (post.id, post.path) or post.path == path]
            if not match:
                raise UsageError(f"No post has the id or file {name!r}.", hint="smmgit status lists what there is.")
            found |= {post.path: post for post in match}
        return tuple(found.values())

    def entry(self, event: str, **values: object) -> Entry:
        """An entry of this person, now."""
        data = {"by": who(self.repo), **dict(values.pop("data", {}))}  # type: ignore[call-overload]
        return Entry(at=stamp(self.now), event=event, nonce=self._nonce, commit=self.source.commit, data=data, **values)  # type: ignore[arg-type]

    def write(self, entries: Sequence[Entry]) -> None:
        """Record them, whatever others wrote meanwhile."""
        self._ledger.record(entries, self.planner.learn, time.sleep)
        self.planner.learn(entries)


def who(repo: Repo) -> str:
    """The person at the keyboard, as git knows them."""
    name = repo.answer("config", "--get", "user.name")[1].decode("utf-8", "replace").strip()
    return name or repo.answer("config", "--get", "user.email")[1].decode("utf-8", "replace").strip() or "?"


def require_policy(ws: Workspace) -> None:
    """`ConfigError` where nothing says who may approve."""
    if ws.policy is None:
        raise ConfigError(
            "There is no brand/approvals.yml, so nobody can approve anything.",
            hint="Write who may approve what: docs/approve.md has one to start from.",
        )
    if ws.policy.broken:
        raise ConfigError("brand/approvals.yml has a mistake, so nobody can approve.", hint="smmgit lint says where.")
