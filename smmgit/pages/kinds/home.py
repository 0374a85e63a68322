"""The first screen: this week, what to do now, and whether anything can go out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from markupsafe import Markup

from smmgit.model.say import Say
from smmgit.pages import dates
from smmgit.pages.at import At, template
from smmgit.pages.occasions import notes
from smmgit.pages.page import Entry, Page
from smmgit.pages.parts import card, legend, row, undated_row
from smmgit.pages.todo import Task, todo
from smmgit.pages.view import Moment, SiteView

FEW = 6
COMING = ("scheduled", "by-hand", "to-review")

WORDS = {
    "menu": Say("This week", "Cette semaine"),
    "title": Say("Week of {span}", "Semaine du {span}"),
    "todo": Say("What to do now", "À faire maintenant"),
    "nothing": Say("Nothing is waiting for anyone.", "Rien n'attend personne."),
    "errors": Say("To fix before anything goes out", "À corriger avant tout envoi"),
    "review": Say("To review", "À valider"),
    "check": Say("To check", "À vérifier"),
    "stuck": Say("Blocked", "Bloqué"),
    "hand": Say("To post by hand", "À publier à la main"),
    "needs": Say("Still missing", "Ce qui manque encore"),
    "more": Say("{n} more", "{n} de plus"),
    "rehearsal-only": Say("Rehearsal only", "Répétition seulement"),
    "rehearsal-only_why": Say("Nothing leaves for the networks.", "Rien ne part vers les réseaux."),
    "paused": Say("Paused", "En pause"),
    "paused_why": Say("Nothing leaves until someone resumes.", "Rien ne part avant une reprise."),
    "on": Say("Sending is on", "Envoi en marche"),
    "on_why": Say("Approved posts leave at their time.", "Ce qui est validé part à son heure."),
    "done": Say("deliveries this week", "envois cette semaine"),
    "done_rehearsed": Say("rehearsed deliveries this week", "envois répétés cette semaine"),
    "next": Say("Next", "Prochaine"),
    "no_next": Say("Nothing is scheduled", "Rien n'est programmé"),
    "clear": Say("nothing to check", "rien à vérifier"),
    "checks": Say("to check", "à vérifier"),
    "empty": Say("Nothing", "Rien"),
    "later": Say("Then", "Ensuite"),
    "month": Say("The whole month", "Tout le mois"),
    "zone": Say("Times are those of {zone}", "Heures de {zone}"),
    "due": Say("by {date}", "pour le {date}"),
    "late": Say("was due {date}", "attendu le {date}"),
    "undue": Say("no date set", "sans date"),
}

HTML = template("""
<header class="sg-head">
  <p class="sg-eyebrow">{{ brand }} <span>{{ zone }}</span></p>
  <h1>{{ title }}</h1>
</header>
<ul class="sg-trust">
  <li class="is-mode">{{ at.mark(mode_mark) }} <strong>{{ t[sending] }}</strong>
    <span>{{ t[sending + "_why"] }}</span></li>
  <li>{{ published }} <strong class="sg-sum">{{ done }}</strong> <span>{{ done_word }}</span></li>
  <li>{{ checking }} <strong class="sg-sum">{{ checks }}</strong>
    <span>{{ t.checks if checks else t.clear }}</span></li>
  <li class="is-next">{{ at.mark("next") }}
    {% if next and next_post %}<strong>{{ t.next }}</strong>
    <span>{{ at.moment(next.at) }} · <a href="{{ at.post(next_post) }}">{{ at.title(next_post) }}</a></span>
    {% else %}<strong>{{ t.no_next }}</strong>{% endif %}</li>
</ul>
{% if todo %}
<nav class="sg-now" aria-label="{{ t.todo }}"><a href="#todo"><strong>{{ t.todo }}</strong></a>
  <ul>
    {% for group in todo %}<li><a href="{{ group.to }}"><b>{{ group.count }}</b> {{ group.name }}</a></li>{% endfor %}
  </ul>
</nav>
{% endif %}
<section aria-label="{{ title }}">
  <ol class="sg-week">
  {% for day in week %}
    <li class="sg-day {{ day.classes }}"{% if day.date == today %} aria-current="date"{% endif %}>
      <h2><span>{{ day.name }}</span> <b>{{ day.date.day }}</b></h2>
      {% for note in day.notes %}{{ at.note(note) }}{% endfor %}
      {% for item in day.cards %}{{ item }}{% endfor %}
      {% if not day.cards %}<p class="sg-none">{{ t.empty }}</p>{% endif %}
    </li>
  {% endfor %}
  </ol>
  {{ legend }}
</section>
<div class="sg-two">
<section class="sg-todo" id="todo">
  <h2>{{ t.todo }}</h2>
  {% for group in todo %}
  <details id="{{ group.id }}"{% if loop.first %} open{% endif %}>
    <summary><b>{{ group.count }}</b> {{ group.name }}</summary>
    {% for item in group.rows %}{{ item }}{% endfor %}
    {% if group.more %}<p class="sg-more"><a href="{{ group.href }}">{{ group.more }}</a></p>{% endif %}
  </details>
  {% else %}<p class="sg-calm">{{ t.nothing }}</p>{% endfor %}
