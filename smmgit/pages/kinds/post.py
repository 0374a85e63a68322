"""A page per post: what every channel will show, where it stands, and what to mend."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec

from smmgit.model.delivery import State
from smmgit.model.finding import Finding
from smmgit.model.inherit import inherited
from smmgit.model.post import Post
from smmgit.model.say import Say
from smmgit.pages.at import At, template
from smmgit.pages.links import web
from smmgit.pages.page import Page
from smmgit.pages.parts import partly, remarks
from smmgit.pages.preview import preview
from smmgit.pages.view import SiteView
from smmgit.plan.overview import PostView

FORMAT = "2"  # part of the key under which a page is remembered

WORDS = {
    "edit": Say("Edit this post", "Modifier cette publication"),
    "jump": Say("Accounts", "Comptes"),
    "about": Say("About this post", "Fiche"),
    "fix": Say("Remarks", "Remarques"),
    "fine": Say("Nothing to remark.", "Rien à redire."),
    "unknown": Say("Unknown account", "Compte inconnu"),
    "no_preview": Say("No account will show this yet: add `channels`.",
                      "Aucun compte ne montrera ceci : ajoutez `channels`."),
    "campaign": Say("Campaign", "Campagne"),
    "pillar": Say("Pillar", "Pilier"),
    "persona": Say("For", "Pour"),
    "objective": Say("Objective", "Objectif"),
    "owner": Say("Looked after by", "Suivi par"),
    "speaker": Say("Voice of", "Voix de"),
    "lang": Say("Language", "Langue"),
    "link": Say("Link", "Lien"),
    "translation": Say("Translation of", "Traduction de"),
    "sources": Say("Stands on", "Sources"),
    "needs": Say("Still missing", "Il manque encore"),
    "not_dated": Say("No date yet", "Pas encore de date"),
    "file": Say("File", "Fichier"),
    "repeat": Say("Repeats", "Se répète"),
    "by": Say("{what}, {by}", "{what}, {by}"),
}  # fmt: skip

HTML = template("""
<header class="sg-head sg-head-post">
  <p class="sg-eyebrow">{{ brand }}</p>
  <h1>{{ at.title(post) }}</h1>
  <p class="sg-lead">{{ at.state(name) }}{% if partly %} {{ partly }}{% endif %}
    <span>{% if when %}{{ at.moment(when) }}{% else %}{{ t.not_dated }}{% endif %}</span></p>
  {% if edit %}
  <p><a class="sg-button" href="{{ edit }}" rel="noopener noreferrer">{{ at.mark("edit") }} {{ t.edit }}</a></p>
  {% endif %}
</header>
<div class="sg-post">
  <div>
    {% if previews|length > 1 %}
    <nav class="sg-jump" aria-label="{{ t.jump }}"><ul>
      {% for item in previews %}
      <li><a href="#c-{{ item.id }}">{{ at.platform(item.platform) }} {{ item.name }}</a></li>
      {% endfor %}
    </ul></nav>
    {% endif %}
    <div class="sg-previews">{% for item in previews %}{{ item.html }}{% endfor %}</div>
    {% if not previews %}<p class="sg-calm">{{ t.no_preview }}</p>{% endif %}
  </div>
  <aside class="sg-aside">
    <section><h2>{{ t.fix }}</h2>
      {% if remarks %}{{ remarks }}{% else %}<p class="sg-soft">{{ t.fine }}</p>{% endif %}
    </section>
    <section><h2>{{ t.about }}</h2>
      <dl class="sg-facts">
        {% for fact in facts %}
        <dt>{{ t[fact.name] }}</dt>
        {% for value in fact.values %}<dd>
          {%- if value.href %}<a href="{{ value.href }}" rel="noopener noreferrer">{{ value.text }}</a>
          {%- else %}{{ value.text }}{% endif %}</dd>{% endfor %}
        {% endfor %}
        <dt>{{ t.file }}</dt><dd><code>{{ post.path }}</code></dd>
      </dl>
    </section>
  </aside>
