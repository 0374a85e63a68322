"""What one channel would show of one post: linted, previewed, approved and sent as one value."""

from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from smmgit.digest import sha256

SCHEMA = 1
FacetKind = Literal["mention", "link", "tag", "bold", "italic", "strike", "code", "pre", "quote"]


class Facet(Struct, frozen=True, kw_only=True):
    """A marked span of a part: code points `start` to `end` of its `text`, which reads `text`.

    `target` is the address of a link, the DID or handle of a mention, the tag without `#`.
    """

    kind: FacetKind
    start: int
    end: int
    text: str
    target: str = ""


class Part(Struct, frozen=True, kw_only=True):
    """One message of a thread. `text` is what readers see; `wire` what is sent where that differs.

    `origin` maps rendered offsets back to the file: pairs of (offset in `text`, offset in the
    file) that never decrease, linear in between but never past the next pair. It is not part of
    what is shown, nor of the digest.
    """

    text: str
    wire: str = ""
    facets: tuple[Facet, ...] = ()
    origin: tuple[tuple[int, int], ...] = ()

    @property
    def sent(self) -> str:
        """The text as it travels."""
        return self.wire or self.text

    def source_offset(self, offset: int) -> int | None:
        """The file offset a rendered offset came from; None where nothing is known."""
        best: tuple[int, int] | None = None
        for pair in self.origin:
            if pair[0] > offset:
                return None if best is None else min(best[1] + offset - best[0], pair[1])
            best = pair
        return None if best is None else best[1]


class ShownMedia(Struct, frozen=True, kw_only=True):
    """A media item as shown: `digest` is the SHA-256 of its bytes (empty while unknown).

    `cover_digest` and `captions_digest` are those of its cover picture and subtitles; `crop` is
    left, top, width, height in fractions; `index` its place in the post's own list.
    """

    file: str = ""
    url: str = ""
    digest: str = ""
    kind: Literal["image", "gif", "video", "audio", "document", "unknown"] = "unknown"
    alt: str | None = None
    decorative: bool = False
    focus: tuple[float, float] | None = None
    crop: tuple[float, float, float, float] | None = None
    cover: str = ""
    cover_digest: str = ""
    captions: str = ""
    captions_digest: str = ""
    ai: str = "none"
    index: int = 0


class Card(Struct, frozen=True, kw_only=True):
    """A link card that we make ourselves (from `lock.json`), where the platform makes none."""

    url: str
    title: str = ""
    description: str = ""
    image: str = ""


class Loss(Struct, frozen=True, kw_only=True):
    """Something the author wrote that this platform cannot show, at a file offset."""

    what: str
    text: str
    offset: int
    line: int


class Rendition(Struct, frozen=True, kw_only=True):
    """Pure function of (post, channel, brand, spec, lock); see `render/`.

    `losses` and the parts' `origin` explain the value to linters; they are not in the digest.
    """

    post: str
    channel: str
    platform: str
    account_id: str = ""
    format: str = "post"
    action: str = "post"
    of: str = ""
    lang: str = ""
    title: str = ""
    parts: tuple[Part, ...] = ()
    first_comment: Part | None = None
    media: tuple[ShownMedia, ...] = ()
    link: str = ""
    card: Card | None = None
    tags: tuple[str, ...] = ()
    disclosure: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()

    @property
    def text(self) -> str:
        """All parts as one text, for reading."""
        return "\n\n".join(part.text for part in self.parts)

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of everything that would be shown; equal digests look equal.

        A file counts by its bytes where they are known, so that moving it changes nothing.
        """
        shown = msgspec.to_builtins(self)
        del shown["losses"]
        for part in [*shown["parts"], shown["first_comment"]]:
            if part:
                del part["origin"]
        for item in shown["media"]:
            del item["index"]
            for path, digest in (("file", "digest"), ("cover", "cover_digest"), ("captions", "captions_digest")):
                if item[digest]:
                    del item[path]
        shown["schema"] = SCHEMA
        return sha256(_canonical(shown))


def _canonical(value: dict[str, Any]) -> bytes:
    """One spelling of a value as JSON; half a surrogate pair, which UTF-8 has no bytes for, is escaped."""
    try:
        return msgspec.json.encode(value, order="deterministic")
    except UnicodeEncodeError:
        import json

        return json.dumps(value, sort_keys=True).encode()
