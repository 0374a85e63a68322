"""A new post from four answers: the place offered is free, the file is new, the words are kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smmgit.files.posts import parse_post
from smmgit.files.workspace import load
from smmgit.jobs.new import moment, new, next_time, unknown_channels, usual_channels
from smmgit.lint.engine import lint
from smmgit.model.say import Say

MONDAY = dt.datetime(2026, 11, 23, 7, 0, tzinfo=dt.UTC)
BRAND = {
    "brand/brand.yml": "name: Essai\nlanguages: [fr, en]\ntime_zone: Europe/Paris\nspacing: 45m\n",
    "brand/channels.yml": (
        "x-en: {platform: x, lang: en}\nx: {platform: x}\nmain: {platform: manual}\n"
        "old: {platform: x, enabled: false}\n"
        "bluesky: {platform: bluesky}\nmastodon: {platform: mastodon}\nlinkedin: {platform: linkedin}\n"
    ),
}
SLOTS = (
    "- {name: Carnet, days: [mardi], at: '09:00', channels: [x]}\n"
    "- {name: Libre, days: [lundi, mardi], at: '18:00', free: true}\n"
    "- {name: Midi, days: [jeudi], at: '12:15'}\n"
)


def team(root: Path, **files: str) -> Path:
    for name, text in {**BRAND, **files}.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def offered(root: Path, *channels: str) -> str:
    return next_time(load(str(root), cache=False), channels or ("x",), MONDAY)


def test_it_offers_channels_of_the_brands_language_that_need_no_hand(tmp_path: Path) -> None:
    assert usual_channels(load(str(team(tmp_path)), cache=False)) == ("x", "bluesky", "mastodon")


def test_a_mistyped_channel_gets_its_neighbour(tmp_path: Path) -> None:
    ws = load(str(team(tmp_path)), cache=False)
    assert unknown_channels(ws, ("x", "Blusky", "minitel")) == {"Blusky": "bluesky", "minitel": ""}


def test_without_slots_it_offers_the_next_weekday_at_nine(tmp_path: Path) -> None:
    root = team(tmp_path)
    assert offered(root) == "2026-11-24 09:00"
    assert next_time(load(str(root), cache=False), ("x",), MONDAY + dt.timedelta(days=4)) == "2026-11-30 09:00"


def test_it_offers_the_next_slot_of_the_channel_never_a_free_one(tmp_path: Path) -> None:
    root = team(tmp_path, **{"calendar/slots.yml": SLOTS})
    assert offered(root, "x") == "2026-11-24 09:00"
    assert offered(root, "bluesky") == "2026-11-26 12:15"


def test_it_passes_over_what_is_taken_and_what_is_quiet(tmp_path: Path) -> None:
    taken = "---\nid: pris\npublish_at: 2026-11-24 09:30\nchannels: [x]\n---\nDéjà là, un quart d'heure plus tard.\n"
    root = team(tmp_path, **{"calendar/slots.yml": SLOTS, "content/pris.md": taken})
    assert offered(root) == "2026-11-26 12:15"
    team(root, **{"content/pris.md": taken.replace("pris\n", "pris\nstatus: cancelled\n")})
    assert offered(root) == "2026-11-24 09:00"
    team(root, **{"calendar/quiet.yml": "- {name: Chut, starts: 2026-11-24, ends: 2026-11-26}\n"})
    assert offered(root) == "2026-12-01 09:00"


def test_moments_that_cannot_be_read_say_what_to_write() -> None:
    assert not isinstance(moment(" 2026-11-25 9h30 "), Say) and not isinstance(moment("asap"), Say)
    wrong = moment("demain")
    assert isinstance(wrong, Say) and "2026-11-25 09:00" in wrong.fr


@pytest.mark.parametrize(
    ("at", "text", "status", "folder"),
    [("2026-12-01 09:00", "Bonjour.", "ready", "content/2026/12"), ("asap", "Vite.", "ready", "content/2026/11"),
     ("2026-12-01 09:00", " \n", "draft", "content/2026/12"), ("", "Un jour.", "idea", "content/ideas")],
)  # fmt: skip
def test_the_status_follows_from_the_answers(tmp_path: Path, at: str, text: str, status: str, folder: str) -> None:
    root = team(tmp_path)
    made = new(str(root), load(str(root), cache=False), MONDAY, title="Un été", channels=("x",), at=at, text=text)
    assert (made.id, made.path, made.status) == ("un-ete", f"{folder}/un-ete.md", status)
    ws = load(str(root), cache=False)
    assert ws.posts[0].status == status and ws.posts[0].title == "Un été"
    assert [finding for finding in lint(ws, MONDAY) if finding.severity == "error"] == []


def test_a_file_or_an_id_that_exists_is_never_taken(tmp_path: Path) -> None:
    other = "---\nid: bonjour-2\n---\nAilleurs.\n"
    root = team(tmp_path, **{"content/2026/12/bonjour.md": "not even a post", "content/elsewhere.md": other})
    ws = load(str(root), cache=False)
    made = new(str(root), ws, MONDAY, title="Bonjour", channels=("x",), at="2026-12-01 09:00", text="Salut.")
    assert made.path == "content/2026/12/bonjour-3.md"
    assert (root / "content/2026/12/bonjour.md").read_text() == "not even a post"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(min_size=1).filter(str.strip), text=st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_title_and_words_survive(tmp_path_factory: pytest.TempPathFactory, title: str, text: str) -> None:
    root = team(tmp_path_factory.mktemp("t"))
    clean = title.encode("utf-8", "replace").decode().replace("\0", " ")
    if not clean.strip():
        return
    made = new(str(root), load(str(root), cache=False), MONDAY, title=clean, channels=("x",), at="asap", text=text)
    post, findings = parse_post(made.path, (root / made.path).read_bytes())
    assert post is not None and post.id == made.id
    assert not [f for f in findings if not f.rule.startswith("section/")], findings
    assert post.title == " ".join(clean.split())
