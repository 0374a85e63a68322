"""Deliveries in words and rows: how plan, publish, status and explain speak of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from smmgit.model.say import Say
from smmgit.model.when import UTC, zone
from smmgit.model.workspace import Workspace
from smmgit.pages.dates import SHORT_DAYS
from smmgit.pages.marks import STATES
from smmgit.plan.plan import Planned

UNDATED = Say("no date", "sans date")
SOON = Say("as soon as possible", "dès que possible")
HEADER = (
    Say("when", "quand"),
    Say("state", "état"),
    Say("post", "publication"),
    Say("where", "où"),
    Say("why", "motif"),
)


def clock(ws: Workspace) -> dt.tzinfo:
    """The brand's time zone, UTC where brand.yml names none we know."""
    try:
        return zone(ws.brand.time_zone)
    except ValueError:
        return UTC


def moment(at: dt.datetime | None, ws: Workspace, lang: str) -> str:
    """`Mon 2026-11-23 09:00` in brand time."""
    if at is None:
        return UNDATED.in_(lang)
    local = at.astimezone(clock(ws))
    return f"{SHORT_DAYS[lang][local.weekday()]} {local:%Y-%m-%d %H:%M}"


def word(name: str, lang: str) -> str:
    """A state's word: `Scheduled`, `Programmé`."""
    return STATES[name][0].in_(lang)


def rows(items: Iterable[Planned], ws: Workspace, lang: str) -> list[tuple[str, ...]]:
    """One row for a post at one time in one state, with all its channels."""

    def place(item: Planned) -> tuple[Any, ...]:
        at = item.delivery.at
        return (at is None, at.timestamp() if at else 0.0, item.post.id, item.state.name, item.state.says)

    found: list[tuple[str, ...]] = []
    for _, group in groupby(sorted(items, key=lambda item: (*place(item)[:4], item.state.says.en)), place):
        same = list(group)
        first = same[0]
        when = SOON.in_(lang) if first.delivery.asap else moment(first.delivery.at, ws, lang)
        where = ", ".join(sorted(item.delivery.key.channel for item in same))
        found.append((when, word(first.state.name, lang), first.post.id, where, first.state.says.in_(lang)))
    return found


def header(lang: str) -> list[str]:
    """The head of those rows."""
    return [say.in_(lang) for say in HEADER]


def as_json(item: Planned) -> dict[str, Any]:
    """One delivery for machines: instants in UTC, states and reasons as codes, sentences in both languages."""
    delivery, state = item.delivery, item.state
    return {
        "post": delivery.key.post,
        "channel": delivery.key.channel,
        "occurrence": delivery.key.occurrence,
        "path": delivery.path,
        "at": delivery.at,
        "asap": delivery.asap,
        "not_after": delivery.not_after,
        "state": state.name,
        "reason": state.reason,
        "says": {"en": state.says.en, "fr": state.says.fr},
        "change": {"en": state.change.en, "fr": state.change.fr},
        "url": state.url,
        "rendition": delivery.rendition,
    }
