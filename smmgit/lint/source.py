"""The texts of a post as typed, before rendering: cheap enough to compare every post with every other."""

import re

from msgspec import Struct

from smmgit.digest import sha256
from smmgit.model.post import Post, Section
from smmgit.model.workspace import Workspace
from smmgit.render.sections import section_for
from smmgit.text.late import late

_ASIDE = late(r"<!--.*?-->|https?://\S+|[@#]\w[\w.@-]*", re.DOTALL)
_WORD = late(r"\w+")


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


class Words(Struct, frozen=True, array_like=True):
    """What a post says on a channel, as a fingerprint of its gist and the gist's length in characters.

    `sketch` are a few numbers most of which two nearly equal gists share, and two different ones hardly ever.
    """

    channel: str
    length: int
    print: bytes
    sketch: tuple[int, ...] = ()


def words_of(post: Post, ws: Workspace) -> tuple[Words, ...]:
    """The fingerprints of what a post says, by channel: equal where two posts say the same words."""
    from smmgit.text.social.likeness import sketch

    known: dict[str, tuple[bytes, tuple[int, ...]]] = {}
    found = []
    for channel, text in gists(post, ws):
        if text not in known:
            mark = bytes.fromhex(sha256(text.encode("utf-8", "surrogatepass"))[:24])
            known[text] = mark, sketch(text)
        found.append(Words(channel, len(text), *known[text]))
    return tuple(found)


def gists(post: Post, ws: Workspace) -> list[tuple[str, str]]:
    """The post's channels (as called today) with the gist of the text each uses."""
    known: dict[int, str] = {}
    found = []
    for choice in post.channels:
        channel = ws.channel(choice.id)
        section = section_for(post, channel) if channel else None
        if channel is not None and section is not None:
            if id(section) not in known:
                known[id(section)] = gist(typed_text(section))
            found.append((channel.id, known[id(section)]))
    return found
