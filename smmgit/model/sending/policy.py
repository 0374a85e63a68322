"""`brand/approvals.yml`: who may approve what. Without the file nothing goes out for real; without a rule, neither."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

Content = Literal["price", "partner", "health"]
Trust = Literal["signatures", "trailers"]


class Approver(Struct, frozen=True, kw_only=True):
    """Someone who may approve. `keys` are SSH public keys; `emails` say which commits are theirs."""

    id: str
    name: str = ""
    roles: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    github: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


class Lane(Struct, frozen=True, kw_only=True):
    """A way to approval: how many people, from which roles (or people by id), and whether authors count."""

    id: str
    need: float = 1
    from_: tuple[str, ...] = ()
    self_approval: bool = False

    @property
    def wanted(self) -> int:
        """How many different people must say yes; never none."""
        return max(int(self.need), 1)


class Case(Struct, frozen=True, kw_only=True):
    """When a rule applies: everything named must hold; one of a list is enough. `path` takes `*` and `**`."""

    channel: tuple[str, ...] = ()
    platform: tuple[str, ...] = ()
    campaign: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    pillar: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    contains: tuple[Content, ...] = ()
    words: tuple[str, ...] = ()


class PolicyRule(Struct, frozen=True, kw_only=True):
    """The first rule whose case holds chooses the lane."""

    lane: str
    when: Case = Case()


class Policy(Struct, frozen=True, kw_only=True):
    """Who may approve what. `tolerance`: how far a time may move without a new yes.

    `broken`: the file has a mistake. It is never read more kindly for that: then nobody may approve anything.
    """

    people: tuple[Approver, ...] = ()
    lanes: tuple[Lane, ...] = ()
    rules: tuple[PolicyRule, ...] = ()
    tolerance: dt.timedelta = dt.timedelta(minutes=15)
    trust: tuple[Trust, ...] = ("signatures",)
    broken: bool = False

    def lane(self, lane_id: str) -> Lane | None:
        """A lane by its id."""
        return next((lane for lane in self.lanes if lane.id == lane_id), None)

    def person(self, person_id: str) -> Approver | None:
        """An approver by id."""
        return next((person for person in self.people if person.id == person_id), None)

    def may(self, lane: Lane) -> tuple[Approver, ...]:
        """Those whose yes counts in a lane."""
        wanted = set(lane.from_)
        return tuple(one for one in self.people if one.id in wanted or wanted.intersection(one.roles))
