"""What a person is handed to post a rendition: numbered texts, files in order, steps, the command to confirm."""

from __future__ import annotations

import pytest

from smmgit.model.brand import Channel
from smmgit.model.delivery import Key
from smmgit.model.rendition import Facet, Part, Rendition, ShownMedia
from smmgit.render.by_hand import Sheet, media_name, network_of, sheet

KEY = Key("carnet", "tiktok")


def channel(platform: str = "manual", url: str = "") -> Channel:
    return Channel(id="tiktok", platform=platform, name="TikTok", handle="@velinotte", url=url)


def of(key: Key = KEY, **fields: object) -> Sheet:
    rendition = Rendition(post="carnet", channel="tiktok", platform="manual", **fields)  # type: ignore[arg-type]
    return sheet(rendition, channel(url="https://www.tiktok.com/@velinotte"), key)


def french(found: Sheet) -> str:
    return "\n".join(step.fr for step in found.steps)


def test_every_text_has_its_number_and_the_steps_name_it() -> None:
    found = of(
        parts=(Part(text="un"), Part(text="deux")), first_comment=Part(text="le lien"), title="Titre",
        media=(ShownMedia(file="content/a.jpg", kind="image", alt="Un carnet"),),
    )  # fmt: skip
    assert [(text.number, text.role, text.text) for text in found.texts] == [
        (1, "part", "un"), (2, "part", "deux"), (3, "comment", "le lien"), (4, "title", "Titre"),
        (5, "alt", "Un carnet"),
    ]  # fmt: skip
    steps = french(found)
    order = ["@velinotte", "image-1-a.jpg", "texte 4 comme titre", "Coller le texte 1.", "Publier.", "texte 2.",
             "texte 3 en premier commentaire", "confirmer"]  # fmt: skip
    places = [steps.index(words) for words in order]
    assert places == sorted(places)
    assert found.texts[2].called.fr == "Premier commentaire (3)"
    assert [text.filename for text in found.texts] == ["01.txt", "02.txt", "03.txt", "04-title.txt", "05-alt.txt"]


def test_what_a_paste_cannot_carry_is_a_step() -> None:
    link = Facet(kind="link", start=0, end=3, text="ici", target="https://velinotte.example/a")
    found = of(
        parts=(Part(text="ici", facets=(link,)),), link="https://velinotte.example/b", tags=("papier",),
        disclosure=("partnership",), format="reel", options={"privacy": "PUBLIC", "instructions": "Avec le son."},
    )  # fmt: skip
    steps = french(found)
    for words in ("« ici »", "https://velinotte.example/a", "https://velinotte.example/b", "papier", "partnership",
                  "reel", "privacy : PUBLIC"):  # fmt: skip
        assert words in steps
    assert found.instructions == "Avec le son." and "Avec le son" not in steps


def test_a_reply_begins_at_the_post_it_answers() -> None:
    steps = french(of(parts=(Part(text="Merci"),), action="reply", of="https://x.com/a/status/1"))
    assert "Ouvrir https://x.com/a/status/1 et toucher Répondre." in steps and "Commencer" not in steps


@pytest.mark.parametrize(
    ("platform", "url", "network"),
    [
        ("linkedin", "", "linkedin"),
        ("manual", "https://www.tiktok.com/@velinotte", "tiktok"),
        ("manual", "https://nottiktok.com/", "manual"),
        ("manual", "https://[broken", "manual"),
        ("manual", "", "manual"),
    ],
)
def test_a_channel_by_hand_is_on_the_network_its_address_leads_to(platform: str, url: str, network: str) -> None:
    assert network_of(channel(platform, url)) == network


def test_the_command_names_this_delivery_and_nothing_in_it_is_run() -> None:
    assert of().confirm.fr == "smmgit resolve carnet --channel tiktok --published ADRESSE"
    assert "--occurrence 2026-11-30T08:00" in of(Key("carnet", "tiktok", "2026-11-30T08:00")).confirm.en
    assert "'$(reboot)'" in of(Key("$(reboot)", "tiktok")).confirm.en


def test_a_file_is_called_by_what_it_is_and_never_by_a_path() -> None:
    assert media_name(ShownMedia(file="content/Été à l'atelier.PNG", kind="image"), 2) == "image-2-t-l-atelier.png"
    assert media_name(ShownMedia(file="a.png", kind="image"), 1, "image/jpeg") == "image-1-a.jpg"
    assert media_name(ShownMedia(url="https://cdn.example/x/film.mp4?sig=../..", kind="video"), 1) == "video-1-film.mp4"
    assert media_name(ShownMedia(file="content/.."), 1).count("/") == 0
