"""The accounts: what each one says next and last, and what its network allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from smmgit.model.brand import Channel
from smmgit.model.delivery import StateName
from smmgit.model.say import Say
from smmgit.model.spec import Limit, PlatformSpec
from smmgit.pages.at import At, template
from smmgit.pages.links import web
from smmgit.pages.marks import STATES
from smmgit.pages.page import Entry, Page
from smmgit.pages.view import Moment, SiteView

WORDS = {
    "menu": Say("Accounts", "Comptes"),
    "lead": Say("{n} accounts on {p} networks.", "{n} comptes sur {p} réseaux."),
    "none": Say("No account yet: describe them in brand/channels.yml.",
                "Aucun compte : décrivez-les dans brand/channels.yml."),
    "next": Say("Next", "Prochaine"),
    "last": Say("Last", "Dernière"),
    "nothing": Say("nothing", "rien"),
    "off": Say("switched off", "désactivé"),
    "limits": Say("What {name} allows", "Ce que permet {name}"),
    "what": Say("What", "Quoi"),
    "least": Say("At least", "Au moins"),
    "most": Say("At most", "Au plus"),
    "source": Say("Read in, on", "Lu dans, le"),
    "unsure": Say("Sources disagree", "Sources en désaccord"),
    "own": Say("set for this account", "fixé pour ce compte"),
    "unknown": Say("We know nothing about this network's limits.", "Nous ne savons rien des limites de ce réseau."),
    "lang": Say("writes in {lang}", "écrit en {lang}"),
}  # fmt: skip

HTML = template("""
<header class="sg-head">
  <p class="sg-eyebrow">{{ brand }}</p>
  <h1>{{ t.menu }}</h1>
  <p class="sg-lead">{{ lead }}</p>
</header>
<div class="sg-accounts">
{% for c in channels %}
<article class="sg-account" id="{{ c.id }}">
  <header>
    <span class="sg-account-mark">{{ at.platform(c.platform) }}</span>
    <div><h2>{{ c.name }}</h2>
    <p class="sg-soft">{% if c.href %}<a href="{{ c.href }}" rel="noopener noreferrer">{{ c.handle or c.href }}</a>
      {%- else %}{{ c.handle }}{% endif %}{% if c.lang %} · {{ c.lang }}{% endif %}
      {%- if c.off %} · <em>{{ t.off }}</em>{% endif %}</p></div>
  </header>
  <dl class="sg-turns">
    {% for name, turn in c.turns %}
    <div><dt>{{ name }}</dt><dd>
      {%- if turn %}<a href="{{ at.post(turn.view.post) }}">{{ at.title(turn.view.post) }}</a>
      <span class="sg-soft">{{ at.moment(turn.at) }}</span>{% else %}{{ t.nothing }}{% endif %}</dd></div>
    {% endfor %}
  </dl>
  <ul class="sg-sums">{% for name, count in c.tally %}<li><b>{{ count }}</b> {{ at.state(name) }}</li>{% endfor %}</ul>
  {% if c.limits %}
  <details><summary>{{ c.limits_title }}</summary>
  <div class="sg-scroll" tabindex="0" role="region" aria-label="{{ c.limits_title }}"><table class="sg-table">
    <thead><tr><th scope="col">{{ t.what }}</th><th scope="col">{{ t.least }}</th>
      <th scope="col">{{ t.most }}</th>
      <th scope="col">{{ t.source }}</th></tr></thead>
    <tbody>{% for limit in c.limits %}
      <tr><th scope="row">{{ limit.what }}</th>
      <td>{{ limit.least }}</td>
      <td>{{ limit.most }}</td><td>{{ limit.source }}
      {%- if limit.unsure %}<br><strong class="sg-unsure">?? {{ t.unsure }}</strong> {{ limit.unsure }}{% endif -%}
      </td></tr>
    {% endfor %}</tbody>
  </table></div></details>
  {% else %}<p class="sg-soft">{{ t.unknown }}</p>{% endif %}
