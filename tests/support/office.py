"""A team at work: a bare remote, clones of it, people with keys, a policy, and a clock that is moved by hand."""

from __future__ import annotations

import datetime as dt
import functools
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from smmgit.files.workspace import load
from smmgit.git.ledger import LEDGER, Ledger
from smmgit.git.repo import Repo
from smmgit.jobs.approve import Approving
from smmgit.jobs.publish import Publisher, begin
from smmgit.jobs.publishing.run import Run
from smmgit.jobs.publishing.timing import Clock, Timing
from smmgit.model.delivery import Entry
from tests.support.network import Network
from tests.support.repository import commit, git, repository

MONDAY = dt.datetime(2026, 11, 23, 8, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
CHANNELS = (
    "feed: {platform: sandbox, account_id: feed, lang: en}\nother: {platform: sandbox, account_id: other, lang: en}\n"
)
BRAND = (
    "name: Essai\nlanguages: [en]\ntime_zone: Europe/Paris\npublisher: team/remote\ngenesis: born-here\nspacing: 0m\n"
)
POLICY = """people:
  - id: tom
    roles: [editor]
    emails: [tom@team.example]
    keys: ["{tom}"]
  - id: lea
    roles: [editor]
    emails: [test@example.com]
    keys: ["{lea}"]
lanes:
  - {{id: normal, from: [editor]}}
rules:
  - lane: normal
tolerance: 15m
"""


@functools.lru_cache(maxsize=8)
def key(name: str) -> Path:
    """The private key of a person, made once a session."""
    path = Path(tempfile.mkdtemp(prefix="smmgit-keys-")) / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(path)], check=True)
    return path


def public(name: str) -> str:
    """The public half, as a line."""
    return Path(f"{key(name)}.pub").read_text().strip()


def post(
    id: str = "carnet", text: str = "", when: str = "2026-11-23 09:00", more: str = "", channels: str = "feed"
) -> str:
    """A ready post, planned for Monday at nine in Paris, which is `MONDAY`."""
    return f"---\nid: {id}\npublish_at: {when}\nchannels: [{channels}]\n{more}---\n{text or f'Words of {id}.'}\n"


class Office:
    """One team. Posts are written by Test (test@example.com, whose person is lea); tom may approve."""

    def __init__(self, folder: Path, files: Mapping[str, str] | None = None, **posts: str) -> None:
        self.folder = folder
        self.now = MONDAY
        self.ticks = 0.0
        git(
            folder.mkdir(parents=True, exist_ok=True) or folder, "init", "-q", "--bare", "-b", "main", "team/remote.git"
        )
        named = {f"content/{name.replace('_', '-')}.md": text for name, text in posts.items()}
        base = {
            "brand/brand.yml": BRAND, "brand/channels.yml": CHANNELS,
            "brand/approvals.yml": POLICY.format(tom=public("tom"), lea=public("lea")),
        }  # fmt: skip
        self.desk = repository(folder / "desk", {**base, **named, **(files or {})})
        git(self.desk, "remote", "add", "origin", str(folder / "team/remote.git"))
        self.push()
        begin(str(self.desk), self.now, load(str(self.desk)), {})
        self.network = Network(lambda: self.now)

    def clock(self) -> Clock:
        """The office's clock: waiting moves it."""
        return Clock(now=lambda: self.now, monotonic=lambda: self.ticks, sleep=self.wait)

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.now += dt.timedelta(seconds=seconds)
        self.ticks += seconds

    def push(self) -> None:
        """What the desk has committed becomes what the team has."""
        git(self.desk, "push", "-q", "origin", "HEAD:main")

    def write(self, **posts: str) -> None:
        """Change posts, commit and push."""
        commit(self.desk, {f"content/{name.replace('_', '-')}.md": text for name, text in posts.items()})
        self.push()

    def clone(self, name: str) -> Path:
        """A fresh clone, as a runner makes it."""
        git(self.folder, "clone", "-q", str(self.folder / "team/remote.git"), name)
        return self.folder / name

    def approve(self, *names: str, by: str = "tom") -> tuple[Entry, ...]:
        """A person says yes, to these posts or to all that wait."""
        approving = Approving(str(self.desk), self.now, str(key(by)))
        return approving.approve(approving.proposals(names))

    def publisher(self, root: Path | None = None, **options: Any) -> Publisher:
        """A run about to begin."""
        options.setdefault("open_adapter", self.network.adapter)
        return Publisher(str(root or self.desk), {}, clock=self.clock(), timing=Timing(settle=1), **options)

    def publish(self, root: Path | None = None, **options: Any) -> Run:
        """One run."""
        return self.publisher(root, **options).run()

    def ledger(self) -> tuple[Entry, ...]:
        """All entries on the remote, verified."""
        return Ledger(Repo.open(str(self.folder / "team/remote.git")), LEDGER).entries()

    def events(self, *names: str) -> list[str]:
        """The ledger's events, `event post` each; only these events where named."""
        return [f"{each.event} {each.post}".strip() for each in self.ledger() if not names or each.event in names]
