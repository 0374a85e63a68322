"""Moments as people type them, and those nobody should guess."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.files.values import moments
from smmgit.model.say import Say
from smmgit.model.when import UTC, When


@pytest.mark.parametrize(
    ("typed", "local"),
    [
        ("2026-11-25 09:00", dt.datetime(2026, 11, 25, 9, 0)),
        ("2026-11-25T09:00", dt.datetime(2026, 11, 25, 9, 0)),
        ("2026-11-25T09:00:30.5", dt.datetime(2026, 11, 25, 9, 0, 30)),
        ("2026-1-5 9:05", dt.datetime(2026, 1, 5, 9, 5)),
        ("2026-11-25 9h", dt.datetime(2026, 11, 25, 9, 0)),
        ("2026-11-25 à 9 h 30", dt.datetime(2026, 11, 25, 9, 30)),
        ("2026-11-25, at 09:30", dt.datetime(2026, 11, 25, 9, 30)),
        ("2026-11-25 09:00 +01:00", dt.datetime(2026, 11, 25, 8, 0, tzinfo=UTC)),
        ("2026-11-25T09:00-0530", dt.datetime(2026, 11, 25, 14, 30, tzinfo=UTC)),
        ("2026-11-25T09:00:00Z", dt.datetime(2026, 11, 25, 9, 0, tzinfo=UTC)),
        ("2026-11-25 09:00+02", dt.datetime(2026, 11, 25, 7, 0, tzinfo=UTC)),
    ],
)
def test_moments(typed: str, local: dt.datetime) -> None:
    found = moments.when(typed)
    assert isinstance(found, When)
    assert (found.text, found.local, found.whole_day) == (typed, local, False)
    assert found.local is not None and (found.local.tzinfo is None) == (local.tzinfo is None)


def test_a_date_alone_is_a_whole_day() -> None:
    assert moments.when("2026-11-25") == When("2026-11-25", dt.datetime(2026, 11, 25), True)


def test_asap_only_where_it_may_stand() -> None:
    assert moments.when("ASAP", True) == moments.when("dès que possible", True) == When("asap")
    assert isinstance(moments.when("asap"), Say)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("25/11/2026 09:00", "2026-11-25 09:00"),
        ("05/11/2026", "2026-11-05 or 2026-05-11"),
        ("5.11.2026", "2026-11-05 or 2026-05-11"),
        ("2026-11-25 09:00 Europe/Paris", "offset"),
        ("2026-11-25 09:00 CET", "offset"),
        ("2026-13-01 09:00", "does not exist"),
        ("2026-02-29", "does not exist"),
        ("2026-11-25 24:00", "does not exist"),
        ("2026-11-25 09:61", "does not exist"),
        ("2026-11-25 09:00+16:00", "does not exist"),
        ("0001-01-01 00:00", "does not exist"),
        ("9999-12-31 23:59-12:00", "does not exist"),
        ("tomorrow", "2026-11-25 09:00"),
        ("2026-11-25 9", "2026-11-25 09:00"),
        ("2026-11", "2026-11-25 09:00"),
        ("", "2026-11-25 09:00"),
        ("٢٠٢٦-١١-٢٥ 09:00", "does not exist"),
    ],
)
def test_what_is_no_moment_says_what_to_write(typed: str, says: str) -> None:
    found = moments.when(typed)
    assert isinstance(found, Say)
    assert says in found.en


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("90m", 5400), ("6h", 21600), ("6 h", 21600), ("2d", 172800), ("2 jours", 172800), ("1w", 604800),
        ("1sem", 604800),
        ("1h30", 5400), ("1 h 30 min", 5400), ("1,5h", 5400), ("PT6H", 21600), ("P1DT12H", 129600), ("P2W", 1209600),
        ("45 min.", 2700), ("0m", 0), ("90 secondes", 90),
    ],
)  # fmt: skip
def test_durations(typed: str, seconds: float) -> None:
    assert moments.duration(typed) == dt.timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "typed", ["", "6", "h", "6 hobbits", "P", "PT", "-6h", "6h x", "99999w", "1e9h", "PT99999999999H", "h6"]
)
def test_what_is_no_duration(typed: str) -> None:
    assert isinstance(moments.duration(typed), Say)


def test_a_limit_is_either() -> None:
    assert moments.limit("6h") == dt.timedelta(hours=6)
    assert moments.limit("2026-11-26 12:00") == moments.when("2026-11-26 12:00")
    assert "2026-11-26" in str(moments.limit("26/11/2026"))
    assert "90m" in str(moments.limit("later"))


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("09:00", dt.time(9)),
        ("9h", dt.time(9)),
        ("9 h 30", dt.time(9, 30)),
        ("9H05", dt.time(9, 5)),
        ("23:59:59", dt.time(23, 59, 59)),
    ],
)
def test_times(typed: str, time: dt.time) -> None:
    assert moments.time(typed) == time


@pytest.mark.parametrize("typed", ["9", "25:00", "9:5", "noon", "9h60", ""])
def test_what_is_no_time(typed: str) -> None:
    assert isinstance(moments.time(typed), Say)


def test_dates() -> None:
    assert moments.date("2026-11-25") == dt.date(2026, 11, 25)
    assert "2026-11-05 or 2026-05-11" in str(moments.date("05/11/2026"))
    assert isinstance(moments.date("2026-02-30"), Say)
    assert isinstance(moments.date("2026-11-25 09:00"), Say)


@given(text=st.text(st.sampled_from("0123456789-/:.,+ hTZPMWDàâé²"), max_size=24) | st.text(max_size=12))
def test_nothing_typed_raises(text: str) -> None:
    for read in (moments.when, moments.date, moments.time, moments.duration, moments.limit):
        read(text)  # type: ignore[operator]
