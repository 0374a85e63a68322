"""What is offered at a place, however half-typed the text around it is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types as lsp

from smmgit.lint.example import FILES
from smmgit.lsp.buffer import Buffer
from smmgit.lsp.complete import complete
from smmgit.lsp.session import Session
from smmgit.lsp.where import spot

TOP = "---\nid: cahier\npublish_at: 2026-11-27 09:00\nchannels: [x]\n---\nUn cahier.\n"
MORE = {
    "brand/hashtags.yml": "Reliure: {about: For bookbinders}\nPromo: {banned: true}\n",
    "brand/pillars.yml": "conseils: {name: Conseils}\n",
    "brand/personas/lyceenne.md": "---\nname: La lycéenne\n---\nElle.\n",
    "brand/objectives.yml": "notoriete: {name: Notoriété}\n",
    "calendar/campaigns/noel-2026.md": "---\nname: Noël\n---\nBrief.\n",
    "content/2026/other.md": TOP,
    "content/2026/lune.jpg": "no picture",
}
POST = "content/2026/a.md"
NOW = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    root = tmp_path_factory.mktemp("team")
    for name, text in {**FILES, **MORE}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Session(str(root), lambda: NOW)


@pytest.mark.parametrize(
    ("typed", "expected", "never"),
    [
        ("channels: [x, |", {"bluesky", "mastodon"}, {"x"}),
        ("channels:\n  - x\n  - |", {"bluesky"}, {"x"}),
        ("channels:\n  blue|", {"bluesky"}, set()),
        ("channels:\n  bluesky:\n    |", {"format", "thread", "mentions"}, {"pillar"}),
        ("channels:\n  pinterest:\n    bo|", {"board"}, set()),
        ("channels: {x: {format: |", {"story", "reel"}, set()),
        ("channels:\n  - x: {mentions: [|", {"lea"}, set()),
        ("campaign: |", {"noel-2026"}, {"conseils"}),
        ("campaign: no|", {"noel-2026"}, set()),
        ("pillar: |", {"conseils"}, set()),
        ("persona: |", {"lyceenne"}, set()),
        ("objective: |", {"notoriete"}, set()),
        ("speaker: |", {"lea"}, set()),
        ("translation_of: |", {"cahier"}, set()),
        ("requires:\n  - post: |", {"cahier"}, set()),
        ("hashtags: [|", {"Reliure"}, {"Promo"}),
        ("status: |", {"draft", "ready"}, {"prêt"}),
        ("publish_at: |", {"asap"}, set()),
        ("lang: |", {"fr", "en"}, set()),
        ("|", {"pillar", "media", "status"}, {"id", "alt"}),
        ("pil|", {"pillar"}, {"id"}),
        ("media:\n  - |", {"file", "alt"}, {"pillar"}),
        ("media:\n  - file: lune.jpg\n    al|", {"alt"}, {"file", "pillar"}),
        ("media:\n  - file: |", {"lune.jpg"}, {"other.md"}),
        ("media: [{file: lune.jpg, decorative: |", {"true", "false"}, set()),
        ("needs:\n- what: photo\n  by: |", {"lea"}, set()),
        ("waive:\n  - rule: text/|", {"text/too-long"}, {"waivers/unused"}),
        ("# chan|", set(), {"channels"}),
        ("title: chan|", set(), {"channels", "x"}),
        ("---\nMerci @|", {"lea"}, set()),
        ("---\nMerci @le|", {"lea"}, set()),
        ("---\nmoi@le|", set(), {"lea"}),
        ("---\n😀 Vive la #R|", {"Reliure"}, {"Promo"}),
        ("---\nTexte.\n\n## |", {"x", "bluesky"}, set()),
        ("---\nTexte.\n\n## x, blu|", {"bluesky"}, {"x"}),
        ("---\nTexte.\n\n## x / |", {"first-comment"}, {"bluesky"}),
        ("---\n<!-- smmgit-disable te|", {"text/too-long"}, set()),
        ("---\nTexte |", set(), {"x", "id", "lea"}),
    ],
)
def test_completion(session: Session, typed: str, expected: set[str], never: set[str]) -> None:
    text = "---\nid: neuf\n" + typed
    before = text[: text.index("|")]
    line, column = before.count("\n"), len(before) - before.rindex("\n") - 1
    buffer = Buffer(text.replace("|", ""))
    session.put(POST, buffer)
    found = {item.label: item for item in complete(session, POST, buffer, buffer.position(line, column))}
    assert expected <= set(found) and not never & set(found), sorted(found)
    for item in found.values():
        assert isinstance(item.text_edit, lsp.TextEdit)
        start = buffer.place(item.text_edit.range.start)
        assert buffer.place(item.text_edit.range.end) == (line, column) and start[0] == line
        replaced = buffer.lines[line][start[1] : column]
        assert not replaced or item.label.casefold().startswith(replaced.casefold()) or replaced in typed
        assert " " not in replaced


TYPED = st.text(alphabet="ab:-[]{}, \n#@'\"/&*!|>%\t😀\u2028\ufeff", max_size=40)


@settings(max_examples=300, deadline=None)
@given(text=TYPED, line=st.integers(0, 6), column=st.integers(0, 12), path=st.sampled_from(
    [POST, "brand/channels.yml", "calendar/slots.yml", "calendar/campaigns/a.md", "brand/brand.yml"]))  # fmt: skip
def test_any_text_has_an_answer(text: str, line: int, column: int, path: str) -> None:
    for whole in (text, f"---\n{text}", f"---\n{text}\n---\n{text}"):
        buffer = Buffer(whole)
        line, column = buffer.place(buffer.position(line, column))
        found = spot(path, buffer.lines, line, column)
        assert 0 <= found.start <= column
        assert buffer.lines[line][found.start : column].endswith(found.typed)


def test_settings_do_not_offer_what_is_not_theirs(session: Session, tmp_path: Path) -> None:
    buffer = Buffer("x:\n  platform: \nnew\n")
    session.put("brand/channels.yml", buffer)
    assert complete(session, "brand/channels.yml", buffer, lsp.Position(2, 3)) == []  # a name of one's own
    session.drop("brand/channels.yml")