</div>
""")


def pages(view: SiteView) -> Iterator[Page]:
    """`posts/<id>.html`, remembered while nothing it depends on changes."""
    for item in view.posts:
        yield view.remember(_key(view, item), lambda item=item: _page(view, item))  # type: ignore[misc]


def _key(view: SiteView, item: PostView) -> str:
    post = item.post
    other = view.by_id.get(post.translation_of)
    value = (
        FORMAT,
        view.surroundings,
        view.post_uri(post),
        post.path,
        post.digest,
        item.states,
        item.name,
        view.today.year,
        view.findings_of.get(post.path, []),
        [view.approvals.get((post.id, state.key.channel), ()) for state in item.states],
        [view.ws.media.get(media.file) for media in post.media],
        [view.ws.media.get(media.cover) for media in post.media if media.cover],
        (other.title, view.post_uri(other)) if other else "",
    )
    return hashlib.sha256(msgspec.msgpack.encode(value)).hexdigest()


def _page(view: SiteView, item: PostView) -> Page:
    post = inherited(item.post, view.ws)
    at = At(view, view.post_uri(post))
    findings = view.findings_of.get(post.path, [])
    renditions = view.renditions(item.post)
    shown = {rendition.channel for rendition in renditions}
    previews = []
    for rendition in renditions:
        channel = view.ws.channels[rendition.channel]
        states = [state for state in item.states if view.ws.channel(state.key.channel) == channel]
        own = [finding for finding in findings if finding.channel == channel.id]
        html = preview(at, rendition, channel, states, own, view.approvals.get((post.id, channel.id), ()))
        previews.append(
            {"id": channel.id, "platform": channel.platform, "name": at.channel_name(channel.id), "html": html}
        )
    html = HTML(
        at=at, t=at.words(WORDS), post=post, name=item.name, brand=view.ws.brand.name,
        when=item.at or _first(item.states), partly=partly(at, item), edit=at.edit(post.path), previews=previews,
        remarks=remarks(at, _general(findings, shown)), facts=list(_facts(at, post)),
    )  # fmt: skip
    first_line = next((line for r in renditions for line in r.text.splitlines() if line.strip()), "")
    return Page(
        uri=at.uri, title=at.title(post), html=html, section="calendar", summary=first_line[:200] or at.title(post),
        edit_path=post.path, pictures=tuple(at.pictures.values()),
    )  # fmt: skip


def _first(states: tuple[State, ...]) -> object:
    return min((state.at for state in states if state.at is not None), default=None)


def _general(findings: list[Finding], shown: set[str]) -> list[Finding]:
    return [finding for finding in findings if finding.channel not in shown]


def _facts(at: At, post: Post) -> Iterator[dict[str, object]]:
    """The post's card: name of the field, values with an address or none."""
    ws = at.view.ws

    def named(table: dict[str, object], key: str) -> str:
        return getattr(table.get(key), "name", "") or key

    plain = (
        ("campaign", named(ws.campaigns, post.campaign)),  # type: ignore[arg-type]
        ("pillar", named(ws.pillars, post.pillar)),  # type: ignore[arg-type]
        ("persona", named(ws.personas, post.persona)),  # type: ignore[arg-type]
        ("objective", named(ws.objectives, post.objective)),  # type: ignore[arg-type]
        ("owner", named(ws.people, post.owner)),  # type: ignore[arg-type]
        ("speaker", named(ws.people, post.speaker)),  # type: ignore[arg-type]
        ("lang", at.language(post.lang) if post.lang else ""),
        ("repeat", post.repeat),
    )
    for name, text in plain:
        if text:
            yield {"name": name, "values": [{"text": text, "href": ""}]}
    if post.link:
        yield {"name": "link", "values": [{"text": post.link, "href": web(post.link)}]}
    if post.translation_of:
        other = at.view.by_id.get(post.translation_of)
        target = (
            {"text": at.title(other), "href": at.post(other)} if other else {"text": post.translation_of, "href": ""}
        )
        yield {"name": "translation", "values": [target]}
    if post.sources:
        yield {"name": "sources", "values": [{"text": source, "href": web(source)} for source in post.sources]}
    missing = [need for need in post.needs if not need.done]
    if missing:
        told = [
            " · ".join(filter(None, (need.what, need.by, at.date(need.due, named=False) if need.due else "")))
            for need in missing
        ]
        yield {"name": "needs", "values": [{"text": text, "href": ""} for text in told]}
