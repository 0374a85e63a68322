"""A checkout -> a `Workspace`: everything in it, read once, with all that is wrong."""

import gc
import os
import zlib
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from smmgit.digest import sha256
from smmgit.errors import ConfigError
from smmgit.files.disk.cache import Cache, fresh
from smmgit.files.disk.shard import Known, Shard, pack, unpack
from smmgit.files.disk.walk import Found, Stamp, read_file, stamp, walk
from smmgit.files.settings import Settings, load_settings
from smmgit.files.tree.report import Report
from smmgit.model.facts import MediaFacts
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace

MANY = 1000
SHARD = 256  # posts remembered together, about: one changed post writes that much again
FEW = 8  # changed posts that are read again at every run rather than remembered: writing would cost a hook more


class KnownMedia(Struct, array_like=True):
    """A remembered media file."""

    stamp: Stamp
    facts: MediaFacts


def load(root: str, *, cache: bool = True) -> Workspace:
    """Everything in the repository at `root`. Content never makes it raise; `cache` remembers readings.

    Raises `ConfigError` when `root` is no folder.
    """
    if not os.path.isdir(root):
        raise ConfigError(f"There is no folder {root}.")
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand new objects, none of them garbage
    try:
        ws = _load(root, Cache(root, on=cache))
        if len(ws.posts) >= MANY:
            gc.freeze()  # nor will they be: whoever works on them next is spared walking them again and again
        return ws
    finally:
        if collecting:
            gc.enable()


def _load(root: str, cache: Cache) -> Workspace:
    reports: dict[str, Report] = {}
    settings = load_settings(root, cache, reports)
    posts, findings = _posts(root, cache, reports)
    findings += settings.findings
    for report in reports.values():
        findings += report.findings
    findings.sort(key=lambda finding: finding.order)
    return Workspace(
        **{name: getattr(settings, name) for name in Settings.__struct_fields__ if name != "findings"},
        posts=tuple(posts), media=media_facts(root, media_paths(posts), cache), findings=tuple(findings),
    )  # fmt: skip


def is_about(path: str) -> bool:
    """True for a folder's own explanation, which is no post."""
    return path[-10:].lower() == "/readme.md"


def _posts(root: str, cache: Cache, reports: dict[str, Report]) -> tuple[list[Post], list[Finding]]:
    """The posts in file order; each is parsed only when its file is not surely the one remembered."""
    files = [file for file in walk(root, "content", reports, ending=".md") if not is_about(file.path)]
    shards = 1 << (len(files) // SHARD).bit_length()
    folder = f"posts-{shards}"
    parts: list[list[Found]] = [[] for _ in range(shards)]
    while files:
        file = files.pop()
        parts[zlib.crc32(file.path.encode("utf-8", "surrogateescape")) % shards].append(file)
    posts: list[Post] = []
    findings: list[Finding] = []
    saved = False
    unsaved = 0
    while parts:
        part = parts.pop()
        name = f"{folder}/{len(parts)}.msgpack"
        known, written = _remembered(cache, name)
        now: dict[str, Known] = {}
        changed = abs(len(known) - len(part))
        for file in part:
            item = known.get(file.path)
            if item is None or not fresh(item.stamp, file.stamp, written):
                item = _read(root, file.path, file.stamp, item)
                changed += 1
            now[file.path] = item
        if known and unsaved + changed <= FEW:
            unsaved += changed
        elif changed:
            cache.save(name, pack(now))
            saved = True
            if shards > 64:  # writing leaves a second copy of every text in memory: keep what is read back
                now = _remembered(cache, name)[0] or now
        for item in now.values():
            if item.post is not None:
                posts.append(item.post)
            findings += item.findings
    if saved:
        cache.drop_others("posts-", folder)
    posts.sort(key=lambda post: post.path)
    return posts, findings


def _remembered(cache: Cache, name: str) -> tuple[dict[str, Known], int]:
    shard, written = cache.load(name, Shard)
    try:
        return (unpack(shard), written) if shard is not None else ({}, 0)
    except (msgspec.MsgspecError, ValueError, IndexError):
        return {}, 0


def _read(root: str, path: str, mark: Stamp, known: Known | None) -> Known:
    from smmgit.files.posts import parse_post

    report = Report(path)
    data = read_file(root, path, report)
    if data is None:
        return Known(mark, None, tuple(report.findings))
    if known is not None and known.post is not None and known.post.digest == sha256(data):
        return Known(mark, known.post, known.findings)
    return Known(mark, *parse_post(path, data))


def media_paths(posts: Iterable[Post]) -> list[str]:
    """Every media file that posts name, sorted."""
    return sorted({
        path for post in posts for item in post.media for path in (item.file, item.cover, item.captions) if path
    })  # fmt: skip


def media_facts(root: str, paths: list[str], cache: Cache | None = None) -> dict[str, MediaFacts]:
    """What is known of these files, by path; with a cache, of all that posts name."""
    if not paths:
        return {}
    cache = cache or Cache(root, on=False)
    known, written = cache.load("media.msgpack", dict[str, KnownMedia])
    known = known or {}
    now: dict[str, KnownMedia] = {}
    facts: dict[str, MediaFacts] = {}
    changed = len(known) != len(paths)
    for path in paths:
        try:
            mark = stamp(os.stat(os.path.join(root, path)))
        except (OSError, ValueError):
            facts[path] = MediaFacts(file=path, problem="missing")
            continue
        item = known.get(path)
        if item is None or not fresh(item.stamp, mark, written):
            from smmgit.files.media import probe

            item = KnownMedia(mark, probe(root, path))
            changed = True
        now[path] = item
        facts[path] = item.facts
    if changed:
        cache.save("media.msgpack", now)
    return facts
