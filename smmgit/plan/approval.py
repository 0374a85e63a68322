"""Was this, exactly this, approved by those the policy asks for? The answer for one delivery, and why not."""

from __future__ import annotations

import datetime as dt
import fnmatch
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from smmgit.model.delivery import ONCE, Delivery, Entry
from smmgit.model.inherit import inherited
from smmgit.model.post import Post
from smmgit.model.rendition import Rendition
from smmgit.model.sending.policy import Approver, Case, Lane, Policy
from smmgit.model.workspace import Workspace
from smmgit.plan.history import Histories, instant

ALWAYS = "*"  # an approval of a recurring post stands for every occurrence
# A sum of money as people write it, before or behind the sign.
PRICE = re.compile(r"[€$£]\s?\d|\d[\d\s.,]*\s?(?:€|\$|£|euros?\b|EUR\b|USD\b|CHF\b)", re.IGNORECASE)
HEALTH = re.compile(
    r"\b(?:soign\w+|guéri\w+|santé|maladies?|minceur|maigri\w+|cures?|heals?|healthy?|disease|weight loss|slimming)\b",
    re.IGNORECASE,
)


class Verdict(Struct, frozen=True, kw_only=True):
    """`reason` is empty when the policy is content, else a code of `plan/reasons.py` with its `values`."""

    reason: str = ""
    values: dict[str, Any] = {}
    by: tuple[str, ...] = ()
    lane: str = ""


class Evidence(Struct, frozen=True, kw_only=True):
    """What the edges found out about approvals.

    `forged` are signatures that do not verify; `authors` the e-mail addresses of those who wrote a file,
    by path. Both are asked only for what is about to leave; what was not asked is not held against anyone.
    """

    forged: frozenset[str] = frozenset()
    authors: Mapping[str, frozenset[str]] = {}


def planned_text(delivery: Delivery, post: Post) -> str:
    """The time that is approved: the instant in UTC, `asap`, or the rule of a recurring post."""
    if delivery.key.occurrence != ONCE:
        return f"{post.repeat} {post.publish_at.text if post.publish_at else ''}".strip()
    if delivery.at is None:
        return "asap"
    return delivery.at.astimezone(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def occurrence_text(delivery: Delivery) -> str:
    """The occurrence an approval names."""
    return ONCE if delivery.key.occurrence == ONCE else ALWAYS


def statement(genesis: str, post: str, channel: str, occurrence: str, rendition: str, at: str, by: str) -> bytes:
    """The very bytes that are signed: one spelling, all that matters, nothing else."""
    said = {
        "smmgit": "approval/1", "genesis": genesis, "post": post, "channel": channel, "occurrence": occurrence,
        "rendition": rendition, "at": at, "by": by,
    }  # fmt: skip
    return msgspec.json.encode(said, order="sorted")


def lane_of(post: Post, channel: str, ws: Workspace, text: str) -> Lane | None:
    """The lane of a post on a channel: the first rule whose case holds; None is a no."""
    policy = ws.policy
    if policy is None or policy.broken:
        return None
    whole = inherited(post, ws)
    for rule in policy.rules:
        if _holds(rule.when, whole, channel, ws, text):
            return policy.lane(rule.lane)
    return None


def verdict(
    delivery: Delivery,
    post: Post,
    ws: Workspace,
    histories: Histories,
    evidence: Evidence,
    rendition: Rendition | None = None,
) -> Verdict:
    """Is this delivery approved? Without the rendition, only whether an approval is there and fits the time."""
    policy = ws.policy
    if policy is None:
        return Verdict(reason="no-policy")
    if policy.broken:
        return Verdict(reason="policy-broken")
    text = rendition.text if rendition else "\n".join(chunk.text for part in post.sections for chunk in part.chunks)
    lane = lane_of(post, delivery.key.channel, ws, text)
    if lane is None:
        return Verdict(reason="no-lane")
    entries = histories.approvals.get((delivery.key.post, delivery.key.channel), ())
    found = [each for each in entries if each.occurrence == occurrence_text(delivery)]
    names = ", ".join(person.name or person.id for person in policy.may(lane)) or ", ".join(lane.from_)
    missing = {"need": lane.wanted, "have": 0, "who": names}
    if not found:
        return Verdict(reason="not-approved", values=missing, lane=lane.id)
    same = [each for each in found if not delivery.rendition or each.rendition == delivery.rendition]
    if not same:
        return Verdict(reason="edited-since", values=missing, lane=lane.id)
    timely = [each for each in same if _fits(each, delivery, post, policy)]
    if not timely:
        return Verdict(reason="moved-since", values=missing, lane=lane.id)
    early = [each for each in timely if _in_time(each, delivery)]
    if not early:
        return Verdict(reason="approved-late", values=missing, lane=lane.id)
    valid = list(_counting(early, policy, lane, post, evidence))
    by = tuple(dict.fromkeys(str(each.data.get("by", "")) for each in valid))
    if len(by) < lane.wanted:
        reason = "not-approved"
        if any(_is_forged(each, evidence) for each in early):
            reason = "bad-signature"
        elif any(_is_author(person, post, evidence) for person in _people(early, policy)) and not lane.self_approval:
            reason = "self-approved"
        return Verdict(reason=reason, values={**missing, "have": len(by)}, by=by, lane=lane.id)
    return Verdict(by=by, lane=lane.id)


def _counting(entries: Iterable[Entry], policy: Policy, lane: Lane, post: Post, evidence: Evidence) -> Iterator[Entry]:
    """Approvals that count today: by someone this lane asks, with proof that holds, not by an author."""
    may = {person.id: person for person in policy.may(lane)}
    for entry in entries:
        person = may.get(str(entry.data.get("by", "")))
        if person is None or not _is_trusted(entry, policy) or _is_forged(entry, evidence):
            continue
        if not lane.self_approval and _is_author(person, post, evidence):
            continue
        yield entry


def _is_trusted(entry: Entry, policy: Policy) -> bool:
    kind = entry.data.get("kind")
    return (kind == "signature" and "signatures" in policy.trust) or (kind == "trailer" and "trailers" in policy.trust)


def _is_forged(entry: Entry, evidence: Evidence) -> bool:
    return str(entry.data.get("signature", "")) in evidence.forged


def _people(entries: Iterable[Entry], policy: Policy) -> Iterator[Approver]:
    found = (policy.person(str(entry.data.get("by", ""))) for entry in entries)
    return (person for person in found if person is not None)


def _is_author(person: Approver, post: Post, evidence: Evidence) -> bool:
    authors = evidence.authors.get(post.path, frozenset())
    return any(email.casefold() in authors for email in person.emails)


def _fits(entry: Entry, delivery: Delivery, post: Post, policy: Policy) -> bool:
    """The approved time is the planned one, or within the tolerance of it."""
    said, planned = str(entry.data.get("at", "")), planned_text(delivery, post)
    if said == planned:
        return True
    one, other = instant(said), instant(planned)
    return one is not None and other is not None and abs(one - other) <= policy.tolerance


def _in_time(entry: Entry, delivery: Delivery) -> bool:
    at = instant(entry.at)
    return at is None or delivery.not_after is None or at <= delivery.not_after


def _holds(case: Case, post: Post, channel_id: str, ws: Workspace, text: str) -> bool:
    channel = ws.channel(channel_id)
    ids = {channel_id, channel.id} if channel else {channel_id}
    lang = post.lang or (channel.lang if channel else "") or ws.brand.lang
    wanted: tuple[tuple[tuple[str, ...], Collection[str]], ...] = (
        (case.channel, ids),
        (case.platform, {channel.platform} if channel else ()),
        (case.campaign, {post.campaign}),
        (case.lang, {lang, lang[:2]}),
        (case.speaker, {post.speaker}),
        (case.pillar, {post.pillar}),
    )
    if any(asked and not set(asked).intersection(has) for asked, has in wanted):
        return False
    if case.path and not any(_matches(post.path, glob) for glob in case.path):
        return False
    if case.words and not any(_says(text, word) for word in case.words):
        return False
    return not case.contains or any(_contains(what, post, text) for what in case.contains)


def _matches(path: str, glob: str) -> bool:
    # `**/` also stands for no folder at all, as people expect.
    return fnmatch.fnmatchcase(path, glob) or fnmatch.fnmatchcase(path, glob.replace("**/", ""))


def _says(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def _contains(what: str, post: Post, text: str) -> bool:
    if what == "partner":
        return bool(post.disclosure)
    return (PRICE if what == "price" else HEALTH).search(text) is not None
