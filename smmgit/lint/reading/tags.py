"""The hashtags an author typed, wherever they are typed, and the brand's register of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from smmgit.lint.reading.passages import Passage
from smmgit.model.post import Post
from smmgit.model.workspace import Workspace
from smmgit.render.tail import folded
from smmgit.text.tags import hashtags


class TypedTag(Struct, frozen=True, gc=False):
    """A hashtag without `#`, at a file offset of the body (of its `#`), else in a field (`mark`)."""

    name: str
    offset: int | None = None
    mark: str = ""


def typed_tags(post: Post, passages: Iterable[Passage]) -> Iterator[TypedTag]:
    """Every hashtag typed in a post: in its texts, under `hashtags:`, for one channel."""
    for passage in passages:
        if "#" in passage.plain:
            for span in hashtags(passage.plain):
                yield TypedTag(span.target, passage.offset + span.start)
    for number, tag in enumerate(post.hashtags):
        yield TypedTag(tag.lstrip("#"), mark=f"hashtags.{number}")
    for choice in post.channels:
        for number, tag in enumerate(choice.hashtags or ()):
            yield TypedTag(tag.lstrip("#"), mark=f"channels.{choice.id}.hashtags.{number}")


def register(post: Post, ws: Workspace) -> Mapping[str, str]:
    """The hashtags the brand wants, as it writes them, by their folded form: its register and its campaigns'."""
    names = [name for name, tag in ws.hashtags.items() if not tag.banned]
    campaign = ws.campaigns.get(post.campaign)
    names += campaign.hashtags if campaign else ()
    return {folded(name.lstrip("#")): name.lstrip("#") for name in names}


def meant(tag: str, known: Mapping[str, str]) -> str:
    """The registered hashtag that was probably meant by another spelling, empty where none is near.

    A plural is another hashtag, not a slip."""
    bare = folded(tag)
    if bare in known:
        return known[bare] if known[bare] != tag else ""
    size = len(bare)
    if size < 5:
        return ""
    reach = 2 if size >= 10 else 1
    near = [one for one in known if abs(len(one) - size) <= reach and one.rstrip("sx") != bare.rstrip("sx")]
    if not near:
        return ""
    from rapidfuzz.distance import OSA

    ranked = sorted((OSA.distance(bare, one, score_cutoff=reach), one) for one in near)
    return known[ranked[0][1]] if ranked[0][0] <= reach else ""
