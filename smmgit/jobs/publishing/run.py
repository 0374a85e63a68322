"""What a run did, for whoever tells a person or a machine."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct, field

from smmgit.jobs.publishing.sender import Sent
from smmgit.model.delivery import Key, NotSent, Published
from smmgit.model.say import Say
from smmgit.plan.plan import Plan, Planned


class Package(Struct, frozen=True, kw_only=True):
    """What a person needs for a delivery that is theirs to post: the folder it lies in, or why there is none."""

    item: Planned
    folder: str = ""
    trouble: Say | None = None


class Run(Struct, frozen=True, kw_only=True):
    """What a run did. `finished` are deliveries an earlier run had left open, `held` those another run still holds.

    `plan` is how things stand after, for what is at its time and what comes next: not for everything.
    `by_hand` is what people post now. `aside` says in words why a delivery was not begun. `restarted` says
    that an earlier rehearsal was forgotten because its feeds or its record were gone; `dirty` that
    uncommitted changes were left out. `pushes` counts writes of the ledger, `late` the longest wait of
    something sent after its time.
    """

    sent: tuple[Sent, ...]
    plan: Plan
    finished: tuple[Key, ...] = ()
    held: tuple[Key, ...] = ()
    by_hand: tuple[Package, ...] = ()
    aside: dict[Key, Say] = field(default_factory=dict)
    restarted: bool = False
    dry_run: bool = False
    dirty: bool = False
    pushes: int = 0
    late: dt.timedelta = dt.timedelta()

    @property
    def needs_a_person(self) -> bool:
        """Was something refused, left unclear, or held back at its time?"""
        unclear = any(not isinstance(each.outcome, Published | NotSent) for each in self.sent)
        return unclear or bool(self.plan.held) or bool(self.aside)
