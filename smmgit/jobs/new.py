"""A new post from four answers: a title, where, when, the first words."""

from __future__ import annotations

import datetime as dt
import os

from msgspec import Struct

from smmgit.files.posts import slug
from smmgit.files.values import moments
from smmgit.files.write import post_text, write_atomic
from smmgit.lint.times import end_of, exact, instant
from smmgit.model.say import Say
from smmgit.model.when import When, resolve, zone
from smmgit.model.workspace import Workspace

# A quarter without a free place means that the week has none.
DAYS_AHEAD = 90
MORNING = dt.time(9, 0)
OFFERED = 3
LONGEST_ID = 64


class New(Struct, frozen=True, kw_only=True):
    """The post that was written: its id, its path in the repository, its status."""

    id: str
    path: str
    status: str


def usual_channels(ws: Workspace) -> tuple[str, ...]:
    """The channels to offer: the first that speak the brand's language and need no hand, at most three."""
    own = [channel for channel in ws.channels.values() if channel.enabled and channel.platform != "manual"]
    spoken = [channel for channel in own if (channel.lang or ws.brand.lang)[:2] == ws.brand.lang]
    return tuple(channel.id for channel in (spoken or own)[:OFFERED])


def unknown_channels(ws: Workspace, names: tuple[str, ...]) -> dict[str, str]:
    """The names that are no channel of the brand, each with the closest one that is (empty for none)."""
    from difflib import get_close_matches

    missing = [name for name in names if ws.channel(name) is None]
    return {name: next(iter(get_close_matches(name.casefold(), ws.channels, n=1)), "") for name in missing}


def moment(typed: str) -> When | Say:
    """The moment typed (`asap` too), or what to type instead."""
    return moments.when(typed.strip(), asap_ok=True)


def next_time(ws: Workspace, channels: tuple[str, ...], now: dt.datetime) -> str:
    """The next slot of these channels, from tomorrow on, with nothing near it and no quiet period.

    Slots kept for what turns up (`free`) are not offered; a brand without slots gets the next
    weekday at nine. Local time of the brand, as typed in a post.
    """
    today = now.astimezone(zone(ws.brand.time_zone)).date()
    slots = [slot for slot in ws.slots if not slot.free and (not slot.channels or set(slot.channels) & set(channels))]
    taken = [
        planned.at
        for post in ws.posts
        if post.status != "cancelled"
        for choice in post.channels
        if choice.id in channels and (planned := instant(post, choice.id, ws)) is not None
    ]
    for ahead in range(1, DAYS_AHEAD):
        day = today + dt.timedelta(days=ahead)
        times = sorted({slot.at for slot in slots if day.weekday() in slot.days})
        if not slots and day.weekday() < 5:
            times = [MORNING]
        for time in times:
            at = resolve(dt.datetime.combine(day, time), ws.brand.time_zone).at
            if not _quiet(ws, at, channels) and all(abs(at - other) >= ws.brand.spacing for other in taken):
                return f"{day} {time:%H:%M}"
    return f"{today + dt.timedelta(days=1)} {MORNING:%H:%M}"


def _quiet(ws: Workspace, at: dt.datetime, channels: tuple[str, ...]) -> bool:
    for period in ws.quiet:
        starts, ends = exact(period.starts, ws), end_of(period.ends, ws)
        touched = not period.channels or set(period.channels) & set(channels)
        if touched and starts is not None and ends is not None and starts <= at < ends:
            return True
    return False


def new(
    root: str, ws: Workspace, now: dt.datetime, *, title: str, channels: tuple[str, ...], at: str, text: str
) -> New:
    """Write the post's file in the repository at `root`; a file that exists is never touched.

    Without a moment (`at` empty) it is an idea and goes to `content/ideas/`; without words it is a
    draft; else it is ready. `at` must be one that `moment` reads; `asap` goes to the month of `now`.
    Raises OSError when nothing can be written.
    """
    status = "idea" if not at else "ready" if text.strip() else "draft"
    when = moment(at) if at else None
    folder = "content/ideas"
    if isinstance(when, When):
        local = when.local or now.astimezone(zone(ws.brand.time_zone))
        folder = f"content/{local:%Y/%m}"
    known = {post.id for post in ws.posts}
    name = slug(title)
    for number in range(1, len(known) + 1000):
        tail = f"-{number}" if number > 1 else ""
        chosen = name[: LONGEST_ID - len(tail)].rstrip("-") + tail
        path = f"{folder}/{chosen}.md"
        if chosen not in known and _claim(os.path.join(root, path)):
            break
    else:
        raise FileExistsError(f"{folder}/{name}.md")
    fields = {
        "id": chosen, "title": " ".join(title.split()), "status": status if status != "ready" else None,
        "publish_at": at.strip() or None, "channels": list(channels),
    }  # fmt: skip
    try:
        write_atomic(os.path.join(root, path), post_text(fields, text.strip("\n")))
    except BaseException:
        os.unlink(os.path.join(root, path))
        raise
    return New(id=chosen, path=path, status=status)


def _claim(path: str) -> bool:
    """Make an empty file where there is none, so that two runs at once never share a name."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
    except FileExistsError:
        return False
    return True
