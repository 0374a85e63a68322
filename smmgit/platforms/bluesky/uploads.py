"""What a message carries, uploaded: pictures, films, subtitles, the picture of a link card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from smmgit.model.sending.attachment import Attachment
from smmgit.platforms.adapter import Journal, Message, Prepared
from smmgit.platforms.bluesky.record import PICTURES
from smmgit.platforms.bluesky.video import upload_video
from smmgit.platforms.bluesky.xrpc import Xrpc
from smmgit.platforms.outcome import Failure

VTT = "text/vtt"


def uploads(xrpc: Xrpc, message: Message, journal: Journal, pause: Callable[[float], None]) -> Prepared | Failure:
    """The blobs of everything a message carries. Done again, it gives the same ones."""
    refused = _misfit(message)
    if refused:
        return xrpc.client.fail("unsupported", refused)
    media: list[Any] = []
    captions: dict[int, Any] = {}
    for place, attachment in enumerate(message.attachments):
        blob = _upload(xrpc, attachment, journal, pause)
        if not isinstance(blob, dict):
            return blob
        media.append(blob)
        if attachment.captions and attachment.item.kind == "video":
            file = xrpc.upload(attachment.captions, VTT)
            if not isinstance(file, dict):
                return file
            captions[place] = file
    thumbnail = None
    if message.thumbnail is not None and not media and message.rendition.card is not None:
        thumbnail = xrpc.upload(message.thumbnail.data, message.thumbnail.mime)
        if not isinstance(thumbnail, dict):
            return thumbnail
    return Prepared(media=tuple(media), thumbnail=thumbnail, extra={"captions": captions} if captions else {})


def _upload(
    xrpc: Xrpc, attachment: Attachment, journal: Journal, pause: Callable[[float], None]
) -> dict[str, Any] | Failure:
    if attachment.item.kind == "video":
        return upload_video(xrpc, attachment, journal, pause)
    return xrpc.upload(attachment.data, attachment.mime)


def _misfit(message: Message) -> str:
    """What no record can hold; said here, as servers do not look into what they do not know."""
    kinds = [attachment.item.kind for attachment in message.attachments]
    strange = next((kind for kind in kinds if kind not in (*PICTURES, "video")), "")
    if strange:
        return strange
    if "video" in kinds and (len(kinds) > 1 or message.rendition.format == "carousel"):
        return "a video together with other media"
    if message.rendition.format == "carousel" and not all(each.width and each.height for each in message.attachments):
        return "a carousel of pictures of unknown size"
    return ""
