"""What people post themselves: exact texts to copy, files to take along, steps, and how to confirm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from smmgit.model.rendition import Rendition, ShownMedia
from smmgit.model.say import Say
from smmgit.pages.at import At, template
from smmgit.pages.links import web
from smmgit.pages.page import Entry, Page
from smmgit.pages.parts import page_uri, pager
from smmgit.pages.todo import SOON
from smmgit.pages.view import SiteView
from smmgit.plan.plan import Planned
from smmgit.render.by_hand import Sheet, Text, sheet

CARDS = 30

WORDS = {
    "menu": Say("By hand", "À la main"),
    "title": Say("To post by hand", "À publier à la main"),
    "lead": Say("Copy, post, then confirm with the address.", "Copier, publier, puis confirmer avec l'adresse."),
    "rehearsed": Say("Rehearsal only: nothing here may be posted yet.",
                     "Répétition seulement : rien de ceci n'est à publier pour l'instant."),
    "now": Say("Now", "Maintenant"),
    "latest": Say("at the latest {when}", "au plus tard {when}"),
    "nothing": Say("Nothing to post by hand in the next two weeks.",
                   "Rien à publier à la main dans les deux semaines qui viennent."),
    "copy": Say("Copy", "Copier"),
    "copied": Say("Copied", "Copié"),
    "failed": Say("Press Ctrl+C", "Faire Ctrl+C"),
    "account": Say("Account", "Compte"),
    "note": Say("To know", "À savoir"),
    "steps": Say("Steps", "Étapes"),
    "files": Say("Files", "Fichiers"),
    "fetch": Say("Download {name}", "Télécharger {name}"),
    "elsewhere": Say("{name}: to fetch from {source}", "{name} : à prendre dans {source}"),
    "no_alt": Say("No alt text", "Pas de texte alternatif"),
    "decorative": Say("Decorative: no alt text needed", "Décorative : pas besoin de texte alternatif"),
    "confirm": Say("Once it is out", "Une fois en ligne"),
    "post": Say("The whole post", "Toute la publication"),
}  # fmt: skip

COPY = """{% macro block(id, name, text, lang="") %}
<div class="sg-paste">
  <h4 id="{{ id }}-name">{{ name }}</h4>
  <button type="button" class="sg-copy" data-copy="{{ id }}" data-done="{{ t.copied }}" data-failed="{{ t.failed }}"
    aria-describedby="{{ id }}-name" hidden>{{ t.copy }}</button>
  <pre id="{{ id }}" tabindex="0" aria-labelledby="{{ id }}-name"{% if lang %} lang="{{ lang }}"{% endif %}>
{{ text }}</pre>
</div>
{% endmacro %}"""

HTML = template(
    COPY
    + """
<header class="sg-head">
  <p class="sg-eyebrow">{{ brand }}</p>
  <h1>{{ t.title }}</h1>
  <p class="sg-lead">{{ t.rehearsed if rehearsal else t.lead }}</p>
</header>
{{ pager }}
<div class="sg-hands">
{% for c in cards %}
<article class="sg-hand{% if c.now %} is-now{% endif %}" id="{{ c.id }}">
  <header>
    <p class="sg-hand-when">{% if c.now %}<strong>{{ t.now }}</strong> {% endif %}{{ c.when }}
      {%- if c.latest %} <span>{{ c.latest }}</span>{% endif %}</p>
    <h2>{{ at.platform(c.platform) }} {{ c.title }}</h2>
    <p class="sg-soft">{{ c.name }}{% if c.account %} · <a href="{{ c.account }}" rel="noopener noreferrer">
      {{- c.account }}</a>{% endif %}{% if c.href %} · <a href="{{ c.href }}">{{ t.post }}</a>{% endif %}</p>
  </header>
  <div class="sg-hand-do">
    <h3>{{ t.steps }}</h3>
    {% if c.note %}<p class="sg-hand-note"><strong>{{ t.note }}</strong> {{ c.note }}</p>{% endif %}
    <ol>{% for step in c.steps %}<li>{{ step }}</li>{% endfor %}</ol>
    {{ block(c.id + "-confirm", t.confirm, c.confirm) }}
  </div>
  <div class="sg-hand-what">
    {% for text in c.texts %}{{ block(text.id, text.name, text.text, c.lang) }}{% endfor %}
    {% if c.media %}
    <h3>{{ t.files }}</h3>
    <ul class="sg-takes">
      {% for item in c.media %}
      <li>
        {% if item.src %}<img src="{{ item.src }}" alt="{{ item.alt }}" loading="lazy" width="320" height="240">
        {% else %}<span class="sg-noimage" aria-hidden="true">{{ at.mark("picture") }}</span>{% endif %}
        <div>
          <p>{% if item.href %}<a href="{{ item.href }}" download="{{ item.name }}">{{ item.fetch }}</a>
            {%- else %}{{ item.fetch }}{% endif %}</p>
          {% if item.text %}{{ block(item.text.id, item.text.name, item.text.text, c.lang) }}
          {% else %}<p class="sg-soft">{{ item.without }}</p>{% endif %}
        </div>
      </li>
      {% endfor %}
    </ul>
    {% endif %}
  </div>