</article>
{% else %}<p class="sg-calm">{{ t.none }}</p>{% endfor %}
</div>
""")


def entry(view: SiteView) -> Entry:
    """Its place in the main menu."""
    return Entry(uri="channels.html", name=At(view, "").say(WORDS["menu"]), section="channels", rank=50)


def pages(view: SiteView) -> Iterator[Page]:
    """`channels.html`."""
    at = At(view, "channels.html")
    t = at.words(WORDS)
    found = list(view.ws.channels.values())
    lines: dict[str, list[Moment]] = {channel.id: [] for channel in found}
    for moment in view.moments:
        for state in moment.states:
            channel = view.ws.channel(state.key.channel)
            if channel is not None:
                lines[channel.id].append(moment)
    lead = at.say(WORDS["lead"], n=len(found), p=len({channel.platform for channel in found}))
    html = HTML(
        at=at, t=t, brand=view.ws.brand.name, lead=lead if found else "",
        channels=[_channel(at, channel, lines[channel.id]) for channel in found],
    )  # fmt: skip
    yield Page(uri=at.uri, title=t["menu"], html=html, section="channels", summary=lead)


def _channel(at: At, channel: Channel, moments: list[Moment]) -> dict[str, object]:
    now = at.view.local(at.view.now)
    spec = at.view.ws.specs.get(channel.platform)
    states = [s for m in moments for s in m.states if at.view.ws.channel(s.key.channel) is channel]
    tally: Counter[StateName] = Counter(state.name for state in states)
    coming = next((m for m in moments if m.at >= now and m.name in ("scheduled", "by-hand", "to-review")), None)
    out = next((m for m in reversed(moments) if _is_out(at, m, channel)), None)
    handle = channel.handle.strip().lstrip("@")
    return {
        "id": channel.id,
        "platform": channel.platform,
        "name": at.channel_name(channel.id),
        "handle": f"@{handle}" if handle else "",
        "href": web(channel.url),
        "lang": at.say(WORDS["lang"], lang=at.language(channel.lang)) if channel.lang else "",
        "off": not channel.enabled,
        "turns": [(at.say(WORDS["next"]), coming), (at.say(WORDS["last"]), out)],
        "tally": [(name, tally[name]) for name in STATES if tally[name]],  # type: ignore[index]
        "limits_title": at.say(WORDS["limits"], name=at.platform_name(channel.platform)),
        "limits": list(_limits(at, channel, spec)) if spec else [],
    }


def _is_out(at: At, moment: Moment, channel: Channel) -> bool:
    return any(s.name == "published" and at.view.ws.channel(s.key.channel) is channel for s in moment.states)


def _limits(at: At, channel: Channel, spec: PlatformSpec) -> Iterator[dict[str, str]]:
    for name, typed in channel.limits.items():
        yield {"what": name, "least": "", "most": typed, "source": at.say(WORDS["own"]), "unsure": ""}
    groups: list[tuple[str, tuple[Limit, ...]]] = [*spec.text.items(), *spec.counts.items()]
    for kind, media in spec.media.items():
        groups += [(f"{kind}: {measure}", limits) for measure, limits in media.limits.items()]
    for name, limits in groups:
        for limit in limits:
            yield {
                "what": f"{name} ({limit.name})" if limit.name and limit.name != name else name,
                "least": _amount(limit.min, limit.unit),
                "most": _amount(limit.max, limit.unit),
                "source": " · ".join(filter(None, (limit.source, limit.verified_on or spec.verified_on))),
                "unsure": limit.uncertain,
            }


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    if unit == "byte":
        for size, word in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")):
            if value >= size:
                return f"{value / size:g} {word}"
    number = f"{value:,.0f}".replace(",", "\u202f") if value == int(value) else f"{value:g}"
    return number if unit in ("item", "ratio") else f"{number} {unit}"
