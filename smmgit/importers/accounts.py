"""Which of the team's channels a source's account becomes."""

from __future__ import annotations

from smmgit.importers.imported import Ask
from smmgit.importers.names import folded


def channel_for(platform: str, ask: Ask) -> str:
    """The one channel of a source that has a single account: the one asked for, the only one the team
    has on that platform, else one named after the platform."""
    if ask.channel:
        return ask.channel
    own = [channel for channel, its in ask.channels.items() if its == platform]
    return own[0] if len(own) == 1 else platform


def channel_id(name: str) -> str:
    """A channel id from an account's name: `NODEJS_ORG` → `nodejs-org`."""
    slug = folded(name)
    return slug if slug[:1].isalpha() else f"account-{slug}".rstrip("-")