</article>
{% else %}<p class="sg-calm">{{ t.nothing }}</p>{% endfor %}
</div>
{{ pager }}
<p class="sg-vh" role="status" data-copy-status></p>
"""
)


def entry(view: SiteView) -> Entry | None:
    """Its place in the main menu, while there is something to post."""
    if not _coming(view):
        return None
    return Entry(uri="by-hand.html", name=At(view, "").say(WORDS["menu"]), section="by-hand", rank=45)


def pages(view: SiteView) -> Iterator[Page]:
    """`by-hand.html`, and `by-hand/2.html`… where much is posted by hand."""
    items = _coming(view)
    total = max(1, -(-len(items) // CARDS))
    for number in range(1, total + 1):
        yield _page(view, items[(number - 1) * CARDS : number * CARDS], number, total)


def _coming(view: SiteView) -> list[Planned]:
    """What is by hand now or in the next two weeks, by time; what has no time is for now."""
    ends = view.now + SOON
    found = [
        item
        for item in view.overview.plan.items
        if item.state.name == "by-hand" and (item.delivery.at is None or item.delivery.at <= ends)
    ]
    return sorted(found, key=lambda item: (item.delivery.at or view.now, item.delivery.key))


def _page(view: SiteView, items: Sequence[Planned], number: int, total: int) -> Page:
    at = At(view, page_uri("by-hand.html", number))
    t = at.words(WORDS)
    cards = [_card(at, item, f"h{place}") for place, item in enumerate(items, 1)]
    html = HTML(
        at=at, t=t, brand=view.ws.brand.name, rehearsal=view.overview.sending == "rehearsal-only",
        pager=pager(at, number, total, "by-hand.html"), cards=[each for each in cards if each],
    )  # fmt: skip
    return Page(
        uri=at.uri, title=t["title"], html=html, section="by-hand", summary=t["title"] if number == 1 else "",
        pictures=tuple(at.pictures.values()), downloads=tuple(at.downloads.values()),
    )  # fmt: skip


def _card(at: At, item: Planned, place: str) -> dict[str, Any] | None:
    view, delivery = at.view, item.delivery
    channel = view.ws.channel(delivery.key.channel)
    shown = [item.rendition] if item.rendition else view.renditions(item.post)
    rendition = next((each for each in shown if channel and each.channel == channel.id), None)
    if channel is None or rendition is None:
        return None
    told = sheet(rendition, channel, delivery.key)
    texts = {text.number: _text(at, text, place) for text in told.texts}
    return {
        "id": place,
        "now": item.state.reason == "by-hand-now",
        "when": at.moment(delivery.at) if delivery.at else "",
        "latest": at.say(WORDS["latest"], when=at.moment(delivery.not_after)) if delivery.not_after else "",
        "platform": told.network,
        "title": at.title(item.post),
        "name": at.channel_name(channel.id),
        "account": web(channel.url),
        "href": at.post(item.post),
        "note": told.instructions,
        "steps": [at.say(step) for step in told.steps],
        "confirm": told.confirm.in_(view.lang),
        "lang": rendition.lang,
        "texts": [texts[text.number] for text in told.texts if text.role != "alt"],
        "media": list(_media(at, rendition, told, texts)),
    }


def _text(at: At, text: Text, place: str) -> dict[str, str]:
    return {"id": f"{place}-{text.number}", "name": at.say(text.called), "text": text.text}


def _media(at: At, rendition: Rendition, told: Sheet, texts: dict[int, dict[str, str]]) -> Iterator[dict[str, Any]]:
    alts = {text.file: texts[text.number] for text in told.texts if text.role == "alt"}
    t = at.words(WORDS)
    for name, item in zip(told.files, rendition.media, strict=True):
        src = at.picture(item.file, crop=item.crop) or (at.picture(item.cover) if item.cover else "")
        href = at.whole(item.file, item.crop) if item.file else web(item.url)
        yield {
            "src": src,
            "alt": item.alt or "",
            "name": name,
            "href": href,
            "fetch": at.say(WORDS["fetch" if href else "elsewhere"], name=name, source=_source(item)),
            "text": alts.get(name),
            "without": t["decorative" if item.decorative else "no_alt"],
        }


def _source(item: ShownMedia) -> str:
    return item.file or item.url
