"""Local times, the hours that do not exist and those that come twice."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.model.when import UTC, When, resolve, zone

PARIS = "Europe/Paris"


@pytest.mark.parametrize(
    ("local", "at", "problem"),
    [
        ("2026-11-25T09:00", "2026-11-25T08:00", ""),
        ("2026-07-01T09:00", "2026-07-01T07:00", ""),
        ("2026-03-29T02:30", "2026-03-29T01:30", "gap"),
        ("2026-03-29T03:00", "2026-03-29T01:00", ""),
        ("2026-10-25T02:30", "2026-10-25T00:30", "overlap"),
        ("2026-10-25T03:00", "2026-10-25T02:00", ""),
    ],
)
def test_local_times_of_paris(local: str, at: str, problem: str) -> None:
    found = resolve(dt.datetime.fromisoformat(local), PARIS)
    assert found.at == dt.datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert found.problem == problem


def test_an_offset_wins_over_the_zone() -> None:
    aware = dt.datetime(2026, 3, 29, 2, 30, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    assert resolve(aware, PARIS).at == dt.datetime(2026, 3, 28, 17, 30, tzinfo=UTC)
    assert resolve(aware, PARIS).problem == ""


@given(
    local=st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2090, 1, 1)),
    name=st.sampled_from([PARIS, "America/St_Johns"]),
)
def test_only_odd_local_times_do_not_come_back(local: dt.datetime, name: str) -> None:
    found = resolve(local, name)
    back = found.at.astimezone(zone(name)).replace(tzinfo=None)
    assert (back == local) == (found.problem != "gap")


@pytest.mark.parametrize("name", ["Mars/Base", "", "../../etc/passwd", "/etc/localtime", "Europe/Paris\0"])
def test_a_zone_nobody_knows_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="time zone"):
        zone(name)


def test_as_soon_as_approved_has_no_time() -> None:
    assert When("asap").asap
    assert not When("2026-11-25", dt.datetime(2026, 11, 25), True).asap
