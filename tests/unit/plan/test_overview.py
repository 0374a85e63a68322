"""Posts at a glance, and what a change does to the plan."""

from __future__ import annotations

import datetime as dt

from smmgit.model.post import ChannelChoice, Need
from smmgit.plan.diff import diff
from smmgit.plan.overview import overview
from smmgit.plan.plan import Plan, plan
from tests.support.plans import NOW, REHEARSAL, at, entry, post, workspace


def test_a_post_shows_the_worst_of_its_channels_and_how_many_are_out() -> None:
    late = ChannelChoice(id="hand", publish_at=at("2026-11-24 08:00"))
    ws = workspace(post(channels=("feed", "other", late)))
    out = (entry("published"), entry("published", channel="other"))
    view = overview(ws, out, NOW, rehearsal=True).posts[0]
    assert (view.name, view.done, view.total) == ("by-hand", 2, 3)
    assert view.at == dt.datetime(2026, 11, 24, 7, tzinfo=dt.UTC)
    broken = (*out[:1], entry("unknown", channel="other", reason="timeout"))
    assert overview(ws, broken, NOW, rehearsal=True).posts[0].name == "to-check"


def test_a_post_without_channels_says_what_its_author_says() -> None:
    ws = workspace(post("idea", status="idea", channels=()), post("lost", channels=()))
    found = overview(ws, (), NOW, rehearsal=True)
    assert [(view.name, view.total, view.at) for view in found.posts] == [("idea", 0, None), ("blocked", 0, None)]


def test_the_trust_strip_counts_this_week_and_knows_what_is_next() -> None:
    ws = workspace(post("soon", "2026-11-24 09:00"), post("later", "2026-11-25 09:00"))
    out = (
        entry("published", "sunday", at="2026-11-22T22:59:00Z"),  # Sunday 23:59 in Paris
        entry("published", "monday", at="2026-11-22T23:00:00Z"),
        entry("published", "tomorrow", at="2026-11-24T23:00:00Z"),
    )
    found = overview(ws, out, NOW, rehearsal=True)
    assert found.done_this_week == 1
    assert found.next is not None
    assert found.next.key.post == "soon"
    assert found.counts["scheduled"] == 2
    assert found.sending == "rehearsal-only"
    sunday = workspace(week_starts="sunday")
    assert overview(sunday, out, NOW, rehearsal=True).done_this_week == 2


def test_needs_come_with_the_earliest_first_and_overdue_ones_marked() -> None:
    due = Need(what="image", due=dt.date(2026, 11, 22)), Need(what="accord", due=dt.date(2026, 11, 23))
    ws = workspace(post(needs=(due[1], Need(what="done", done=True))), post("b", needs=(due[0],)))
    found = overview(ws, (), NOW, rehearsal=True)
    assert [(each.need.what, each.overdue) for each in found.needs] == [("image", True), ("accord", False)]


def rendered(*posts: object) -> Plan:
    return plan(workspace(*posts), (), NOW, REHEARSAL, render_all=True)  # type: ignore[arg-type]


def test_a_diff_names_what_comes_goes_moves_and_reads_differently() -> None:
    late = post("moved", "2026-11-01 08:00")  # missed; its new time makes it scheduled, which goes without saying
    before = rendered(post("same"), post("gone"), late, post("edited"), post("stopped", "2026-12-01 08:00"))
    after = rendered(
        post("same"),
        post("moved", "2026-11-26 08:00", text="New."),
        post("edited", text="New words."),
        post("stopped", "2026-12-01 08:00", text="Sorry.", status="cancelled"),
        post("new"),
    )
    found = [(change.kind, change.key.post) for change in diff(before, after)]
    assert sorted(found) == [
        ("added", "new"), ("changed", "edited"), ("changed", "moved"), ("changed", "stopped"), ("moved", "moved"),
        ("removed", "gone"), ("state", "stopped"),
    ]  # fmt: skip
    assert diff(before, before) == ()


def test_a_plan_renders_only_what_it_must_judge() -> None:
    ws = workspace(*(post(f"post-{n}", "2026-12-01 08:00") for n in range(50)), post())
    found = plan(ws, (), NOW, REHEARSAL)
    assert [item.post.id for item in found.items if item.rendition is not None] == ["carnet"]
