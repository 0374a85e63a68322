"""What one channel would show of one post: the one pure function that lint, preview, approval and sending share.

    section_for -> words_of (flatten, people, spacing, UTM) -> with_tail -> cut_to_fit -> facets_of -> wire

Everything about a platform is read from its spec; nothing here names one. `Loss.what` is one of: bold,
italic, strike, code, pre, quote, heading, table, image, markdown-link, mention, link, hashtags, title,
caption, thread, first-comment.
"""

from __future__ import annotations

from smmgit.model.brand import Channel
from smmgit.model.inherit import inherited
from smmgit.model.post import FIRST_COMMENT, Post
from smmgit.model.rendition import Card, Loss, Part, Rendition, ShownMedia
from smmgit.model.spec import FormatSpec
from smmgit.model.workspace import Workspace
from smmgit.render.facets import facets_of
from smmgit.render.frame import Frame, frame_for
from smmgit.render.media import shown_media
from smmgit.render.sections import section_for
from smmgit.render.tail import bare_tags, with_tail
from smmgit.render.thread import cut_to_fit
from smmgit.render.utm import without_utm
from smmgit.render.wire import READ_MARKUP, wire
from smmgit.render.words import as_one, words_of
from smmgit.text.addresses import addresses
from smmgit.text.origin import Traced

_AS_BASE = FormatSpec()


def renditions(post: Post, ws: Workspace) -> tuple[Rendition, ...]:
    """What every known, enabled channel of a post would show, in the post's order."""
    channels = {channel.id: channel for choice in post.channels if (channel := ws.channel(choice.id)) is not None}
    whole = inherited(post, ws)
    return tuple(_render(frame_for(whole, channel, ws)) for channel in channels.values() if channel.enabled)


def render(post: Post, channel: Channel, ws: Workspace) -> Rendition:
    """What a channel would show of a post. Never raises on content; a post without text has no parts."""
    return _render(frame_for(inherited(post, ws), channel, ws))


def _render(frame: Frame) -> Rendition:
    post, channel, choice, spec = frame.post, frame.channel, frame.choice, frame.spec
    options = {**channel.options, **choice.options}
    media = shown_media(post.media, choice, channel, frame.ws.media, str(options.pop("crop", "")))
    if post.action == "repost":
        media = ()
    link = choice.link or post.link
    in_field = bool(link) and _takes_link(frame, media)
    parts = _parts(frame, "" if in_field else link)
    if choice.title and spec.title == "none":
        frame.lose("title", choice.title, "title")
    return Rendition(
        post=post.id,
        channel=channel.id,
        platform=channel.platform,
        account_id=channel.account_id,
        format=choice.format,
        action=post.action,
        of=post.of,
        lang=frame.lang,
        title=choice.title if spec.title != "none" else "",
        parts=tuple(_part(part, frame) for part in parts),
        first_comment=_first_comment(frame),
        media=media,
        link=frame.utm.tagged(link) if in_field else "",
        card=_card(frame, link, parts) if spec.card == "client" and not media else None,
        tags=tuple(dict.fromkeys(bare_tags(_tags(frame)))) if spec.hashtags == "field" else (),
        disclosure=tuple(f"{one.kind}: {one.partner}" if one.partner else one.kind for one in post.disclosure),
        options=options,
        losses=tuple(sorted(frame.losses, key=lambda loss: (loss.line, loss.offset))),
    )


def _takes_link(frame: Frame, media: tuple[ShownMedia, ...]) -> bool:
    """Whether the link travels in a field of its own; a card and media take the same place, so media win it."""
    spec = frame.spec
    if not spec.link_field and spec.links != "card-only":
        return False
    return not media or spec.card == "none" or spec.needs_media or spec.links not in ("auto", "facet")


def _parts(frame: Frame, link: str) -> list[Traced]:
    """The parts of the main text, with what is added under it."""
    spec, section = frame.spec, section_for(frame.post, frame.channel)
    parts = words_of(section, frame) if section else []
    if frame.post.action == "repost" or not spec.formats.get(frame.choice.format, _AS_BASE).caption:
        if parts and section:
            first = section.chunks[0]
            frame.losses.append(Loss(what="caption", text=parts[0].text, offset=first.offset, line=first.line))
        return []
    if section and not spec.thread:
        parts = as_one(parts, section, frame)
    if link and spec.links == "dead":
        frame.lose("link", link, "link")
        link = ""
    tags = _tags(frame)
    if tags and spec.hashtags == "none":
        frame.lose("hashtags", " ".join(f"#{tag}" for tag in bare_tags(tags)), "hashtags")
    parts = with_tail(parts, frame, link, tags if spec.hashtags == "text" else ())
    if spec.thread and "auto" in (frame.choice.thread, frame.channel.thread):
        parts = cut_to_fit(parts, frame)
    return parts


def _first_comment(frame: Frame) -> Part | None:
    section = section_for(frame.post, frame.channel, FIRST_COMMENT)
    if section is None:
        return None
    if not frame.spec.first_comment:
        frame.losses.append(Loss(what="first-comment", text="", offset=0, line=section.line))
        return None
    parts = as_one(words_of(section, frame), section, frame)
    return _part(parts[0], frame) if parts else None


def _part(words: Traced, frame: Frame) -> Part:
    spec = frame.spec
    facets = facets_of(words.text, words.marks, spec, frame.utm, frame.ws.lock)
    sent = wire(words.text, facets, spec) if spec.markup in READ_MARKUP else ""
    return Part(text=words.text, wire=sent if sent != words.text else "", facets=facets, origin=words.origin)


def _tags(frame: Frame) -> tuple[str, ...]:
    own = frame.choice.hashtags
    return frame.post.hashtags if own is None else own


def _card(frame: Frame, link: str, parts: list[Traced]) -> Card | None:
    """The card we make: of the post's link, else of the first link in the text that lock.json knows."""
    cards = frame.ws.lock.cards
    candidates = [link] if link else [span.target for part in parts for span in addresses(part.text)]
    for address in candidates:
        known = cards.get(address) or cards.get(without_utm(address))
        if known is not None:
            return Card(
                url=frame.utm.tagged(address),
                title=known.title,
                description=known.description,
                image=known.image,
            )
    return Card(url=frame.utm.tagged(link)) if link else None
