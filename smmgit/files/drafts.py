"""A workspace as it would be if some texts were saved: for editors and for fixes, nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from smmgit.files.disk.walk import SKIPPED
from smmgit.files.posts import parse_post
from smmgit.files.settings import Settings, draft_settings, is_setting
from smmgit.files.tree.report import Report
from smmgit.files.workspace import is_about, media_facts, media_paths
from smmgit.model.facts import MediaFacts
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace


def is_post(path: str) -> bool:
    """True for a path whose text is a post."""
    folders = path.split("/")[:-1]
    return (
        path.startswith("content/")
        and path.lower().endswith(".md")
        and not is_about(path)
        and not any(name in SKIPPED or name.startswith(".") for name in folders)
    )


def with_texts(root: str, ws: Workspace, texts: Mapping[str, bytes]) -> Workspace:
    """The workspace loaded from `root` with these bytes in place of files (by path); other paths than
    posts and settings change nothing."""
    settings = {path: data for path, data in texts.items() if is_setting(path)}
    if settings:
        ws = _with_settings(root, ws, settings)
    posts = {path: data for path, data in texts.items() if is_post(path)}
    return _with_posts(root, ws, posts) if posts else ws


def _with_posts(root: str, ws: Workspace, texts: Mapping[str, bytes]) -> Workspace:
    read = {path: parse_post(path, data) for path, data in texts.items()}
    kept = [post for post in ws.posts if post.path not in read]
    drafts = [post for post, _ in read.values() if post is not None]
    findings = [finding for finding in ws.findings if finding.path not in read]
    findings += [finding for _, found in read.values() for finding in found]
    return msgspec.structs.replace(
        ws, posts=tuple(sorted(kept + drafts, key=lambda post: post.path)), findings=_ordered(findings),
        media={**ws.media, **_media(root, ws, drafts)},
    )  # fmt: skip


def _media(root: str, ws: Workspace, drafts: list[Post]) -> dict[str, MediaFacts]:
    """The facts of files that only the drafts name, and of those that were missing when last looked for."""
    known = {path for path, facts in ws.media.items() if facts.exists}
    return media_facts(root, [path for path in media_paths(drafts) if path not in known])


def _with_settings(root: str, ws: Workspace, texts: Mapping[str, bytes]) -> Workspace:
    reports: dict[str, Report] = {}
    settings = draft_settings(root, texts, reports)
    findings = [finding for finding in ws.findings if not is_setting(finding.path)]
    findings += settings.findings
    for report in reports.values():
        findings += report.findings
    own = {name: getattr(settings, name) for name in Settings.__struct_fields__ if name != "findings"}
    return msgspec.structs.replace(ws, **own, findings=_ordered(findings))


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))
