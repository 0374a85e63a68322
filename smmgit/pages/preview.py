"""A rendition as a card that reads like the network's own, with its counts and what got lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from smmgit.model.brand import Channel
from smmgit.model.delivery import Entry, State
from smmgit.model.finding import Finding
from smmgit.model.rendition import Card, Rendition, ShownMedia
from smmgit.model.say import Say
from smmgit.model.spec import PlatformSpec
from smmgit.pages.at import At, template
from smmgit.pages.links import web
from smmgit.pages.meters import meters
from smmgit.pages.parts import remarks
from smmgit.pages.richtext import BY_THEMSELVES, rich
from smmgit.plan.history import instant

LIKE = {
    "x": "feed", "bluesky": "feed", "mastodon": "feed", "threads": "feed",
    "linkedin": "page", "facebook": "page", "google-business": "page",
    "instagram": "picture", "pinterest": "picture", "tiktok": "picture", "youtube": "picture", "snapchat": "picture",
    "telegram": "chat", "discord": "chat", "slack": "chat", "matrix": "chat",
    "reddit": "topic", "tumblr": "topic",
}  # fmt: skip
_MARKS = {"video": "play", "audio": "sound", "document": "paper"}

WORDS = {
    "comment": Say("First comment", "Premier commentaire"),
    "no_alt": Say("No description", "Sans description"),
    "decorative": Say("Decorative", "Décorative"),
    "alt": Say("Described as", "Décrite ainsi"),
    "lost": Say("Lost on this network", "Perdu sur ce réseau"),
    "why": Say("Why", "Pourquoi"),
    "change": Say("What would change it", "Ce qui changerait"),
    "approved": Say("What is approved is exactly this", "Ce qui est validé est exactement ceci"),
    "yes": Say("Approved by", "Validée par"),
    "yes_other": Say("Another version was approved by", "Une autre version a été validée par"),
    "options": Say("Options", "Options"),
    "disclosed": Say("Said to readers", "Dit aux lecteurs"),
    "seen": Say("See it on the network", "La voir sur le réseau"),
    "card": Say("Link", "Lien"),
    "nothing": Say("Nothing to show for this account.", "Rien à montrer pour ce compte."),
    "tags": Say("Tags", "Mots-clés"),
}

_OTHER = Say("formatting", "mise en forme")
_LOSSES = {
    "bold": Say("bold", "gras"),
    "italic": Say("italics", "italique"),
    "strike": Say("strike-through", "barré"),
    "code": Say("code", "code"),
    "pre": Say("code block", "bloc de code"),
    "quote": Say("quotation", "citation"),
    "heading": Say("heading", "intertitre"),
    "table": Say("table", "tableau"),
    "image": Say("image in the text", "image dans le texte"),
    "markdown-link": Say("link behind words", "lien derrière des mots"),
    "mention": Say("mention", "mention"),
    "link": Say("link", "lien"),
    "hashtags": Say("hashtags", "mots-dièse"),
    "title": Say("title", "titre"),
    "caption": Say("caption", "légende"),
    "thread": Say("thread", "fil"),
    "first-comment": Say("first comment", "premier commentaire"),
}

HTML = template("""
<section class="sg-preview like-{{ like }} on-{{ platform }}" id="{{ anchor }}">
  <header class="sg-preview-head">
    <h3>{{ at.platform(platform) }} {{ name }}</h3>
    {% for state in states %}
    <p>{{ at.state(state.name) }}{% if state.at %} <span class="sg-soft">{{ at.moment(state.at) }}</span>{% endif %}</p>
    {% endfor %}
  </header>
  {% if r.parts or media %}
  <div class="sg-screen"{% if r.lang %} lang="{{ r.lang }}"{% endif %}>
    {% for part in parts %}
    <div class="sg-said">
      <p class="sg-who"><span class="sg-avatar" aria-hidden="true">{{ initial }}</span>
        <strong>{{ brand }}</strong>{% if handle %} <span>{{ handle }}</span>{% endif %}</p>
      {% if part.first and r.title %}<p class="sg-said-title">{{ r.title }}</p>{% endif %}
      {% if part.html %}<div class="sg-text">{{ part.html }}</div>{% endif %}
      {% if part.first and media %}
      <ul class="sg-media has-{{ media|length if media|length < 5 else "many" }}">
        {% for item in media %}<li>
          {%- if item.src %}<img src="{{ item.src }}" alt="{{ item.alt }}" loading="lazy"
            {%- if item.place %} style="object-position:{{ item.place }}"{% endif %}>
          {%- else %}<span class="sg-noimage" role="img" aria-label="{{ item.alt or item.file }}">
            {{- at.mark(item.mark) }} <span>{{ item.file }}</span></span>{% endif -%}
          {% if item.kind == "video" and item.src %}<span class="sg-play">{{ at.mark("play") }}</span>{% endif %}
        </li>{% endfor %}
      </ul>
      {% endif %}
      {% if part.first and link %}
      <p class="sg-field"><small>{{ t.card }}</small>
        <a href="{{ link }}" rel="noopener noreferrer nofollow">{{ link }}</a></p>
      {% endif %}
      {% if part.first and r.tags %}
      <p class="sg-field"><small>{{ t.tags }}</small> <span class="sg-tag">#{{ r.tags|join(" #") }}</span></p>
      {% endif %}
      {% if part.first and card %}
      <a class="sg-linkcard" href="{{ card.href }}" rel="noopener noreferrer nofollow">
        <small>{{ card.host }}</small> <strong>{{ card.title }}</strong>
        {% if card.description %}<span>{{ card.description }}</span>{% endif %}</a>
      {% endif %}
    </div>
    {% endfor %}
    {% if comment %}
    <div class="sg-said is-comment"><p class="sg-who"><span class="sg-avatar" aria-hidden="true">{{ initial }}</span>
      <strong>{{ brand }}</strong> <em>{{ t.comment }}</em></p><div class="sg-text">{{ comment }}</div></div>
    {% endif %}
  </div>
  {% else %}<p class="sg-soft">{{ t.nothing }}</p>{% endif %}
  {% if meters %}
  <ul class="sg-meters">
    {% for meter in meters %}<li class="{{ meter.kind }}"><span>{{ meter.name }}</span>
      <b>{{ meter.length }}{% if meter.limit %} / {{ meter.limit }}{% endif %}</b> <span>{{ meter.unit }}</span>
      {% if meter.limit %}<i class="sg-bar" aria-hidden="true"><i style="width:{{ meter.part }}%"></i></i>{% endif -%}
      </li>
    {% endfor %}
  </ul>
  {% endif %}
  {% if media %}
  <dl class="sg-alts">
    {% for item in media %}<div{% if not item.said %} class="is-missing"{% endif %}>
      <dt>{% if item.said %}{{ t.alt }}{% endif %}</dt><dd>{{ item.alt_words }}</dd></div>{% endfor %}
  </dl>
  {% endif %}
  {% if losses %}
  <dl class="sg-losses"><dt>{{ t.lost }}</dt>
    {% for what, text in losses %}<dd>{{ what }}{% if text %} · <s>{{ text }}</s>{% endif %}</dd>{% endfor %}
  </dl>
  {% endif %}
  {% if r.disclosure %}<p class="sg-soft">{{ t.disclosed }} · {{ r.disclosure|join(", ") }}</p>{% endif %}
  {% if r.options %}
  <dl class="sg-facts">{% for name, value in options %}<dt>{{ name }}</dt><dd>{{ value }}</dd>{% endfor %}</dl>
  {% endif %}
  {{ remarks }}
  {% for state in states %}
  <p class="sg-why"><strong>{{ t.why }}</strong> {{ at.say(state.says) }}
    {% set change = at.say(state.change) %}{% if change %}<br><strong>{{ t.change }}</strong> {{ change }}{% endif %}
    {% if state.href %}<br><a href="{{ state.href }}" rel="noopener noreferrer">{{ t.seen }}</a>{% endif %}</p>
  {% endfor %}
  {% if approved %}<p class="sg-approved">{{ at.mark("fix") }} {{ approved }}</p>{% endif %}
  <p class="sg-digest" title="{{ t.approved }}"><code>{{ digest[:12] }}</code></p>
