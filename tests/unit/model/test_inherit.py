"""What a post takes from its campaign and its brand."""

from __future__ import annotations

import datetime as dt

from smmgit.model.brand import Brand, Channel
from smmgit.model.calendar import Campaign
from smmgit.model.inherit import inherited, language, latest, planned
from smmgit.model.post import ChannelChoice, Disclosure, Post
from smmgit.model.when import UTC, When
from smmgit.model.workspace import Workspace

AT = dt.datetime(2026, 11, 25, 9, 0)
CAMPAIGN = Campaign(
    id="noel", pillar="produits", link="https://a.example", hashtags=("N",), disclosure=(Disclosure(kind="ad"),)
)
WS = Workspace(
    brand=Brand(languages=("fr", "en"), time_zone="Europe/Paris", not_after=dt.timedelta(hours=2)),
    channels={
        "x": Channel(id="x", platform="x"),
        "li": Channel(id="li", platform="linkedin", lang="en", formerly=("in",)),
    },
    campaigns={"noel": CAMPAIGN},
)


def post(**fields: object) -> Post:
    return Post(id="some-post", path="content/a.md", **fields)  # type: ignore[arg-type]


def test_what_is_not_said_comes_from_the_campaign() -> None:
    full = inherited(post(campaign="noel", pillar="usages"), WS)
    assert (full.pillar, full.link, full.hashtags, full.disclosure) == (
        "usages", "https://a.example", ("N",), (Disclosure(kind="ad"),),
    )  # fmt: skip
    alone = post(campaign="unknown")
    assert inherited(alone, WS) is alone


def test_the_language_of_a_post_on_a_channel() -> None:
    assert language(post(), WS.channels["x"], WS) == "fr"
    assert language(post(), WS.channels["li"], WS) == "en"
    assert language(post(lang="de"), WS.channels["li"], WS) == "de"


def test_a_channel_may_have_its_own_time() -> None:
    own = ChannelChoice(id="li", publish_at=When("2026-11-25 10:00", AT.replace(hour=10)))
    there = post(publish_at=When("2026-11-25 09:00", AT), channels=(ChannelChoice(id="x"), own))
    first, second = planned(there, "x", WS), planned(there, "li", WS)
    assert first is not None and first.at == dt.datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
    assert second is not None and second.at == dt.datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    assert planned(post(), "x", WS) is None
    assert planned(post(publish_at=When("asap")), "x", WS) is None


def test_the_latest_moment_is_a_span_a_moment_or_the_brands() -> None:
    at = dt.datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
    assert latest(post(), at, WS) == at + dt.timedelta(hours=2)
    assert latest(post(not_after=dt.timedelta(days=1)), at, WS) == at + dt.timedelta(days=1)
    assert latest(post(not_after=When("2026-11-25 12:00", AT.replace(hour=12))), at, WS) == at + dt.timedelta(hours=3)


def test_a_former_name_of_a_channel_still_finds_it() -> None:
    assert WS.channel("in") == WS.channels["li"]
    assert WS.channel("nobody") is None
