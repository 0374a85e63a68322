"""The passages of a post: what is typed, who reads it where and in which language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from smmgit.model.brand import Channel
from smmgit.model.inherit import language
from smmgit.model.post import FIRST_COMMENT, Chunk, Post
from smmgit.model.spec import FormatSpec, PlatformSpec
from smmgit.model.workspace import Workspace
from smmgit.render.sections import section_for
from smmgit.text.emoji import emoji
from smmgit.text.late import late

HIDDEN = "\x00"  # neither a letter nor a space: nothing that is looked for goes across it
_AS_BASE = FormatSpec()
_ASIDE_HINT = late(r"[`@]|<!--|://|\]\(|www\.")
# Code, comments, the target of a link, addresses, handles: not words of the author.
_ASIDE = late(
    r"```(?:[^`]|`(?!``))*+(?:```)?|`[^`\n]*`|<!--.*?(?:-->|\Z)|(?<=\])\([^()\n]*\)"
    r"|https?://[^\s<>«»“”]+|\bwww\.\S+|(?<!\w)@[\w.-]+(?:@[\w.-]+)?",
    re.DOTALL,
)


class Passage:
    """One chunk of the body; `offset` is its place in the file, `channels` those whose readers get it.

    `role` is `first-comment` or empty; `first` is true for the first part of a section.
    """

    def __init__(self, chunk: Chunk, role: str, first: bool) -> None:
        self.text = chunk.text
        self.offset = chunk.offset
        self.line = chunk.line
        self.role = role
        self.first = first
        self.channels: list[tuple[Channel, PlatformSpec]] = []
        self.tags: set[str] = set()

    @cached_property
    def plain(self) -> str:
        """The text with what are not the author's words blanked out; every offset stays the same."""
        text = self.text
        if _ASIDE_HINT.search(text) is None:
            return text
        return _ASIDE.sub(lambda found: HIDDEN * len(found[0]), text)

    @cached_property
    def folded(self) -> str:
        """`plain` in lower case, letter for letter."""
        low = self.plain.lower()
        return low if len(low) == len(self.plain) else self.plain  # a Turkish İ becomes two

    @cached_property
    def emoji(self) -> list[tuple[int, int]]:
        """Where its emoji are."""
        return [] if self.text.isascii() else list(emoji(self.text))

    @property
    def lang(self) -> str:
        """The language of all its readers, in two letters; empty where they differ."""
        langs = {tag[:2].lower() for tag in self.tags}
        return langs.pop() if len(langs) == 1 else ""

    @property
    def french(self) -> bool:
        """True where every reader gets it as French."""
        return self.lang == "fr"

    @property
    def in_france(self) -> bool:
        """True where it is addressed to readers in France: French, and no other country's."""
        return self.french and any(len(tag) == 2 or tag[3:].upper() == "FR" for tag in self.tags)

    @property
    def names(self) -> list[str]:
        """How people call the networks it goes to, each once."""
        return list(dict.fromkeys(spec.name for _, spec in self.channels))


def passages(post: Post, channels: Iterable[tuple[Channel, PlatformSpec]], ws: Workspace) -> Sequence[Passage]:
    """What each channel shows of a post, each chunk once, in the order of the file."""
    found: dict[tuple[int, int], Passage] = {}
    if post.action == "repost":
        return ()
    for channel, spec in channels:
        choice = post.choice(channel.id)
        if choice is not None and not spec.formats.get(choice.format, _AS_BASE).caption:
            continue
        tag = language(post, channel, ws)
        for role in ("", FIRST_COMMENT) if spec.first_comment else ("",):
            section = section_for(post, channel, role)
            for number, chunk in enumerate(section.chunks if section else ()):
                place = (chunk.offset, chunk.line)
                passage = found.get(place)
                if passage is None:
                    passage = found[place] = Passage(chunk, role, number == 0)
                passage.channels.append((channel, spec))
                passage.tags.add(tag)
    return [found[place] for place in sorted(found)]
