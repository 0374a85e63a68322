"""The rehearsal feed: what the embedded sandbox received, channel by channel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smmgit.model.say import Say
from smmgit.pages.at import At, template
from smmgit.pages.page import Entry, Page
from smmgit.pages.parts import page_uri, pager
from smmgit.pages.richtext import rich
from smmgit.pages.view import FeedItem, SiteView

FEW, MANY = 4, 80

WORDS = {
    "menu": Say("Rehearsal", "Répétition"),
    "lead": Say("What the embedded sandbox received. Nothing here left for a network.",
                "Ce que le bac à sable a reçu. Rien de ceci n'est parti vers un réseau."),
    "empty": Say("Nothing was rehearsed yet: `smmgit publish --rehearse`.",
                 "Rien n'a encore été répété : `smmgit publish --rehearse`."),
    "all": Say("All {n}", "Les {n}"),
    "received": Say("{n} posts received", "{n} publications reçues"),
    "received_one": Say("{n} post received", "{n} publication reçue"),
    "partial": Say("{n} of {total} messages", "{n} messages sur {total}"),
}  # fmt: skip

ITEM = template("""
<article class="sg-heard">
  <p class="sg-heard-when">{{ when }}</p>
  {% for text in texts %}<div class="sg-text"{% if lang %} lang="{{ lang }}"{% endif %}>{{ text }}</div>{% endfor %}
  {% if pictures %}<p class="sg-heard-pictures">{% for src, alt in pictures %}<img src="{{ src }}" alt="{{ alt }}"
    loading="lazy" width="120" height="120">{% endfor %}</p>{% endif %}
  <p class="sg-soft">{% if href %}<a href="{{ href }}">{{ title }}</a>{% else %}{{ title }}{% endif %}
    {% if partial %}<strong>{{ partial }}</strong>{% endif %} <code>{{ digest[:12] }}</code></p>
</article>
""")

HTML = template("""
<header class="sg-head">
  <p class="sg-eyebrow">{{ brand }}</p>
  <h1>{{ t.menu }}</h1>
  <p class="sg-lead">{{ t.lead }}</p>
</header>
<div class="sg-feeds">
{% for c in channels %}
<section class="sg-feed">
  <h2>{{ at.platform(c.platform) }} {{ c.name }}</h2><p class="sg-soft">{{ c.count }}</p>
  {% for item in c.items %}{{ item }}{% endfor %}
  {% if c.more %}<p class="sg-more"><a href="{{ c.href }}">{{ c.more }}</a></p>{% endif %}
</section>
{% else %}<p class="sg-calm">{{ t.empty }}</p>{% endfor %}
</div>
""")

ONE = template("""
<header class="sg-head">
  <p class="sg-eyebrow"><a href="{{ at.href("feed.html") }}">{{ t.menu }}</a></p>
  <h1>{{ at.platform(platform) }} {{ name }}</h1>
  <p class="sg-lead">{{ count }}</p>
</header>
{{ pager }}
<section class="sg-feed is-alone">{% for item in items %}{{ item }}{% endfor %}</section>
{{ pager }}
""")


def entry(view: SiteView) -> Entry:
    """Its place in the main menu."""
    return Entry(uri="feed.html", name=At(view, "").say(WORDS["menu"]), section="feed", rank=60)


def pages(view: SiteView) -> Iterator[Page]:
    """`feed.html`, and `feed/<channel>.html` for each channel that received more than a few."""
    heard: dict[str, list[FeedItem]] = {}
    for item in sorted(view.feed, key=lambda item: (item.at, item.post), reverse=True):
        heard.setdefault(item.channel, []).append(item)
    order = [*view.ws.channels, *sorted(set(heard) - set(view.ws.channels))]
    found = [(channel, heard[channel]) for channel in order if channel in heard]
    yield _overview(view, found)
    for place, (channel, items) in enumerate(found, 1):
        if len(items) > FEW:
            total = -(-len(items) // MANY)
            for number in range(1, total + 1):
                yield _one(view, channel, items, f"feed/{place}.html", number, total)


def _overview(view: SiteView, found: Sequence[tuple[str, list[FeedItem]]]) -> Page:
    at = At(view, "feed.html")
    t = at.words(WORDS)
    channels = [
        {
            "platform": _platform(view, channel),
            "name": at.channel_name(channel),
            "count": at.count(len(items), WORDS["received_one"], WORDS["received"]),
            "items": [_item(at, item) for item in items[:FEW]],
            "more": at.say(WORDS["all"], n=len(items)) if len(items) > FEW else "",
            "href": at.href(f"feed/{place}.html"),
        }
        for place, (channel, items) in enumerate(found, 1)
    ]
    html = HTML(at=at, t=t, brand=view.ws.brand.name, channels=channels)
    return Page(
        uri=at.uri, title=t["menu"], html=html, section="feed", summary=t["lead"],
        pictures=tuple(at.pictures.values()),
    )  # fmt: skip


def _one(view: SiteView, channel: str, items: Sequence[FeedItem], uri: str, number: int, total: int) -> Page:
    at = At(view, page_uri(uri, number))
    name = at.channel_name(channel)
    html = ONE(
        at=at, t=at.words(WORDS), platform=_platform(view, channel), name=name,
        count=at.count(len(items), WORDS["received_one"], WORDS["received"]),
        pager=pager(at, number, total, uri),
        items=[_item(at, item) for item in items[(number - 1) * MANY : number * MANY]],
    )  # fmt: skip
    return Page(uri=at.uri, title=name, html=html, section="feed", pictures=tuple(at.pictures.values()))


def _platform(view: SiteView, channel: str) -> str:
    found = view.ws.channel(channel)
    return found.platform if found else "unknown"


def _item(at: At, item: FeedItem) -> str:
    post = at.view.by_id.get(item.post)
    rendition = item.rendition
    messages = [*rendition.parts, *filter(None, [rendition.first_comment])]
    pictures = [(at.picture(media.file, crop=media.crop), media.alt or "") for media in rendition.media]
    missing = len(messages) > item.received
    return ITEM(
        when=at.moment(item.at), texts=[rich(part) for part in messages[: item.received]], lang=rendition.lang,
        pictures=[(src, alt) for src, alt in pictures if src], digest=rendition.digest,
        partial=at.say(WORDS["partial"], n=item.received, total=len(messages)) if missing else "",
        title=at.title(post) if post else item.post, href=at.post(post) if post else "",
    )  # fmt: skip
