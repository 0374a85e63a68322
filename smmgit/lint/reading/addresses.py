"""The addresses an author typed, wherever they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from smmgit.render.utm import host_of
from smmgit.text.addresses import addresses

if TYPE_CHECKING:
    from smmgit.lint.at import PostAt

WEB = frozenset({"http", "https"})


class TypedLink(Struct, frozen=True, gc=False):
    """An address at a file offset of the body, else in a field (`mark`)."""

    url: str
    offset: int | None = None
    mark: str = ""

    @property
    def host(self) -> str:
        """Its host in lower case, without `www.`."""
        return host_of(self.url).removeprefix("www.")


def typed_links(at: PostAt) -> Iterator[TypedLink]:
    """Every address typed in a post: in its texts, under `link:`, for one channel."""
    for passage in at.passages:
        for span in addresses(passage.text):
            yield TypedLink(span.text, passage.offset + span.start)
    if at.post.link:
        yield TypedLink(at.post.link, mark="link")
    for choice in at.post.channels:
        if choice.link:
            yield TypedLink(choice.link, mark=f"channels.{choice.id}.link")


def on(host: str, site: str) -> bool:
    """True for a site itself and for what is below it."""
    return bool(site) and (host == site or host.endswith("." + site))
