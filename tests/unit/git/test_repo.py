"""The wrapper around git: no surprise of the machine gets through, and refusals come in git's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from smmgit.errors import ConfigError, GitError
from smmgit.git.repo import Repo, environment
from tests.support.repository import commit, git, repository


def test_a_folder_outside_any_repository_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ConfigError, match="git init"):
        Repo.open(str(tmp_path))


def test_a_repository_without_a_commit_says_what_to_do(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    repo = Repo.open(str(tmp_path))
    assert repo.resolve("HEAD") is None
    with pytest.raises(ConfigError, match="git commit"):
        repo.head()


def test_no_git_at_all_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError, match="not installed"):
        Repo.open(str(tmp_path))


def test_a_refusal_carries_gits_own_words(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="unknown revision"):
        Repo(str(repository(tmp_path))).run("log", "nowhere..")


def test_variables_that_hooks_set_do_not_send_git_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, elsewhere = repository(tmp_path / "here"), repository(tmp_path / "elsewhere")
    wanted = commit(here, {"a": "here"})
    monkeypatch.setenv("GIT_DIR", str(elsewhere / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other-index"))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Léa")
    assert Repo.open(str(here)).head() == wanted
    assert "GIT_DIR" not in environment()
    assert environment()["GIT_AUTHOR_NAME"] == "Léa"
    assert environment()["GIT_TERMINAL_PROMPT"] == "0"


def test_hooks_of_the_repository_do_not_run(tmp_path: Path) -> None:
    root = repository(tmp_path)
    hook = root / ".git/hooks/reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n")
    hook.chmod(0o755)
    repo = Repo.open(str(root))
    repo.run("update-ref", "refs/smmgit/probe", repo.head())
    assert not (tmp_path / "ran").exists()
    git(root, "update-ref", "refs/smmgit/other", "HEAD")
    assert (tmp_path / "ran").exists(), "the hook would not have run anyway: this test proves nothing"


def test_a_worktree_and_a_bare_repository_are_repositories(tmp_path: Path) -> None:
    root = repository(tmp_path / "main repo")
    git(root, "worktree", "add", "-q", "--detach", str(tmp_path / "tree"))
    git(tmp_path, "clone", "-q", "--bare", str(root), str(tmp_path / "bare"))
    (tmp_path / "tree/sub").mkdir()
    heads = {Repo.open(str(tmp_path / each)).head() for each in ("main repo", "tree", "tree/sub", "bare")}
    assert len(heads) == 1
    assert Repo.open(str(tmp_path / "tree/sub")).root == str((tmp_path / "tree").resolve())


def test_export_writes_a_revision_and_nothing_outside_it(tmp_path: Path) -> None:
    odd = "content/<a> é\"';|.md"
    root = repository(tmp_path / "repo", {odd: "was\n", "brand/brand.yml": "name: B\n"})
    (root / "content/link.md").symlink_to("/etc/passwd")
    first = commit(root, {})
    blob = git(root, "hash-object", "-w", "--stdin", input=b"bad").strip()
    tree = git(root, "mktree", input=f"100644 blob {blob}\tgood.md\n".encode()).strip()
    hostile = git(root, "mktree", input=f"040000 tree {tree}\t..\n".encode()).strip()
    commit(root, {odd: "is\n"})
    repo = Repo.open(str(root))
    out = tmp_path / "out"
    out.mkdir()
    repo.export(first, str(out))
    assert (out / odd).read_text() == "was\n"
    assert not (out / "content/link.md").exists()
    repo.export(first, str(tmp_path / "part"), "brand")
    assert (tmp_path / "part/brand.yml").read_text() == "name: B\n"
    repo.export(hostile, str(out))
    assert not (tmp_path / "good.md").exists()


def test_missing_objects_are_told_from_empty_ones(tmp_path: Path) -> None:
    repo = Repo.open(str(repository(tmp_path, {"empty": "", "full": "x\ny"})))
    assert list(repo.blobs(["HEAD:empty", "HEAD:nowhere", "HEAD:full"])) == [b"", None, b"x\ny"]


def test_tags_are_listed(tmp_path: Path) -> None:
    root = repository(tmp_path)
    git(root, "tag", "v1.0")
    assert Repo.open(str(root)).tags() == {"v1.0"}
