"""Which of a post's sections speaks on a channel: the channel's own, else its platform's, else the base."""

from __future__ import annotations

from smmgit.model.brand import Channel
from smmgit.model.post import Post, Section


def section_for(post: Post, channel: Channel, role: str = "") -> Section | None:
    """The section of this role that a channel shows; the first where several fit equally well."""
    if len(post.sections) == 1:
        only = post.sections[0]
        return only if only.role == role and _rank(only, channel) else None
    best: Section | None = None
    rank = 0
    for section in post.sections:
        if section.role == role and (found := _rank(section, channel)) > rank:
            best, rank = section, found
    return best


def _rank(section: Section, channel: Channel) -> int:
    targets = section.targets
    if not targets:
        return 1
    if channel.id in targets:
        return 4
    if any(former in targets for former in channel.formerly):
        return 3
    return 2 if channel.platform in targets else 0
