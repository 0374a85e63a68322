"""The example brand passes its own gates and shows what a team would really do."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections import Counter
from pathlib import Path
from types import ModuleType

import PIL
import pytest
from PIL import Image, ImageChops, ImageStat

from smmgit.files.workspace import load
from smmgit.jobs.rehearse import rehearse
from smmgit.lint.engine import lint
from smmgit.model.delivery import Published
from smmgit.model.inherit import inherited, planned
from smmgit.model.workspace import Workspace
from smmgit.render.rendition import renditions
from tests.support.repository import repository

ROOT = Path(__file__).resolve().parents[2]
NOW = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)  # Monday, 08:00 in Paris
PARTS = ("brand", "calendar", "content")


@pytest.fixture(scope="module")
def ws() -> Workspace:
    return load(str(ROOT), cache=False)


@pytest.fixture
def drawing(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import draw_media

    return draw_media


def test_it_lints_clean(ws: Workspace) -> None:
    assert [f"{f.path}:{f.line} {f.rule} {f.message.en}" for f in lint(ws, NOW)] == []


def test_waivers_stay_rare(ws: Workspace) -> None:
    assert sum(len(post.waive) for post in ws.posts) <= 2
    assert set(ws.brand.rules) <= {"dates/past"}


def test_it_is_a_whole_brand(ws: Workspace) -> None:
    assert len(ws.posts) >= 34 and len(ws.campaigns) >= 2 and len(ws.personas) >= 3
    assert len({channel.platform for channel in ws.channels.values()}) >= 8 and "lea" in ws.people
    assert {channel.lang for channel in ws.channels.values()} == {"fr", "en"}
    assert ws.channels["tiktok-a-la-main"].platform == "manual"
    assert all(goal.metric and goal.target and goal.by for goal in ws.objectives.values())
    assert ws.slots and ws.quiet and ws.events and len(ws.key_dates) >= 20
    assert all(post.pillar for post in (inherited(post, ws) for post in ws.posts))


def test_it_shows_what_posts_can_be(ws: Workspace) -> None:
    formats = Counter(choice.format for post in ws.posts for choice in post.channels)
    assert formats["carousel"] and formats["poll"] and formats["story"]
    assert {post.status for post in ws.posts} == {"idea", "draft", "ready", "cancelled"}
    assert any(post.repeat for post in ws.posts) and any(post.translation_of for post in ws.posts)
    assert any(post.publish_at and post.publish_at.asap for post in ws.posts)
    shown = [rendition for post in ws.posts for rendition in renditions(post, ws)]
    assert any(len(rendition.parts) > 2 for rendition in shown) and any(rendition.first_comment for rendition in shown)
    assert any(rendition.card and rendition.card.title for rendition in shown)


def test_this_week_is_full_and_the_weeks_around_are_not_empty(ws: Workspace) -> None:
    days: Counter[int] = Counter()
    for post in ws.posts:
        moments = [at.at for choice in post.channels if (at := planned(post, choice.id, ws))]
        if moments and post.status == "ready":
            days[(min(moments) - dt.datetime(2026, 11, 22, 23, tzinfo=dt.UTC)).days] += 1
    assert all(days[day] for day in range(7)), "a day of this week is empty"
    assert sum(count for day, count in days.items() if day < 0) >= 6
    assert sum(count for day, count in days.items() if day > 6) >= 8


def test_its_plan_keeps_the_shares_it_promises(ws: Workspace) -> None:
    posts = [inherited(post, ws) for post in ws.posts if post.status != "cancelled"]
    shares = Counter(post.pillar for post in posts)
    for pillar in ws.pillars.values():
        assert pillar.share is not None
        assert abs(shares[pillar.id] / len(posts) - pillar.share) < 0.06, f"{pillar.id} drifted"


def test_a_commercial_tie_is_said_before_anything_else(ws: Workspace) -> None:
    tied = [rendition for post in ws.posts if post.disclosure for rendition in renditions(post, ws)]
    assert tied and all(rendition.text.startswith("Collaboration commerciale") for rendition in tied)


def test_nobody_real_is_linked(ws: Workspace) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for part in PARTS for path in (ROOT / part).rglob("*.md"))
    hosts = {host.removeprefix("www.") for host in re.findall(r"https?://([^/\s)]+)", text)}
    assert hosts <= {"velinotte.example.com", "doi.org"}, hosts


def test_french_is_typed_as_people_type_it(ws: Workspace) -> None:
    for path in (ROOT / "content").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert not re.search("[\u00a0\u202f]", text), (
            f"{path.name}: the rendition adds no-break spaces, nobody types them"
        )
        body = re.sub(r"https?://\S+", "", text.partition("\n---\n")[2])
        assert "'" not in body and '"' not in body, f"{path.name}: straight quotes in a text"
        if not re.search(r"^lang: en|channels: \[?[a-z]+-en", text, re.MULTILINE) and "-en:" not in text:
            assert not re.search(r"[^\s«!?][!?;](?:\s|$)|[^\s\d]:\s", body), f"{path.name}: a space is missing"


def test_a_rehearsal_of_the_last_weeks_sends_everything_that_fell_due(tmp_path: Path) -> None:
    root = repository(tmp_path / "brand", {"README.md": "A copy.\n"})
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part)
    shutil.copy(ROOT / "lock.json", root)
    repository(root, {})
    run = rehearse(str(root), NOW, since=dt.datetime(2026, 11, 1, tzinfo=dt.UTC))
    assert len(run.sent) >= 25 and all(isinstance(each.outcome, Published) for each in run.sent)
    assert not run.needs_a_person
    sent = {each.item.delivery.key.post for each in run.sent}
    assert {"question-du-lundi", "liste-du-lundi", "papier-bleu-nuit", "carnet-linotte"} <= sent


def test_every_picture_is_drawn_by_the_script_and_light(ws: Workspace, drawing: ModuleType) -> None:
    drawn = {name for name in drawing.PICTURES if not name.startswith("..")}
    kept = {str(path.relative_to(ROOT / "content")) for path in (ROOT / "content").rglob("*.*g")}
    assert kept == drawn == {item.file.removeprefix("content/") for post in ws.posts for item in post.media}
    sizes = [(ROOT / "content" / name).stat().st_size for name in drawn]
    assert max(sizes) < 300_000 and sum(sizes) < 6_000_000


@pytest.mark.parametrize("name", ["2026/11/lettre-pliee.png", "2026/11/rayon.jpg", "2026/12/envois.jpg"])
def test_a_picture_is_drawn_alike_every_time(tmp_path: Path, drawing: ModuleType, name: str) -> None:
    first, second = drawing.draw(name, tmp_path / "1"), drawing.draw(name, tmp_path / "2")
    assert first.read_bytes() == second.read_bytes()
    with Image.open(first) as new, Image.open(ROOT / "content" / name) as old:
        apart = ImageStat.Stat(ImageChops.difference(new.convert("RGB"), old.convert("RGB"))).mean
    assert max(apart) < 2, f"{name} was not drawn by this script (Pillow {PIL.__version__})"
