"""Which media of a post are pictures that someone may not see."""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.at import PostAt
from smmgit.model.post import Media

ENDINGS = ("jpg", "jpeg", "png", "webp", "heic", "heif", "avif", "gif", "bmp", "tif", "tiff")


def pictures(at: PostAt) -> Iterator[tuple[int, Media]]:
    """The post's pictures with their number: by what the file is, else by its name."""
    for number, item in enumerate(at.post.media):
        facts = at.ws.media.get(item.file)
        if facts is not None and facts.kind != "unknown":
            if facts.kind in ("image", "gif"):
                yield number, item
        elif (item.file or item.url).partition("?")[0].rpartition(".")[2].lower() in ENDINGS:
            yield number, item