</section>
{% if later %}
<section class="sg-later">
  <h2>{{ t.later }}</h2>
  {% for day in later %}
  <h3 class="sg-dayline">{{ day.name }}</h3>
  {% for item in day.rows %}{{ item }}{% endfor %}
  {% endfor %}
  <p class="sg-more"><a href="{{ month }}">{{ t.month }}</a></p>
</section>
{% endif %}
</div>
""")


def entry(view: SiteView) -> Entry:
    """Its place in the main menu."""
    return Entry(uri="index.html", name=At(view, "").say(WORDS["menu"]), section="home", rank=10)


def pages(view: SiteView) -> Iterator[Page]:
    """`index.html`."""
    at = At(view, "index.html")
    t = at.words(WORDS)
    week = dates.week_of(view.today, view.ws.brand.week_starts)
    title = at.say(WORDS["title"], span=dates.span(week[0], week[-1], view.lang))
    coming = [moment for moment in view.moments if moment.name in COMING and moment.at >= view.local(view.now)]
    sending = view.overview.sending
    upcoming = view.overview.next
    checks = sum(moment.name == "to-check" for moment in view.moments)
    html = HTML(
        at=at, t=t, title=title, today=view.today,
        brand=view.ws.brand.name,
        zone=at.say(WORDS["zone"], zone=_zone(view)),
        sending=sending, mode_mark={"on": "play", "paused": "pause"}.get(sending, "feed"),
        done=view.overview.done_this_week,
        done_word=at.say(WORDS["done_rehearsed" if view.overview.rehearsal else "done"]),
        published=at.state("published", quiet=True),
        checks=checks, checking=at.state("to-check", quiet=True) if checks else at.mark("fix"),
        next=upcoming, next_post=view.by_id.get(upcoming.key.post) if upcoming else None,
        week=[_day(at, day) for day in week], legend=legend(at),
        todo=list(_todo(at)),
        later=_later(at, [moment for moment in coming if moment.at.date() > week[-1]]),
        month=at.href(f"calendar/{view.today:%Y-%m}.html"),
    )  # fmt: skip
    yield Page(
        uri="index.html", title=t["menu"], html=html, section="home",
        summary=title, pictures=tuple(at.pictures.values()),
    )  # fmt: skip


def _zone(view: SiteView) -> str:
    """`Europe/Paris (UTC+1)`: a client elsewhere knows what 9 o'clock means."""
    name, offset = view.ws.brand.time_zone, dates.offset(view.local(view.now))
    return name if name == offset else f"{name} ({offset})"


def _day(at: At, day: dt.date) -> dict[str, object]:
    kinds = {"is-today": day == at.view.today, "is-past": day < at.view.today, "is-empty": day not in at.view.by_day}
    return {
        "date": day,
        "classes": " ".join(name for name, holds in kinds.items() if holds),
        "name": dates.weekday(day, at.view.lang, short=True),
        "notes": notes(at.view.ws, day),
        "cards": [card(at, moment) for moment in at.view.by_day.get(day, ())],
    }


def _later(at: At, coming: list[Moment]) -> list[dict[str, object]]:
    days: dict[dt.date, list[Markup]] = {}
    for moment in coming[:FEW]:
        days.setdefault(moment.at.date(), []).append(row(at, moment))
    return [{"name": at.date(day), "rows": rows} for day, rows in days.items()]


def _todo(at: At) -> Iterator[dict[str, object]]:
    """Groups of rows, the most urgent first; only groups that have something."""
    for name, tasks in todo(at.view).items():
        if tasks:
            more = len(tasks) - FEW
            page = {"errors": "fix.html", "hand": "by-hand.html"}.get(name, "agenda.html")
            yield {
                "id": f"todo-{name}",
                "to": at.href(page) if name == "hand" else f"#todo-{name}",
                "name": at.say(WORDS[name]),
                "count": len(tasks),
                "rows": [_row(at, task) for task in tasks[:FEW]],
                "more": at.say(WORDS["more"], n=more) if more > 0 else "",
                "href": at.href(page),
            }


def _row(at: At, task: Task) -> Markup:
    if task.need is not None:
        note = " · ".join(filter(None, (task.need.what, task.need.by, _due(at, task.need.due))))
    elif task.finding is not None:
        note = at.say(task.finding.message)
    elif task.moment is not None and task.state is not None:
        note = f"{at.date(task.moment.at.date())} · {at.say(task.state.says)}"
    else:
        note = ""
    return row(at, task.moment, note) if task.moment is not None else undated_row(at, task.view, note)


def _due(at: At, due: dt.date | None) -> str:
    if due is None:
        return at.say(WORDS["undue"])
    return at.say(WORDS["late" if due < at.view.today else "due"], date=at.date(due, named=False))
