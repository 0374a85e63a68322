"""The texts of a post as typed, before rendering: cheap enough to compare every post with every other."""

from __future__ import annotations

import re

from smmgit.model.post import Section
from smmgit.model.workspace import Workspace

_ASIDE = re.compile(r"<!--.*?-->|https?://\S+|[@#]\w[\w.@-]*", re.DOTALL)
_WORD = re.compile(r"\w+")


def is_target(name: str, ws: Workspace) -> bool:
    """True for what a section heading may name; `name` is casefolded."""
    return name in ws.channels or name in ws.specs or name in ws.platforms or name in known_targets(ws)


def known_targets(ws: Workspace) -> frozenset[str]:
    """What a section heading may name, casefolded: channels by any of their ids, and platforms."""
    names = {*ws.platforms, *ws.specs}
    for channel in ws.channels.values():
        names.update((channel.id.casefold(), channel.platform))
        names.update(old.casefold() for old in channel.formerly)
    return frozenset(names)


def typed_text(section: Section | None) -> str:
    """All of a section as typed."""
    return "\n\n".join(chunk.text for chunk in section.chunks) if section else ""


def gist(text: str) -> str:
    """What two copies of one message share: its words, without addresses, tags, names, signs, or case."""
    return " ".join(_WORD.findall(_ASIDE.sub(" ", text.casefold())))
