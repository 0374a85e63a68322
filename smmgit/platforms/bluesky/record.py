"""A message as a record: a pure function of its delivery, so that sending it again changes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from smmgit.model.delivery import Published
from smmgit.model.rendition import Facet, Part
from smmgit.model.sending.attachment import Attachment
from smmgit.platforms.adapter import Message, Prepared

POST = "app.bsky.feed.post"
REPOST = "app.bsky.feed.repost"
PAGE = "https://bsky.app/profile"
PICTURES = ("image", "gif")


class Ref(Struct, frozen=True):
    """A record as others point to it: where it is, and the fingerprint of what it says."""

    uri: str
    cid: str

    @property
    def strong(self) -> dict[str, str]:
        """As it stands in records."""
        return {"uri": self.uri, "cid": self.cid}


def published(ref: Ref, message: Message) -> Published:
    """A record of ours as the ledger remembers it: `uri#cid`, and the page readers see (a repost has none)."""
    did, _, rkey = ref.uri.removeprefix("at://").split("/")
    shared = message.rendition.action == "repost"
    return Published(
        remote_id=f"{ref.uri}#{ref.cid}", url=message.rendition.of if shared else f"{PAGE}/{did}/post/{rkey}"
    )


def ref_of(message: Published) -> Ref:
    """A message of ours as others point to it."""
    uri, _, cid = message.remote_id.partition("#")
    return Ref(uri, cid)


def collection(message: Message) -> str:
    """Which kind of record a message is."""
    return REPOST if message.rendition.action == "repost" else POST


def record(message: Message, prepared: Prepared, prior: tuple[Published, ...]) -> dict[str, Any]:
    """The record of a message.

    `prepared.media` and `thumbnail` are blobs; `prepared.extra` holds `target` and `root` (what is answered,
    quoted or reposted, and the first post of that conversation), `dids` by handle and `captions` by place.
    """
    shown, extra = message.rendition, prepared.extra
    created = created_at(message)
    if shown.action == "repost":
        return {"$type": REPOST, "subject": extra["target"], "createdAt": created}
    made: dict[str, Any] = {"$type": POST, "text": message.part.text, "createdAt": created}
    facets = [row for facet in message.part.facets if (row := _facet(message.part, facet, extra.get("dids", {})))]
    if facets:
        made["facets"] = facets
    if shown.lang:
        made["langs"] = [shown.lang]
    reply = _reply(message, prior, extra)
    if reply:
        made["reply"] = reply
    if shown.tags:
        made["tags"] = list(shown.tags)
    labels = shown.options.get("labels") or ()
    if labels:
        values = [labels] if isinstance(labels, str) else labels
        made["labels"] = {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": each} for each in values]}
    embed = _embed(message, prepared) if message.number == 0 else None
    if embed:
        made["embed"] = embed
    return made


def created_at(message: Message) -> str:
    """The planned instant, one millisecond later for each message before it, so that a thread keeps its order."""
    at = message.at.astimezone(dt.UTC) + dt.timedelta(milliseconds=message.number)
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _facet(part: Part, facet: Facet, dids: Mapping[str, str]) -> dict[str, Any] | None:
    """A marked span in UTF-8 bytes; what Bluesky cannot mark, or an unknown account, stays plain text."""
    feature: dict[str, str]
    if facet.kind == "link":
        feature = {"$type": "app.bsky.richtext.facet#link", "uri": facet.target}
    elif facet.kind == "tag":
        feature = {"$type": "app.bsky.richtext.facet#tag", "tag": facet.target}
    elif facet.kind == "mention" and (did := dids.get(facet.target, facet.target)).startswith("did:"):
        feature = {"$type": "app.bsky.richtext.facet#mention", "did": did}
    else:
        return None
    start = len(part.text[: facet.start].encode("utf-8", "replace"))
    end = start + len(part.text[facet.start : facet.end].encode("utf-8", "replace"))
    return {"index": {"byteStart": start, "byteEnd": end}, "features": [feature]} if end > start else None


def _reply(message: Message, prior: tuple[Published, ...], extra: Mapping[str, Any]) -> dict[str, Any] | None:
    """Where it hangs: below the message before it, in the conversation that the first one belongs to."""
    answers = message.rendition.action == "reply"
    if prior:
        first = extra["root"] if answers else ref_of(prior[0]).strong
        return {"root": first, "parent": ref_of(prior[-1]).strong}
    return {"root": extra["root"], "parent": extra["target"]} if answers else None


def _embed(message: Message, prepared: Prepared) -> dict[str, Any] | None:
    media = _media(message, prepared) or _card(message, prepared)
    if message.rendition.action != "quote":
        return media
    quoted = {"$type": "app.bsky.embed.record", "record": prepared.extra["target"]}
    if media is None:
        return quoted
    return {"$type": "app.bsky.embed.recordWithMedia", "record": quoted, "media": media}


def _media(message: Message, prepared: Prepared) -> dict[str, Any] | None:
    rows = list(zip(message.attachments, prepared.media, strict=True))
    if not rows:
        return None
    if rows[0][0].item.kind == "video":
        return _video(message, rows[0][0], rows[0][1], prepared.extra.get("captions", {}).get(0))
    pictures = [{"image": blob, "alt": attachment.item.alt or "", **_ratio(attachment)} for attachment, blob in rows]
    if message.rendition.format == "carousel":
        items = [{"$type": "app.bsky.embed.gallery#image", **picture} for picture in pictures]
        return {"$type": "app.bsky.embed.gallery", "items": items}
    return {"$type": "app.bsky.embed.images", "images": pictures}


def _video(message: Message, attachment: Attachment, blob: Any, captions: Any) -> dict[str, Any]:
    made = {"$type": "app.bsky.embed.video", "video": blob, "alt": attachment.item.alt or "", **_ratio(attachment)}
    if captions:
        made["captions"] = [{"lang": message.rendition.lang or "en", "file": captions}]
    return made


def _ratio(attachment: Attachment) -> dict[str, Any]:
    if not attachment.width or not attachment.height:
        return {}
    return {"aspectRatio": {"width": attachment.width, "height": attachment.height}}


def _card(message: Message, prepared: Prepared) -> dict[str, Any] | None:
    card = message.rendition.card
    if card is None:
        return None
    external = {"uri": card.url, "title": card.title or card.url, "description": card.description}
    if prepared.thumbnail:
        external["thumb"] = prepared.thumbnail
    return {"$type": "app.bsky.embed.external", "external": external}
