"""The agenda: what comes, day after day, then what has no date yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from smmgit.model.say import Say
from smmgit.pages.at import At, template
from smmgit.pages.occasions import notes
from smmgit.pages.page import Entry, Page
from smmgit.pages.parts import page_uri, pager, row, undated_row
from smmgit.pages.view import Moment, SiteView
from smmgit.plan.overview import PostView

LINES = 150
BACK = dt.timedelta(days=7)

WORDS = {
    "menu": Say("Agenda", "Agenda"),
    "lead": Say("From last week on, in order of time.", "Depuis la semaine dernière, dans l'ordre."),
    "undated": Say("Without a date", "Sans date"),
    "undated_lead": Say("Ideas, drafts, and what leaves as soon as approved.",
                        "Idées, brouillons, et ce qui part dès que validé."),
    "today": Say("today", "aujourd'hui"),
    "empty": Say("Nothing is planned. Write a first post with `smmgit new`.",
                 "Rien n'est prévu. Écrivez une première publication avec `smmgit new`."),
    "zone": Say("Times are those of {zone}", "Heures de {zone}"),
}  # fmt: skip

HTML = template("""
<header class="sg-head">
  <p class="sg-eyebrow">{{ brand }} <span>{{ zone }}</span></p>
  <h1>{{ t.menu }}</h1>
  <p class="sg-lead">{{ t.lead }}</p>
</header>
{{ pager }}
{% for day in days %}
<section class="sg-agenda-day{% if day.today %} is-today{% endif %}"{% if day.today %} aria-current="date"{% endif %}>
  <h2 class="sg-dayline">{{ day.name }}{% if day.today %} <em>{{ t.today }}</em>{% endif %}</h2>
  {% for note in day.notes %}{{ at.note(note) }}{% endfor %}
  {% for item in day.rows %}{{ item }}{% endfor %}
</section>
{% endfor %}
{% if undated %}
<section class="sg-agenda-day">
  <h2 class="sg-dayline">{{ t.undated }}</h2>
  <p class="sg-soft">{{ t.undated_lead }}</p>
  {% for item in undated %}{{ item }}{% endfor %}
</section>
{% endif %}
{% if not days and not undated %}<p class="sg-calm">{{ t.empty }}</p>{% endif %}
{{ pager }}
""")


def entry(view: SiteView) -> Entry:
    """Its place in the main menu."""
    return Entry(uri="agenda.html", name=At(view, "").say(WORDS["menu"]), section="agenda", rank=30)


def pages(view: SiteView) -> Iterator[Page]:
    """`agenda.html`, and `agenda/2.html`… where the list is long."""
    since = view.today - BACK
    lines: list[Moment | PostView] = [moment for moment in view.moments if moment.at.date() >= since]
    lines += view.undated
    total = max(1, -(-len(lines) // LINES))
    for number in range(1, total + 1):
        yield _page(view, lines[(number - 1) * LINES : number * LINES], number, total)


def _page(view: SiteView, lines: Sequence[Moment | PostView], number: int, total: int) -> Page:
    at = At(view, page_uri("agenda.html", number))
    t = at.words(WORDS)
    moments = [line for line in lines if isinstance(line, Moment)]
    html = HTML(
        at=at, t=t,
        brand=view.ws.brand.name, zone=at.say(WORDS["zone"], zone=view.ws.brand.time_zone),
        pager=pager(at, number, total, "agenda.html"),
        days=[_day(at, day, rows) for day, rows in groupby(moments, lambda moment: moment.at.date())],
        undated=[undated_row(at, line) for line in lines if not isinstance(line, Moment)],
    )  # fmt: skip
    return Page(
        uri=at.uri, title=t["menu"], html=html, section="agenda",
        summary=t["lead"] if number == 1 else "", pictures=tuple(at.pictures.values()),
    )  # fmt: skip


def _day(at: At, day: dt.date, moments: Iterator[Moment]) -> dict[str, object]:
    rows: list[Markup] = [row(at, moment) for moment in moments]
    return {"name": at.date(day), "today": day == at.view.today, "notes": notes(at.view.ws, day), "rows": rows}
