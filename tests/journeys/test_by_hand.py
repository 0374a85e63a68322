"""Posting by hand: prepared at its time, shown ready to paste, copied, confirmed with its address."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from smmgit.cli.app import App
from smmgit.cli.main import cli
from smmgit.cli.output import Output
from smmgit.cli.runs import as_json, in_words
from smmgit.jobs.by_hand import tasks
from smmgit.jobs.publishing.parcels import Packer
from smmgit.platforms.adapters import manual
from tests.support.office import CHANNELS, MINUTE, Office, post

HAND = CHANNELS + "tiktok: {platform: manual, name: TikTok, handle: essai, url: 'https://www.tiktok.com/@essai'}\n"
THREAD = "Première partie.\n\n---\n\nDeuxième \u202ecachée."


def office(tmp_path: Path, **posts: str) -> Office:
    return Office(tmp_path, {"brand/channels.yml": HAND}, **posts)


@pytest.fixture
def at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """One thread to post by hand, approved, at its time; every command sees the office's clock."""
    found = office(tmp_path, main=post("a-la-main", THREAD, channels="tiktok", more="title: À la main\n"))
    found.approve()
    plain = App.now
    monkeypatch.setattr(App, "now", lambda app, typed=None: plain(app, typed) if typed else found.now)
    return found


def smmgit(where: Office, *words: str, say: str = "") -> Result:
    return CliRunner().invoke(cli, ["-C", str(where.desk), "--lang", "fr", *words], input=say)


def test_a_run_prepares_what_a_person_posts_now_and_says_where(at_work: Office) -> None:
    run = at_work.publish()
    (only,) = run.by_hand
    assert only.trouble is None and run.sent == () and at_work.network.messages == []
    folder = at_work.desk / only.folder
    assert (folder / "01.txt").read_text() == "Première partie."
    assert "smmgit resolve a-la-main" in (folder / "README.txt").read_text()
    assert at_work.events("published", "resolved", "reserved") == []
    app = App(str(at_work.desk), "fr")
    app.out = Output("fr", stdout=io.StringIO())
    in_words(app, run, rehearsal=False)
    as_json(app, run, rehearsal=False)
    told = app.out.stdout.getvalue()
    assert f"a-la-main · tiktok : prêt dans {only.folder}" in told and f'"folder": "{only.folder}"' in told


def test_only_what_was_approved_and_is_at_its_time_is_prepared(tmp_path: Path) -> None:
    where = office(
        tmp_path, no=post("no", channels="tiktok"), later=post("later", when="2026-11-23 11:00", channels="tiktok"),
        edited=post("edited", channels="tiktok"), yes=post("yes", channels="tiktok"),
    )  # fmt: skip
    where.approve("later", "edited", "yes")
    where.write(edited=post("edited", "Other words.", channels="tiktok"))
    run = where.publish()
    assert [each.item.post.id for each in run.by_hand] == ["yes"]
    assert [path.name for path in (where.desk / manual.FOLDER).iterdir()] == ["yes"]


