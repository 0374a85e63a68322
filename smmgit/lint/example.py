"""What a rule shows of itself: a post exactly as an author types it, and what should be said of it."""

from __future__ import annotations

from msgspec import Struct, field

from smmgit.model.delivery import Key
from smmgit.model.facts import MediaFacts, MediaKind

PATH = "content/2026/11/example.md"
NOW = "2026-11-23T08:00:00Z"

# What stands above a post that shows only its body, which then begins on line 6.
FRONT_MATTER = """\
---
id: example
publish_at: 2026-11-25 09:00
channels: [x]
---
"""

# The little brand every example lives in, unless it brings its own file of the same name:
# one channel per platform, called like the platform, and one person.
FILES = {
    "brand/brand.yml": """\
name: Papeterie Lune
languages: [en, fr]
time_zone: Europe/Paris
site: https://lune.example
""",
    "brand/channels.yml": """\
x: {platform: x, handle: lune}
bluesky: {platform: bluesky, handle: lune.example}
mastodon: {platform: mastodon, handle: lune, server: https://social.example}
threads: {platform: threads, handle: lune}
linkedin: {platform: linkedin, handle: lune}
facebook: {platform: facebook, handle: lune}
instagram: {platform: instagram, handle: lune}
pinterest: {platform: pinterest, handle: lune}
youtube: {platform: youtube, handle: lune}
reddit: {platform: reddit, handle: lune}
""",
    "brand/people.yml": """\
lea:
  name: Léa Martin
  handles: {x: leamartin, bluesky: lea.example, mastodon: lea@social.example, linkedin: lea-martin}
""",
}


class Example(Struct, frozen=True, kw_only=True):
    """A small repository and the one finding expected of it.

    `post` is the text of the post at `path` (none when empty); when it does not begin with `---`
    it is only the body, `FRONT_MATTER` is put above it and it begins on line 6. `files` are other text files by
    path, over `FILES`; `links` are symbolic links; `media` are pictures' facts by path, as if they had been measured.
    `line` (0: nowhere in particular) and `says` (a piece of the English or French message) are
    what a bad example must give, in each of its `count` findings. `also` names other rules that rightly speak up too.
    `pad` more letters are put at the end of the post. `now` and `published` stand for the clock and the ledger.
    """

    post: str = ""
    path: str = PATH
    files: dict[str, str] = field(default_factory=dict)
    media: dict[str, MediaFacts] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    line: int = 0
    count: int = 1
    pad: int = 0
    says: str = ""
    also: tuple[str, ...] = ()
    now: str = NOW
    published: frozenset[Key] = frozenset()

    @property
    def tree(self) -> dict[str, str]:
        """Every text file of the example's repository, by path."""
        whole = self.post if self.post.startswith(("---", "\ufeff")) else FRONT_MATTER + self.post
        own = {self.path: whole + "x" * self.pad} if self.post else {}
        return {**FILES, **self.files, **own}


def picture(
    file: str,
    *,
    width: int = 1200,
    height: int = 1200,
    kind: MediaKind = "image",
    mime: str = "image/jpeg",
    size: int = 200_000,
    duration: float = 0.0,
) -> dict[str, MediaFacts]:
    """Facts of one readable media file beside the example post, ready for `Example.media`."""
    path = PATH.rpartition("/")[0] + "/" + file
    facts = MediaFacts(
        file=path,
        exists=True,
        kind=kind,
        mime=mime,
        bytes=size,
        width=width,
        height=height,
        duration=duration,
        frames=1,
        sha256="0" * 64,
    )
    return {path: facts}
