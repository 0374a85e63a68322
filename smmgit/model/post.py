"""A post: one Markdown file with an immutable id."""

import datetime as dt
from typing import Any, Literal

from msgspec import Struct, field

from smmgit.model.finding import Pos
from smmgit.model.when import When

# gc=False: these values hold no cycles, and there may be a hundred thousand of them.
Status = Literal["idea", "draft", "ready", "cancelled"]
FIRST_COMMENT = "first-comment"


class Crop(Struct, frozen=True, kw_only=True, gc=False):
    """A named cut-out, in fractions of the picture: left, top, width, height (0 to 1)."""

    name: str
    box: tuple[float, float, float, float]


class Media(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A picture, video, sound or document of a post.

    `file` is relative to the repository (resolved from what was typed relative to the post);
    `url` with `sha256` stands for a file kept elsewhere. `alt` is None when nothing was said,
    `decorative` when it was said that there is nothing to say. `focus` is x, y in 0 to 1.
    """

    file: str = ""
    typed_file: str = ""
    url: str = ""
    sha256: str = ""
    alt: str | None = None
    decorative: bool = False
    focus: tuple[float, float] | None = None
    crops: tuple[Crop, ...] = ()
    cover: str = ""
    captions: str = ""
    credit: str = ""
    rights_until: dt.date | None = None
    consent: str = ""
    ai: Literal["none", "assisted", "generated"] = "none"

    @property
    def key(self) -> str:
        """How other fields name this item: its typed file, else its address."""
        return self.typed_file or self.url


class Need(Struct, frozen=True, kw_only=True, gc=False):
    """Something a post still waits for: what, by whom, due when, done or not."""

    what: str
    by: str = ""
    due: dt.date | None = None
    done: bool = False


class Disclosure(Struct, frozen=True, kw_only=True, gc=False):
    """A commercial tie that must be said: its kind and the partner."""

    kind: Literal["ad", "partnership", "gifted", "affiliate"]
    partner: str = ""


class Requirement(Struct, frozen=True, kw_only=True, gc=False):
    """A precondition checked before sending; exactly one of its fields is set."""

    url: str = ""
    tag: str = ""
    post: str = ""
    embargo: When | None = None


class ChannelChoice(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One channel a post asks for, with the options given for it alone.

    `options` holds what the platform's spec declares (board, privacy, poll…), as text values.
    `media` is None for "all of the post's media", else the chosen keys in order. `hashtags` is
    None for the post's own, else those of this channel alone; `mentions` are accounts named after
    the text on this channel only: a person's id, or a handle as the platform writes it, without `@`.
    """

    id: str
    publish_at: When | None = None
    format: str = "post"
    title: str = ""
    link: str = ""
    media: tuple[str, ...] | None = None
    hashtags: tuple[str, ...] | None = None
    mentions: tuple[str, ...] = ()
    thread: Literal["", "auto"] = ""
    options: dict[str, Any] = field(default_factory=dict)


class Chunk(Struct, frozen=True, gc=False):
    """A run of source text: one part of a section, with the line it starts on (from 1).

    `offset` is the place of its first character in the file, as an `Edit` counts (LF line ends, a byte
    order mark counts), so that findings and fixes find the file.
    """

    text: str
    line: int
    offset: int = 0


class Section(Struct, frozen=True, kw_only=True, gc=False):
    """A part of the body for some channels or platforms; no targets means the base text.

    `chunks` are the parts of a thread, cut at thematic breaks; `line` is the heading's.
    """

    targets: tuple[str, ...] = ()
    role: Literal["", "first-comment"] = ""
    chunks: tuple[Chunk, ...] = ()
    line: int = 1


class Waiver(Struct, frozen=True, kw_only=True, gc=False):
    """A reasoned, expiring exception to one rule, for a span of lines (0 = to the end of the file).

    `start` and `end` are the place of its comment as an `Edit` counts, with its line where it has one to
    itself; both 0 for one among the fields.
    """

    rule: str
    reason: str = ""
    until: dt.date | None = None
    line: int = 1
    column: int = 1
    from_line: int = 1
    to_line: int = 0
    start: int = 0
    end: int = 0


class Post(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One post as its file says it; nothing inherited yet (see `model/inherit.py`).

    `path` is relative to the repository with `/`. `marks` maps a field path such as
    `media.0.alt` to its place in the file. `digest` is the SHA-256 of the file's bytes.
    """

    id: str
    path: str
    title: str = ""
    publish_at: When | None = None
    not_after: When | dt.timedelta | None = None
    channels: tuple[ChannelChoice, ...] = ()
    campaign: str = ""
    pillar: str = ""
    persona: str = ""
    objective: str = ""
    lang: str = ""
    translation_of: str = ""
    owner: str = ""
    speaker: str = ""
    needs: tuple[Need, ...] = ()
    link: str = ""
    hashtags: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    sources: tuple[str, ...] = ()
    disclosure: tuple[Disclosure, ...] = ()
    action: Literal["post", "repost", "quote", "reply"] = "post"
    of: str = ""
    via: str = ""
    requires: tuple[Requirement, ...] = ()
    repeat: str = ""
    status: Status = "ready"
    effort: float | None = None
    cost: str = ""
    imported: dict[str, Any] = field(default_factory=dict)
    waive: tuple[Waiver, ...] = ()
    sections: tuple[Section, ...] = ()
    marks: dict[str, Pos] = field(default_factory=dict)
    body_line: int = 1
    digest: str = ""

    def mark(self, *paths: str) -> Pos:
        """The place of the first of these field paths that the file has, else its top."""
        for path in paths:
            found = self.marks.get(path)
            if found is not None:
                return found
        return Pos()

    def near(self, mark: str) -> Pos:
        """The place of a field path, else of the field it is part of, else the file's top."""
        while mark:
            found = self.marks.get(mark)
            if found is not None:
                return found
            mark = mark.rpartition(".")[0]
        return Pos()

    def choice(self, channel_id: str) -> ChannelChoice | None:
        """The post's own words about one channel, None where it does not go there."""
        return next((choice for choice in self.channels if choice.id == channel_id), None)

    def place(self, offset: int) -> Pos | None:
        """The line and column of a file offset inside the body's chunks; None elsewhere."""
        for section in self.sections:
            for chunk in section.chunks:
                inside = offset - chunk.offset
                if 0 <= inside <= len(chunk.text):
                    before = chunk.text[:inside]
                    return Pos(chunk.line + before.count("\n"), inside - before.rfind("\n"))
        return None
