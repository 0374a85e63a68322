"""Everything loaded from one checkout: a read-only value the core works on."""

from __future__ import annotations

from msgspec import Struct, field

from smmgit.model.brand import Brand, Channel, Hashtag, Objective, Person, Persona, Pillar
from smmgit.model.calendar import Campaign, Event, KeyDate, QuietPeriod, Slot
from smmgit.model.facts import Lock, MediaFacts
from smmgit.model.finding import Finding
from smmgit.model.post import Post
from smmgit.model.sending.policy import Policy
from smmgit.model.spec import PlatformSpec


class Workspace(Struct, frozen=True, kw_only=True):
    """A repository's content. Collections are in file order; `findings` are those of loading.

    `specs` holds the specs of the platforms in use (all of them where nothing is in use yet);
    `media` the facts of every media file that a post names, by repository path; `platforms` the
    ids of all platforms smmgit has facts about, in use or not; `policy` is None without `approvals.yml`.
    """

    brand: Brand = field(default_factory=Brand)
    channels: dict[str, Channel] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    personas: dict[str, Persona] = field(default_factory=dict)
    pillars: dict[str, Pillar] = field(default_factory=dict)
    objectives: dict[str, Objective] = field(default_factory=dict)
    hashtags: dict[str, Hashtag] = field(default_factory=dict)
    campaigns: dict[str, Campaign] = field(default_factory=dict)
    slots: tuple[Slot, ...] = ()
    quiet: tuple[QuietPeriod, ...] = ()
    key_dates: tuple[KeyDate, ...] = ()
    events: tuple[Event, ...] = ()
    policy: Policy | None = None
    lock: Lock = field(default_factory=Lock)
    specs: dict[str, PlatformSpec] = field(default_factory=dict)
    posts: tuple[Post, ...] = ()
    media: dict[str, MediaFacts] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    platforms: tuple[str, ...] = ()

    def channel(self, channel_id: str) -> Channel | None:
        """A channel by its id or a former id."""
        found = self.channels.get(channel_id)
        if found is None:
            found = next((c for c in self.channels.values() if channel_id in c.formerly), None)
        return found

    def spec_of(self, channel: Channel) -> PlatformSpec | None:
        """The spec of a channel's platform, None where the platform is unknown."""
        return self.specs.get(channel.platform)
