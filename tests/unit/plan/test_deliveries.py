"""The quick look that spares a run the whole plan: it may see too much, never too little."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smmgit.model.post import ChannelChoice, Post
from smmgit.model.when import When
from smmgit.plan.deliveries import at_their_time
from smmgit.plan.plan import plan
from tests.support.plans import NOW, REHEARSAL, at, post, workspace

ZONES = st.sampled_from([None, dt.UTC, dt.timezone(dt.timedelta(hours=14)), dt.timezone(dt.timedelta(hours=-12))])
NEAR = st.integers(-4000, 4000).map(lambda minutes: NOW.replace(tzinfo=None) + dt.timedelta(minutes=minutes))
MOMENTS = st.one_of(
    st.builds(lambda local, zone: When("typed", local.replace(tzinfo=zone)), NEAR, ZONES), st.just(at("asap"))
)
LIMITS = st.one_of(st.none(), MOMENTS, st.integers(0, 5000).map(lambda minutes: dt.timedelta(minutes=minutes)))
POSTS = st.builds(
    lambda number, when, own, limit, status, repeat: Post(
        id=f"post-{number}",
        path=f"content/{number}.md",
        publish_at=when,
        channels=(ChannelChoice(id="feed"), ChannelChoice(id="other", publish_at=own)),
        not_after=limit,
        status=status,
        repeat=repeat,
    ),
    st.integers(0, 10**6),
    st.none() | MOMENTS,
    st.none() | MOMENTS,
    LIMITS,
    st.sampled_from(["ready", "ready", "draft"]),
    st.sampled_from(["", "", "FREQ=DAILY"]),
)


@given(st.lists(POSTS, max_size=4, unique_by=lambda found: found.id))
def test_whatever_is_due_is_seen_by_the_quick_look(posts: list[Post]) -> None:
    ws = workspace(*posts)
    due = {item.post.path for item in plan(ws, (), NOW, REHEARSAL).due}
    assert due <= at_their_time(ws, NOW)


@pytest.mark.parametrize("hours", [-12, 0, 14])
def test_offsets_at_the_ends_of_the_world_are_seen(hours: int) -> None:
    there = dt.timezone(dt.timedelta(hours=hours))
    for minutes in (-359, -1):
        typed = (NOW + dt.timedelta(minutes=minutes)).astimezone(there).isoformat()
        ws = workspace(post(when=typed))
        assert at_their_time(ws, NOW) == {item.post.path for item in plan(ws, (), NOW, REHEARSAL).due} != set()


def test_it_leaves_out_what_is_long_over_or_far_away_but_for_the_next() -> None:
    ws = workspace(
        post("over", "2026-11-20 08:00"), post("b", "2026-12-02 08:00"), post("a", "2026-12-01 08:00"), post()
    )
    assert at_their_time(ws, NOW) == {"content/carnet.md"}
    assert at_their_time(ws, NOW, coming=1) == {"content/carnet.md", "content/a.md"}


def test_limits_at_the_end_of_time_do_no_harm() -> None:
    for limit in (dt.timedelta.max, at("9999-12-31 23:59"), at("0001-01-01 00:00")):
        ws = workspace(post(not_after=limit), post("far", "9999-12-31 23:59", not_after=limit))
        assert at_their_time(ws, NOW) <= {"content/carnet.md", "content/far.md"}
        assert plan(ws, (), NOW, REHEARSAL).items
