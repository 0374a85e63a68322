"""The addresses an author typed, wherever they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from smmgit.lint.reading.passages import Passage
from smmgit.model.post import Post
from smmgit.render.utm import host_of
from smmgit.text.addresses import addresses

WEB = frozenset({"http", "https"})


class TypedLink(Struct, frozen=True, gc=False):
    """An address at a file offset of the body, else in a field (`mark`); `host` is without `www.`."""

    url: str
    offset: int | None = None
    mark: str = ""
    host: str = ""


def typed_links(post: Post, passages: Iterable[Passage]) -> Iterator[TypedLink]:
    """Every address typed in a post: in its texts, under `link:`, for one channel."""
    for passage in passages:
        for span in addresses(passage.text):
            yield TypedLink(span.text, passage.offset + span.start, host=_host(span.text))
    if post.link:
        yield TypedLink(post.link, mark="link", host=_host(post.link))
    for choice in post.channels:
        if choice.link:
            yield TypedLink(choice.link, mark=f"channels.{choice.id}.link", host=_host(choice.link))


def _host(url: str) -> str:
    return host_of(url).removeprefix("www.")


def on(host: str, site: str) -> bool:
    """True for a site itself and for what is below it."""
    return bool(site) and (host == site or host.endswith("." + site))
