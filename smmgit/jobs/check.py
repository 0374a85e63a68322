"""Load and judge a repository, judging again only posts that changed."""

import datetime as dt
import os
from collections.abc import Collection, Iterable, Mapping

import msgspec
from msgspec import Struct

from smmgit.digest import sha256
from smmgit.files.disk.cache import Cache, code
from smmgit.files.workspace import FEW, load
from smmgit.lint import engine
from smmgit.lint.registry import Facts, RuleSet, all_facts, recall, rule_set
from smmgit.lint.source import Words, words_of
from smmgit.model.delivery import Key
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace

NAME = "lint.msgpack"
PUBLISHED = frozenset({"published", "adopted"})
JUDGING = ("lint", "text", "render")  # with what READING names, all that a verdict depends on
DAY = dt.timedelta(days=1)


class Checked(Struct, frozen=True, kw_only=True):
    """What was judged, and what was found, in reading order."""

    ws: Workspace
    findings: tuple[Finding, ...]
    posts: int
    rules: int


class Verdict(Struct, frozen=True, array_like=True):
    """What rules said of one post, of what exactly, and the fingerprints of its words."""

    key: str
    findings: tuple[Finding, ...] = ()
    words: tuple[Words, ...] = ()


class Verdicts(Struct, frozen=True, array_like=True):
    """Remembered verdicts by path, under the settings and the program that gave them."""

    settings: str
    by_path: dict[str, Verdict]


class Rules(Struct, frozen=True, array_like=True):
    """What is remembered of the rules, and of which program."""

    program: str
    facts: tuple[Facts, ...]


def check(
    root: str,
    now: dt.datetime,
    *,
    paths: Collection[str] | None = None,
    only: Collection[str] = (),
    cache: bool = True,
    ws: Workspace | None = None,
    out: frozenset[Key] | None = None,
) -> Checked:
    """Everything wrong at `now` (UTC) in the repository, or in these files and folders of it.

    `only` are rule ids. `out` says what went out where the real ledger is not to be asked.
    Verdicts are remembered in `.smmgit/cache/` when all posts are judged by all rules.
    """
    ws = ws or load(root, cache=cache)
    asked = [post for post in ws.posts if engine.within(post.path, paths)]
    options = engine.Options(only=frozenset(only))
    if cache:
        _recall_rules(root)
    rules = rule_set(ws.brand.rules, options.only)
    remembering = cache and paths is None and not only
    if remembering:
        verdicts = _remembered(root, ws, rules)
    else:
        verdicts = _recalled(root, ws)[0] if cache and not only else {}
    out = published(root, asked, now) if out is None else out
    findings = engine.lint(
        ws, now, published=out, paths=paths, options=options, rules=rules,
        known={path: verdict.findings for path, verdict in verdicts.items()},
        words={path: verdict.words for path, verdict in verdicts.items()},
    )  # fmt: skip
    return Checked(ws=ws, findings=findings, posts=len(asked), rules=len(rules.all))


def _recall_rules(root: str) -> None:
    """Spare importing every rule: what must be known of each is remembered while none changes."""
    cache = Cache(root)
    known, _ = cache.load("rules.msgpack", Rules)
    if known is not None and known.program == code(*JUDGING):
        recall(known.facts)
    else:
        cache.save("rules.msgpack", Rules(code(*JUDGING), tuple(all_facts().values())))


def published(root: str, posts: Iterable[Post], now: dt.datetime) -> frozenset[Key]:
    """What the real ledger says went out; not read when none of the posts is due yet, empty without one."""
    if not any(_due(post, now) for post in posts) or not _in_git(root):
        return frozenset()
    from smmgit.errors import ConfigError
    from smmgit.git.ledger import Ledger
    from smmgit.git.repo import Repo

    try:
        repo = Repo.open(root)
    except ConfigError:
        return frozenset()
    return frozenset(entry.key for entry in Ledger.known(repo).entries() if entry.event in PUBLISHED)


def _due(post: Post, now: dt.datetime) -> bool:
    """True when a ready post's time may have come; a day of slack stands for every time zone."""
    if post.status != "ready":
        return False
    limit = now.replace(tzinfo=None) + DAY
    typed = [post.publish_at, *(choice.publish_at for choice in post.channels)]
    return any(when and when.local and when.local.replace(tzinfo=None) < limit for when in typed)


def _in_git(root: str) -> bool:
    folder = os.path.abspath(root)
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above
    return True


def _remembered(root: str, ws: Workspace, rules: RuleSet) -> Mapping[str, Verdict]:
    """The verdict on every post, from memory where post and settings are the same; memory is brought up to date."""
    before, settings = _recalled(root, ws)
    after: dict[str, Verdict] = {}
    changed = 0
    for post in ws.posts:
        verdict = before.get(post.path)
        if verdict is None:
            key = _key(post, ws)
            verdict = Verdict(key, engine.judge_post(ws, post, rules), words_of(post, ws))
            changed += 1
        after[post.path] = verdict
    if changed > FEW or (changed and not before):
        Cache(root).save(NAME, Verdicts(settings, after))
    return after


def _recalled(root: str, ws: Workspace) -> tuple[dict[str, Verdict], str]:
    """The verdicts of earlier runs that still hold, by path, and the settings they rest on."""
    settings = _settings(ws)
    known, _ = Cache(root).load(NAME, Verdicts)
    if known is None or known.settings != settings:
        return {}, settings
    found = {}
    for post in ws.posts:
        verdict = known.by_path.get(post.path)
        if verdict is not None and verdict.key == _key(post, ws):
            found[post.path] = verdict
    return found, settings


def _key(post: Post, ws: Workspace) -> str:
    """What a verdict on one post rests on: its bytes, and what was seen of its media."""
    if not post.media:
        return post.digest
    facts = [ws.media.get(path) for item in post.media for path in (item.file, item.cover, item.captions) if path]
    return f"{post.digest} {_digest(facts)}"


def _settings(ws: Workspace) -> str:
    """What all verdicts rest on: brand, channels, platforms, calendar, lock, and the rules' own code."""
    around = msgspec.structs.replace(ws, posts=(), media={}, findings=())
    return f"{_digest(around)} {code(*JUDGING)}"


def _digest(value: object) -> str:
    try:
        data = msgspec.msgpack.encode(value)
    except UnicodeEncodeError:  # a file name that is not UTF-8
        data = repr(value).encode("utf-8", "surrogatepass")
    return sha256(data)
