"""Which words and signs a post holds: most rules about words need not look at most posts."""

from __future__ import annotations

from collections.abc import Iterator

from smmgit.model.post import Post
from smmgit.text.late import late

_WORD = late(r"\w+")


def cues(post: Post) -> frozenset[str]:
    """Every word of what a post says (casefolded, cut at apostrophes and hyphens), and every sign in it."""
    text = "\n".join(_typed(post)).casefold()
    found = set(text)
    found.update(_WORD.findall(text))
    return frozenset(found)


def _typed(post: Post) -> Iterator[str]:
    for section in post.sections:
        for chunk in section.chunks:
            yield chunk.text
    yield post.link
    yield from post.hashtags
    for choice in post.channels:
        yield choice.title
        yield choice.link
        yield from choice.hashtags or ()
    for item in post.media:
        yield item.alt or ""
