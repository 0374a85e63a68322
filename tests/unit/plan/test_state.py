"""Where a delivery stands: the ledger wins over the file, the file over the clock."""

from __future__ import annotations

import datetime as dt

import pytest

from smmgit.model.delivery import Entry
from smmgit.model.finding import Finding
from smmgit.model.post import ChannelChoice, Need, Post, Requirement
from smmgit.model.say import Say
from smmgit.plan.reasons import REASONS
from smmgit.plan.state import Facts, errors_of
from tests.support.plans import NOW, at, entry, planned, post, reasons, workspace

HOUR = dt.timedelta(hours=1)


def only(found: Post, *entries: Entry, now: dt.datetime = NOW, facts: Facts | None = None) -> tuple[str, str]:
    state = planned(found, entries=entries, now=now, facts=facts or Facts(rehearsal=True)).items[0].state
    return state.name, state.reason


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("scheduled", "due")),
        ({"when": "2026-11-23 07:00"}, ("scheduled", "late")),
        ({"when": "2026-11-23 08:01"}, ("scheduled", "planned")),
        ({"when": "asap"}, ("scheduled", "asap")),
        ({"when": ""}, ("draft", "undated")),
        ({"when": "2026-11-23 01:59"}, ("to-check", "missed")),
        ({"when": "2026-11-23 02:00"}, ("scheduled", "late")),
        ({"when": "2026-11-20 08:00", "not_after": dt.timedelta(days=4)}, ("scheduled", "late")),
        ({"when": "2026-11-20 08:00", "not_after": at("2026-11-23 08:00")}, ("scheduled", "late")),
        ({"status": "idea"}, ("idea", "idea")),
        ({"status": "draft", "when": "2020-01-01 08:00"}, ("draft", "draft")),
        ({"status": "cancelled", "when": "2020-01-01 08:00"}, ("cancelled", "withdrawn")),
        ({"needs": (Need(what="image", by="lea"),)}, ("draft", "needs")),
        ({"needs": (Need(what="image", done=True),)}, ("scheduled", "due")),
        ({"channels": ("hand",)}, ("by-hand", "by-hand-now")),
        ({"channels": ("hand",), "when": "2026-11-24 08:00"}, ("by-hand", "by-hand")),
        ({"channels": ("hand",), "when": "2026-11-20 08:00"}, ("to-check", "missed")),
        ({"repeat": "every week"}, ("blocked", "bad-repeat")),
        ({"requires": (Requirement(embargo=at("2026-11-24 08:00")),)}, ("blocked", "embargo")),
        ({"requires": (Requirement(embargo=at("2026-11-23 08:00")),)}, ("scheduled", "due")),
        ({"requires": (Requirement(tag="v1"),)}, ("blocked", "waits-for-tag")),
        ({"requires": (Requirement(tag="v1"),), "when": "2026-11-24 08:00"}, ("scheduled", "planned")),
        ({"requires": (Requirement(post="annonce"),)}, ("blocked", "waits-for-post")),
        ({"channels": (ChannelChoice(id="feed", publish_at=at("2026-11-25 08:00")),)}, ("scheduled", "planned")),
    ],
)  # fmt: skip
def test_what_file_and_clock_say(fields: dict[str, object], expected: tuple[str, str]) -> None:
    assert only(post(**fields)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([entry("reserved")], ("to-check", "interrupted")),
        ([entry("reserved"), entry("took_over")], ("to-check", "interrupted")),
        ([entry("reserved"), entry("published")], ("published", "published")),
        ([entry("reserved"), entry("took_over"), entry("adopted")], ("published", "published")),
        ([entry("published")], ("published", "published")),
        ([entry("published"), entry("amended")], ("published", "amended")),
        ([entry("published"), entry("retracted")], ("published", "retracted")),
        ([entry("reserved"), entry("rejected", reason="too long")], ("to-check", "rejected")),
        ([entry("reserved"), entry("unknown", reason="timeout")], ("to-check", "unknown")),
        ([entry("reserved"), entry("not_sent", reason="offline")], ("scheduled", "due")),
        ([entry("reserved"), entry("not_sent"), entry("reserved")], ("to-check", "interrupted")),
        ([entry("skipped")], ("cancelled", "skipped")),
        ([entry("published", channel="other")], ("scheduled", "due")),
        ([entry("reserved", data={"parts": 2}), entry("published", part=0)], ("to-check", "interrupted")),
        ([entry("reserved", data={"parts": 2}), entry("published", part=0), entry("published", part=1)],
         ("published", "published")),
    ],
)  # fmt: skip
def test_what_the_ledger_says_wins(events: list[Entry], expected: tuple[str, str]) -> None:
    assert only(post(), *events) == expected


