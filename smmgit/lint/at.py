"""What a rule is handed: the thing to judge, what is known around it, and how to speak of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from smmgit.lint.index import Index
from smmgit.lint.reading.reader import Reader
from smmgit.lint.times import choice_mark, moments
from smmgit.lint.words import filled
from smmgit.model.brand import Channel
from smmgit.model.delivery import Key
from smmgit.model.finding import Finding, Fix, Pos, Severity
from smmgit.model.post import ChannelChoice, Post, Waiver
from smmgit.model.rendition import Part, Rendition
from smmgit.model.say import Say
from smmgit.model.spec import PlatformSpec
from smmgit.model.when import Instant
from smmgit.model.workspace import Workspace
from smmgit.render.sections import section_for

if TYPE_CHECKING:
    from smmgit.lint.rule import Rule

Renderer = Callable[[Post, Workspace], Sequence[Rendition]]


class At:
    """Common to all scopes. `rule` is the rule at work; the engine sets it before each check."""

    rule: Rule

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws

    def option(self, name: str) -> Any:
        """The rule's option: the brand's choice, else the rule's default, in the default's type."""
        return self.rule.chosen[name]

    def _make(
        self, message: Say, values: dict[str, Any], *, path: str, pos: Pos, post: Post | None = None,
        channel: str = "", severity: Severity | None = None, fix: Fix | None = None, end: Pos | None = None,
    ) -> Finding:  # fmt: skip
        level = self.rule.severity
        if severity is not None and _RANK[severity] > _RANK[level]:
            level = severity  # a rule may soften one finding, never harden what the brand softened
        if post is not None and post.status == "draft" and level == "error" and not self.rule.firm:
            level = "warning"
        return Finding(
            rule=self.rule.id, severity=level, message=filled(message, values), path=path,
            line=pos.line, column=pos.column,
            end_line=end.line if end else 0, end_column=end.column if end else 0,
            post=post.id if post else "", channel=channel, fix=fix,
        )  # fmt: skip


_RANK = {"error": 0, "warning": 1, "suggestion": 2}


class PostAt(Reader, At):
    """One post, with what it says (see `Reader`) and what its channels would show."""

    def __init__(self, ws: Workspace, post: Post, renderer: Renderer) -> None:
        super().__init__(ws, post)
        self._renderer = renderer

    @cached_property
    def renditions(self) -> Sequence[Rendition]:
        """What its known, enabled channels would show."""
        return self._renderer(self.post, self.ws)

    def finding(
        self, message: Say, *, mark: str = "", pos: Pos | None = None, offset: int | None = None,
        channel: str = "", severity: Severity | None = None, fix: Fix | None = None, **values: Any,
    ) -> Finding:  # fmt: skip
        """A remark at a field (`mark`, such as `media.0.alt`), a place, or a file offset of the body."""
        where = pos or (self.post.place(offset) if offset is not None else None) or self.post.near(mark)
        return self._make(message, values, path=self.post.path, pos=where, post=self.post, channel=channel,
                          severity=severity, fix=fix)  # fmt: skip

    @cached_property
    def moments(self) -> Sequence[tuple[ChannelChoice, Instant]]:
        """Each channel the post asks for that has a time, with it."""
        return tuple(moments(self.post, self.ws))

    @cached_property
    def said(self) -> Mapping[str, Sequence[tuple[Rendition, Part]]]:
        """Every different text that readers would see, with the parts that say it: scan each text once."""
        found: dict[str, list[tuple[Rendition, Part]]] = {}
        for shown in self.renditions:
            for part in shown.parts:
                found.setdefault(part.text, []).append((shown, part))
        return found

    @cached_property
    def typed(self) -> str:
        """All that was written to be read: the body as typed, and the alt texts."""
        chunks = [chunk.text for section in self.post.sections for chunk in section.chunks]
        return "\n".join([*chunks, *(item.alt for item in self.post.media if item.alt)])

    def spoken(self, rendition: Rendition) -> str:
        """How people call the network of a rendition."""
        spec = self.ws.specs.get(rendition.platform)
        return spec.name if spec else rendition.platform

    def body(self) -> Iterator[tuple[str, int]]:
        """Each chunk of the body as typed, with its offset in the file."""
        for section in self.post.sections:
            for chunk in section.chunks:
                yield chunk.text, chunk.offset


class RenditionAt(At):
    """One post on one channel, with what would be shown there."""

    def __init__(self, ws: Workspace, post: Post, channel: Channel, spec: PlatformSpec, rendition: Rendition) -> None:
        super().__init__(ws)
        self.post = post
        self.channel = channel
        self.spec = spec
        self.rendition = rendition

    @property
    def name(self) -> str:
        """How people call this channel: its platform's name, and its id where that says more."""
        return self.spec.name if self.channel.id == self.spec.id else f"{self.spec.name} ({self.channel.id})"

    def finding(
        self,
        message: Say,
        *,
        part: Part | None = None,
        start: int = 0,
        end: int = 0,
        mark: str = "",
        pos: Pos | None = None,
        severity: Severity | None = None,
        fix: Fix | None = None,
        **values: Any,
    ) -> Finding:
        """A remark at offsets `start` to `end` of a part's text, at a field (`mark`), or at a place."""
        where = pos
        until = None
        if where is None and part is not None:
            where = self._place(part, start) or self.section_pos()
            until = self._place(part, end - 1) if end > start else None
        return self._make(message, values, path=self.post.path, pos=where or self.post.near(mark), post=self.post,
                          channel=self.channel.id, severity=severity, fix=fix,
                          end=Pos(until.line, until.column + 1) if until else None)  # fmt: skip

    def _place(self, part: Part, offset: int) -> Pos | None:
        source = part.source_offset(offset)
        return self.post.place(source) if source is not None else None

    def section_pos(self) -> Pos:
        """Where the text shown on this channel begins in the file."""
        section = section_for(self.post, self.channel)
        if section is None or not section.chunks:
            return Pos(self.post.body_line, 1)
        return Pos(section.chunks[0].line, 1)

    def media_mark(self, index: int, field: str = "file") -> str:
        """The field path of the post's media item number `index`."""
        for name in (field, "file", "url"):
            if f"media.{index}.{name}" in self.post.marks:
                return f"media.{index}.{name}"
        return f"media.{index}"

    def choice_mark(self, field: str = "") -> str:
        """The field path of this channel (or a field given for it) in the post's `channels`."""
        return choice_mark(self.post, self.channel.id, field)


