"""Home, month and agenda: every dated post is somewhere, at its brand time, with its state."""

from __future__ import annotations

import datetime as dt

import pytest

from smmgit.pages.occasions import notes
from smmgit.pages.registry import menu
from tests.unit.pages.conftest import Make, pages_of, post


def test_the_week_shows_each_day_with_its_posts_in_brand_time(view_of: Make) -> None:
    view = view_of(
        post("carnet", "publish_at: 2026-11-25 09:00\n", title="Le carnet"),
        post("ailleurs", "publish_at: 2026-12-25 09:00\n", title="Plus tard"),
    )
    html = pages_of(view)["index.html"].html
    assert "Semaine du 23 au 29 novembre" in html
    wednesday = html.split('class="sg-day ')[3]
    assert "Le carnet" in wednesday
    assert "09:00" in wednesday
    assert html.split('class="sg-day ')[1].startswith("is-today")
    assert "Plus tard" not in html.split("sg-two")[0]


def test_the_trust_strip_says_that_nothing_leaves_and_what_is_next(view_of: Make) -> None:
    view = view_of(post("carnet", "publish_at: 2026-11-25 09:00\n", title="Le carnet"))
    html = pages_of(view)["index.html"].html
    strip = html.split("sg-trust")[1].split("</ul>")[0]
    assert "Répétition seulement" in strip
    assert "mercredi 25 novembre, 09:00" in strip
    assert "Le carnet" in strip


def test_what_to_do_lists_errors_missed_posts_and_needs(view_of: Make) -> None:
    view = view_of(
        post("long", "publish_at: 2026-11-25 09:00\n", "mot " * 200, title="Trop long"),
        post("visuel", "publish_at: 2026-11-26 09:00\nneeds:\n  - {what: Photo, by: Léa, due: 2026-11-20}\n"),
        post("rate", "publish_at: 2026-11-20 09:00\n", title="Ratée"),
    )
    html = pages_of(view)["index.html"].html.split("sg-todo")[1]
    assert "Trop long" in html
    assert "Ratée" in html
    assert "Photo · Léa · attendu le 20 novembre" in html


def test_nothing_to_do_is_said(view_of: Make) -> None:
    assert "Rien n’attend personne." in pages_of(view_of())["index.html"].html


def test_a_channel_with_its_own_time_gets_its_own_line(view_of: Make) -> None:
    channels = "{x: {publish_at: 2026-11-25 09:00}, bluesky: {publish_at: 2026-11-26 18:30}}"
    view = view_of(post("carnet", "", channels=channels, title="Le carnet"))
    assert [(moment.at.day, moment.at.hour) for moment in view.moments] == [(25, 9), (26, 18)]
    month = pages_of(view)["calendar/2026-11.html"].html
    assert month.count("Le carnet") == 2


@pytest.mark.parametrize(
    ("typed", "uri", "hour"),
    [
        ("2026-11-30 23:30", "calendar/2026-11.html", "23:30"),
        ("2026-12-01T00:30:00+02:00", "calendar/2026-11.html", "23:30"),
        ("2026-06-15 09:00", "calendar/2026-06.html", "09:00"),
    ],
)
def test_a_post_is_in_the_month_of_its_brand_day(view_of: Make, typed: str, uri: str, hour: str) -> None:
    view = view_of(post("carnet", f"publish_at: {typed}\n", title="Le carnet"))
    page = pages_of(view)[uri].html
    assert "Le carnet" in page
    assert hour in page


def test_months_link_to_those_before_and_after_that_hold_something(view_of: Make) -> None:
    view = view_of(post("avant", "publish_at: 2026-06-15 09:00\n"), post("apres", "publish_at: 2027-02-15 09:00\n"))
    pages = pages_of(view)
    assert sorted(uri for uri in pages if uri.startswith("calendar/")) == [
        "calendar/2026-06.html", "calendar/2026-11.html", "calendar/2027-02.html",
    ]  # fmt: skip
    current = pages["calendar/2026-11.html"].html
    assert 'rel="prev" href="../calendar/2026-06.html"' in current
    assert 'rel="next" href="../calendar/2027-02.html"' in current
    assert [entry.uri for entry in menu(view) if entry.name == "Calendrier"] == ["calendar/2026-11.html"]


def test_the_agenda_is_cut_into_pages_that_hold_every_post_once(view_of: Make) -> None:
    files = [
        post(f"post-{number:03}", f"publish_at: 2026-12-{1 + number % 28:02} {8 + number % 12:02}:00\n")
        for number in range(170)
    ]
    view = view_of(*files, post("idee", "status: idea\n", title="Une idée"))
    pages = pages_of(view)
    agenda = [page.html for uri, page in pages.items() if uri.startswith("agenda")]
    assert len(agenda) == 2
    assert sum(html.count('class="sg-row ') for html in agenda) == 171
    assert "Une idée" in agenda[1]
    assert 'href="../agenda.html"' in agenda[1]


def test_english_brands_read_english(view_of: Make) -> None:
    brand = {"brand/brand.yml": "name: Paper\nlanguages: [en]\ntime_zone: Europe/London\n"}
    view = view_of(brand, post("notebook", "publish_at: 2026-11-25 09:00\n"))
    html = pages_of(view)["index.html"].html
    assert "Week of 23 to 29 November" in html
    assert "Scheduled" in html


def test_a_state_is_a_shape_and_a_word(view_of: Make) -> None:
    view = view_of(post("carnet", "publish_at: 2026-11-25 09:00\n"))
    for uri in ("index.html", "calendar/2026-11.html", "agenda.html"):
        html = pages_of(view)[uri].html
        assert 'href="#st-scheduled"' in html
        assert "Programmé" in html


def test_a_day_knows_its_key_dates_quiet_periods_and_events(view_of: Make) -> None:
    view = view_of(
        {
            "calendar/key-dates.yml": "- {name: Noël, date: 2020-12-24, ends: 2020-12-25, yearly: true}\n"
            "- {name: Foire, date: 2026-12-25}\n",
            "calendar/quiet.yml": "- {name: Deuil, starts: 2026-12-25, ends: 2026-12-26}\n",
            "calendar/events.yml": "- {name: Direct, starts: 2026-12-25 20:00}\n",
        }
    )
    found = {(note.kind, note.name) for note in notes(view.ws, dt.date(2026, 12, 25))}
    assert found == {("key-date", "Noël"), ("key-date", "Foire"), ("quiet", "Deuil"), ("event", "Direct")}
    assert [note.name for note in notes(view.ws, dt.date(2027, 12, 24))] == ["Noël"]
    assert notes(view.ws, dt.date(2026, 12, 27)) == []


def test_a_key_date_on_the_29th_of_february_is_kept_in_other_years(view_of: Make) -> None:
    view = view_of({"calendar/key-dates.yml": "- {name: Bissextile, date: 2024-02-29, yearly: true}\n"})
    assert [note.name for note in notes(view.ws, dt.date(2027, 3, 1))] == ["Bissextile"]


def test_nothing_to_check_is_said_in_words(view_of: Make) -> None:
    html = pages_of(view_of())["index.html"].html
    assert "rien à vérifier" in html
    assert "built-in method" not in html
