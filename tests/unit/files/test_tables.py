"""`brand/`, `calendar/` and `lock.json`: a bad entry is a finding, the others go on."""

# ruff: noqa: E501 the samples are read across, not down

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from smmgit.files.workspace import load
from smmgit.model.facts import LockedCard
from smmgit.model.workspace import Workspace


def loaded(root: Path, **files: str) -> Workspace:
    """A workspace of these files, named `brand__brand_yml` and the like."""
    for name, text in files.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return load(str(root), cache=False)


def said(ws: Workspace) -> list[tuple[str, str, int, int]]:
    return [(f.path, f.rule, f.line, f.column) for f in ws.findings]


def test_the_brand(tmp_path: Path) -> None:
    ws = loaded(
        tmp_path,
        **{
            "brand/brand.yml": "# Nous\nname: Papeterie\nlanguages: [fr, en]\ntime_zone: Europe/Paris\n"
            "site: https://a.example\nnot_after: 2 h\nspacing: 45m\nweek_starts: dimanche\nutm: non\n"
            "rules: {text/long: off, dates/spacing: {least: 10m}}\n"
        },
    )
    assert ws.findings == ()
    assert (ws.brand.name, ws.brand.lang, ws.brand.time_zone) == ("Papeterie", "fr", "Europe/Paris")
    assert (ws.brand.not_after, ws.brand.spacing) == (dt.timedelta(hours=2), dt.timedelta(minutes=45))
    assert (ws.brand.week_starts, ws.brand.utm) == ("sunday", False)
    assert ws.brand.rules == {"text/long": "off", "dates/spacing": {"least": "10m"}}


def test_a_zone_nobody_knows_is_a_finding_and_utc(tmp_path: Path) -> None:
    ws = loaded(tmp_path, **{"brand/brand.yml": "name: A\ntime_zone: Europe/Pari\nlanguages: [fr, français]\n"})
    assert said(ws) == [
        ("brand/brand.yml", "schema/bad-value", 2, 12),
        ("brand/brand.yml", "schema/bad-value", 3, 17),
    ]
    assert (ws.brand.time_zone, ws.brand.languages) == ("UTC", ("fr",))


@pytest.mark.parametrize("text", ["- a list\n", "just text\n"])
def test_a_brand_that_is_no_map_is_a_finding(tmp_path: Path, text: str) -> None:
    ws = loaded(tmp_path, **{"brand/brand.yml": text})
    assert [rule for _, rule, *_ in said(ws)] == ["schema/bad-value"]
    assert ws.brand.name == "Brand"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_empty_file_says_nothing(tmp_path: Path, text: str) -> None:
    names = ("brand/brand.yml", "brand/channels.yml", "brand/people.yml", "calendar/slots.yml", "calendar/quiet.yml")
    ws = loaded(tmp_path, **dict.fromkeys(names, text))
    assert ws.findings == ()


def test_channels_one_wrong_the_others_go_on(tmp_path: Path) -> None:
    ws = loaded(
        tmp_path,
        **{
            "brand/channels.yml": "x:\n  platform: x\n  secrets: {token: X_TOKEN}\n  limits: {text.max: 1000}\n"
            "Ça: {platform: x}\n"
            "li:\n  platform: linkdin\n  time_zone: Mars/Base\n"
            "none:\n"
            "masto: {platform: mastodon, formerly: [m], enabled: non, address: tu, thread: auto}\n"
            "leak: {platform: x, secrets: {token: sk-live-12345, other: OTHER}}\n"
            "list: [platform]\n"
        },
    )
    assert said(ws) == [
        ("brand/channels.yml", "schema/bad-value", 5, 1),
        ("brand/channels.yml", "schema/bad-value", 7, 13),
        ("brand/channels.yml", "schema/bad-value", 8, 14),
        ("brand/channels.yml", "schema/missing", 9, 1),
        ("brand/channels.yml", "schema/bad-value", 11, 38),
        ("brand/channels.yml", "schema/bad-value", 12, 7),
    ]
    assert list(ws.channels) == ["x", "li", "masto", "leak"]
    x, masto = ws.channels["x"], ws.channels["masto"]
    assert (x.secrets, x.limits, x.line) == ({"token": "X_TOKEN"}, {"text.max": "1000"}, 1)
    assert (masto.formerly, masto.enabled, masto.address, masto.thread) == (("m",), False, "tu", "auto")
    assert ws.channel("m") == masto
    assert "“linkedin”" in ws.findings[1].message.en


