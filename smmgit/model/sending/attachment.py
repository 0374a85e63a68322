"""A file as it is sent: the bytes, already cut and fitted to what one platform takes."""

from msgspec import Struct

from smmgit.model.rendition import ShownMedia


class Attachment(Struct, frozen=True, kw_only=True):
    """The bytes of one media item, ready to upload.

    `item` is what the rendition shows; `digest` the SHA-256 (hex) of `data`, which differs from
    `item.digest` where the file was cropped or made smaller. Pixels and seconds are 0 where unknown.
    `cover` and `captions` are the bytes of its cover picture and subtitles (WebVTT), empty without.
    """

    item: ShownMedia
    data: bytes
    mime: str
    digest: str
    width: int = 0
    height: int = 0
    duration: float = 0.0
    cover: bytes = b""
    cover_mime: str = ""
    captions: bytes = b""
