"""Small sources of other tools, and what an import makes of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from smmgit.files.workspace import load
from smmgit.git.ledger import LEDGER, Ledger
from smmgit.git.repo import Repo
from smmgit.jobs.import_ import Imported, run_import
from smmgit.model.delivery import Entry
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace
from smmgit.text.flatten import flatten
from tests.support.repository import git as run_git

NOW = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)


class Source:
    """A source folder beside a team's repository, both new."""

    def __init__(self, folder: Path, tool: str, *, git: bool = True) -> None:
        self.tool, self.root, self.into = tool, folder / "their-posts", folder / "ours"
        self.root.mkdir()
        self.into.mkdir()
        if git:
            run_git(self.into, "init", "-q")

    def put(self, path: str, text: str | bytes) -> None:
        """A file of the source."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())

    def bring(self, **options: Any) -> Imported:
        """Import it."""
        return run_import(self.tool, str(options.pop("source", self.root)), str(self.into), NOW, **options)

    def workspace(self) -> Workspace:
        """The team's repository, which must read without a finding."""
        ws = load(str(self.into), cache=False)
        assert not ws.findings
        return ws

    def only(self) -> Post:
        """Its one post."""
        (post,) = self.workspace().posts
        return post

    def ledger(self) -> list[Entry]:
        """What it knows to be out."""
        return [entry for entry in Ledger(Repo.open(str(self.into)), LEDGER).entries() if entry.event == "adopted"]


def shown(post: Post, *targets: str) -> list[str]:
    """What readers see of each part of the base text, or of a section."""
    section = next(section for section in post.sections if section.targets == targets)
    return [flatten(chunk.text).traced.text for chunk in section.chunks]


def rules(done: Imported) -> list[str]:
    """The findings' rules, in order."""
    return [finding.rule for finding in done.findings]
