"""Dates in names: certain, doubtful, absent."""

from __future__ import annotations

import datetime as dt

import pytest

from smmgit.importers.dates import date_in


@pytest.mark.parametrize(
    ("path", "date", "time"),
    [
        ("tweets/2021-02-09-slack-pronouns.tweet", "2021-02-09", None),
        ("posts/2024/2024-10-2-brc-webinar.md", "2024-10-02", None),
        ("posts/2024/retry-132_2024-10-10-brc.md", "2024-10-10", None),
        ("posts/2024-05-14_job.md", "2024-05-14", None),
        ("posts/2024-19-08-galaxy.md", "2024-08-19", None),
        ("tweets/24-07-2020-shoutout1.tweet", "2020-07-24", None),
        ("tweets/09-29-2020-triage.tweet", "2020-09-29", None),
        ("tweets/09-09-2021-16-27Tweet.tweet", "2021-09-09", "16:27"),
        ("tweets/29-07-2022-10-92021-Annual.tweet", "2022-07-29", "10:09"),
        ("tweets/15-07-2022-10-362021-Annual.tweet", "2022-07-15", "10:36"),
        ("posts/20240709-x.md", "2024-07-09", None),
        ("tweets/2020/04/17/x.tweet", "2020-04-17", None),
    ],
)
def test_a_certain_date(path: str, date: str, time: str | None) -> None:
    read = date_in(path)
    assert read.date == dt.date.fromisoformat(date)
    assert read.time == (dt.time.fromisoformat(time) if time else None)
    assert read.either is None


def test_a_date_that_can_be_read_two_ways_is_not_guessed() -> None:
    read = date_in("tweets/09-03-2022-22-56Release.tweet")
    assert read.date is None
    assert read.either == (dt.date(2022, 3, 9), dt.date(2022, 9, 3))
    assert read.read_as("day-first") == dt.date(2022, 3, 9)
    assert read.read_as("month-first") == dt.date(2022, 9, 3)
    assert read.read_as("") is None
    assert read.typed == "09-03-2022-22-56"


@pytest.mark.parametrize("path", ["releases/v14.15.0.tweet", "a/2020/99/x.tweet", "32-13-2020.tweet", "x.tweet", ""])
def test_no_date(path: str) -> None:
    read = date_in(path)
    assert (read.date, read.either, read.month) == (None, None, "")


def test_a_month_known_from_folders() -> None:
    assert date_in("tweets/2020/04/hello.tweet").month == "2020-04"
