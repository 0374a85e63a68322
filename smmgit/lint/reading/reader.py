"""A post as rules about words read it: its channels, passages, links, hashtags and cues, each worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from smmgit.lint.reading.addresses import TypedLink, typed_links
from smmgit.lint.reading.cues import cues
from smmgit.lint.reading.passages import Passage, passages
from smmgit.lint.reading.tags import TypedTag, typed_tags
from smmgit.model.brand import Channel
from smmgit.model.inherit import inherited
from smmgit.model.post import Post
from smmgit.model.spec import PlatformSpec
from smmgit.model.workspace import Workspace


class Reader:
    """`post` is as typed, `full` with the campaign's defaults filled in."""

    def __init__(self, ws: Workspace, post: Post) -> None:
        self.ws = ws
        self.post = post

    @cached_property
    def full(self) -> Post:
        """The post with what it inherits."""
        return inherited(self.post, self.ws)

    @cached_property
    def channels(self) -> list[tuple[Channel, PlatformSpec]]:
        """Its known, enabled channels with their platform's facts."""
        found = []
        for choice in self.post.channels:
            channel = self.ws.channel(choice.id)
            spec = self.ws.spec_of(channel) if channel and channel.enabled else None
            if channel and spec:
                found.append((channel, spec))
        return found

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """What readers get to read, as typed: each chunk once, with the channels that show it."""
        return passages(self.full, self.channels, self.ws)

    @cached_property
    def cues(self) -> frozenset[str]:
        """Every word (casefolded) and every sign typed in the post: what rules with `cues` wait for."""
        return cues(self.full)

    @cached_property
    def links(self) -> Sequence[TypedLink]:
        """Every address typed in the post: in its texts, under `link:`, for one channel."""
        return tuple(typed_links(self.post, self.passages))

    @cached_property
    def tags(self) -> Sequence[TypedTag]:
        """Every hashtag typed in the post: in its texts, under `hashtags:`, for one channel."""
        return tuple(typed_tags(self.post, self.passages))
