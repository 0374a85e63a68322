"""What the edges saw: pixels and bytes on disk, network facts from the lock."""

from typing import Literal

from msgspec import Struct, field

MediaKind = Literal["image", "gif", "video", "audio", "document", "unknown"]


class MediaFacts(Struct, frozen=True, kw_only=True):
    """What a media file really is. `problem` says why it could not be read (missing, outside the
    repository, broken, a bomb, too large); sizes are pixels, bytes, seconds; `lfs` a Git LFS pointer."""

    file: str
    exists: bool = False
    kind: MediaKind = "unknown"
    mime: str = ""
    bytes: int = 0
    width: int = 0
    height: int = 0
    duration: float = 0.0
    frames: int = 0
    sha256: str = ""
    lfs: bool = False
    problem: str = ""


class LockedCard(Struct, frozen=True, kw_only=True):
    """What a linked page said of itself when it was last looked at."""

    title: str = ""
    description: str = ""
    image: str = ""


class Lock(Struct, frozen=True, kw_only=True):
    """`lock.json`: network facts a rendition needs, reviewed like code.

    `dids` maps a Bluesky handle to its DID; `urns` a LinkedIn handle to its URN; `cards` a URL.
    """

    dids: dict[str, str] = field(default_factory=dict)
    urns: dict[str, str] = field(default_factory=dict)
    cards: dict[str, LockedCard] = field(default_factory=dict)
