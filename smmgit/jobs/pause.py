"""The red button: hold sending back, and let go again deliberately, delivery by delivery."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from msgspec import Struct

from smmgit.errors import UsageError
from smmgit.jobs.publishing.hand import Hand
from smmgit.jobs.publishing.timing import stamp
from smmgit.model.delivery import Entry, Key
from smmgit.model.workspace import Workspace
from smmgit.plan.history import Pause
from smmgit.plan.pauses import KINDS, scopes, was_due
from smmgit.plan.plan import Planned


class Triage(Struct, frozen=True, kw_only=True):
    """What resuming found: the pauses it ends, what fell due meanwhile, and what was decided for it."""

    pauses: tuple[Pause, ...]
    overdue: tuple[Planned, ...]
    skipped: tuple[Key, ...] = ()
    sends: tuple[Key, ...] = ()

    @property
    def undecided(self) -> tuple[Planned, ...]:
        """What still waits for a decision; it is not sent."""
        done = {*self.skipped, *self.sends}
        return tuple(item for item in self.overdue if item.delivery.key not in done)


def pause(root: str, now: dt.datetime, scope: str, reason: str, until: dt.datetime | None = None) -> Entry:
    """Hold a scope back from now on. `UsageError` for a scope that names nothing."""
    hand = Hand(root, now)
    known(scope, hand.ws)
    if until is not None and until <= now:
        raise UsageError("--until is already past.", hint="Give a later moment, or leave it out.")
    entry = hand.entry("paused", scope=scope, reason=reason, until=stamp(until) if until else "")
    hand.write([entry])
    return entry


class Resuming:
    """Looking at what a pause left behind, then ending it."""

    def __init__(self, root: str, now: dt.datetime, scope: str) -> None:
        self._hand = Hand(root, now)
        self._scope = scope
        known(scope, self._hand.ws)
        histories = self._hand.planner.histories
        self._pauses = tuple(
            each for each in histories.pauses if each.scope == scope and (each.ended is None or self._waiting(each))
        )
        if not self._pauses:
            active = ", ".join(each.scope for each in histories.pauses if each.over(now) is None)
            raise UsageError(
                f"Nothing is paused under {scope!r}.",
                hint=f"Paused now: {active}." if active else "Nothing is paused at all.",
            )

    @property
    def overdue(self) -> tuple[Planned, ...]:
        """What fell due while it was held back, and is not out."""
        return tuple(item for each in self._pauses for item in self._fell(each))

    def resume(self, skip: Collection[Key], send: Collection[Key]) -> Triage:
        """End the pause. What is neither skipped nor sent stays held back until it is moved or decided."""
        overdue = self.overdue
        keys = [item.delivery.key for item in overdue]
        skipped = tuple(key for key in keys if key in skip)
        sends = tuple(key for key in keys if key in send and key not in skip)
        entries = [
            self._hand.entry("skipped", post=key.post, channel=key.channel, occurrence=key.occurrence)
            for key in skipped
        ]
        named = [[key.post, key.channel, key.occurrence] for key in sends]
        entries.append(self._hand.entry("resumed", scope=self._scope, data={"sends": named}))
        self._hand.write(entries)
        return Triage(pauses=self._pauses, overdue=overdue, skipped=skipped, sends=sends)

    def _waiting(self, pause: Pause) -> bool:
        return bool(self._fell(pause))

    def _fell(self, pause: Pause) -> list[Planned]:
        hand = self._hand
        ended = pause.over(hand.now) or hand.now
        plan = hand.plan(hand.ws.posts, render_all=False)
        return [
            item
            for item in plan.items
            if was_due(item.delivery, pause, ended)
            and item.state.reason in ("paused", "fell-due", "missed")
            and item.delivery.key not in pause.sends
            and pause.scope in scopes(item.post, item.delivery.key.channel, hand.ws)
        ]


def known(scope: str, ws: Workspace) -> None:
    """`UsageError` unless a scope is `all`, or `platform: channel: campaign: post:` with a name that exists."""
    if scope == "all":
        return
    kind, _, name = scope.partition(":")
    names = {
        "platform": {channel.platform for channel in ws.channels.values()},
        "channel": set(ws.channels),
        "campaign": set(ws.campaigns),
        "post": {post.id for post in ws.posts},
    }
    if kind not in names or not name:
        forms = ", ".join(f"{each}:NAME" for each in KINDS)
        raise UsageError(f"{scope!r} is no scope.", hint=f"Write all, or one of {forms}.")
    if name not in names[kind]:
        raise UsageError(
            f"There is no {kind} {name!r}.", hint=f"There are: {', '.join(sorted(names[kind])) or 'none'}."
        )
