"""The content of one commit: never a dirty tree, never a file that nobody committed."""

from __future__ import annotations

import os
import tempfile

from smmgit.errors import ConfigError, GitError
from smmgit.files.workspace import load
from smmgit.git.repo import Repo
from smmgit.model.workspace import Workspace

# What a rendition is made of.
CONTENT = ("content", "brand", "calendar", "lock.json")


class Source:
    """The workspaces of commits, the newest one read from the working tree where that is the same."""

    def __init__(self, repo: Repo, root: str) -> None:
        self._repo = repo
        self.root = root
        self.commit = repo.head()
        self._within = os.path.relpath(os.path.realpath(root), os.path.realpath(repo.root))
        self._known: dict[str, Workspace] = {}

    def here(self) -> tuple[Workspace, bool]:
        """The content of the commit that is checked out, and whether the working tree differs from it."""
        dirty = self._is_dirty()
        if self.commit not in self._known:
            self._known[self.commit] = self._exported(self.commit) if dirty else load(self.root)
        return self._known[self.commit], dirty

    def at(self, commit: str) -> Workspace | None:
        """The content of another commit; None where it is not to be had any more."""
        if commit not in self._known:
            if self._repo.resolve(commit) is None and not self._fetched(commit):
                return None
            self._known[commit] = self._exported(commit)
        return self._known[commit]

    def file(self, commit: str, path: str) -> bytes | None:
        """A file's bytes as committed; None where that commit has none."""
        where = path if self._within == "." else f"{self._within}/{path}"
        return next(iter(self._repo.blobs([f"{commit}:{where}"])), None)

    def working_file(self, path: str) -> bytes | None:
        """A file's bytes as they lie on disk, for what git itself keeps elsewhere; None where there is none."""
        try:
            with open(os.path.join(self.root, path), "rb") as file:
                return file.read()
        except OSError:
            return None

    def authors(self, paths: tuple[str, ...], since: str = "") -> frozenset[str]:
        """The addresses, in small letters, of all who wrote these files: authors, committers, co-authors."""
        where = [path if self._within == "." else f"{self._within}/{path}" for path in paths]
        form = "--format=%ae%n%ce%n%(trailers:key=Co-authored-by,valueonly)"
        # Literal pathspecs are on: a name that looks like a pattern is only a name.
        after = [f"--since={since}"] if since else []
        said = self._repo.run("log", "--no-merges", form, *after, self.commit, "--", *where)
        found = set()
        for line in said.decode("utf-8", "replace").splitlines():
            address = line.rpartition("<")[2].rstrip("> ").strip().casefold()
            if "@" in address:
                found.add(address)
        return frozenset(found)

    def _is_dirty(self) -> bool:
        where = [name if self._within == "." else f"{self._within}/{name}" for name in CONTENT]
        said = self._repo.run("status", "--porcelain", "--ignored", "--untracked-files=all", "--", *where)
        return bool(said.strip())

    def _exported(self, commit: str) -> Workspace:
        with tempfile.TemporaryDirectory(prefix="smmgit-") as folder:
            self._repo.export(commit, folder, "" if self._within == "." else self._within)
            return load(folder, cache=False)

    def _fetched(self, commit: str) -> bool:
        remote = self._repo.remote()
        if not remote:
            return False
        depth = ("--depth=1",) if self._repo.is_shallow() else ()
        words = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", *depth, remote, commit)
        return self._repo.answer(*words)[0] == 0 and self._repo.resolve(commit) is not None


def may_publish(repo: Repo, ws: Workspace, environ: dict[str, str]) -> None:
    """Only the repository that `publisher:` names sends anything: a mirror or a fork never does. `ConfigError`."""
    wanted = _bare(ws.brand.publisher)
    if not wanted:
        raise ConfigError(
            "brand/brand.yml does not say which repository may publish.",
            hint="Add for example `publisher: owner/repository`, so that a copy of it never sends anything. "
            "To see all of it happen without any account: smmgit publish --rehearse",
        )
    told = environ.get("GITHUB_REPOSITORY") or environ.get("CI_PROJECT_PATH") or ""
    try:
        remote = repo.remote()
        address = told or (repo.address(remote) if remote else repo.root)
    except GitError:
        address = told or repo.root
    here = _bare(address)
    if here != wanted and not here.endswith("/" + wanted):
        raise ConfigError(
            f"This repository is {here}, and only {wanted} may publish (publisher: in brand/brand.yml).",
            hint="A mirror or fork never sends. If the repository moved, change publisher: by a pull request.",
        )


def _bare(address: str) -> str:
    """`git@host:owner/name.git`, `https://host/owner/name` and `owner/name` in one spelling, without credentials."""
    text = address.strip().removesuffix("/").removesuffix(".git")
    scheme, _, rest = text.rpartition("://")
    text = rest if scheme else text
    text = text.rpartition("@")[2] if "/" not in text.partition("@")[0] else text
    return text.replace(":", "/").strip("/").casefold()
