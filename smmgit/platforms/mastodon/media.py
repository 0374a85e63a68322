"""Media: uploaded with their alternative text, and waited for while the instance works on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from smmgit.model.sending.attachment import Attachment
from smmgit.platforms.adapter import Journal
from smmgit.platforms.http import Answer
from smmgit.platforms.mastodon.api import Api
from smmgit.platforms.outcome import Failure

LOOKS, BETWEEN = 150, 2.0  # an instance is asked for five minutes at most
_ENDS = {
    "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif", "image/avif": "avif",
    "image/heic": "heic", "video/mp4": "mp4", "video/quicktime": "mov", "video/webm": "webm", "audio/mpeg": "mp3",
    "audio/ogg": "ogg", "audio/wav": "wav", "audio/flac": "flac", "audio/mp4": "m4a",
}  # fmt: skip


def upload(api: Api, attachment: Attachment, journal: Journal, pause: Callable[[float], None]) -> str | Failure:
    """The id of an upload that is ready to be posted."""
    # The instance goes by the end of the name; our own name of the file is nobody's business.
    name = f"media.{_ENDS.get(attachment.mime, 'bin')}"
    files = {"file": (name, attachment.data, attachment.mime)}
    if attachment.cover:
        files["thumbnail"] = ("cover.jpg", attachment.cover, attachment.cover_mime or "image/jpeg")
    data: dict[str, str] = {}
    if attachment.item.alt:
        data["description"] = attachment.item.alt
    if attachment.item.focus is not None:
        data["focus"] = focus(attachment.item.focus)
    answer = api.upload("/api/v2/media", files, data, unless=404)
    if isinstance(answer, Answer) and answer.status == 404:
        answer = api.upload("/api/v1/media", files, data)  # software that never got the newer call
    if not isinstance(answer, Answer):
        return answer
    said = answer.json()
    id = said.get("id")
    if not isinstance(id, str) or not id:
        return api.client.fail("unreadable", "media")
    journal(f"media {id}")
    return id if answer.status == 200 and said.get("url") else _wait(api, id, pause)


def focus(point: tuple[float, float]) -> str:
    """A point in fractions from the top left, as Mastodon counts: from the middle, -1 to 1, up is positive."""
    across, down = (min(max(value, 0.0), 1.0) for value in point)
    return f"{across * 2 - 1:.2f},{1 - down * 2:.2f}"


def _wait(api: Api, id: str, pause: Callable[[float], None]) -> str | Failure:
    said: dict[str, Any] = {}
    for _ in range(LOOKS):
        pause(BETWEEN)
        answer = api.get(f"/api/v1/media/{id}")
        if not isinstance(answer, Answer):
            return answer
        said = answer.json()
        if answer.status == 200 and said.get("url"):
            return id
    return api.client.fail("media-slow", f"media {id}")
