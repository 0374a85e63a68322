"""Which posts to look at again when some files changed: those, and what depends on them.

The rule, in one sentence: a changed file of `brand/` or `calendar/`, or `lock.json`, means everything;
else the changed posts, the posts that show a changed picture, and the posts tied to a changed one by
`translation_of`, `requires` or the same id.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable

from smmgit.errors import UsageError
from smmgit.files.drafts import is_post
from smmgit.files.settings import is_setting
from smmgit.git.repo import Repo
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace


def changed_since(root: str, ws: Workspace, base: str) -> frozenset[str] | None:
    """Paths of posts to judge, given what differs from where this branch left `base`; None means all.

    Uncommitted and new files count. Raises `UsageError` where `base` is no revision.
    """
    repo = Repo.open(root)
    commit = repo.resolve(base)
    if commit is None:
        raise UsageError(
            f"{base!r} is no revision of this repository.",
            hint="Try origin/main or HEAD~1; where only the last commit was fetched, fetch the others first.",
        )
    start = repo.fork_point(commit)
    top = os.path.relpath(os.path.realpath(root), os.path.realpath(repo.root)).replace(os.sep, "/")
    prefix = "" if top == "." else f"{top}/"
    paths = [path.removeprefix(prefix) for path in repo.changed_since(start) if path.startswith(prefix)]
    if any(is_setting(path) for path in paths):
        return None
    return dependents(ws, paths, _former_ids(repo, start, prefix, paths))


def dependents(ws: Workspace, paths: Iterable[str], ids: Collection[str] = ()) -> frozenset[str] | None:
    """These paths and the posts that depend on them; None means all. `ids` are more ids that changed."""
    asked = frozenset(paths)
    if any(is_setting(path) for path in asked):
        return None
    changed = [post for post in ws.posts if post.path in asked]
    names = ({post.id for post in changed} | set(ids)) - {""}
    named = {name for post in changed for name in _named(post)}
    tied = {
        post.path
        for post in ws.posts
        if post.id in names
        or post.id in named
        or not names.isdisjoint(_named(post))
        or not asked.isdisjoint(_files(post))
    }
    return asked | tied


def _named(post: Post) -> list[str]:
    """Ids of posts that a post names."""
    return [name for name in (post.translation_of, *(need.post for need in post.requires)) if name]


def _files(post: Post) -> list[str]:
    """Files that a post shows."""
    return [path for item in post.media for path in (item.file, item.cover, item.captions) if path]


def _former_ids(repo: Repo, start: str, prefix: str, paths: Iterable[str]) -> set[str]:
    """The ids that changed posts had before: a deleted post's name may still be in use."""
    from smmgit.files.posts import parse_post

    posts = [path for path in paths if is_post(path) and "\n" not in path]
    found = set()
    for path, data in zip(posts, repo.blobs(f"{start}:{prefix}{path}" for path in posts), strict=True):
        post = parse_post(path, data)[0] if data is not None else None
        if post is not None and post.id:
            found.add(post.id)
    return found
