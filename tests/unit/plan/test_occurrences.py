"""Recurrences: what is understood, and which local times they name."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from dateutil import rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from smmgit.model.repeat import WEEKDAYS, Repeat, parse_repeat
from smmgit.model.say import Say
from smmgit.plan.occurrences import Occurrence, Window, occurrences

UTC = dt.UTC
YEAR = Window(dt.datetime(2026, 1, 1, tzinfo=UTC), dt.datetime(2026, 12, 31, 23, 59, tzinfo=UTC))


def named(rule: str, first: str, zone: str = "Europe/Paris", window: Window = YEAR) -> list[str]:
    repeat = parse_repeat(rule)
    assert isinstance(repeat, Repeat), repeat
    return [each.name for each in occurrences(repeat, dt.datetime.fromisoformat(first), zone, window)]


@pytest.mark.parametrize(
    ("rule", "first", "expected"),
    [
        ("FREQ=DAILY;COUNT=3", "2026-02-27T09:00", ["2026-02-27T09:00", "2026-02-28T09:00", "2026-03-01T09:00"]),
        ("FREQ=WEEKLY;UNTIL=20260112", "2026-01-05T09:00", ["2026-01-05T09:00", "2026-01-12T09:00"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,MO;COUNT=4", "2026-01-05T09:00",
         ["2026-01-05T09:00", "2026-01-08T09:00", "2026-01-19T09:00", "2026-01-22T09:00"]),
        ("FREQ=MONTHLY;COUNT=3", "2026-01-31T09:00", ["2026-01-31T09:00", "2026-03-31T09:00", "2026-05-31T09:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", "2026-01-01T09:00", ["2026-01-31T09:00", "2026-02-28T09:00"]),
        ("FREQ=MONTHLY;BYDAY=1MO,-1FR;COUNT=3", "2026-01-01T09:00",
         ["2026-01-05T09:00", "2026-01-30T09:00", "2026-02-02T09:00"]),
        ("freq=daily;until=2026-01-02T08:00", "2026-01-01T09:00", ["2026-01-01T09:00"]),
        ("FREQ=DAILY;UNTIL=20260102T080000Z", "2026-01-01T09:00", ["2026-01-01T09:00", "2026-01-02T09:00"]),
        ("FREQ=DAILY;COUNT=2", "2026-01-01T09:00+05:00", ["2026-01-01T09:00+05:00", "2026-01-02T09:00+05:00"]),
    ],
)  # fmt: skip
def test_a_recurrence_names_the_local_times_an_editor_expects(rule: str, first: str, expected: list[str]) -> None:
    assert named(rule, first) == expected


def test_a_local_time_keeps_its_name_when_the_clocks_change() -> None:
    rule = parse_repeat("FREQ=DAILY;COUNT=3")
    assert isinstance(rule, Repeat)
    days = list(occurrences(rule, dt.datetime(2026, 3, 28, 2, 30), "Europe/Paris", YEAR))
    assert [each.name for each in days] == ["2026-03-28T02:30", "2026-03-29T02:30", "2026-03-30T02:30"]
    assert [each.instant.problem for each in days] == ["", "gap", ""]
    assert [each.instant.at.hour for each in days] == [1, 1, 0]


def test_a_window_years_later_is_reached_without_walking_there() -> None:
    window = Window(dt.datetime(2026, 6, 1, tzinfo=UTC), dt.datetime(2026, 6, 8, tzinfo=UTC))
    assert named("FREQ=WEEKLY;BYDAY=WE", "0001-01-03T09:00", window=window) == ["2026-06-03T09:00"]


def test_a_count_is_counted_from_the_first_not_from_the_window() -> None:
    window = Window(dt.datetime(2026, 1, 4, tzinfo=UTC), YEAR.until)
    assert named("FREQ=DAILY;COUNT=5", "2026-01-01T09:00", window=window) == ["2026-01-04T09:00", "2026-01-05T09:00"]


def test_a_recurrence_that_never_matches_or_runs_off_the_calendar_ends() -> None:
    assert named("FREQ=DAILY;INTERVAL=7;BYDAY=TU;COUNT=3", "2026-01-05T09:00") == []
    far = Window(dt.datetime(9999, 12, 1, tzinfo=UTC), dt.datetime(9999, 12, 31, tzinfo=UTC))
    assert named("FREQ=MONTHLY;BYMONTHDAY=15", "9999-11-01T09:00", window=far) == ["9999-12-15T09:00"]


@pytest.mark.parametrize(
    ("rule", "piece"),
    [
        ("", "FREQ"), ("every week", "every week"), ("FREQ=YEARLY", "FREQ=DAILY"),
        ("FREQ=WEEKLY;BYDAY=LU", "BYDAY"), ("FREQ=WEEKLY;BYDAY=1MO", "BYDAY"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY"), ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY"),
        ("FREQ=DAILY;COUNT=0", "COUNT"), ("FREQ=DAILY;COUNT=99999999", "COUNT"),
        ("FREQ=DAILY;INTERVAL=x", "INTERVAL"), ("FREQ=DAILY;UNTIL=soon", "UNTIL"),
        ("FREQ=DAILY;UNTIL=20260230", "UNTIL"), ("FREQ=DAILY;COUNT=2;UNTIL=20260101", "UNTIL"),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ"), ("FREQ=DAILY;BYHOUR=9", "BYHOUR"),
        ("FREQ=DAILY;{x}", "{X}"), ("FREQ=DAILY;COUNT=²", "COUNT"),
    ],
)  # fmt: skip
def test_a_rule_that_is_not_understood_is_said_in_both_languages(rule: str, piece: str) -> None:
    answer = parse_repeat(rule)
    assert isinstance(answer, Say)
    assert piece.casefold() in answer.en.casefold()
    assert piece.casefold() in answer.fr.casefold()


@given(st.text(alphabet="FREQDAILYWKMONTHCUBS=;,-+0123456789Z:{} ", max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert isinstance(parse_repeat(text), Repeat | Say)
    assert isinstance(parse_repeat("FREQ=DAILY;" + text), Repeat | Say)


@settings(max_examples=150, deadline=None)
@given(
    freq=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
    interval=st.integers(1, 5),
    days=st.sampled_from([[0], [1, 2, -1]]).flatmap(  # dateutil misreads a mix of "Mondays" and "first Mondays"
        lambda ordinals: st.lists(st.tuples(st.sampled_from(ordinals), st.integers(0, 6)), max_size=3, unique=True)
    ),
    month_days=st.lists(st.sampled_from([1, 2, 15, 29, 31, -1, -2]), max_size=2, unique=True),
    count=st.sampled_from([0, 0, 4, 30]),
    first=st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2025, 12, 31)),
)
def test_they_are_those_of_dateutil(
    freq: str, interval: int, days: list[tuple[int, int]], month_days: list[int], count: int, first: dt.datetime
) -> None:
    first = first.replace(second=0, microsecond=0)
    by_day = ",".join((str(n) if n and freq == "MONTHLY" else "") + WEEKDAYS[day] for n, day in days)
    text = f"FREQ={freq};INTERVAL={interval}"
    text += f";BYDAY={by_day}" if days else ""
    text += ";BYMONTHDAY=" + ",".join(map(str, month_days)) if month_days and freq != "WEEKLY" else ""
    text += f";COUNT={count}" if count else ""
    window = Window(dt.datetime(2025, 3, 1, tzinfo=UTC), dt.datetime(2027, 1, 1, tzinfo=UTC))
    expected = itertools.takewhile(
        lambda at: at <= window.until.replace(tzinfo=None), rrule.rrulestr(text, dtstart=first)
    )
    ours: list[Occurrence] = []
    repeat = parse_repeat(text)
    assert isinstance(repeat, Repeat)
    ours.extend(occurrences(repeat, first, "UTC", window))
    assert [each.local for each in ours] == [at for at in expected if at >= window.since.replace(tzinfo=None)]
