"""What must not go out twice, though its file looks right."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from smmgit.model.brand import Channel
from smmgit.model.delivery import Entry
from smmgit.model.rendition import ShownMedia
from smmgit.plan.guards import likeness
from smmgit.plan.plan import plan
from smmgit.plan.state import Facts
from smmgit.render.rendition import render
from tests.support.plans import NOW, REHEARSAL, entry, planned, post, reasons, workspace

DAY = dt.timedelta(days=1)


def like(text: str, id: str = "first") -> str:
    ws = workspace()
    return likeness(render(post(id, text=text), ws.channels["feed"], ws))


def sent(
    id: str, text: str, event: str = "published", when: str = "2026-11-20T08:00:00Z", path: str = ""
) -> list[Entry]:
    noted = {"likeness": like(text, id), "path": path or f"content/{id}.md", "planned": "2026-11-20T08:00:00+00:00"}
    return [entry("reserved", id, at=when, data=noted), entry(event, id, at=when)]


def test_two_files_with_one_id_are_both_held_and_name_each_other() -> None:
    found = planned(post("a", path="content/1.md"), post("a", path="content/2.md"), post("b"))
    assert [item.state.reason for item in found.items] == ["same-id", "same-id", "due"]
    assert "content/2.md" in found.items[0].state.says.en
    assert "content/1.md" in found.items[1].state.says.en


def test_a_post_without_an_id_is_held() -> None:
    assert reasons(planned(post("", path="content/x.md"))) == {" · feed": "no-id"}


def test_a_copy_of_what_is_out_is_held_on_that_channel_alone() -> None:
    copy = post("copy", text="Same  words.", channels=("feed", "other"))
    found = planned(copy, entries=tuple(sent("first", "Same words.")))
    assert reasons(found) == {"copy · feed": "already-sent", "copy · other": "due"}
    assert "first" in found.items[0].state.says.fr


@pytest.mark.parametrize("event", ["unknown", "took_over"])
def test_what_may_be_out_counts_as_out(event: str) -> None:
    found = planned(post("copy", text="Same words."), entries=tuple(sent("first", "Same words.", event)))
    assert reasons(found) == {"copy · feed": "already-sent"}


@pytest.mark.parametrize("event", ["rejected", "not_sent"])
def test_what_never_went_out_does_not_count(event: str) -> None:
    found = planned(post("copy", text="Same words."), entries=tuple(sent("first", "Same words.", event)))
    assert reasons(found) == {"copy · feed": "due"}


@pytest.mark.parametrize(("when", "expected"), [("2026-10-27T08:00:00Z", "already-sent"), ("2026-10-25", "due")])
def test_the_same_words_a_month_later_are_a_habit_of_the_house(when: str, expected: str) -> None:
    last = sent("first", "Same words.", when=when)
    far_ahead = sent("later", "Same words.", when="2027-01-26T08:00:00Z")
    found = planned(post("again", text="Same words."), entries=(*last, *far_ahead))
    assert reasons(found) == {"again · feed": expected}


def test_of_two_copies_due_together_the_first_goes() -> None:
    found = planned(post("a", text="Same words."), post("b", text="Same words."))
    assert reasons(found) == {"a · feed": "due", "b · feed": "already-sent"}


def test_other_pictures_make_another_post() -> None:
    shown = render(post(), workspace().channels["feed"], workspace())
    one, other = (msgspec.structs.replace(shown, media=(ShownMedia(file=name),)) for name in ("a.jpg", "b.jpg"))
    assert likeness(one) != likeness(other)
    assert likeness(one) == likeness(one)


def test_tracking_does_not_make_a_copy_another_post() -> None:
    assert like("See https://a.example/x?utm_source=x&utm_content=one") == like("See https://a.example/x?utm_source=y")
    assert like("One text.") != like("Another text.")


def test_an_id_that_went_out_as_another_post_is_held() -> None:
    old = tuple(sent("carnet", "Old words.", path="content/2025/old.md"))
    new = post(text="New words.", channels=("other",), path="content/2026/new.md")
    assert reasons(planned(new, entries=old)) == {"carnet · other": "id-reused"}


@pytest.mark.parametrize(
    "fields",
    [
        {"path": "content/carnet.md", "text": "Corrected words."},  # edited in place
        {"path": "content/moved.md", "text": "Old words."},  # moved
        {
            "path": "content/moved.md",
            "text": "New.",
            "when": "2026-11-20 09:00",
            "not_after": 9 * DAY,
        },  # moved and edited
    ],
)
def test_an_edited_or_moved_post_is_still_itself(fields: dict[str, object]) -> None:
    old = tuple(sent("carnet", "Old words."))
    found = planned(post(channels=("other",), **fields), entries=old)  # type: ignore[arg-type]
    assert set(reasons(found).values()) <= {"due", "late"}


def test_a_channel_with_a_platform_nobody_knows_is_held() -> None:
    ws = workspace(post(), channels={"feed": "myspace"})
    found = plan(ws, (), NOW, REHEARSAL)
    assert reasons(found) == {"carnet · feed": "unknown-platform"}
    assert "myspace" in found.items[0].state.says.en


def test_a_renamed_channel_keeps_its_past() -> None:
    ws = workspace(post(channels=("new",)))
    ws = msgspec.structs.replace(ws, channels={"new": Channel(id="new", platform="sandbox", formerly=("feed",))})
    assert reasons(plan(ws, (entry("published"),), NOW, REHEARSAL)) == {"carnet · new": "published"}
    typed_as_before = msgspec.structs.replace(ws, posts=(post(channels=("feed", "new")),))
    assert reasons(plan(typed_as_before, (entry("published"),), NOW, REHEARSAL)) == {"carnet · new": "published"}


def test_a_channel_that_is_off_or_unknown_gets_nothing() -> None:
    ws = workspace(post(channels=("feed", "nowhere")))
    off = {"feed": Channel(id="feed", platform="sandbox", enabled=False)}
    assert plan(msgspec.structs.replace(ws, channels=off), (), NOW, REHEARSAL).items == ()


WEEKLY = {"repeat": "FREQ=WEEKLY", "when": "2026-11-16 08:00"}


def occurrence(day: str, event: str = "published", **fields: object) -> Entry:
    return entry(event, occurrence=f"{day}T08:00", at=f"{day}T07:00:00Z", **fields)


def test_a_recurring_post_is_one_delivery_an_occurrence() -> None:
    found = planned(post(**WEEKLY), entries=(occurrence("2026-11-16"),))
    assert list(reasons(found).values())[:3] == ["published", "due", "planned"]
    assert [item.delivery.key.occurrence for item in found.due] == ["2026-11-23T08:00"]


def test_a_recurring_post_may_repeat_its_words() -> None:
    words = {"likeness": like("Words of carnet.", "carnet"), "path": "content/carnet.md"}
    past = (occurrence("2026-11-16", "reserved", data=words), occurrence("2026-11-16"))
    assert planned(post(**WEEKLY), entries=past).due
    copy = post("copy", text="Words of carnet.")
    assert reasons(planned(copy, entries=past)) == {"copy · feed": "already-sent"}


def test_another_hour_for_a_recurrence_does_not_send_the_day_again() -> None:
    past = (occurrence("2026-11-23"),)
    moved = post(repeat="FREQ=WEEKLY", when="2026-11-16 08:30")
    found = planned(moved, entries=past, now=NOW + dt.timedelta(hours=1))
    assert reasons(found)["carnet · feed · 2026-11-23T08:30"] == "sent-that-day"
    assert reasons(found)["carnet · feed · 2026-11-23T08:00"] == "published"
    assert not found.due


def test_another_account_may_get_the_day_at_another_hour() -> None:
    both = post(repeat="FREQ=WEEKLY", when="2026-11-16 08:30", channels=("feed", "other"))
    found = reasons(planned(both, entries=(occurrence("2026-11-23"),), now=NOW + dt.timedelta(hours=1)))
    assert found["carnet · feed · 2026-11-23T08:30"] == "sent-that-day"
    assert found["carnet · other · 2026-11-23T08:30"] == "late"


def test_a_sent_post_that_starts_to_recur_does_not_go_out_again_that_day() -> None:
    found = planned(post(repeat="FREQ=DAILY"), entries=(entry("published"),))
    assert reasons(found)["carnet · feed · 2026-11-23T08:00"] == "sent-that-day"
    assert reasons(found)["carnet · feed · 2026-11-24T08:00"] == "planned"


def test_a_thread_that_changed_midway_is_not_finished_by_itself() -> None:
    half = (
        entry("reserved", rendition="of-before", data={"parts": 2}),
        entry("published", part=0),
        entry("not_sent", part=1, reason="offline"),
    )
    found = planned(post(), entries=half)
    assert reasons(found) == {"carnet · feed": "changed-midway"}
    assert "1 of 2" in found.items[0].state.says.en
    same = found.items[0].delivery.rendition
    half = (msgspec.structs.replace(half[0], rendition=same), *half[1:])
    assert planned(post(), entries=half, facts=Facts(rehearsal=True)).due
