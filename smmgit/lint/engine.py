"""The judge: a workspace, the clock and the ledger in; findings in reading order out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from smmgit.lint import waivers
from smmgit.lint.at import PostAt, RenditionAt, WaiverAt, WorkspaceAt
from smmgit.lint.index import Index
from smmgit.lint.registry import RuleSet, all_facts, rule_set
from smmgit.lint.source import Words
from smmgit.model.delivery import Key
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from smmgit.model.when import zone
from smmgit.model.workspace import Workspace
from smmgit.render.rendition import renditions

UNREAD = frozenset({"schema/yaml", "schema/front-matter", "schema/too-large", "schema/file"})


MOST = 100  # findings of one rule on one post: nobody reads more, and a hostile file could hold millions


class Options(Struct, frozen=True, kw_only=True):
    """How to lint. `only` are rule ids to run (none: all the brand wants)."""

    only: frozenset[str] = frozenset()


def lint(
    ws: Workspace,
    now: dt.datetime,
    *,
    published: frozenset[Key] = frozenset(),
    paths: Collection[str] | None = None,
    options: Options = Options(),  # noqa: B008 - immutable
    known: Mapping[str, Sequence[Finding]] | None = None,
    words: Mapping[str, Sequence[Words]] | None = None,
    rules: RuleSet | None = None,
) -> tuple[Finding, ...]:
    """All findings, in reading order; with `paths`, only those in these files or folders.

    `known` holds verdicts of `judge_post` kept from an earlier run, by path; those posts are not
    judged again; `words` likewise what `source.words_of` said of them. `rules` are those of
    `rule_set` for this brand and these options, where the caller has them already. A rule that
    raises is a bug and is let through.
    """
    rules = rules or rule_set(ws.brand.rules, options.only)
    asked = [post for post in ws.posts if within(post.path, paths)]
    found: list[Finding] = []
    unread = {finding.path for finding in ws.findings if finding.rule in UNREAD}
    for post in asked:
        if post.path in unread:
            continue  # the loader says why; what else would be said rests on fields nobody could read
        kept = known.get(post.path) if known else None
        found.extend(judge_post(ws, post, rules) if kept is None else kept)
    index = Index(ws, asked if paths is not None else None, words)
    found.extend(_judge_workspace(ws, now, published, asked, rules, index, paths))
    by_path = {post.path: post for post in asked if post.waive}
    today = _today(ws, now)
    left, used = waivers.silence(found, by_path, today)
    left.extend(_judge_waivers(ws, today, by_path.values(), used, rules))
    return tuple(sorted(left, key=lambda finding: finding.order))


def judge_post(ws: Workspace, post: Post, rules: RuleSet) -> tuple[Finding, ...]:
    """What PostRules and RenditionRules say of one post: a function of the post and the settings only."""
    found: list[Finding] = []
    at = PostAt(ws, post, renditions)
    for rule in rules.of("post", at):
        if rule.cues and at.cues.isdisjoint(rule.cues):
            continue
        at.rule = rule
        found.extend(islice(rule.check(at), MOST))
    judges = rules.of("rendition", at)
    if not judges:
        return tuple(found)
    for rendition in at.renditions:
        channel = ws.channel(rendition.channel)
        spec = ws.spec_of(channel) if channel else None
        if channel is None or spec is None:
            continue
        place = RenditionAt(ws, post, channel, spec, rendition)
        for judge in judges:
            place.rule = judge
            found.extend(islice(judge.check(place), MOST))
    return tuple(found)


def within(path: str, paths: Collection[str] | None) -> bool:
    """True when the path is one of these files, or in one of these folders (`""` or `.` is everything)."""
    if paths is None or path in paths:
        return True
    folder = path
    while folder:
        folder = folder.rpartition("/")[0]
        if folder in paths or (not folder and "." in paths):
            return True
    return False


def _judge_workspace(
    ws: Workspace,
    now: dt.datetime,
    published: frozenset[Key],
    asked: Sequence[Post],
    rules: RuleSet,
    index: Index,
    paths: Collection[str] | None,
) -> Iterator[Finding]:
    at = WorkspaceAt(ws, now, published, asked, index)
    for chosen in rules.workspace:
        facts = chosen.facts
        if facts.loaded and chosen.id not in index.loaded:
            continue
        if (facts.media_only or facts.fields) and not any(map(chosen.looks_at, asked)):
            continue
        at.rule = chosen.rule
        for finding in chosen.rule.check(at):
            if within(finding.path, paths):
                yield finding


def _judge_waivers(
    ws: Workspace, today: dt.date, posts: Iterable[Post], used: set[tuple[str, int]], rules: RuleSet
) -> Iterator[Finding]:
    names = tuple(all_facts())
    at_work = {chosen.id for chosen in rules.all}
    for post in posts:
        for number, waiver in enumerate(post.waive):
            judged = waivers.target(waiver) in at_work
            at = WaiverAt(ws, today, post, waiver, used=(post.path, number) in used, judged=judged, known=names)
            for chosen in rules.waiver:
                if post.status in chosen.facts.statuses:
                    at.rule = chosen.rule
                    yield from chosen.rule.check(at)


def _today(ws: Workspace, now: dt.datetime) -> dt.date:
    """The brand's calendar day (UTC's where its time zone is unknown)."""
    try:
        return now.astimezone(zone(ws.brand.time_zone)).date()
    except ValueError:
        return now.date()
