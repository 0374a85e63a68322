"""What must be looked up before something leaves: signatures, who wrote it, whether a page it waits for answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from smmgit.errors import ConfigError
from smmgit.git.repo import Repo
from smmgit.git.signatures import signs
from smmgit.jobs.publishing.source import Source
from smmgit.model.delivery import Entry
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace
from smmgit.plan.approval import Evidence, statement
from smmgit.plan.history import Histories


def proves(entry: Entry, ws: Workspace) -> bool:
    """Does an approval bear the signature of the person it names, with a key the policy knows for them today?"""
    by = str(entry.data.get("by", ""))
    person = ws.policy.person(by) if ws.policy else None
    if person is None:
        return False
    said = statement(
        ws.brand.genesis, entry.post, entry.channel, entry.occurrence, entry.rendition,
        str(entry.data.get("at", "")), by,
    )  # fmt: skip
    return signs(said, str(entry.data.get("signature", "")), person.keys)


class Looker:
    """Looks each thing up once a run."""

    def __init__(self, repo: Repo, source: Source, ws: Workspace, answers: Callable[[str], bool]) -> None:
        self._repo = repo
        self._source = source
        self._ws = ws
        self._answers = answers
        self._proved: dict[str, bool] = {}
        self._authors: dict[str, frozenset[str]] = {}
        self._urls: dict[str, bool] = {}

    def evidence(self, posts: Iterable[Post], histories: Histories, before: Evidence) -> Evidence:
        """`before` and what is known of the approvals of these posts."""
        forged, authors = set(before.forged), dict(before.authors)
        for post in posts:
            if post.path not in authors:
                authors[post.path] = self._wrote(post)
            for (post_id, _), entries in histories.approvals.items():
                if post_id == post.id:
                    forged |= {str(each.data.get("signature", "")) for each in entries if not self._holds(each)}
        return Evidence(forged=frozenset(forged), authors=authors)

    def silent(self, posts: Iterable[Post]) -> frozenset[str]:
        """Addresses these posts wait for that do not answer."""
        asked = {each.url for post in posts for each in post.requires if each.url}
        for url in asked - self._urls.keys():
            self._urls[url] = self._answers(url)
        return frozenset(url for url in asked if not self._urls[url])

    def _holds(self, entry: Entry) -> bool:
        if entry.data.get("kind") != "signature":
            return True
        mark = msgspec.json.encode(entry).decode()
        if mark not in self._proved:
            self._proved[mark] = proves(entry, self._ws)
        return self._proved[mark]

    def _wrote(self, post: Post) -> frozenset[str]:
        policy = self._ws.policy
        if policy is None or all(lane.self_approval for lane in policy.lanes):
            return frozenset()  # nobody asks
        if self._repo.is_shallow() and not self._deepened():
            raise ConfigError(
                "This clone has no history, so who wrote a post cannot be told, and nobody may approve their own.",
                hint="Fetch it whole: `git fetch --unshallow`, or fetch-depth: 0 in the workflow.",
            )
        paths = tuple(dict.fromkeys([post.path, *(item.file for item in post.media if item.file)]))
        if post.path not in self._authors:
            self._authors[post.path] = self._source.authors(paths)
        return self._authors[post.path]

    def _deepened(self) -> bool:
        remote = self._repo.remote()
        if not remote:
            return False
        words = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--unshallow", "--filter=blob:none", remote)
        return self._repo.answer(*words)[0] == 0
