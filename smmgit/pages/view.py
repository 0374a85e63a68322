"""Everything the pages may know, as one value: content, states, remarks, the rehearsal feed, the clock."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Hashable, Mapping
from functools import cached_property

import msgspec
from markupsafe import Markup
from msgspec import Struct, field

from smmgit.model.delivery import Entry, State, StateName
from smmgit.model.facts import MediaFacts
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from smmgit.model.rendition import Rendition
from smmgit.model.when import UTC, zone
from smmgit.model.workspace import Workspace
from smmgit.pages.page import Download, Page, Picture
from smmgit.plan.overview import WORST, Overview, PostView
from smmgit.render.by_hand import ENDINGS
from smmgit.render.rendition import renditions

SMALL, LARGE, WHOLE = 320, 960, 2048
HEAVIEST = 100_000_000  # bytes; what is larger stays in the repository
_SLUG = re.compile(r"[a-z][a-z0-9-]{2,63}")
_SHOWN_AS_IMAGE = ("image", "gif")


class FeedItem(Struct, frozen=True, kw_only=True):
    """What the sandbox received of one delivery: `received` messages of its rendition, first comment included."""

    channel: str
    post: str
    at: dt.datetime
    rendition: Rendition
    received: int = 1


class Moment(Struct, frozen=True, kw_only=True):
    """One line of a calendar: a post at one instant (brand time), on the channels that share it."""

    at: dt.datetime
    view: PostView
    states: tuple[State, ...]
    name: StateName


class SiteView(Struct, frozen=True, kw_only=True, dict=True):
    """What pages are drawn from. `now` is UTC; `edit_base` is the address before a file's path, or empty.

    `approvals` are those the ledger records, by post and channel, oldest first.
    `remember(key, make)` may return a page made earlier for the same key; the key names everything
    the page depends on.
    """

    ws: Workspace
    overview: Overview
    findings: tuple[Finding, ...] = ()
    feed: tuple[FeedItem, ...] = ()
    approvals: Mapping[tuple[str, str], tuple[Entry, ...]] = field(default_factory=dict)
    now: dt.datetime
    lang: str = "en"
    edit_base: str = ""
    remember: Callable[[str, Callable[[], Page]], Page] = field(default=lambda _key, make: make())

    @property
    def posts(self) -> tuple[PostView, ...]:
        """Every post with its states, in file order."""
        return self.overview.posts

    @cached_property
    def zone(self) -> dt.tzinfo:
        """The brand's time zone, UTC where brand.yml names none we know."""
        try:
            return zone(self.ws.brand.time_zone)
        except ValueError:
            return UTC

    def local(self, at: dt.datetime) -> dt.datetime:
        """An instant in brand time."""
        return at.astimezone(self.zone)

    @cached_property
    def today(self) -> dt.date:
        """The brand's day."""
        return self.local(self.now).date()

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """Every dated line of the calendar, in order of time."""
        found = []
        for view in self.posts:
            groups: dict[dt.datetime, list[State]] = {}
            for state in view.states:
                if state.at is not None:
                    groups.setdefault(state.at, []).append(state)
            for at, states in groups.items():
                name = view.name if len(groups) == 1 else worst(states)
                found.append(Moment(at=self.local(at), view=view, states=tuple(states), name=name))
        return tuple(sorted(found, key=lambda moment: (moment.at, moment.view.post.path)))

    @cached_property
    def by_day(self) -> dict[dt.date, list[Moment]]:
        """The calendar's lines by day."""
        days: dict[dt.date, list[Moment]] = {}
        for moment in self.moments:
            days.setdefault(moment.at.date(), []).append(moment)
        return days

    @cached_property
    def first_moment(self) -> dict[str, Moment]:
        """The first dated line of each post, by path."""
        found: dict[str, Moment] = {}
        for moment in self.moments:
            found.setdefault(moment.view.post.path, moment)
        return found

    @cached_property
    def undated(self) -> tuple[PostView, ...]:
        """Posts without any date: ideas, drafts, and those that leave as soon as approved."""
        return tuple(view for view in self.posts if not any(state.at for state in view.states))

    @cached_property
    def findings_of(self) -> dict[str, list[Finding]]:
        """Findings by file."""
        files: dict[str, list[Finding]] = {}
        for finding in self.findings:
            files.setdefault(finding.path, []).append(finding)
        return files

    @cached_property
    def slugs(self) -> dict[str, str]:
        """The page name of each post, by path: its id, or a name made of its path where the id is
        missing, malformed or taken by another file."""
        names: dict[str, str] = {}
        taken: set[str] = set()
        for view in self.posts:
            post = view.post
            name = post.id
            if not _SLUG.fullmatch(name) or name in taken:
                name = "file-" + hashlib.sha256(post.path.encode("utf-8", "replace")).hexdigest()[:16]
            taken.add(name)
            names[post.path] = name
        return names

    @cached_property
    def by_id(self) -> dict[str, Post]:
        """Posts by id, the first where several share one."""
        found: dict[str, Post] = {}
        for view in self.posts:
            found.setdefault(view.post.id, view.post)
        return found

    @cached_property
    def by_path(self) -> dict[str, Post]:
        """Posts by the path of their file."""
        return {view.post.path: view.post for view in self.posts}

    def post_uri(self, post: Post) -> str:
        """Where a post's page is."""
        return f"posts/{self.slugs[post.path]}.html"

    def renditions(self, post: Post) -> tuple[Rendition, ...]:
        """What each channel would show; computed when asked."""
        return renditions(post, self.ws)

    def picture(
        self, file: str, width: int = SMALL, crop: tuple[float, float, float, float] | None = None
    ) -> Picture | None:
        """The reduced copy of an image file; None where there is no image to show."""
        facts = self.ws.media.get(file)
        if facts is None or not shown_as_image(facts):
            return None
        name = facts.sha256[:20]
        if crop is not None:
            name += "-" + hashlib.sha256(repr(crop).encode()).hexdigest()[:8]
        return Picture(f"media/{name}-{width}.jpg", file, facts.sha256, width, crop)

    def download(self, file: str) -> Download | None:
        """A file as it is, to take along; None where it is not here, too large, or of a type that could do harm."""
        facts = self.ws.media.get(file)
        ending = ENDINGS.get(facts.mime) if facts else None
        if facts is None or ending is None or not facts.exists or facts.problem or facts.lfs or not facts.sha256:
            return None
        return Download(f"media/{facts.sha256[:20]}.{ending}", file) if facts.bytes <= HEAVIEST else None

    def cover(self, post: Post, width: int = SMALL) -> Picture | None:
        """The picture that stands for a post: its first image, else the cover of its first video."""
        for item in post.media:
            found = self.picture(item.file, width) or (self.picture(item.cover, width) if item.cover else None)
            if found is not None:
                return found
        return None

    @cached_property
    def drawn(self) -> dict[Hashable, Markup]:
        """Small pieces of HTML that many pages repeat, by what they show (`At.once`)."""
        return {}

    @cached_property
    def spoken(self) -> dict[int, dict[str, str]]:
        """Tables of words in the interface language, by the identity of the constant they come from."""
        return {}

    @cached_property
    def surroundings(self) -> str:
        """A digest of all that every post's page depends on besides the post itself."""
        ws = msgspec.structs.replace(self.ws, posts=(), media={}, findings=())
        value = (msgspec.to_builtins(ws, str_keys=True), self.lang, self.edit_base)
        return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()


def shown_as_image(facts: MediaFacts) -> bool:
    """True where a reduced copy can be drawn."""
    return facts.exists and not facts.problem and not facts.lfs and facts.kind in _SHOWN_AS_IMAGE and bool(facts.sha256)


def worst(states: list[State]) -> StateName:
    """The state that most needs a person."""
    return min((state.name for state in states), key=WORST.index)
