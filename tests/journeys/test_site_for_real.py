"""The site of a team that has begun to send: the real state, who approved what, and no rehearsal instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from smmgit.jobs.pause import pause
from smmgit.jobs.site import gather
from smmgit.pages.page import Page
from smmgit.pages.registry import all_pages
from smmgit.pages.view import SiteView
from tests.support.office import CHANNELS, MONDAY, Office, post
from tests.support.repository import git, repository

HAND = CHANNELS + "tiktok: {platform: manual, name: TikTok}\n"


def view(root: Path) -> SiteView:
    found = gather(str(root), MONDAY, lang="en")
    found.close()
    return found.view


def html(found: SiteView, uri: str) -> str:
    return next(page.html for page in all_pages(found) if page.uri == uri)


def test_what_really_went_out_is_shown_and_sending_is_on(tmp_path: Path) -> None:
    office = Office(tmp_path, {"brand/channels.yml": HAND}, carnet=post(), hand=post("hand", channels="tiktok"))
    office.approve()
    office.publish()
    found = view(office.desk)
    assert found.overview.sending == "on" and not found.overview.rehearsal
    states = {state.key.post: state.reason for each in found.posts for state in each.states}
    assert states == {"carnet": "published", "hand": "by-hand-now"}
    assert "Sending is on" in html(found, "index.html")
    assert "Copy, post, then confirm" in html(found, "by-hand.html")
    pause(str(office.desk), MONDAY, "all", "holidays")
    assert view(office.desk).overview.sending == "paused"


def test_a_post_says_who_approved_exactly_this_and_when(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post(), other=post("other"))
    (yes,) = office.approve("carnet")
    shown = html(view(office.desk), "posts/carnet.html")
    assert f"<strong>Approved by</strong> tom, Monday 23 November, 09:00 <code>{yes.rendition[:12]}</code>" in shown
    assert "Approved by" not in html(view(office.desk), "posts/other.html")
    office.write(carnet=post(text="Other words."))
    assert "Another version was approved by" in html(view(office.desk), "posts/carnet.html")


def test_a_remembered_page_is_drawn_anew_once_somebody_approves(tmp_path: Path) -> None:
    office = Office(tmp_path, carnet=post())
    office.approve()
    kept: dict[str, Page] = {}

    def remember(key: str, make: Callable[[], Page]) -> Page:
        return kept.setdefault(key, kept.get(key) or make())

    found = replace(view(office.desk), remember=remember)
    assert "Approved by" not in html(replace(found, approvals={}), "posts/carnet.html")
    assert "Approved by" in html(found, "posts/carnet.html")


def test_without_a_policy_or_a_ledger_the_rehearsal_is_shown(tmp_path: Path) -> None:
    office = Office(tmp_path / "one", carnet=post())
    git(office.desk, "rm", "-q", "brand/approvals.yml")
    assert view(office.desk).overview.rehearsal
    plain = repository(tmp_path / "two", {"content/a.md": post()})
    assert view(plain).overview.rehearsal