def test_a_secret_written_out_is_not_repeated(tmp_path: Path) -> None:
    ws = loaded(tmp_path, **{"brand/channels.yml": "x: {platform: x, secrets: {token: sk-live-12345, b: B}}\n"})
    assert ws.channels["x"].secrets == {"b": "B"}
    assert "sk-live" not in str(ws.findings)


def test_people_pillars_objectives_hashtags(tmp_path: Path) -> None:
    ws = loaded(
        tmp_path,
        **{
            "brand/people.yml": "lea:\n  name: Léa\n  handles: {x: lea, bluesky: 12}\n  contract_until: 2027-06-30\ntom:\n",
            "brand/pillars.yml": "usages: {name: Usages, share: 35 %, promotional: oui}\nbad: {share: 35}\n",
            "brand/objectives.yml": "sales: {metric: m, target: '1 200,5', by: 2026-12-31}\n",
            "brand/hashtags.yml": "'#Été': {about: a}\nBlackFriday: {banned: true}\nPlain:\n",
        },
    )
    assert said(ws) == [("brand/pillars.yml", "schema/bad-value", 2, 14)]
    assert ws.people["lea"].handles == {"x": "lea", "bluesky": "12"}
    assert (ws.people["lea"].contract_until, ws.people["tom"].line) == (dt.date(2027, 6, 30), 5)
    assert (ws.pillars["usages"].share, ws.pillars["bad"].share) == (0.35, None)
    assert ws.objectives["sales"].target == 1200.5
    assert list(ws.hashtags) == ["Été", "BlackFriday", "Plain"]
    assert ws.hashtags["BlackFriday"].banned


def test_the_calendar(tmp_path: Path) -> None:
    ws = loaded(
        tmp_path,
        **{
            "calendar/slots.yml": "- {days: [lundi, thu], at: 9 h 30, channels: x, free: oui}\n- {days: [nevermore], at: 9h}\n"
            "- text\n- {days: mar, at: '12:15'}\n",
            "calendar/quiet.yml": "- {name: Noël, starts: 2026-12-24 18:00, ends: 2026-12-26}\n- {name: Half}\n",
            "calendar/key-dates.yml": "- name: Rentrée\n  date: 2026-09-01\n  yearly: true\n- name: No date\n  date: 01/09/2026\n",
            "calendar/events.yml": "- name: Live\n  starts: 2026-12-12 10:00\n  end: 2026-12-12 11:00\n",
        },
    )
    assert said(ws) == [
        ("calendar/events.yml", "schema/unknown-key", 3, 3),
        ("calendar/key-dates.yml", "schema/bad-value", 5, 9),
        ("calendar/quiet.yml", "schema/missing", 2, 3),
        ("calendar/quiet.yml", "schema/missing", 2, 3),
        ("calendar/slots.yml", "schema/bad-value", 2, 11),
        ("calendar/slots.yml", "schema/bad-value", 3, 3),
    ]
    assert [(slot.days, slot.at, slot.channels, slot.free, slot.line) for slot in ws.slots] == [
        ((0, 3), dt.time(9, 30), ("x",), True, 1),
        ((1,), dt.time(12, 15), (), False, 4),
    ]
    assert [(quiet.name, quiet.ends.whole_day) for quiet in ws.quiet] == [("Noël", True)]
    assert [(key.name, key.yearly) for key in ws.key_dates] == [("Rentrée", True)]
    assert [event.name for event in ws.events] == ["Live"]


