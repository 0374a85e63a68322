"""What a platform allows, as dated facts with their sources."""

from typing import Any, Literal

from msgspec import Struct, field

Unit = Literal[
    "weighted",
    "grapheme",
    "code-point",
    "utf-16",
    "utf-8",
    "item",
    "byte",
    "pixel",
    "ratio",
    "second",
    "frame",
    "fps",
    "page",
    "mastodon",
    "threads",
]
Markup = Literal["plain", "markdown", "mrkdwn", "entities", "html", "npf", "little-text"]


class Limit(Struct, frozen=True, kw_only=True):
    """One limit: the most (or least) of something, where it was read and when.

    `uncertain` says why sources disagree (our `??`); such a limit is never an error by itself.
    `soft` limits are cut or ignored by the platform rather than refused. `per` is `paragraph` where
    each paragraph of a text (a line as typed) is measured by itself.
    """

    name: str = ""
    max: float | None = None
    min: float | None = None
    unit: Unit = "item"
    source: str = ""
    verified_on: str = ""
    uncertain: str = ""
    soft: bool = False
    per: Literal["", "paragraph"] = ""


class MediaRules(Struct, frozen=True, kw_only=True):
    """What one kind of media may be: MIME types and limits by measure.

    `limits` keys: bytes, width, height, pixels, ratio, duration, frames, fps, pages.
    `required` says a post of this format cannot exist without such media.
    """

    types: tuple[str, ...] = ()
    types_source: str = ""
    types_uncertain: str = ""
    limits: dict[str, tuple[Limit, ...]] = field(default_factory=dict)


class FormatSpec(Struct, frozen=True, kw_only=True):
    """One format of a platform (post, story, reel…): only what differs from the platform's base."""

    text: dict[str, tuple[Limit, ...]] = field(default_factory=dict)
    counts: dict[str, tuple[Limit, ...]] = field(default_factory=dict)
    media: dict[str, MediaRules] = field(default_factory=dict)
    alt: bool | None = None
    caption: bool = True
    source: str = ""


class OptionSpec(Struct, frozen=True, kw_only=True):
    """An option a platform declares for its posts, in the vocabulary of the post's field table."""

    name: str
    kind: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    about: str = ""
    about_fr: str = ""


class PlatformSpec(Struct, frozen=True, kw_only=True):
    """A platform's facts, from `smmgit/platforms/specs/<id>.yml`.

    `counter` names the way its text is counted (`text/count.py`). `text` maps what is measured
    (body, title, description, alt, first-comment, poll-question, poll-option, link) to its limits;
    `counts` maps what is numbered (media, images, videos, hashtags, mentions, links, parts,
    poll-options, cashtags) to limits; `media` maps kind (image, gif, video, audio, document).
    `family`: platforms of one family may carry the same text. `delivery` is the duplicate-
    protection class. `one_kind`: the media of one post are all of one kind. `markup` is what the
    wire carries; `styles` which inline styles survive.
    """

    id: str
    name: str
    docs_url: str = ""
    verified_on: str = ""
    family: str = ""
    delivery: Literal["exact", "keyed", "listable", "blind"] = "blind"
    counter: str = "code-point"
    counts_wire: bool = False
    url_length: int | None = None
    markup: Markup = "plain"
    styles: tuple[str, ...] = ()
    normalise: Literal["", "nfc", "trim"] = ""
    mention: str = "@{handle}"
    mention_host: bool = False
    links: Literal["auto", "facet", "card-only", "dead"] = "auto"
    card: Literal["none", "server", "client"] = "none"
    link_field: bool = False
    title: Literal["none", "optional", "required"] = "none"
    thread: bool = False
    first_comment: bool = False
    hashtags: Literal["text", "field", "none"] = "text"
    alt: bool = True
    text: dict[str, tuple[Limit, ...]] = field(default_factory=dict)
    counts: dict[str, tuple[Limit, ...]] = field(default_factory=dict)
    media: dict[str, MediaRules] = field(default_factory=dict)
    formats: dict[str, FormatSpec] = field(default_factory=dict)
    options: tuple[OptionSpec, ...] = ()
    needs_media: bool = False
    one_kind: bool = False
    actions: tuple[str, ...] = ("post",)
    fold: tuple[Limit, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)