def test_an_approval_that_was_forged_prepares_nothing(at_work: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smmgit.jobs.publishing.evidence.proves", lambda entry, ws: False)
    assert at_work.publish().by_hand == ()
    assert tasks(str(at_work.desk), at_work.publisher().ws, at_work.now, rehearsal=False) == ()


def test_a_package_that_fails_is_told_and_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = office(tmp_path, hand=post("hand", channels="tiktok"), feed=post("feed"))
    where.approve()
    plain = Packer.pack

    def pack(self: Packer, item: object) -> object:
        if item.delivery.key.channel == "tiktok":  # type: ignore[attr-defined]
            raise RuntimeError("a picture nobody can read")
        return plain(self, item)  # type: ignore[arg-type]

    monkeypatch.setattr(Packer, "pack", pack)
    run = where.publish()
    assert [each.item.post.id for each in run.sent] == ["feed"]
    (only,) = run.by_hand
    assert only.trouble is not None and "a picture nobody can read" in only.trouble.fr


def test_the_screen_has_texts_steps_account_and_the_command(at_work: Office) -> None:
    shown = smmgit(at_work, "by-hand").output
    assert "\nPremière partie.\n" in shown and "maintenant" in shown and "À la main sur TikTok" in shown
    assert "\\u202e" in shown and "\u202e" not in shown
    assert "Répondre à son propre message avec le texte 2." in shown
    assert "https://www.tiktok.com/@essai" in shown
    assert "smmgit resolve a-la-main --channel tiktok --published ADRESSE" in shown
    at_work.publish()
    assert "Dossier préparé : .smmgit/by-hand/a-la-main/tiktok/once" in smmgit(at_work, "by-hand").output
    assert "Rien à publier à la main" in smmgit(at_work, "by-hand", "--channel", "feed").output


def test_what_comes_in_the_next_hours_is_there_and_later_is_not(at_work: Office) -> None:
    assert "maintenant" not in smmgit(at_work, "by-hand", "--now", "2026-11-22 09:00").output
    assert "texte 2" in smmgit(at_work, "by-hand", "--now", "2026-11-22 09:00").output
    assert "Rien à publier" in smmgit(at_work, "by-hand", "--now", "2026-11-21 09:00").output


def test_machines_get_the_exact_texts(at_work: Office) -> None:
    (only,) = json.loads(smmgit(at_work, "by-hand", "--format", "json").stdout)["by_hand"]
    assert [text["text"] for text in only["texts"]] == ["Première partie.", "Deuxième \u202ecachée."]
    assert (only["network"], only["account"]) == ("tiktok", "https://www.tiktok.com/@essai")
    assert only["confirm"]["fr"].endswith("--published ADRESSE")


def test_a_text_goes_to_the_clipboard_as_base64_in_our_own_escape(
    at_work: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(App, "out", Output("fr", stdout=terminal))
    assert smmgit(at_work, "by-hand", "--copy", "2").exit_code == 0
    sent = terminal.getvalue()
    assert sent.startswith("\x1b]52;c;") and sent.endswith("\x07")
    assert base64.b64decode(sent[7:-1]).decode() == "Deuxième \u202ecachée."
    for number in ("0", "3"):
        assert "pas de texte" in str(smmgit(at_work, "by-hand", "--copy", number).exception)


def test_a_copy_without_a_terminal_or_of_several_is_refused(at_work: Office) -> None:
    assert "terminal" in str(smmgit(at_work, "by-hand", "--copy", "1").exception)
    at_work.write(zwei=post("zwei", channels="tiktok"))
    at_work.approve("zwei")
    assert "dire duquel" in str(smmgit(at_work, "by-hand", "--copy", "1").exception)


def test_the_address_is_asked_for_and_recorded_once(at_work: Office) -> None:
    assert "Laissé tel quel" in smmgit(at_work, "by-hand", "--confirm", say="\n").output
    wrong = smmgit(at_work, "by-hand", "--confirm", say="javascript:alert(1)\n")
    assert wrong.exit_code == 1 and at_work.events("resolved") == []
    done = smmgit(at_work, "by-hand", "--confirm", say="https://www.tiktok.com/@essai/video/1\n")
    assert "Noté comme publié : a-la-main · tiktok" in done.output
    assert at_work.events("resolved") == ["resolved a-la-main"]
    at_work.now += MINUTE
    assert "Rien à publier" in smmgit(at_work, "by-hand", "--confirm").output
    assert at_work.publish().by_hand == ()


def test_a_clock_that_was_set_confirms_nothing(at_work: Office) -> None:
    for words in (("--now", "2026-11-23 09:00"), ("--rehearse",)):
        assert smmgit(at_work, "by-hand", "--confirm", *words).exception is not None
    assert at_work.events("resolved") == []
