"""The month calendar: one page for every month that holds something, and the current one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from smmgit.model.say import Say
from smmgit.pages import dates
from smmgit.pages.at import At, template
from smmgit.pages.occasions import notes
from smmgit.pages.page import Entry, Page
from smmgit.pages.parts import chip, legend
from smmgit.pages.view import SiteView

WORDS = {
    "menu": Say("Calendar", "Calendrier"),
    "zone": Say("Times are those of {zone}", "Heures de {zone}"),
    "empty": Say("Nothing is planned this month.", "Rien n'est prévu ce mois-ci."),
    "today": Say("today", "aujourd'hui"),
    "months": Say("Other months", "Autres mois"),
    "posts": Say("{n} posts", "{n} publications"),
    "post": Say("{n} post", "{n} publication"),
}

HTML = template("""
<header class="sg-head sg-head-month">
  <p class="sg-eyebrow">{{ brand }} <span>{{ zone }}</span></p>
  <h1>{{ title }}</h1>
  <p class="sg-lead">{{ total }}</p>
  <nav class="sg-turn" aria-label="{{ t.months }}">
    {% if before %}<a rel="prev" href="{{ before.href }}">{{ at.mark("previous") }} {{ before.name }}</a>{% endif %}
    {% if after %}<a rel="next" href="{{ after.href }}">{{ after.name }} {{ at.mark("next") }}</a>{% endif %}
  </nav>
</header>
{% if empty %}<p class="sg-calm">{{ t.empty }}</p>{% endif %}
<table class="sg-month">
  <caption class="sg-vh">{{ title }}</caption>
  <thead><tr>
    {% for name in names %}<th scope="col"><abbr title="{{ name[0] }}">{{ name[1] }}</abbr></th>{% endfor %}
  </tr></thead>
  <tbody>
  {% for week in weeks %}<tr>
    {% for day in week %}
    <td class="{{ day.classes }}"{% if day.today %} aria-current="date"{% endif %}>
      <p class="sg-number"><time datetime="{{ day.date }}">
        <span class="sg-number-name">{{ day.name }}</span> <b>{{ day.date.day }}</b></time>
        {%- if day.today %} <em>{{ t.today }}</em>{% endif %}</p>
      {% for note in day.notes %}{{ at.note(note) }}{% endfor %}
      {% if day.lines %}<ul>{% for line in day.lines %}{{ line }}{% endfor %}</ul>{% endif %}
    </td>
    {% endfor %}
  </tr>{% endfor %}
  </tbody>
</table>
{{ legend }}
""")


def entry(view: SiteView) -> Entry:
    """Its place in the main menu."""
    return Entry(uri=uri(view.today), name=At(view, "").say(WORDS["menu"]), section="calendar", rank=20)


def pages(view: SiteView) -> Iterator[Page]:
    """`calendar/2026-11.html` for each month."""
    current = view.today.replace(day=1)
    months = sorted({day.replace(day=1) for day in view.by_day} | {current})
    for number, month in enumerate(months):
        before = months[number - 1] if number else None
        after = months[number + 1] if number + 1 < len(months) else None
        yield _page(view, month, before, after)


def uri(month: dt.date) -> str:
    """Where a month's page is."""
    return f"calendar/{month:%Y-%m}.html"


def _page(view: SiteView, month: dt.date, before: dt.date | None, after: dt.date | None) -> Page:
    at = At(view, uri(month))
    t = at.words(WORDS)
    week_starts = view.ws.brand.week_starts
    weeks = dates.weeks_of(month.year, month.month, week_starts)
    total = sum(len(lines) for day, lines in view.by_day.items() if day.replace(day=1) == month)
    title = dates.month(month, view.lang)
    html = HTML(
        at=at, t=t, title=title[0].upper() + title[1:],
        brand=view.ws.brand.name, zone=at.say(WORDS["zone"], zone=view.ws.brand.time_zone),
        total=at.count(total, WORDS["post"], WORDS["posts"]) if total else "",
        empty=not total,
        before=_link(at, before), after=_link(at, after),
        names=[(dates.weekday(d, view.lang), dates.weekday(d, view.lang, short=True)) for d in weeks[0]],
        weeks=[[_day(at, day, month) for day in week] for week in weeks],
        legend=legend(at),
    )  # fmt: skip
    return Page(
        uri=at.uri, title=title[0].upper() + title[1:], html=html, section="calendar",
        summary=title, pictures=tuple(at.pictures.values()),
    )  # fmt: skip


def _link(at: At, month: dt.date | None) -> dict[str, str] | None:
    return {"href": at.href(uri(month)), "name": dates.month(month, at.view.lang)} if month else None


def _day(at: At, day: dt.date, month: dt.date) -> dict[str, object]:
    inside = (day.year, day.month) == (month.year, month.month)
    lines = [chip(at, moment) for moment in at.view.by_day.get(day, ())] if inside else []
    remarks = notes(at.view.ws, day) if inside else []
    kinds = {
        "is-other": not inside,
        "is-today": day == at.view.today and inside,
        "is-past": day < at.view.today,
        "is-quiet": any(note.kind == "quiet" for note in remarks),
        "is-empty": not lines and not remarks,
        "is-weekend": day.weekday() > 4,
    }
    return {
        "date": day,
        "name": dates.weekday(day, at.view.lang, short=True),
        "today": day == at.view.today and inside,
        "classes": " ".join(name for name, holds in kinds.items() if holds),
        "notes": remarks,
        "lines": lines,
    }
