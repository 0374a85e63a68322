"""A message as a status, and whether a status is our message."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from smmgit.model.delivery import Key, Published
from smmgit.model.fields.field import YES
from smmgit.model.rendition import Rendition
from smmgit.model.when import duration
from smmgit.platforms.adapter import Message
from smmgit.platforms.mastodon.text import plain, read

DAY = 86_400
SHORTEST_CUT = 300  # characters of a description


def idempotency_key(key: Key, number: int) -> str:
    """What the instance may know a repetition by, for an hour or so."""
    named = json.dumps([key.post, key.channel, key.occurrence, number], separators=(",", ":"))
    return hashlib.sha256(named.encode()).hexdigest()


def body(message: Message, media: tuple[str, ...], target: str, prior: tuple[Published, ...]) -> dict[str, Any]:
    """What is posted. `media` are the ids of uploads, `target` the id of the post that is answered or quoted."""
    shown, options = message.rendition, message.rendition.options
    made: dict[str, Any] = {"status": message.part.sent}
    if media:
        made["media_ids"] = list(media)
    parent = parent_of(message, target, prior)
    if parent:
        made["in_reply_to_id"] = parent
    if shown.lang:
        made["language"] = shown.lang.partition("-")[0].lower()
    if options.get("visibility"):
        made["visibility"] = str(options["visibility"])
    warning = str(options.get("content_warning") or "")
    if warning and made["status"].strip():
        made["spoiler_text"] = warning
    elif warning:  # instances make a warning without a text the text; so do we, to know it again
        made["status"] = warning
    if warning or _flag(options.get("sensitive")):
        made["sensitive"] = True
    if options.get("quote_approval_policy"):
        made["quote_approval_policy"] = str(options["quote_approval_policy"])
    if message.number == 0:
        if shown.action == "quote":
            made["quoted_status_id"] = target
        poll = poll_of(shown)
        if poll:
            made["poll"] = poll
    return made


def parent_of(message: Message, target: str, prior: tuple[Published, ...]) -> str:
    """The status it stands below: the message before it, else the one it answers."""
    if prior:
        return prior[-1].remote_id
    return target if message.rendition.action == "reply" else ""


def poll_of(shown: Rendition) -> dict[str, Any] | None:
    """The poll of a post, None where it has none."""
    asked = shown.options.get("poll")
    options = [asked] if isinstance(asked, str) else list(asked or ())
    if not options:
        return None
    length = duration(str(shown.options.get("poll_duration") or ""))
    poll: dict[str, Any] = {
        "options": [str(each) for each in options],
        "expires_in": DAY if length is None else int(length.total_seconds()),
    }
    if _flag(shown.options.get("poll_multiple")):
        poll["multiple"] = True
    return poll


def is_like(status: Mapping[str, Any], wanted: Mapping[str, Any], alts: tuple[str, ...]) -> bool:
    """Does a status match what we would post in everything but its text?

    What an instance fills in by itself where we say nothing (visibility, language) is not compared.
    """
    media = [str(each.get("description") or "") for each in _rows(status.get("media_attachments"))]
    if len(media) != len(alts) or not all(map(_same_alt, media, alts)) or status.get("reblog"):
        return False
    if _quoted(status.get("quote")) not in (wanted.get("quoted_status_id", ""), None):
        return False
    if str(status.get("in_reply_to_id") or "") != wanted.get("in_reply_to_id", ""):
        return False
    if plain(str(status.get("spoiler_text") or "")) != plain(wanted.get("spoiler_text", "")):
        return False
    if "visibility" in wanted and status.get("visibility") not in (wanted["visibility"], None):
        return False
    return _options(status.get("poll")) == _options(wanted.get("poll"))


def says(status: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Does it read the same?"""
    return read(str(status.get("content") or "")) == plain(wanted["status"])


def resembles(status: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Do the two share half of their words? Then it is worth asking what was typed."""
    there, ours = set(read(str(status.get("content") or "")).split()), set(plain(wanted["status"]).split())
    return 2 * len(there & ours) >= max(len(there), len(ours))


def typed(source: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Was it typed the same? `source` is the status as its author wrote it."""
    return plain(str(source.get("text") or "")) == plain(wanted["status"])


def shared(status: Mapping[str, Any], target: str) -> bool:
    """Is it a share of this post?"""
    original = status.get("reblog")
    return isinstance(original, dict) and str(original.get("id")) == target


def published(status: Mapping[str, Any]) -> Published | None:
    """A status as the ledger remembers it; None where the answer is no status."""
    id = status.get("id")
    if not isinstance(id, str) or not id:
        return None
    original = status.get("reblog")
    place = original if isinstance(original, dict) else status  # a share has no page of its own
    return Published(remote_id=id, url=str(place.get("url") or place.get("uri") or ""))


def made_at(status: Mapping[str, Any]) -> dt.datetime | None:
    """When the instance made it."""
    try:
        at = dt.datetime.fromisoformat(str(status.get("created_at")))
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def _same_alt(there: str, ours: str) -> bool:
    """An instance that cuts long descriptions does not say so."""
    seen, said = plain(there), plain(ours)
    return seen == said or (len(seen) >= SHORTEST_CUT and said.startswith(seen))


def _quoted(quote: Any) -> str | None:
    """The id of the status that is quoted; empty where none is, None where the instance keeps it to itself."""
    if not isinstance(quote, dict):
        return ""
    whole = quote.get("quoted_status")
    id = whole.get("id") if isinstance(whole, dict) else quote.get("quoted_status_id")
    return str(id) if id else None


def _options(poll: Any) -> list[str]:
    found = []
    for each in (poll or {}).get("options") or ():
        found.append(plain(str(each.get("title") if isinstance(each, dict) else each)))
    return found


def _rows(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _flag(value: Any) -> bool:
    return value is True or str(value).strip().casefold() in YES
