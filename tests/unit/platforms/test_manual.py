"""A person as a network: one whole package per delivery, and never a word that anything is out."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from smmgit.model.brand import Channel
from smmgit.model.delivery import Key, NotSent, Unknown
from smmgit.model.rendition import Part, Rendition, ShownMedia
from smmgit.model.sending.attachment import Attachment
from smmgit.model.sending.why import explain
from smmgit.model.spec import PlatformSpec
from smmgit.platforms.adapter import Account, Message, Prepared, Setting
from smmgit.platforms.adapters import manual

AT = dt.datetime(2026, 11, 23, 7, tzinfo=dt.UTC)
KEY = Key("carnet", "tiktok")
ITEM = ShownMedia(file="content/carnet.png", digest="ab" * 32, kind="image", alt="Un carnet ouvert")
TOLD = Attachment(item=ITEM, data=b"jpeg bytes", mime="image/jpeg", digest="cd" * 32)


def open_(root: Path, lang: str = "fr") -> manual.Manual:
    channel = Channel(id="tiktok", platform="manual", name="TikTok", url="https://www.tiktok.com/@velinotte")
    spec = PlatformSpec(id="manual", name="manual")
    return manual.adapter(Setting(channel=channel, spec=spec, root=str(root), lang=lang, time_zone="Europe/Paris"))


def message(*texts: str, comment: str = "", number: int = 0, media: bool = True) -> Message:
    rendition = Rendition(
        post="carnet", channel="tiktok", platform="manual", parts=tuple(Part(text=text) for text in texts),
        first_comment=Part(text=comment) if comment else None, media=(ITEM,) if media else (),
        options={"instructions": "Sans musique."},
    )  # fmt: skip
    return Message(rendition=rendition, number=number, at=AT, attachments=(TOLD,) if media else ())


def write(root: Path, what: Message, key: Key = KEY, lang: str = "fr") -> Path:
    outcome = open_(root, lang).publish(what, Prepared(), key, (), lambda step: None)
    assert outcome == NotSent(reason="by-hand")
    return root / manual.place(key)


def test_a_package_holds_the_exact_texts_the_files_and_what_to_do(tmp_path: Path) -> None:
    folder = write(tmp_path, message("Où ça\u00a0? « Là ».\n\nFin", "deux", comment="le lien"))
    assert folder == tmp_path / ".smmgit/by-hand/carnet/tiktok/once"
    assert (folder / "01.txt").read_bytes().decode() == "Où ça\u00a0? « Là ».\n\nFin"
    assert (folder / "02.txt").read_text() == "deux" and (folder / "03.txt").read_text() == "le lien"
    assert (folder / "image-1-carnet.jpg").read_bytes() == b"jpeg bytes"
    assert (folder / "04-alt.txt").read_text() == "Un carnet ouvert"
    told = (folder / "LISEZMOI.txt").read_text()
    for words in ("2026-11-23 08:00 (Europe/Paris)", "https://www.tiktok.com/@velinotte", "Sans musique.",
                  "1. Ouvrir", "image-1-carnet.jpg : média 1", "03.txt : Premier commentaire",
                  "smmgit resolve carnet --channel tiktok --published ADRESSE"):  # fmt: skip
        assert words in told
    assert "README.txt" in os.listdir(write(tmp_path, message("one"), Key("other", "tiktok"), lang="en"))
    assert (tmp_path / ".smmgit/.gitignore").read_text() == "*\n"


def test_a_package_is_written_once_and_later_words_take_its_place(tmp_path: Path) -> None:
    folder = write(tmp_path, message("un", "deux"))
    assert manual.ready(str(tmp_path), KEY, message("un", "deux").rendition.digest)
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    write(tmp_path, message("un", "deux"))
    write(tmp_path, message("un", "deux", number=1))
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    write(tmp_path, message("autre"))
    assert (folder / "01.txt").read_text() == "autre" and not (folder / "02.txt").exists()
    assert [path.name for path in folder.parent.iterdir()] == ["once"]


def test_what_could_not_be_written_whole_is_not_there_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: str, data: bytes) -> None:
        if path.endswith("LISEZMOI.txt"):
            raise OSError(28, "No space left on device")
        Path(path).write_bytes(data)

    with monkeypatch.context() as broken:
        broken.setattr(manual, "_save", full)
        outcome = open_(tmp_path).publish(message("un"), Prepared(), KEY, (), lambda step: None)
    assert isinstance(outcome, NotSent) and "No space left" in explain(outcome.reason).fr
    assert list((tmp_path / manual.place(KEY)).parent.iterdir()) == []
    assert write(tmp_path, message("un")).is_dir()


def test_names_never_lead_out_of_the_folder(tmp_path: Path) -> None:
    for odd in ("../../../etc", "/etc", "..", "a/b", "-x", "é" * 80):
        folder = write(tmp_path, message("un"), Key(odd, odd, odd))
        assert (tmp_path / ".smmgit/by-hand").resolve() in folder.resolve().parents
    weekly = manual.place(replace(KEY, occurrence="2026-11-30T08:00"))
    assert weekly.endswith("2026-11-30T08-00")


def test_a_link_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "team"
    (root / ".smmgit").mkdir(parents=True)
    (root / ".smmgit/by-hand").symlink_to(outside)
    outcome = open_(root).publish(message("un"), Prepared(), KEY, (), lambda step: None)
    assert isinstance(outcome, NotSent) and outcome.reason.startswith("by-hand-unwritten")
    assert list(outside.iterdir()) == []


def test_only_a_person_knows_whether_it_is_out(tmp_path: Path) -> None:
    hand = open_(tmp_path)
    assert hand.duplicates == "blind"
    assert hand.check() == Account(account_id="tiktok")
    seen = hand.find(message("un"), KEY, (), AT, frozenset())
    assert isinstance(seen, Unknown) and seen.reason == "by-hand: https://www.tiktok.com/@velinotte"
    assert "à la main" in explain(seen.reason).fr
