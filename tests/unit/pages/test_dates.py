"""Days, spans and hours in both languages."""

from __future__ import annotations

import datetime as dt

import pytest

from smmgit.pages import dates

MONDAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("first", "last", "lang", "words"),
    [
        (MONDAY, dt.date(2026, 11, 29), "fr", "23 au 29 novembre"),
        (MONDAY, dt.date(2026, 11, 29), "en", "23 to 29 November"),
        (dt.date(2026, 11, 30), dt.date(2026, 12, 6), "fr", "30 novembre au 6 décembre"),
        (dt.date(2026, 6, 1), dt.date(2026, 6, 7), "fr", "1er au 7 juin"),
        (dt.date(2026, 6, 1), dt.date(2026, 6, 7), "en", "1 to 7 June"),
    ],
)
def test_a_span_reads_like_speech(first: dt.date, last: dt.date, lang: str, words: str) -> None:
    assert dates.span(first, last, lang) == words


def test_a_date_names_its_day_and_its_year_where_asked() -> None:
    assert dates.date(MONDAY, "fr") == "lundi 23 novembre"
    assert dates.date(MONDAY, "en", year=True) == "Monday 23 November 2026"
    assert dates.date(dt.date(2026, 12, 1), "fr", named=False) == "1er décembre"


@pytest.mark.parametrize(("hours", "words"), [(0, "UTC"), (1, "UTC+1"), (-3.5, "UTC−3:30"), (5.75, "UTC+5:45")])
def test_an_offset_keeps_its_minutes_and_its_sign(hours: float, words: str) -> None:
    zone = dt.timezone(dt.timedelta(hours=hours))
    assert dates.offset(dt.datetime(2026, 1, 1, tzinfo=zone)) == words


@pytest.mark.parametrize(("starts", "first"), [("monday", MONDAY), ("sunday", dt.date(2026, 11, 22))])
def test_a_week_starts_where_the_brand_says(starts: str, first: dt.date) -> None:
    week = dates.week_of(dt.date(2026, 11, 25), starts)
    assert week[0] == first
    assert len(week) == 7


def test_the_weeks_of_a_month_hold_each_of_its_days_once() -> None:
    for year, month in [(2026, 2), (2026, 11), (2024, 2), (2027, 5)]:
        for starts in ("monday", "sunday"):
            days = [day for week in dates.weeks_of(year, month, starts) for day in week]
            inside = [day for day in days if (day.year, day.month) == (year, month)]
            following = dt.date(year + month // 12, month % 12 + 1, 1)
            assert len(inside) == (following - dt.date(year, month, 1)).days
            assert days == sorted(set(days))
