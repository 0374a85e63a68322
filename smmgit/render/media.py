"""The media a channel shows: its choice and order, the cut-out made for it, the fingerprint of the bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from smmgit.model.brand import Channel
from smmgit.model.facts import MediaFacts, MediaKind
from smmgit.model.post import ChannelChoice, Media
from smmgit.model.rendition import ShownMedia

_NO_FACTS = MediaFacts(file="")
_UPRIGHT = ("story", "reel", "short")
_ENDS: dict[MediaKind, tuple[str, ...]] = {
    "image": ("jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "bmp", "tif", "tiff"),
    "gif": ("gif",),
    "video": ("mp4", "m4v", "mov", "webm", "mkv", "mpeg", "mpg"),
    "audio": ("mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac"),
    "document": ("pdf", "doc", "docx", "ppt", "pptx", "odt", "odp"),
}


def shown_media(
    media: tuple[Media, ...], choice: ChannelChoice, channel: Channel, facts: Mapping[str, MediaFacts], crop: str = ""
) -> tuple[ShownMedia, ...]:
    """The media of a post on a channel, in its order; keys that name no media are left out."""
    if not media:
        return ()
    order: Iterable[int] = range(len(media))
    if choice.media is not None:
        places: dict[str, int] = {}
        for index, item in enumerate(media):
            places.setdefault(item.key, index)
            places.setdefault(item.file or item.url, index)
        order = [places[key] for key in choice.media if key in places]
    return tuple(_shown(media[index], index, choice, channel, facts, crop) for index in order)


def _shown(
    item: Media, index: int, choice: ChannelChoice, channel: Channel, facts: Mapping[str, MediaFacts], crop: str
) -> ShownMedia:
    seen = facts.get(item.file, _NO_FACTS)
    return ShownMedia(
        file=item.file,
        url=item.url,
        digest=seen.sha256 or item.sha256,
        kind=seen.kind if seen.kind != "unknown" else _kind_by_name(item.file or item.url),
        alt=item.alt,
        decorative=item.decorative,
        focus=item.focus,
        crop=_box(item, choice, channel, crop) if item.crops else None,
        cover=item.cover,
        cover_digest=facts.get(item.cover, _NO_FACTS).sha256,
        captions=item.captions,
        captions_digest=facts.get(item.captions, _NO_FACTS).sha256,
        ai=item.ai,
        index=index,
    )


def _box(item: Media, choice: ChannelChoice, channel: Channel, crop: str) -> tuple[float, float, float, float] | None:
    """The cut-out asked for by name, else the one named for the channel, the format, the platform."""
    boxes = {one.name.casefold(): one.box for one in reversed(item.crops)}
    upright = "9:16" if choice.format in _UPRIGHT else ""
    format_name = choice.format if choice.format != "post" else ""
    wanted = (crop, channel.id, f"{channel.platform}-{choice.format}", format_name, upright, channel.platform)
    return next((boxes[name.casefold()] for name in wanted if name and name.casefold() in boxes), None)


def _kind_by_name(name: str) -> MediaKind:
    """What a file is by the end of its name, while nobody has looked at its bytes."""
    end = name.partition("?")[0].rpartition(".")[2].lower()
    return next((kind for kind, ends in _ENDS.items() if end in ends), "unknown")