def test_what_is_out_stays_out_whatever_becomes_of_the_file() -> None:
    out = entry("published", url="https://example.com/1")
    assert only(post(status="cancelled"), out) == ("published", "published")
    assert only(post(when="2020-01-01 08:00", path="content/moved.md"), out) == ("published", "published")
    assert planned(post(), entries=(out,)).items[0].state.url == "https://example.com/1"


def test_what_was_not_sent_is_tried_again_until_it_is_too_late() -> None:
    events = (entry("reserved"), entry("not_sent", reason="offline"))
    assert only(post(), *events, now=NOW + 6 * HOUR) == ("scheduled", "late")
    assert only(post(), *events, now=NOW + 7 * HOUR) == ("to-check", "missed")


def test_without_a_policy_nothing_is_for_real() -> None:
    real = Facts(rehearsal=False)
    cases = {"2026-11-23 08:00": "no-policy", "2026-12-23 08:00": "no-policy", "asap": "no-policy"}
    for when, expected in {**cases, "2026-11-01 08:00": "missed"}.items():
        found = planned(post(when=when), facts=real)
        assert found.items[0].state.reason == expected
        assert not found.due


def test_errors_hold_a_post_back_and_only_on_their_channel() -> None:
    def finding(channel: str = "", severity: str = "error", rule: str = "text/too-long") -> Finding:
        return Finding(rule=rule, severity=severity, message=Say("", ""), path="content/carnet.md", channel=channel)  # type: ignore[arg-type]

    def held(*findings: Finding) -> dict[str, str]:
        facts = Facts(rehearsal=True, errors=errors_of(findings))
        return reasons(planned(post(channels=("feed", "other")), facts=facts))

    assert held(finding()) == {"carnet · feed": "findings", "carnet · other": "findings"}
    assert held(finding("other")) == {"carnet · feed": "due", "carnet · other": "findings"}
    assert held(finding(severity="warning")) == {"carnet · feed": "due", "carnet · other": "due"}
    facts = Facts(rehearsal=True, errors=errors_of([finding(), finding("feed"), finding("feed", rule="alt/missing")]))
    says = planned(post(), facts=facts).items[0].state.says
    assert says.fr == "smmgit lint a trouvé des erreurs : text/too-long, alt/missing"


def test_a_precondition_is_met_by_a_tag_or_by_a_post_that_is_live() -> None:
    waiting = post(requires=(Requirement(tag="v1"), Requirement(post="annonce")))
    met = Facts(rehearsal=True, tags=frozenset({"v1"}))
    assert only(waiting, entry("published", post="annonce", channel="other"), facts=met) == ("scheduled", "due")
    assert only(waiting, entry("reserved", post="annonce"), facts=met) == ("blocked", "waits-for-post")


def test_words_of_the_world_are_never_interpreted() -> None:
    state = planned(post(), entries=(entry("unknown", reason="{secret} 100 %"),)).items[0].state
    assert "{secret} 100 %" in state.says.en
    assert "{secret} 100 %" in state.says.fr


def test_an_unknown_time_zone_or_year_leaves_a_post_undated_not_broken() -> None:
    from smmgit.model.brand import Brand
    from smmgit.plan.plan import plan

    ws = workspace(post(), post("far", "9999-12-31 23:59"))
    assert set(reasons(plan(ws, (), NOW, Facts(rehearsal=True))).values()) == {"due", "planned"}
    import msgspec

    nowhere = msgspec.structs.replace(ws, brand=Brand(time_zone="Mars/Olympus"))
    assert set(reasons(plan(nowhere, (), NOW, Facts(rehearsal=True))).values()) == {"undated"}


def test_every_reason_speaks_both_languages() -> None:
    for name, reason in REASONS.items():
        for says in (reason.says, reason.change):
            assert says.en, name
            assert says.fr, name
