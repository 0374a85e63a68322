"""What this instance allows: it says so itself, and every instance may say something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from smmgit.platforms.adapter import Message
from smmgit.platforms.http import Answer
from smmgit.platforms.mastodon.api import Api
from smmgit.platforms.mastodon.status import poll_of
from smmgit.platforms.outcome import Failure
from smmgit.text.count import measure

QUOTES = 7  # api_versions.mastodon of the first version (4.5) that quotes


class Instance(Struct, frozen=True, kw_only=True):
    """An instance's own limits; None where it does not say."""

    characters: int | None = None
    url_length: int | None = None
    media: int | None = None
    types: tuple[str, ...] = ()
    image_bytes: int | None = None
    image_pixels: int | None = None
    video_bytes: int | None = None
    alt: int | None = None
    poll_options: int | None = None
    poll_characters: int | None = None
    poll_shortest: int | None = None
    poll_longest: int | None = None
    api: int = 0


def instance_of(api: Api) -> Instance | Failure:
    """What the instance says of itself, in the new way, else in the old; software that says nothing has no limits."""
    for path in ("/api/v2/instance", "/api/v1/instance"):
        answer = api.get(path)
        if isinstance(answer, Answer):
            return read(answer.json())
        if not answer.reason.startswith("refused"):
            return answer
    return Instance()


def read(said: Mapping[str, Any]) -> Instance:
    """The limits in an instance's description; what is no number is not said."""
    told = _table(said.get("configuration"))
    statuses, media, polls = (_table(told.get(name)) for name in ("statuses", "media_attachments", "polls"))
    types = media.get("supported_mime_types")
    return Instance(
        # `max_toot_chars` is what forks said before there was a place for it.
        characters=_number(statuses.get("max_characters")) or _number(said.get("max_toot_chars")),
        url_length=_number(statuses.get("characters_reserved_per_url")),
        media=_number(statuses.get("max_media_attachments")),
        types=tuple(each for each in types if isinstance(each, str)) if isinstance(types, list) else (),
        image_bytes=_number(media.get("image_size_limit")),
        image_pixels=_number(media.get("image_matrix_limit")),
        video_bytes=_number(media.get("video_size_limit")),
        alt=_number(media.get("description_limit")),
        poll_options=_number(polls.get("max_options")),
        poll_characters=_number(polls.get("max_characters_per_option")),
        poll_shortest=_number(polls.get("min_expiration")),
        poll_longest=_number(polls.get("max_expiration")),
        api=_number(_table(said.get("api_versions")).get("mastodon")) or 0,
    )


def misfit(message: Message, instance: Instance) -> tuple[str, str] | None:
    """What this instance would refuse: a code and words. Said before anything is sent."""
    shown = message.rendition
    if shown.action == "quote" and not message.number and instance.api < QUOTES:
        return "no-quotes", "Mastodon 4.5"
    if not message.number:
        found = _misfit_media(message, instance) or _misfit_poll(message, instance)
        if found:
            return found
    whole = str(shown.options.get("content_warning") or "") + message.part.sent
    length = measure(whole, "mastodon", url_length=instance.url_length)
    if instance.characters is not None and length > instance.characters:
        return "too-long", f"{length} > {instance.characters}"
    return None


def _misfit_media(message: Message, instance: Instance) -> tuple[str, str] | None:
    files = message.attachments
    if instance.media is not None and len(files) > instance.media:
        return "too-many-media", f"{len(files)} > {instance.media}"
    for file in files:
        film = file.item.kind in ("video", "audio")
        most = instance.video_bytes if film else instance.image_bytes
        name = file.item.file or file.item.url
        if most is not None and len(file.data) > most:
            return "too-large", f"{name}: {len(file.data)} > {most}"
        if not film and instance.image_pixels is not None and file.width * file.height > instance.image_pixels:
            return "too-large", f"{name}: {file.width} × {file.height} > {instance.image_pixels}"
        if instance.types and file.mime not in instance.types:
            return "unsupported", f"{name}: {file.mime}"
        if instance.alt is not None and len(file.item.alt or "") > instance.alt:
            return "too-long", f"{name}, alt: {len(file.item.alt or '')} > {instance.alt}"
    return None


def _misfit_poll(message: Message, instance: Instance) -> tuple[str, str] | None:
    poll = poll_of(message.rendition)
    if poll is None:
        return None
    options, seconds = poll["options"], poll["expires_in"]
    longest = max(map(len, options))
    for value, limit, over in (
        (len(options), instance.poll_options, True),
        (longest, instance.poll_characters, True),
        (seconds, instance.poll_longest, True),
        (seconds, instance.poll_shortest, False),
    ):
        if limit is not None and (value > limit if over else value < limit):
            return "bad-poll", f"{value} {'>' if over else '<'} {limit}"
    return None


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
