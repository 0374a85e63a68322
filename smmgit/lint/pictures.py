"""Which media of a post are pictures that someone may not see."""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.lint.at import PostAt
from smmgit.model.post import Media

OTHERS = ("mp4", "m4v", "mov", "webm", "mkv", "mpeg", "mpg", "mp3", "m4a", "aac", "ogg", "opus", "wav", "flac",
          "pdf", "doc", "docx", "ppt", "pptx", "odt", "odp")  # fmt: skip


def pictures(at: PostAt) -> Iterator[tuple[int, Media]]:
    """The post's pictures with their number: what the file is, else all that is not named as something else."""
    for number, item in enumerate(at.post.media):
        facts = at.ws.media.get(item.file)
        if facts is not None and facts.kind != "unknown":
            if facts.kind in ("image", "gif"):
                yield number, item
        elif item.key and item.key.partition("?")[0].rpartition(".")[2].lower() not in OTHERS:
            yield number, item


def name_of(key: str) -> str:
    """How a remark calls a media file: the last part of its path or address."""
    return key.rstrip("/").rpartition("/")[2] or key
