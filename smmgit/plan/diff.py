"""What changes between two plans: what comes, what goes, what moves, what will read differently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from smmgit.model.delivery import Key
from smmgit.plan.plan import Plan, Planned

Kind = Literal["added", "removed", "moved", "changed", "state"]


class Change(Struct, frozen=True, kw_only=True):
    """One delivery before and after. `changed`: other words or pictures; `state`: only where it stands."""

    kind: Kind
    key: Key
    before: Planned | None = None
    after: Planned | None = None


def diff(before: Plan, after: Plan) -> tuple[Change, ...]:
    """The changes, in order of time. Both plans must have rendered what they compare.

    A delivery that moves and changes gives two changes; a state that follows from moving is none.
    """
    old = {item.delivery.key: item for item in before.items}
    new = {item.delivery.key: item for item in after.items}
    found = [change for key in old | new for change in _changes(key, old.get(key), new.get(key))]
    return tuple(sorted(found, key=_order))


def _changes(key: Key, before: Planned | None, after: Planned | None) -> Iterator[Change]:
    if before is None or after is None:
        yield Change(kind="removed" if after is None else "added", key=key, before=before, after=after)
        return
    kinds: list[Kind] = []
    if (before.delivery.at, before.delivery.asap) != (after.delivery.at, after.delivery.asap):
        kinds.append("moved")
    if before.delivery.rendition != after.delivery.rendition:
        kinds.append("changed")
    if before.state.name != after.state.name and "moved" not in kinds:
        kinds.append("state")
    yield from (Change(kind=kind, key=key, before=before, after=after) for kind in kinds)


def _order(change: Change) -> tuple[bool, float, str, str]:
    item = change.after or change.before
    at = item.delivery.at if item else None
    return (at is None, at.timestamp() if at else 0.0, change.key.post, change.key.channel)
