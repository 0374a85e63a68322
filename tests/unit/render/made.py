"""Small posts, accounts and platform facts for the tests of rendering; each platform stands for a way of showing."""

from __future__ import annotations

from typing import Any

from smmgit.model.brand import Brand, Channel, Person
from smmgit.model.facts import Lock, LockedCard, MediaFacts
from smmgit.model.post import ChannelChoice, Chunk, Post, Section
from smmgit.model.rendition import Rendition
from smmgit.model.spec import FormatSpec, Limit, PlatformSpec
from smmgit.model.workspace import Workspace
from smmgit.render.rendition import render

MARKS = ("bold", "italic", "strike", "code", "pre", "quote")

SPECS = {
    spec.id: spec
    for spec in (
        PlatformSpec(id="x", name="X", thread=True, text={"body": (Limit(max=280, unit="weighted"),)}),
        PlatformSpec(
            id="bluesky", name="Bluesky", thread=True, links="facet", card="client",
            text={"body": (Limit(max=300, unit="grapheme"), Limit(max=3000, unit="utf-8"))},
        ),
        PlatformSpec(id="mastodon", name="Mastodon", thread=True, card="server", mention_host=True),
        PlatformSpec(
            id="linkedin", name="LinkedIn", markup="little-text", link_field=True, card="client", first_comment=True,
            title="optional",
        ),
        PlatformSpec(id="facebook", name="Facebook", link_field=True, card="server"),
        PlatformSpec(
            id="instagram", name="Instagram", links="dead", needs_media=True, first_comment=True,
            formats={"story": FormatSpec(caption=False)},
        ),
        PlatformSpec(
            id="pinterest", name="Pinterest", links="card-only", link_field=True, needs_media=True, title="required"
        ),
        PlatformSpec(id="youtube", name="YouTube", hashtags="field", title="required"),
        PlatformSpec(
            id="tumblr", name="Tumblr", markup="npf", styles=(*MARKS, "link"), links="facet", hashtags="field"
        ),
        PlatformSpec(id="telegram", name="Telegram", markup="html", styles=(*MARKS, "link")),
        PlatformSpec(
            id="matrix", name="Matrix", markup="html", styles=(*MARKS, "link"), hashtags="none",
            facts={"line_break": "<br>", "mention_url": "https://matrix.to/#/@{handle}"},
        ),
        PlatformSpec(id="discord", name="Discord", markup="markdown", styles=(*MARKS, "link"), mention="<@{handle}>"),
        PlatformSpec(
            id="reddit", name="Reddit", markup="markdown", styles=(*MARKS, "link"), mention="u/{handle}",
            title="required", facts={"line_break": "  \n"},
        ),
        PlatformSpec(id="slack", name="Slack", markup="mrkdwn", styles=(*MARKS, "link"), mention="<@{handle}>"),
    )
}  # fmt: skip

PEOPLE = {
    "lea": Person(
        id="lea",
        name="Léa Martin",
        handles={
            "x": "leamartin", "bluesky": "lea.bsky.social", "mastodon": "@lea@piaille.fr", "linkedin": "lea-martin",
            "discord": "123", "slack": "U123", "reddit": "lea_m", "matrix": "@lea:matrix.org", "x-en": "lea_in_english",
        },
    ),
    "lea-martin": Person(id="lea-martin", name="L'autre Léa", handles={"x": "autrelea"}),
}  # fmt: skip

LOCK = Lock(
    dids={"lea.bsky.social": "did:plc:lea"},
    urns={"lea-martin": "urn:li:person:abc"},
    cards={"https://velinotte.example/carnet": LockedCard(title="Le carnet", description="À spirale", image="c.jpg")},
)


def workspace(*channels: Channel, lang: str = "en", **more: Any) -> Workspace:
    """A brand with one channel per platform (id = platform) and those given."""
    own = [Channel(id=name, platform=name, account_id=f"id-{name}") for name in SPECS]
    return Workspace(
        brand=more.pop("brand", Brand(name="Vélinotte", languages=(lang,), site="https://www.velinotte.example")),
        channels={channel.id: channel for channel in (*own, *channels)},
        people=more.pop("people", PEOPLE),
        specs=SPECS,
        lock=more.pop("lock", LOCK),
        media={"content/a.jpg": MediaFacts(file="content/a.jpg", exists=True, kind="image", sha256="a" * 64)},
        **more,
    )


def section(text: str, *targets: str, role: str = "", line: int = 6, offset: int = 50) -> Section:
    """A section as the parser makes it: its text cut at thematic breaks."""
    chunks, at = [], 0
    for piece in text.split("\n---\n"):
        chunks.append(Chunk(piece, line + text.count("\n", 0, at), offset + at))
        at += len(piece) + len("\n---\n")
    return Section(targets=targets, role=role, chunks=tuple(chunks), line=line)  # type: ignore[arg-type]


def post(text: str = "", *sections: Section, **fields: Any) -> Post:
    """A post with a base text, or with these sections."""
    base = (section(text),) if text else ()
    fields.setdefault("channels", tuple(ChannelChoice(id=name) for name in SPECS))
    return Post(id="un-post", path="content/un-post.md", sections=(*base, *sections), **fields)


def shown(what: Post | str, channel: str = "x", ws: Workspace | None = None) -> Rendition:
    """What a channel shows of a post (or of a bare text)."""
    ws = ws or workspace()
    return render(post(what) if isinstance(what, str) else what, ws.channels[channel], ws)


def words(what: Post | str, channel: str = "x", ws: Workspace | None = None) -> list[str]:
    """The texts of the parts a channel shows."""
    return [part.text for part in shown(what, channel, ws).parts]


def losses(what: Post | str, channel: str = "x", ws: Workspace | None = None) -> list[tuple[str, str]]:
    """What a channel loses, and the words lost."""
    return [(loss.what, loss.text) for loss in shown(what, channel, ws).losses]
