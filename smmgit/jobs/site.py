"""The calendar site: gather what its pages may know, and have mkdocs place them."""

from __future__ import annotations

import datetime as dt
import gc
import io
import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from smmgit.errors import ConfigError
from smmgit.files.workspace import load
from smmgit.git.ledger import REHEARSAL, Ledger
from smmgit.git.repo import Repo
from smmgit.jobs.check import check
from smmgit.jobs.publishing.opening import sendable
from smmgit.jobs.remembered.pagecache import PageCache
from smmgit.model.delivery import Entry, Key
from smmgit.model.when import UTC, resolve
from smmgit.model.workspace import Workspace
from smmgit.pages.view import FeedItem, SiteView
from smmgit.plan.overview import overview
from smmgit.plan.plan import Planner
from smmgit.plan.state import Facts, errors_of
from smmgit.platforms.adapters.sandbox import feed

DEFAULT = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "site", "default.yml")


class Gathered(Struct, frozen=True, kw_only=True):
    """A view, and what must be closed once its pages are written."""

    view: SiteView
    close: Callable[[], None]


class Built(Struct, frozen=True, kw_only=True):
    """What was built: where, how many posts and remarks it shows, and what mkdocs found odd."""

    out: str
    posts: int
    findings: int
    warnings: tuple[str, ...] = ()


def moment(typed: str, root: str) -> dt.datetime:
    """The instant to draw, in UTC: what was typed (brand time unless it has an offset), else the clock's."""
    if not typed:
        return dt.datetime.now(UTC)
    try:
        at = dt.datetime.fromisoformat(typed.strip())
    except ValueError as error:
        raise ConfigError(f"{typed!r} is not a moment.", hint="Write it as 2026-11-23T08:00+01:00.") from error
    return resolve(at, load(root).brand.time_zone).at


def gather(root: str, now: dt.datetime, *, edit_base: str = "", lang: str = "") -> Gathered:
    """Everything the pages may know at `now` (UTC): the real state once that has begun, else the rehearsal's."""
    ws = load(root)
    history = _history(root, ws)
    entries = history.entries
    rehearsal = not history.is_real
    facts = Facts(rehearsal=rehearsal, tags=history.tags, adapters=None if rehearsal else sendable())
    histories = Planner(ws, entries, facts).histories
    findings = check(root, now, ws=ws, out=histories.published()).findings
    facts = replace(facts, errors=errors_of(findings))
    cache = PageCache(os.path.join(root, ".smmgit", "cache"))
    view = SiteView(
        ws=ws,
        overview=overview(ws, entries, now, rehearsal=rehearsal, facts=facts),
        findings=findings,
        feed=tuple(_feed(root)),
        approvals={place: tuple(found) for place, found in histories.approvals.items()},
        now=now,
        lang=lang or ws.brand.lang,
        edit_base=edit_base,
        remember=cache.remember,
    )
    return Gathered(view=view, close=cache.close)


class _History(Struct, frozen=True):
    """A ledger's entries, git's tags, and whether that ledger is the real one."""

    entries: tuple[Entry, ...] = ()
    tags: frozenset[str] = frozenset()
    is_real: bool = False


def _history(root: str, ws: Workspace) -> _History:
    """The real ledger where the team has a policy and this clone knows one that has begun, else the rehearsal's."""
    try:
        repo = Repo.open(root)
    except ConfigError:
        return _History()  # a plain folder: nothing was ever sent from it
    known = Ledger.known(repo).entries() if ws.policy is not None else ()
    return _History(known or Ledger(repo, REHEARSAL).entries(), repo.tags(), bool(known))


def _feed(root: str) -> Iterator[FeedItem]:
    def delivery(message: Any) -> Key:
        key: Key = message.key
        return key

    for key, messages in groupby(sorted(feed(root), key=delivery), delivery):
        first, *others = messages
        yield FeedItem(
            channel=key.channel, post=key.post, at=first.at, rendition=first.rendition, received=1 + len(others)
        )


def build(root: str, out: str, now: dt.datetime, *, strict: bool = False) -> Built:
    """Write the whole site below `out` (made anew), with the repository's mkdocs.yml or our own settings."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice about its successor
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import Abort, MkDocsException

    _may_replace(root, out)
    with _few_collections(), _settings(root, out, now, strict) as config, _heard() as warnings:
        try:
            mkdocs_build(config)
        except (MkDocsException, Abort) as error:
            raise ConfigError("\n".join([f"The site could not be built: {error}", *warnings])) from error
        view: SiteView = config.plugins["smmgit"].view
    return Built(out=out, posts=len(view.posts), findings=len(view.findings), warnings=tuple(warnings))


def _may_replace(root: str, out: str) -> None:
    """The folder is emptied first, so it must not be one that holds anything but a site."""
    if os.path.commonpath([root, out]) == out:
        raise ConfigError(f"{out} holds the repository.", hint="Choose an empty folder, such as site.")
    if os.path.isdir(out) and os.listdir(out) and not os.path.isfile(os.path.join(out, "index.html")):
        raise ConfigError(f"{out} is not empty and holds no site.", hint="Choose an empty folder, such as site.")


@contextmanager
def _settings(root: str, out: str, now: dt.datetime, strict: bool) -> Iterator[Any]:
    """mkdocs' settings: the repository's mkdocs.yml, else ours with the handbook in docs/ if there is one."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import ConfigurationError

    typed = os.path.join(root, "mkdocs.yml")
    with tempfile.TemporaryDirectory(prefix="smmgit-") as empty:
        try:
            if os.path.isfile(typed):
                config = load_config(typed, site_dir=out, strict=strict or None)
            else:
                with open(DEFAULT, "rb") as file:
                    stream = io.BytesIO(file.read())
                stream.name = typed  # mkdocs reckons paths from here
                config = load_config(stream, site_dir=out, docs_dir=empty, strict=strict or None)
        except ConfigurationError as error:
            raise ConfigError(f"mkdocs.yml cannot be used: {error}") from error
        plugin = config.plugins.get("smmgit")
        if plugin is None:
            raise ConfigError("mkdocs.yml does not name the plugin smmgit.", hint="Add `- smmgit` under `plugins:`.")
        plugin.config["now"] = now.isoformat()
        yield config


@contextmanager
def _few_collections() -> Iterator[None]:
    """Pages make many small objects and no cycles: looking for cycles often costs a quarter of the time."""
    before = gc.get_threshold()
    gc.set_threshold(50_000)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What mkdocs warns of while the block runs, kept instead of printed."""
    warnings: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: warnings.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    level, propagate = logger.level, logger.propagate
    logger.setLevel(logging.WARNING)
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield warnings
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate
