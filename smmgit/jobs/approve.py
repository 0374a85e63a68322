"""Say yes to what would be shown: sign the very renditions, and record that in the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Literal

from msgspec import Struct

from smmgit.errors import ConfigError
from smmgit.git.signatures import KeyFile, same_key, sign, signing_key
from smmgit.jobs.publishing.hand import Hand, require_policy
from smmgit.model.delivery import Entry
from smmgit.model.sending.policy import Approver
from smmgit.plan.approval import lane_of, occurrence_text, planned_text, statement
from smmgit.plan.plan import Planned

# States a yes may change, and reasons for which it is asked again.
OPEN = ("to-review", "blocked", "scheduled", "by-hand")
ASKED = ("not-approved", "self-approved", "edited-since", "moved-since", "bad-signature", "approved-late")
Answer = Literal["yes", "already", "own-work", "not-asked", "no-lane"]


class Proposal(Struct, frozen=True, kw_only=True):
    """One delivery to approve, and what this person's yes would mean: `yes`, or why it would count for nothing."""

    item: Planned
    answer: Answer
    lane: str = ""


class Approving:
    """One person approving at one commit. `ConfigError` where their key is not in `approvals.yml`."""

    def __init__(self, root: str, now: dt.datetime, key: str = "") -> None:
        self.hand = Hand(root, now)
        require_policy(self.hand.ws)
        self._key: KeyFile = signing_key(self.hand.repo, key)
        self.person = self._whose()

    def proposals(self, names: Sequence[str], channels: Collection[str] = ()) -> tuple[Proposal, ...]:
        """What could be approved: of these posts, else of everything that waits for a yes."""
        posts = self.hand.posts(names) if names else self.hand.ws.posts
        plan = self.hand.plan(posts)
        seen = set()
        found = []
        for item in plan.items:
            key = item.delivery.key
            mark = (key.post, key.channel, occurrence_text(item.delivery))
            if item.rendition is None or mark in seen or (channels and key.channel not in channels):
                continue
            if item.state.name not in OPEN or (not names and item.state.reason not in ASKED):
                continue
            seen.add(mark)
            found.append(self._proposal(item))
        return tuple(found)

    def approve(self, proposals: Sequence[Proposal]) -> tuple[Entry, ...]:
        """Sign and record those that are a yes; one push."""
        entries = [self._signed(each.item) for each in proposals if each.answer == "yes"]
        if entries:
            self.hand.write(entries)
        return tuple(entries)

    def _proposal(self, item: Planned) -> Proposal:
        text = item.rendition.text if item.rendition else ""
        lane = lane_of(item.post, item.delivery.key.channel, self.hand.ws, text)
        policy = self.hand.ws.policy
        if lane is None or policy is None:
            return Proposal(item=item, answer="no-lane")
        answer: Answer = "yes"
        if self.person not in policy.may(lane):
            answer = "not-asked"
        elif not lane.self_approval and self._wrote(item):
            answer = "own-work"
        elif self._said_already(item):
            answer = "already"
        return Proposal(item=item, answer=answer, lane=lane.id)

    def _wrote(self, item: Planned) -> bool:
        paths = (item.post.path, *(media.file for media in item.post.media if media.file))
        authors = self.hand.source.authors(tuple(dict.fromkeys(paths)))
        return any(email.casefold() in authors for email in self.person.emails)

    def _said_already(self, item: Planned) -> bool:
        said = self.hand.planner.histories.approvals.get((item.delivery.key.post, item.delivery.key.channel), ())
        planned = planned_text(item.delivery, item.post)
        return any(
            each.rendition == item.delivery.rendition
            and each.data.get("by") == self.person.id
            and each.data.get("at") == planned
            and item.state.reason != "bad-signature"
            for each in said
        )

    def _signed(self, item: Planned) -> Entry:
        key, ws = item.delivery.key, self.hand.ws
        occurrence, at = occurrence_text(item.delivery), planned_text(item.delivery, item.post)
        said = statement(
            ws.brand.genesis, key.post, key.channel, occurrence, item.delivery.rendition, at, self.person.id
        )
        data = {"by": self.person.id, "at": at, "kind": "signature", "signature": sign(said, self._key)}
        return self.hand.entry(
            "approved", post=key.post, channel=key.channel, occurrence=occurrence,
            rendition=item.delivery.rendition, data=data,
        )  # fmt: skip

    def _whose(self) -> Approver:
        policy = self.hand.ws.policy
        for person in policy.people if policy else ():
            if any(same_key(self._key.public, known) for known in person.keys):
                return person
        raise ConfigError(
            "This SSH key belongs to nobody in brand/approvals.yml.",
            hint=f"Have it added under your name, by a pull request: keys: [{' '.join(self._key.public.split()[:2])}]",
        )