</section>
""")


class Shown(Struct, frozen=True, kw_only=True):
    """A state as the card tells it: with an address only where a browser may follow it."""

    name: str
    at: Any
    says: Say
    change: Say
    href: str


def preview(
    at: At,
    rendition: Rendition,
    channel: Channel,
    states: list[State],
    findings: list[Finding],
    approvals: Sequence[Entry] = (),
) -> Markup:
    """One rendition, as a card with everything known about it; `approvals` as the ledger records them."""
    spec = at.view.ws.specs.get(channel.platform)
    t = at.words(WORDS)
    fold, marks = _fold(rendition, spec), _marks(spec)
    return HTML(
        at=at, t=t, r=rendition, anchor=f"c-{channel.id}",
        like=LIKE.get(channel.platform, "note"), platform=channel.platform, name=at.channel_name(channel.id),
        initial=at.view.ws.brand.name[:1].upper() or "?", brand=at.view.ws.brand.name, handle=_handle(channel),
        states=[
            Shown(name=s.name, at=s.at, says=s.says, change=s.change, href=web(s.url)) for s in states
        ],
        parts=[{"html": rich(part, fold, marks), "first": n == 0} for n, part in enumerate(rendition.parts)]
        or [{"html": "", "first": True}],
        media=[_media(at, item, t) for item in rendition.media],
        card=_card(rendition.card), link=web(rendition.link) if rendition.card is None else "",
        comment=rich(rendition.first_comment, None, marks) if rendition.first_comment else "",
        meters=list(meters(at, rendition, channel, spec)) if spec else [],
        losses=[(at.say(_LOSSES.get(loss.what, _OTHER)), loss.text) for loss in rendition.losses],
        options=[(name, _told(value)) for name, value in rendition.options.items()],
        remarks=remarks(at, findings),
        digest=rendition.digest, approved=_approved(at, rendition.digest, approvals),
    )  # fmt: skip


def _approved(at: At, digest: str, approvals: Sequence[Entry]) -> Markup:
    """Who said yes to exactly this, when; else the newest yes, said to be to another version."""
    these = [entry for entry in approvals if entry.rendition == digest]
    newest = {str(entry.data.get("by", "")): entry for entry in these or approvals[-1:]}
    policy = at.view.ws.policy
    told = []
    for by, entry in newest.items():
        person = policy.person(by) if policy else None
        when = instant(entry.at)
        told.append(
            Markup("{}{} <code>{}</code>").format(
                (person.name if person else "") or by or "?",
                Markup(", {}").format(at.moment(when)) if when else "",
                entry.rendition[:12],
            )
        )
    if not told:
        return Markup("")
    head = at.say(WORDS["yes" if these else "yes_other"])
    return Markup("<strong>{}</strong> {}").format(head, Markup(" · ").join(told))


def _handle(channel: Channel) -> str:
    handle = channel.handle.strip().lstrip("@")
    return f"@{handle}" if handle else ""


def _told(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_told(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_told(item)}" for name, item in value.items())
    return str(value)


def _media(at: At, item: ShownMedia, t: dict[str, str]) -> dict[str, Any]:
    src = at.picture(item.file, large=True, crop=item.crop)
    if not src and item.cover:
        src = at.picture(item.cover, large=True)
    focus = item.focus if item.crop is None else None
    return {
        "src": src,
        "file": (item.file or item.url).rsplit("/", 1)[-1],
        "kind": item.kind,
        "mark": _MARKS.get(item.kind, "picture"),
        "alt": item.alt or "",
        "said": bool(item.alt),
        "alt_words": item.alt or (t["decorative"] if item.decorative else t["no_alt"]),
        "place": f"{focus[0] * 100:.0f}% {focus[1] * 100:.0f}%" if focus else "",
    }


def _card(card: Card | None) -> dict[str, str] | None:
    href = web(card.url) if card else ""
    if card is None or not href:
        return None
    host = href.split("/")[2]
    return {"href": href, "host": host, "title": card.title or href, "description": card.description}


def _fold(rendition: Rendition, spec: PlatformSpec | None) -> int | None:
    """Where the network hides the rest of the text, as an offset; None where it shows all."""
    if spec is None or len(rendition.parts) != 1:
        return None
    length = len(rendition.parts[0].text)
    marks = [int(limit.max) for limit in spec.fold if limit.max and limit.unit in ("grapheme", "code-point", "utf-16")]
    return min((mark for mark in marks if 0 < mark < length), default=None)


def _marks(spec: PlatformSpec | None) -> frozenset[str]:
    """What the network turns into links without being told."""
    if spec is None or spec.links == "facet":
        return frozenset()
    return BY_THEMSELVES if spec.links == "auto" else BY_THEMSELVES - {"link"}
