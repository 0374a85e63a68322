"""The one wrapper around git: what goes in and out is bytes, and no surprise of the machine gets through."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from smmgit.errors import ConfigError, GitError

# Variables of the caller that may reach git: who commits, where git's settings live, how ssh is called.
# Everything else that starts with GIT_ (hooks set GIT_DIR and GIT_INDEX_FILE) would point git elsewhere.
KEPT = re.compile(
    r"GIT_(AUTHOR|COMMITTER)_(NAME|EMAIL|DATE)|GIT_CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|(KEY|VALUE)_\d+)"
    r"|GIT_SSH(_COMMAND)?|GIT_CEILING_DIRECTORIES"
)
SETTINGS = (
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.quotePath=false", "color.ui=false", "gc.auto=0",
    "log.showSignature=false", "commit.gpgSign=false", "tag.gpgSign=false", "advice.detachedHead=false",
)  # fmt: skip
FILES = (b"100644", b"100755")


class Repo:
    """A git repository. `root` is the top of its working tree, absolute (the git folder of a bare one)."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._words = _words(root)

    @staticmethod
    def open(folder: str) -> Repo:
        """The repository that holds a folder. `ConfigError` where there is none, or no git."""
        try:
            bare = Repo(folder).run("rev-parse", "--is-bare-repository").strip() == b"true"
            top = Repo(folder).run("rev-parse", "--absolute-git-dir" if bare else "--show-toplevel")
        except GitError as error:
            if "not a git repository" not in error.message:
                raise
            raise ConfigError(
                f"{folder} is not in a git repository.",
                hint="Run `git init`, then commit your content; or make a new repository with `smmgit init DIR`.",
            ) from error
        return Repo(os.fsdecode(top.rstrip(b"\n")))

    def run(self, *words: str, input: bytes = b"", timeout: float = 120) -> bytes:
        """What `git words…` prints. `GitError` with git's own words when it fails."""
        status, out, said = self.answer(*words, input=input, timeout=timeout)
        if status != 0:
            raise GitError(f"git {words[0]} failed: {said.decode('utf-8', 'replace').strip() or f'exit {status}'}")
        return out

    def answer(self, *words: str, input: bytes = b"", timeout: float = 120) -> tuple[int, bytes, bytes]:
        """Exit code, output and error words of `git words…`, for callers that expect a refusal."""
        import subprocess

        try:
            done = subprocess.run(
                [*self._words, *words],
                input=input,
                capture_output=True,
                timeout=timeout,
                env=environment(),
                check=False,
            )
        except FileNotFoundError as error:
            raise ConfigError("git is not installed.", hint="Install git 2.30 or newer.") from error
        except subprocess.TimeoutExpired as error:
            raise GitError(f"git {words[0]} did not answer within {timeout:.0f} seconds") from error
        return done.returncode, done.stdout, done.stderr

    def resolve(self, revision: str) -> str | None:
        """The commit a revision names, None where there is none."""
        status, out, _ = self.answer("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        return out.decode().strip() if status == 0 else None

    def contains(self, commit: str, older: str) -> bool:
        """Is `older` in the history of `commit`? False where that history is not here."""
        return self.answer("merge-base", "--is-ancestor", older, commit)[0] == 0

    def is_shallow(self) -> bool:
        """Was this clone made without its history?"""
        return self.run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def remote(self) -> str:
        """The name of the remote this repository answers to: `origin`, else its only one; empty without."""
        names = self.run("remote").decode("utf-8", "replace").split()
        return "origin" if "origin" in names else names[0] if len(names) == 1 else ""

    def address(self, remote: str) -> str:
        """The address of a remote as it is fetched from."""
        return self.run("remote", "get-url", "--", remote).decode("utf-8", "replace").strip()

    def head(self) -> str:
        """The commit that is checked out. `ConfigError` where nothing was ever committed."""
        found = self.resolve("HEAD")
        if found is None:
            raise ConfigError(
                "This repository has no commit yet.",
                hint='Commit your content first: git add . && git commit -m "start"',
            )
        return found

    def fork_point(self, commit: str) -> str:
        """The last commit that HEAD shares with another; the other itself where git knows none (a shallow clone)."""
        status, out, _ = self.answer("merge-base", commit, "HEAD")
        return out.decode().strip() if status == 0 else commit

    def changed_since(self, commit: str) -> list[str]:
        """Files of the working tree that are new or not as in a commit, and those that are gone; from `root`."""
        found = self.run(
            "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules", commit, "--"
        )
        new = self.run("ls-files", "-z", "--others", "--exclude-standard")
        return sorted({os.fsdecode(name) for name in (found + new).split(b"\0") if name})

    def tags(self) -> frozenset[str]:
        """The names of all tags."""
        listed = self.run("for-each-ref", "--format=%(refname:strip=2)", "refs/tags/")
        return frozenset(listed.decode("utf-8", "replace").splitlines())

    def blobs(self, names: Iterable[str]) -> Iterator[bytes | None]:
        """The bytes of objects (`<id>` or `<commit>:<path>`), in order; None for those that are missing."""
        wanted = list(names)
        out = self.run(
            "cat-file", "--batch", input="".join(name + "\n" for name in wanted).encode("utf-8", "surrogateescape")
        )
        start = 0
        for _ in wanted:
            line_end = out.index(b"\n", start)
            head = out[start:line_end].split()
            start = line_end + 1
            if len(head) != 3 or not head[2].isdigit():
                yield None
                continue
            size = int(head[2])
            yield out[start : start + size]
            start += size + 1

    def export(self, revision: str, folder: str, within: str = "") -> None:
        """Write the regular files of a revision below `folder`; `within` names the folder of the tree to take.

        Links, submodules and names that would leave `folder` are left out: a tree is hostile input.
        """
        tree = f"{revision}:{within}" if within else revision
        files = []
        for row in self.run("ls-tree", "-r", "-z", "--full-tree", tree).split(b"\0"):
            mode, _, rest = row.partition(b" ")
            path = os.fsdecode(rest.partition(b"\t")[2])
            if mode in FILES and not {"", ".", "..", ".git"} & set(path.split("/")):
                files.append((rest.split()[1].decode(), path))
        made = set()
        for (_, path), data in zip(files, self.blobs(name for name, _ in files), strict=True):
            target = os.path.join(folder, path)
            parent = os.path.dirname(target)
            if parent not in made:
                os.makedirs(parent, exist_ok=True)
                made.add(parent)
            with open(target, "wb") as file:
                file.write(data or b"")


def environment() -> dict[str, str]:
    """The caller's environment without what could redirect git, make it ask, or change its language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or KEPT.fullmatch(name)}
    for name in ("SSH_ASKPASS", "LANGUAGE"):
        kept.pop(name, None)
    return kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "", "GIT_PAGER": "cat", "GIT_EDITOR": ":"}


def _words(root: str) -> list[str]:
    settings = [word for setting in SETTINGS for word in ("-c", setting)]
    return ["git", "-C", root, *settings, "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs"]
