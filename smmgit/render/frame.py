"""What is fixed before a word of a post is rendered for a channel: spec, choice, language, links, losses."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct, field

from smmgit.model.brand import Channel
from smmgit.model.inherit import language
from smmgit.model.post import ChannelChoice, Post
from smmgit.model.rendition import Loss
from smmgit.model.spec import PlatformSpec
from smmgit.model.workspace import Workspace
from smmgit.render.utm import NO_UTM, Utm, utm


class Frame(Struct, kw_only=True):
    """One post on one channel; `losses` gathers what the platform cannot show.

    `link_words` is what becomes of `[words](address)`, see `text/flatten.py`.
    """

    post: Post
    channel: Channel
    ws: Workspace
    spec: PlatformSpec
    choice: ChannelChoice
    lang: str
    utm: Utm
    link_words: str
    losses: list[Loss] = field(default_factory=list)

    def lose(self, what: str, text: str, *paths: str) -> None:
        """Note that something the front matter asks for cannot be shown; `paths` say where it is written."""
        own = tuple(f"channels.{self.choice.id}.{path}" for path in paths)
        self.losses.append(Loss(what=what, text=text, offset=0, line=self.post.mark(*own, *paths).line))


def frame_for(post: Post, channel: Channel, ws: Workspace) -> Frame:
    """The frame of a post (with what it inherits) on a channel; an unknown platform takes plain text."""
    spec = ws.specs.get(channel.platform) or _plain(channel.platform)
    dead = spec.links == "dead"
    tagged = ws.brand.utm and not dead and ws.brand.site
    return Frame(
        post=post,
        channel=channel,
        ws=ws,
        spec=spec,
        choice=_choice(post, channel),
        lang=language(post, channel, ws),
        utm=utm(ws.brand.site, channel.platform, post.campaign, post.id) if tagged else NO_UTM,
        link_words="dead" if dead else "words" if spec.links == "facet" or "link" in spec.styles else "plain",
    )


def _choice(post: Post, channel: Channel) -> ChannelChoice:
    for choice in post.channels:
        if choice.id == channel.id or choice.id in channel.formerly:
            return choice
    return ChannelChoice(id=channel.id)


@lru_cache(maxsize=64)
def _plain(platform: str) -> PlatformSpec:
    return PlatformSpec(id=platform, name=platform)