def test_campaigns_and_personas_are_documents(tmp_path: Path) -> None:
    ws = loaded(
        tmp_path,
        **{
            "calendar/campaigns/noel.md": "---\nname: Noël\nstarts: 2026-11-16\ndisclosure: [{kind: ad}]\n---\n\n## L’idée\nUne lettre.\n",
            "calendar/campaigns/Été.md": "---\nname: Été\n---\n",
            "calendar/campaigns/README.md": "How we write them",
            "calendar/campaigns/notes.txt": "x",
            "brand/personas/camille.md": "Only a text",
        },
    )
    assert said(ws) == [
        ("brand/personas/camille.md", "schema/front-matter", 1, 1),
        ("calendar/campaigns/notes.txt", "schema/unknown-file", 1, 1),
        ("calendar/campaigns/Été.md", "schema/bad-value", 1, 1),
    ]
    campaign = ws.campaigns["noel"]
    assert (campaign.name, campaign.path, campaign.brief) == (
        "Noël", "calendar/campaigns/noel.md", "## L’idée\nUne lettre.",
    )  # fmt: skip
    assert campaign.disclosure[0].kind == "ad"
    assert ws.personas["camille"].about == "Only a text"


def test_files_that_nothing_reads_are_pointed_out_but_not_the_reserved_ones(tmp_path: Path) -> None:
    kept = ("brand/voice/Style/rule.yml", "brand/visual.yml", "brand/policy.md", "brand/approvals.yml", "brand/README.md",
            "brand/crisis/a.md", "brand/saved-replies/a.md", "brand/profiles/x.md", "brand/voice-tests/a.yml",
            "calendar/experiments/a.md", "brand/.gitkeep")  # fmt: skip
    ws = loaded(tmp_path, **dict.fromkeys([*kept, "brand/channel.yml", "calendar/slots.yaml", "brand/logo.svg"], ""))
    assert [(f.path, f.rule, f.severity) for f in ws.findings] == [
        (path, "schema/unknown-file", "suggestion")
        for path in ("brand/channel.yml", "brand/logo.svg", "calendar/slots.yaml")
    ]
    assert "brand/channels.yml" in ws.findings[0].message.en
    assert "calendar/slots.yml" in ws.findings[2].message.fr


def test_the_lock(tmp_path: Path) -> None:
    ws = loaded(
        tmp_path,
        **{
            "lock.json": '{"schema": 1, "dids": {"lea.example": "did:plc:abc"}, "urns": {"lea": "urn:li:person:1"},'
            ' "cards": {"https://a.example": {"title": "A", "image": ""}}}'
        },
    )
    assert ws.findings == ()
    assert ws.lock.dids == {"lea.example": "did:plc:abc"}
    assert ws.lock.cards == {"https://a.example": LockedCard(title="A")}


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ('{\n "dids": {"a": 1}}', "schema/bad-value", 2, 11),
        ('{\n "did": {}}', "schema/unknown-key", 2, 2),
        ('{"cards": {"u": {"titel": "x"}}}', "schema/unknown-key", 1, 18),
        ('{"cards": []}', "schema/bad-value", 1, 2),
        ('{"dids": {"a": "1",\n "a": "2"}}', "schema/yaml", 1, 11),
        ('{"dids":\n {,}}', "schema/yaml", 2, 3),
        ("[]", "schema/bad-value", 1, 1),
        ('{"dids": NaN}', "schema/yaml", 1, 1),
        ("[" * 100_000, "schema/yaml", 1, 1),
        ("", "schema/yaml", 1, 1),
    ],
)
def test_a_lock_that_is_wrong_is_a_finding(tmp_path: Path, text: str, rule: str, line: int, column: int) -> None:
    ws = loaded(tmp_path, **{"lock.json": text})
    assert said(ws) == [("lock.json", rule, line, column)]


def test_settings_that_are_links_pipes_or_large_are_not_read(tmp_path: Path) -> None:
    import os

    root = tmp_path / "team"
    (root / "brand").mkdir(parents=True)
    (tmp_path / "secret.yml").write_text("name: Secret\n", encoding="utf-8")
    os.symlink(tmp_path / "secret.yml", root / "brand/brand.yml")
    os.mkfifo(root / "brand/channels.yml")
    os.symlink("/etc/passwd", root / "lock.json")
    (root / "brand/people.yml").write_bytes(b"#" * 6_000_000)
    ws = load(str(root), cache=False)
    assert said(ws) == [
        ("brand/brand.yml", "schema/file", 1, 1),
        ("brand/channels.yml", "schema/file", 1, 1),
        ("brand/people.yml", "schema/too-large", 1, 1),
        ("lock.json", "schema/file", 1, 1),
    ]
    assert ws.brand.name == "Brand"
