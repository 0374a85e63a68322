"""Pieces that several pages share: a post as a card or a row, a remark, the legend of states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from smmgit.model.delivery import ONCE
from smmgit.model.finding import Finding
from smmgit.model.say import Say
from smmgit.pages.at import At, template
from smmgit.pages.marks import STATES
from smmgit.pages.view import Moment
from smmgit.plan.overview import PostView

_CARD = template("""
<article class="sg-card is-{{ name }}">
  <a class="sg-card-link" href="{{ href }}">
    {% if cover %}<img src="{{ cover }}" alt="" loading="lazy" width="320" height="200">{% endif %}
    <h3>{{ title }}</h3>
  </a>
  <p class="sg-card-when">{{ when }}</p>
  <div class="sg-card-where">{{ channels }}</div>
  <p class="sg-card-state">{{ state }}{% if partly %} <small>{{ partly }}</small>{% endif %}</p>
</article>
""")

_ROW = template("""
<article class="sg-row is-{{ name }}">
  <p class="sg-row-when">{% if when %}{{ when }}{% else %}<span aria-hidden="true">—</span>{% endif %}</p>
  <div class="sg-row-cover">
    {%- if cover %}<img src="{{ cover }}" alt="" loading="lazy" width="64" height="64">
    {%- else %}<span class="sg-row-blank" aria-hidden="true">{{ initial }}</span>{% endif -%}
  </div>
  <div class="sg-row-what">
    <h3><a href="{{ href }}">{{ title }}</a></h3>
    {% if note %}<p class="sg-soft">{{ note }}</p>{% endif %}
    {{ channels }}
  </div>
  <p class="sg-row-state">{{ state }}{% if partly %} <small>{{ partly }}</small>{% endif %}</p>
</article>
""")

_CHIP = template("""
<li class="sg-chip is-{{ name }}"><a href="{{ href }}">
  {% if cover %}<img src="{{ cover }}" alt="" loading="lazy" width="120" height="60">{% endif %}
  <span class="sg-chip-top">{{ mark }} {{ when }}</span>
  <span class="sg-chip-title">{{ title }}</span></a>
  {{ channels }}</li>
""")

_REMARK = template("""
<li class="sg-remark is-{{ severity }}">
  {{ word }}
  <p>{{ message }}</p>
  <p class="sg-soft sg-remark-where">
    {{- line }}{% if channel %} · {{ channel }}{% endif %} · <a href="{{ about }}"><code>{{ rule }}</code></a>
  </p>
</li>
""")

_PARTLY = Say("{done} of {total} published", "{done} sur {total} en ligne")
_LINE = Say("line {n}", "ligne {n}")


def partly(at: At, view: PostView, occurrence: str = ONCE) -> str:
    """`3 of 4 published` of one occurrence of a post, where that says more than its state."""
    names = [state.name for state in view.states if state.key.occurrence == occurrence and state.name != "cancelled"]
    done = names.count("published")
    return at.say(_PARTLY, done=done, total=len(names)) if 0 < done < len(names) else ""


def card(at: At, moment: Moment) -> Markup:
    """A post at one moment, as a card with its picture."""
    return _CARD(**_shown(at, moment.view, moment))


def row(at: At, moment: Moment, note: str = "") -> Markup:
    """A post at one moment, as one line of a list."""
    return _ROW(**_shown(at, moment.view, moment), note=note)


def chip(at: At, moment: Moment) -> Markup:
    """A post at one moment, as an entry of a day in a month."""
    return _CHIP(**_shown(at, moment.view, moment), mark=at.state(moment.name, quiet=True))


def undated_row(at: At, view: PostView, note: str = "") -> Markup:
    """A post without a date, as one line of a list."""
    return _ROW(**_shown(at, view, None), note=note)


def _shown(at: At, view: PostView, moment: Moment | None) -> dict[str, object]:
    post = view.post
    title = at.title(post)
    name = moment.name if moment else view.name
    channels = [state.key.channel for state in moment.states] if moment else [choice.id for choice in post.channels]
    return {
        "href": at.post(post),
        "title": title,
        "name": name,
        "state": at.state(name),
        "when": at.hour(moment.at) if moment else "",
        "cover": at.cover(post),
        "initial": title[:1].upper(),
        "channels": at.channels(channels),
        "partly": partly(at, view, moment.states[0].key.occurrence if moment else ONCE),
    }


def rule_uri(rule: str) -> str:
    """Where a rule's page is."""
    return f"rules/{rule}.html"


def remarks(at: At, findings: Iterable[Finding]) -> Markup:
    """A list of remarks, worst first, in reading order."""
    rank = ("error", "warning", "suggestion")
    ordered = sorted(findings, key=lambda finding: (rank.index(finding.severity), finding.order))
    items = [
        _REMARK(
            severity=finding.severity,
            word=at.severity(finding.severity),
            message=at.say(finding.message),
            line=at.say(_LINE, n=finding.line),
            channel=at.channel_name(finding.channel) if finding.channel else "",
            rule=finding.rule,
            about=at.href(rule_uri(finding.rule)),
        )
        for finding in ordered
    ]
    return Markup('<ul class="sg-remarks">{}</ul>').format(Markup("").join(items)) if items else Markup("")


def legend(at: At, names: Sequence[str] = tuple(STATES)) -> Markup:
    """What each shape means."""
    items = Markup("").join(Markup("<li>{}</li>").format(at.state(name)) for name in names)
    return Markup('<ul class="sg-legend" aria-label="{}">{}</ul>').format(
        at.say(Say("What the shapes mean", "Ce que disent les formes")), items
    )


def pager(at: At, number: int, total: int, uri: str) -> Markup:
    """Links to the pages before and after; `uri` has `{}` for the number (the first page's has none)."""
    if total < 2:
        return Markup("")
    text = at.say(Say("Page {n} of {total}", "Page {n} sur {total}"), n=number, total=total)
    links = []
    for other, rel, word in (
        (number - 1, "prev", Say("Previous page", "Page précédente")),
        (number + 1, "next", Say("Next page", "Page suivante")),
    ):
        if 1 <= other <= total:
            links.append(
                Markup('<a rel="{}" href="{}">{}</a>').format(rel, at.href(page_uri(uri, other)), at.say(word))
            )
    return Markup('<nav class="sg-pager"><span>{}</span> {}</nav>').format(text, Markup(" ").join(links))


def page_uri(uri: str, number: int) -> str:
    """The address of the n-th page of a long list: `fix.html`, then `fix/2.html`."""
    return uri if number == 1 else f"{uri.removesuffix('.html')}/{number}.html"