class WorkspaceAt(At):
    """The whole repository. `posts` are those to judge; `index` knows them all."""

    def __init__(
        self, ws: Workspace, now: dt.datetime, published: frozenset[Key], posts: Sequence[Post], index: Index
    ) -> None:
        super().__init__(ws)
        self.now = now
        self.published = published
        self.asked = posts
        self.index = index

    @property
    def posts(self) -> Iterator[Post]:
        """The posts to judge whose status this rule looks at."""
        statuses = self.rule.statuses
        return (post for post in self.asked if post.status in statuses)

    def moments(self, post: Post) -> Sequence[tuple[ChannelChoice, Instant]]:
        """Each channel a post asks for that has a time, with it."""
        return self.index.moments(post)

    def is_out(self, post: Post, channel: Channel) -> bool:
        """True when the ledger says the post went out on the channel, under any of its ids."""
        return any(Key(post.id, name) in self.published for name in (channel.id, *channel.formerly))

    def loaded(self) -> Iterator[Finding]:
        """What the loader found under this rule's id."""
        for finding in self.index.loaded.get(self.rule.id, ()):
            if self.rule.severity != type(self.rule).severity:
                finding = msgspec.structs.replace(finding, severity=self.rule.severity)
            yield finding

    def finding(
        self,
        message: Say,
        *,
        post: Post | None = None,
        mark: str = "",
        path: str = "",
        pos: Pos | None = None,
        channel: str = "",
        severity: Severity | None = None,
        fix: Fix | None = None,
        **values: Any,
    ) -> Finding:
        """A remark on a post (at a field, or a place) or on another file (`path`, `pos`)."""
        where = pos or (post.near(mark) if post else Pos())
        return self._make(message, values, path=post.path if post else path, pos=where, post=post, channel=channel,
                          severity=severity, fix=fix)  # fmt: skip


class WaiverAt(At):
    """One waiver of a post.

    `used` says whether it silenced anything, `judged` whether its rule was at work at all;
    `known` are all rule ids, `today` is the brand's calendar day.
    """

    def __init__(
        self,
        ws: Workspace,
        today: dt.date,
        post: Post,
        waiver: Waiver,
        *,
        used: bool,
        judged: bool,
        known: Sequence[str],
    ) -> None:
        super().__init__(ws)
        self.today = today
        self.post = post
        self.waiver = waiver
        self.used = used
        self.judged = judged
        self.known = known

    def finding(self, message: Say, *, fix: Fix | None = None, **values: Any) -> Finding:
        """A remark at the waiver."""
        return self._make(message, values, path=self.post.path, pos=Pos(self.waiver.line, self.waiver.column),
                          post=self.post, fix=fix)  # fmt: skip
