"""Is the record that stands under our key our message? Compared by what readers would see of it."""

from __future__ import annotations

import base64
import datetime as dt
from typing import Any

from smmgit.model.sending.attachment import Attachment

VIDEO = "app.bsky.embed.video"


def likeness(record: Any) -> Any:
    """What is compared of a record.

    Left out is what may differ between two sendings of one message: the blob of a video (the network makes
    its own), the fingerprint of a post that is pointed to, the picture of a link card, aspect ratios, and
    whom a handle belonged to on that day.
    """
    if not isinstance(record, dict):
        return None
    facets = [_facet(each) for each in record.get("facets") or ()]
    reply = record.get("reply") or {}
    return {
        "type": record.get("$type"),
        "text": record.get("text"),
        "at": _instant(record.get("createdAt")),
        "facets": sorted(facets, key=repr),
        "langs": record.get("langs") or [],
        "tags": record.get("tags") or [],
        "labels": record.get("labels") or {},
        "reply": _place(reply.get("parent")),  # which says the root, too
        "subject": _place(record.get("subject")),
        "embed": _embed(record.get("embed")),
    }


def blob_of(attachment: Attachment) -> dict[str, Any]:
    """The blob a server makes of these bytes, without asking it."""
    return blob(bytes.fromhex(attachment.digest), attachment.mime, len(attachment.data))


def blob(sha256: bytes, mime: str, size: int) -> dict[str, Any]:
    """A blob by the SHA-256 of its bytes: its address is a CID of version 1, raw bytes, SHA-256."""
    cid = "b" + base64.b32encode(b"\x01\x55\x12\x20" + sha256).decode().rstrip("=").lower()
    return {"$type": "blob", "ref": {"$link": cid}, "mimeType": mime, "size": size}


def _facet(facet: Any) -> Any:
    """Where a mark stands and what it does; a mention counts by its place, as the text names the account."""
    found = []
    for feature in facet.get("features") or ():
        kind = str(feature.get("$type", "")).rpartition("#")[2]
        found.append((kind, feature.get("uri") or feature.get("tag") or ""))
    index = facet.get("index") or {}
    return (index.get("byteStart"), index.get("byteEnd"), sorted(found))


def _embed(embed: Any) -> Any:
    if not isinstance(embed, dict):
        return None
    kind = embed.get("$type")
    if kind == VIDEO:
        return [kind, embed.get("alt")]
    if kind == "app.bsky.embed.record":
        return [kind, _place(embed.get("record"))]
    if kind == "app.bsky.embed.recordWithMedia":
        return [kind, _embed(embed.get("record")), _embed(embed.get("media"))]
    if kind == "app.bsky.embed.external":
        external = embed.get("external") or {}
        return [kind, external.get("uri"), external.get("title"), external.get("description")]
    pictures = embed.get("images") or embed.get("items") or ()
    return [kind, [(each.get("alt"), _cid(each.get("image"))) for each in pictures]]


def _cid(blob: Any) -> Any:
    return ((blob or {}).get("ref") or {}).get("$link")


def _place(ref: Any) -> str:
    """A record that is pointed to, by its own name alone: the repository may be written as a handle or a DID."""
    return str((ref or {}).get("uri", "")).rpartition("/")[2]


def _instant(text: Any) -> Any:
    try:
        return dt.datetime.fromisoformat(str(text)).astimezone(dt.UTC)
    except ValueError:
        return text
