"""What is walked over: a small brand on two real servers, approved, with one picture and two threads due."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
from pathlib import Path

from PIL import Image

from smmgit.files.workspace import load
from smmgit.git.ledger import LEDGER, Ledger
from smmgit.git.repo import Repo
from smmgit.jobs.approve import Approving
from smmgit.jobs.publish import begin
from smmgit.plan.history import fold
from tests.servers.bluesky import Pds
from tests.servers.mastodon import Mastodon
from tests.support.office import key, public
from tests.support.repository import git, repository

ROOT = Path(__file__).resolve().parents[2]
POLICY = """people:
  - id: tom
    roles: [editor]
    emails: [tom@team.example]
    keys: ["{key}"]
lanes:
  - {{id: normal, from: [editor]}}
rules:
  - lane: normal
"""
QUIET = 8  # runs after which everything must have ended


class Servers:
    """Two servers and one account on each, for a whole walk."""

    def __init__(self, pds: Pds, mastodon: Mastodon) -> None:
        self.pds, self.mastodon = pds, mastodon
        self.sky, self.masto = pds.account(), mastodon.account()

    def channels(self) -> str:
        """`channels.yml` for these accounts."""
        return (
            f"sky: {{platform: bluesky, handle: {self.sky.handle}, account_id: '{self.sky.did}', "
            f"server: '{self.pds.url}', lang: en, secrets: {{password: SKY_PASSWORD}}}}\n"
            f"masto: {{platform: mastodon, handle: {self.masto.name}, account_id: '{self.masto.id}', "
            f"server: '{self.mastodon.url}', lang: en, secrets: {{token: MASTO_TOKEN}}}}\n"
        )

    def secrets(self) -> dict[str, str]:
        """The environment of a publisher."""
        return {"SKY_PASSWORD": self.sky.password, "MASTO_TOKEN": self.masto.token}

    def texts(self) -> list[str]:
        """Every text that stands on either account."""
        found = [record["value"]["text"] for record in self.pds.records(self.sky)]
        return found + [_plain(status["content"]) for status in self.mastodon.statuses(self.masto)]


class Scene:
    """One repository with its remote and two clones, everything approved and due. Texts carry its number."""

    def __init__(self, folder: Path, servers: Servers, number: int) -> None:
        self.folder, self.servers, self.number = folder, servers, number
        folder.mkdir(parents=True)
        git(folder, "init", "-q", "--bare", "-b", "main", "team/remote.git")
        due = (dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1)).isoformat(timespec="seconds")
        files = {
            "brand/brand.yml": "name: Walk\nlanguages: [en]\npublisher: team/remote\ngenesis: walk\nspacing: 0m\n"
            "rules: {dates/past: off}\n",
            "brand/channels.yml": servers.channels(),
            "brand/approvals.yml": POLICY.format(key=public("tom")),
            "content/picture.md": f"---\nid: picture-{number}\npublish_at: {due}\nchannels: [sky, masto]\n"
            f"media:\n  - {{file: dot.png, alt: A small blue square}}\n---\n{self._text('picture')}\n",
            "content/thread.md": f"---\nid: thread-{number}\npublish_at: {due}\nchannels: [sky, masto]\n---\n"
            f"{self._text('first')}\n\n---\n\n{self._text('second')}\n",
        }
        desk = folder / "desk"
        (desk / "content").mkdir(parents=True)
        (desk / "content/dot.png").write_bytes(_dot())
        repository(desk, files)
        git(desk, "remote", "add", "origin", str(folder / "team/remote.git"))
        git(desk, "push", "-q", "origin", "main")
        now = dt.datetime.now(dt.UTC)
        begin(str(desk), now, load(str(desk)), {})
        approving = Approving(str(desk), now, str(key("tom")))
        approving.approve(approving.proposals(()))
        for name in ("one", "two"):
            git(folder, "clone", "-q", str(folder / "team/remote.git"), name)

    def wanted(self) -> list[str]:
        """The texts that must stand on each account once."""
        return [self._text(name) for name in ("picture", "first", "second")]

    def start(self, clone: str, *words: str) -> subprocess.Popen[bytes]:
        """A publisher in a process of its own."""
        log = self.folder / f"{clone}.steps"
        command = [sys.executable, "-m", "tests.killwalk.child", str(self.folder / clone), str(log), *words]
        env = {**os.environ, **self.servers.secrets(), "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def steps(self, clone: str) -> list[str]:
        """What its last publisher did."""
        return (self.folder / f"{clone}.steps").read_text().splitlines()

    def until_quiet(self) -> str:
        """Run again until everything has ended; what is wrong then, empty if nothing is."""
        said = b""
        for turn in range(QUIET):
            runner = self.start(("one", "two")[turn % 2])
            _, said = runner.communicate(timeout=120)
            if not self._open():
                break
        else:
            return f"not quiet after {QUIET} runs: {self._open()} {said.decode()[-300:]}"
        found = self.servers.texts()
        wrong = {text: found.count(text) for text in self.wanted() if found.count(text) != 2}
        return f"on the servers: {wrong} {said.decode()[-300:]}" if wrong else ""

    def _open(self) -> list[str]:
        entries = Ledger(Repo.open(str(self.folder / "team/remote.git")), LEDGER).entries()
        histories = fold(entries)
        names = [f"{name}-{self.number}" for name in ("picture", "thread")]
        return [
            f"{name} {channel}"
            for name in names
            for channel in ("sky", "masto")
            if not any(p.key.channel == channel and p.standing == "published" for p in histories.by_post.get(name, ()))
        ]

    def _text(self, name: str) -> str:
        return f"The {name} message of walk {self.number}."


def _dot() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (640, 640), (20, 60, 200)).save(file, "PNG")
    return file.getvalue()


def _plain(html: str) -> str:
    return html.removeprefix("<p>").removesuffix("</p>")
