"""The brand: who speaks, on which channels, for whom and why."""

import datetime as dt
from typing import Any, Literal

from msgspec import Struct, field


class Brand(Struct, frozen=True, kw_only=True):
    """`brand/brand.yml`: what everything inherits from.

    `lang` is the interface language (first of `languages`); `not_after` the default time a post
    may still go out after its planned instant; `spacing` the least minutes between two posts on
    one channel; `publisher` the only repository that may publish; `genesis` the ledger's id.
    """

    name: str = "Brand"
    languages: tuple[str, ...] = ("en",)
    time_zone: str = "UTC"
    site: str = ""
    publisher: str = ""
    genesis: str = ""
    not_after: dt.timedelta = dt.timedelta(hours=6)
    spacing: dt.timedelta = dt.timedelta(minutes=30)
    week_starts: Literal["monday", "sunday"] = "monday"
    utm: bool = True
    rules: dict[str, Any] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The language of the interface: `fr` or `en`."""
        return "fr" if self.languages[:1] and self.languages[0][:2] == "fr" else "en"


class Channel(Struct, frozen=True, kw_only=True):
    """`brand/channels.yml`: one account on one platform.

    `secrets` are names of environment variables, never values. `limits` overrides the spec's
    limits by their dotted name (`text.max: 1000`). `formerly` are earlier ids of this channel.
    """

    id: str
    platform: str
    name: str = ""
    handle: str = ""
    account_id: str = ""
    url: str = ""
    server: str = ""
    lang: str = ""
    time_zone: str = ""
    address: Literal["", "tu", "vous"] = ""
    secrets: dict[str, str] = field(default_factory=dict)
    limits: dict[str, str] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    formerly: tuple[str, ...] = ()
    enabled: bool = True
    thread: Literal["", "auto"] = ""
    path: str = "brand/channels.yml"
    line: int = 1


class Person(Struct, frozen=True, kw_only=True):
    """`brand/people.yml`: someone posts may name. `handles` maps platform (or channel) to a handle."""

    id: str
    name: str = ""
    handles: dict[str, str] = field(default_factory=dict)
    role: str = ""
    contract_until: dt.date | None = None
    rights: str = ""
    label: str = ""
    line: int = 1


class Persona(Struct, frozen=True, kw_only=True):
    """`brand/personas/*.md`: an audience; the id is the file's name."""

    id: str
    name: str = ""
    lang: str = ""
    channels: tuple[str, ...] = ()
    about: str = ""
    path: str = ""


class Pillar(Struct, frozen=True, kw_only=True):
    """`brand/pillars.yml`: a theme, and the share of posts (0 to 1) the strategy gives it."""

    id: str
    name: str = ""
    share: float | None = None
    promotional: bool = False
    about: str = ""


class Objective(Struct, frozen=True, kw_only=True):
    """`brand/objectives.yml`: a measurable goal: metric, target value, by when."""

    id: str
    name: str = ""
    metric: str = ""
    target: float | None = None
    by: dt.date | None = None


class Hashtag(Struct, frozen=True, kw_only=True):
    """`brand/hashtags.yml`: a registered or banned hashtag, without `#`."""

    tag: str
    banned: bool = False
    about: str = ""
