"""Whatever a file holds, lint answers with findings at places that exist."""

from __future__ import annotations

import datetime as dt
from functools import cache

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smmgit.files.posts import parse_post
from smmgit.files.specs import load_specs
from smmgit.lint.engine import lint
from smmgit.model.brand import Brand, Channel, Person
from smmgit.model.workspace import Workspace

NOW = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
PIECES = (
    "*", "**", "**a** ", "<b>", "<a href=", "&amp;", ":a:", "#",
    "#l'été ", "#a-b ", "https://", "http:/x ", "htps://a.b ",
    "[a](https://a.org)",
    "![a](b.png)", "](", "`", "```\n", "@lea ", "@", "\u200b", "\u202e", "# a\n", "## x\n", "## y\n",
    "## linkedin / first-comment\n", "> a\n", "\n\n", "\n---\n\n", "|-|\n", "_", "🏳️‍🌈", "<!-- ", "-->", "e\u0301",
    "<!-- smmgit-disable alt/weak until=2026-01-01: x -->", "https://lune.example/?utm_a=b ", "bit.ly/x ", "é" * 200,
    "\\", "{x}", "{", "%s", "\r\n", "\x00", "\ud800", "名前 ", "שלום ", "a" * 400,
)  # fmt: skip
FIELDS = (
    "publish_at: 2026-11-25 09:00", "publish_at: 2027-03-28 02:30", "publish_at: asap", "publish_at: 9998-12-31 23:59",
    "publish_at: 1900-01-01", "not_after: 1h", "not_after: 9999999d", "not_after: 1990-01-01", "status: draft",
    "status: idea",
    "campaign: {x}", "speaker: lea", "link: https://bit.ly/x", "hashtags: ['a b', '#', '']",
    "action: quote", "of: x",
    "media:\n  - {file: a.png, alt: ''}\n  - {url: 'https://a.org/b', alt: image}\n  - {}", "translation_of: ''",
    "waive:\n  - {rule: 'alt/*', reason: ''}", "requires:\n  - {embargo: 2027-01-01}",
    "imported: {a: b}", "repeat: FREQ=DAILY",
)  # fmt: skip


@cache
def around() -> Workspace:
    specs = load_specs()
    channels = {name: Channel(id=name, platform=name) for name in specs}
    people = {"lea": Person(id="lea", name="Léa", handles={"x": "lea"})}
    brand = Brand(site="https://lune.example", time_zone="Europe/Paris")
    return Workspace(brand=brand, channels=channels, specs=specs, people=people, platforms=tuple(specs))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    fields=st.lists(st.sampled_from(FIELDS), unique=True, max_size=6),
    channels=st.lists(st.sampled_from(sorted(load_specs())), unique=True, max_size=4),
    body=st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30),
)
def test_any_post(fields: list[str], channels: list[str], body: list[str]) -> None:
    front = "\n".join(["---", "id: carnet", f"channels: [{', '.join(channels)}]", *fields, "---"])
    data = f"{front}\n{''.join(body)}\n".encode("utf-8", "surrogatepass")
    post, findings = parse_post("content/a.md", data)
    ws = msgspec.structs.replace(around(), posts=(post,) if post else (), findings=findings)
    text = data.decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for finding in lint(ws, NOW):
        assert 1 <= finding.line <= lines and finding.column >= 1
        assert finding.message.en and finding.message.fr
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text.replace("\r\n", "\n"))
